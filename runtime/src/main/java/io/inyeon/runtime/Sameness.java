package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Seen;
import io.inyeon.runtime.store.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Compares two states of the same position that should be the same, key by key.
///
/// Of the memory of duplicates only one in [#SEEN_SAMPLE] is compared, since that has one for each
/// event; everything else is compared whole.
final class Sameness {
  static final int SEEN_SAMPLE = 16;
  private static final int EXAMPLES = 100;

  private final Picture before;
  private final Picture after;
  private final AtomicBoolean cancelled;
  private long compared;
  private long different;
  private final List<String> examples = new ArrayList<>();

  /// What came of it.
  ///
  /// @param different keys under which not the same stands on both sides
  /// @param examples the first of them
  record Result(long compared, long different, List<String> examples) {
    Result {
      examples = List.copyOf(examples);
    }
  }

  Sameness(Picture before, Picture after, AtomicBoolean cancelled) {
    this.before = before;
    this.after = after;
    this.cancelled = cancelled;
  }

  Result compare() {
    kind(Key.Tree.class);
    kind(Key.OfIdentifier.class);
    kind(Key.IdleLink.class);
    kind(Key.OfStewardLinks.class);
    kind(Key.Estranged.class);
    kind(Key.OfSpans.class);
    kind(Key.OfLogins.class);
    kind(Key.OfCut.class);
    kind(Key.OfProfile.class);
    kind(Key.Account.class);
    kind(Key.Source.class);
    kind(Key.Outcomes.class);
    kind(Key.Access.class);
    kind(Key.OfRules.class);
    kind(Key.OfSavedRules.class);
    kind(Key.NextTree.class);
    kind(Key.Seen.class);
    return new Result(compared, different, examples);
  }

  private <V> void kind(Class<? extends Key<V>> kind) {
    before.forEach(
        kind,
        (key, value) -> {
          if (wanted(key, value)) {
            compared++;
            if (!value.equals(after.read(key))) {
              differs(key);
            }
          }
        });
    after.forEach(
        kind,
        (key, value) -> {
          if (wanted(key, value) && before.read(key) == null) {
            compared++;
            differs(key);
          }
        });
  }

  private boolean wanted(Key<?> key, Object value) {
    if (cancelled.get()) {
      throw new CancellationException("cancelled");
    }
    return !(value instanceof Seen)
        || !(key instanceof Key.Seen seen)
        || seen.messageId().hashCode() % SEEN_SAMPLE == 0;
  }

  private void differs(Key<?> key) {
    different++;
    if (examples.size() < EXAMPLES) {
      examples.add(key.toString());
    }
  }
}
