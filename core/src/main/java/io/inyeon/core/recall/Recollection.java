package io.inyeon.core.recall;

import io.inyeon.core.Change;
import io.inyeon.core.Decision;
import io.inyeon.core.Key;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Repeat;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Holder;
import io.inyeon.core.unify.Mentions;
import io.inyeon.core.unify.Span;
import io.inyeon.core.unify.Tree;
import io.inyeon.core.unify.Unifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A state of its own, in memory, that knows only what it was told. Since who is who does not
/// depend on the order in which things are told, it may be told in any, except that a steward's
/// decision comes before its undoing.
final class Recollection implements Snapshot {
  private final Rules rules;
  private final Map<Key<?>, Object> values = new HashMap<>();
  private final Map<Identifier, Set<FragmentKey>> lists = new HashMap<>();

  /// The events that name a device of which logins decide.
  private final Map<Identifier, List<Event>> ofDevices = new HashMap<>();

  /// What stood there before the last thing was taken; `null` where nothing did.
  private final Map<Key<?>, @Nullable Object> old = new LinkedHashMap<>();

  Recollection(Rules rules) {
    this.rules = rules;
  }

  Rules rules() {
    return rules;
  }

  /// Takes in one thing more, by the same steps as when it came.
  void take(Recorded recorded) {
    old.clear();
    switch (recorded) {
      case Recorded.Said said -> said(said);
      case Recorded.Ruled(var entry) -> {
        switch (Pipeline.decide(entry, this, rules)) {
          case Decision.Decided decided -> apply(decided.changes());
          case Decision.Needs needs -> throw new IllegalStateException("nothing to load: " + needs);
        }
      }
    }
  }

  private void said(Recorded.Said said) {
    var reading = EventReader.read(said.envelope(), said.body(), said.source(), rules.types());
    // What other rules make unreadable counts as accepted all the same, but belongs to nobody.
    if (Repeat.narrowed(reading, said.named(), rules.types())
        instanceof Reading.Understood(var event, _)) {
      unify(event, said.position());
    }
  }

  private void unify(Event event, long position) {
    var changes = new ArrayList<Change>();
    Unifier.unify(event, position, this, rules, changes, new ArrayList<>());
    apply(changes);
    var key = FragmentKey.of(event);
    for (var identifier : key.identifiers()) {
      lists.computeIfAbsent(identifier, _ -> new LinkedHashSet<>()).add(key);
      if (rules.types().byLogin(identifier.type())) {
        ofDevices.computeIfAbsent(identifier, _ -> new ArrayList<>()).add(event);
      }
    }
  }

  private void apply(List<Change> changes) {
    for (var change : changes) {
      old.putIfAbsent(change.key(), values.get(change.key()));
      switch (change) {
        case Change.Put<?>(var key, var value) -> values.put(key, value);
        case Change.Remove<?>(var key) -> values.remove(key);
      }
    }
  }

  /// The lists of identifiers of the events that name one.
  Set<FragmentKey> lists(Identifier identifier) {
    return lists.getOrDefault(identifier, Set.of());
  }

  /// The tree that holds an identifier; `null` when nothing names it.
  @Nullable Tree tree(Identifier identifier) {
    return tree(identifier, this);
  }

  /// The same in any state.
  static @Nullable Tree tree(Identifier identifier, Snapshot state) {
    var holder = state.get(new Key.OfIdentifier(identifier));
    return holder == null ? null : state.get(new Key.Tree(holder.tree()));
  }

  @Override
  @SuppressWarnings("unchecked") // a put under a Key<V> holds a V
  public <V> @Nullable V get(Key<V> key) {
    return key instanceof Key.OfMentions(var device, var span)
        ? (V) mentions(device, span)
        : (V) values.get(key);
  }

  private Mentions mentions(Identifier device, Span span) {
    return new Mentions(
        ofDevices.getOrDefault(device, List.of()).stream()
            .filter(event -> span.holds(event.head().time()))
            .toList());
  }

  /// What stood before the last thing was taken; to be read before the next.
  Snapshot before() {
    return new Snapshot() {
      @Override
      @SuppressWarnings("unchecked") // as above
      public <V> @Nullable V get(Key<V> key) {
        return (V) (old.containsKey(key) ? old.get(key) : values.get(key));
      }
    };
  }

  /// Whether the last thing taken changed anything of the person who holds an identifier.
  boolean touched(Identifier identifier) {
    var holder = values.get(new Key.OfIdentifier(identifier));
    return old.containsKey(new Key.OfIdentifier(identifier))
        || (holder instanceof Holder(var tree) && old.containsKey(new Key.Tree(tree)));
  }

  /// Whether the last thing taken only counts on, in fragments that were there: then it changed
  /// neither traits nor accounts nor consents nor orders, and began no session. Most events do no
  /// more, and a profile costs more to add up than to find that out.
  ///
  /// Holds when things are taken in the order of their time: an earlier one could make a link
  /// older, and so change which consent counts, or lie between two sessions.
  boolean onlyCounted() {
    var gap = rules.document().sessionGapMinutes();
    for (var entry : old.entrySet()) {
      if (!(entry.getValue() instanceof Tree was
          && values.get(entry.getKey()) instanceof Tree is)) {
        return false;
      }
      var more = new boolean[1];
      is.fragmentsSince(
          was,
          (key, now) -> {
            var before = was.fragments().get(key);
            more[0] |= before == null || now == null || !sameFacts(before, now, gap);
          });
      if (more[0]) {
        return false;
      }
    }
    return !regrouped();
  }

  private static boolean sameFacts(Fragment before, Fragment now, int gapMinutes) {
    return before.traits().equals(now.traits())
        && before.consents().equals(now.consents())
        && before.accounts().equals(now.accounts())
        && before.orders().equals(now.orders())
        && before.activity().goesOnAs(now.activity(), gapMinutes);
  }

  /// Whether the last thing taken changed who is who, and not just what is known of somebody.
  boolean regrouped() {
    for (var entry : old.entrySet()) {
      if (entry.getKey() instanceof Key.Tree
          && entry.getValue() instanceof Tree was
          && values.get(entry.getKey()) instanceof Tree is) {
        var changed = new boolean[1];
        is.nodesSince(was, (_, _) -> changed[0] = true);
        is.linksSince(was, (_, _) -> changed[0] = true);
        if (changed[0]) {
          return true;
        }
      } else {
        return true;
      }
    }
    return false;
  }
}
