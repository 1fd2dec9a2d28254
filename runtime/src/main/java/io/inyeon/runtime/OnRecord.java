package io.inyeon.runtime;

import io.inyeon.core.Decision;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.unify.Mentions;
import io.inyeon.runtime.archive.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads the events of a device again, when a decision must tell apart what it had summed up.
interface OnRecord {
  /// The accepted events that name a device, with their time in a span, before a position; none,
  /// which is never as many as were counted, when the record cannot be read.
  ///
  /// @param committed the position up to which log and outbox have what is decided
  /// @param batch what is decided and not committed
  Mentions mentions(
      Key.OfMentions wanted, Rules rules, long before, long committed, List<Row> batch);

  /// Forgets what it knows of operators, since one did something.
  void forget();

  /// Decides, reading again whatever is asked for of the record.
  ///
  /// @param load brings everything else
  /// @param before the position of the entry: it is decided by what stands before it
  /// @param committed the position up to which log and outbox have what is decided
  /// @param batch what is decided and not committed; asked for only when it is needed
  default Decision.Decided decide(
      Function<Snapshot, Decision> decision,
      Snapshot plain,
      Consumer<Set<Key<?>>> load,
      Rules rules,
      long before,
      long committed,
      Supplier<List<Row>> batch) {
    var read = new HashMap<Key<?>, Mentions>();
    var snapshot = plain;
    while (true) {
      switch (decision.apply(snapshot)) {
        case Decision.Decided decided -> {
          return decided;
        }
        case Decision.Needs(var keys) -> {
          var others = new HashSet<Key<?>>();
          for (var key : keys) {
            if (key instanceof Key.OfMentions mentions) {
              read.put(mentions, mentions(mentions, rules, before, committed, batch.get()));
            } else {
              others.add(key);
            }
          }
          load.accept(others);
          if (!read.isEmpty()) {
            snapshot = with(read, plain);
          }
        }
      }
    }
  }

  private static Snapshot with(Map<Key<?>, Mentions> read, Snapshot plain) {
    return new Snapshot() {
      @Override
      @SuppressWarnings("unchecked") // mentions stand under their own keys
      public <V> @Nullable V get(Key<V> key) {
        return key instanceof Key.OfMentions && read.containsKey(key)
            ? (V) read.get(key)
            : plain.get(key);
      }
    };
  }
}
