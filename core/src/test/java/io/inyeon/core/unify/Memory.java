package io.inyeon.core.unify;

import io.inyeon.core.Change;
import io.inyeon.core.Decision;
import io.inyeon.core.Key;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A store that keeps everything in a map and admits to nothing that it was not asked to load.
final class Memory implements Snapshot {
  /// More rounds than this for one decision means that it asks piece by piece. Where spans of time
  /// hold an event or two, their neighbours are asked for one after the other.
  private static final int MOST_ROUNDS = 60;

  private final Map<Key<?>, Object> values = new HashMap<>();
  private final Set<Key<?>> loaded = new HashSet<>();
  private final List<Event> events = new ArrayList<>();
  private int rounds;

  /// Puts an accepted event on record.
  void record(Event event) {
    events.add(event);
    loaded.removeIf(key -> key instanceof Key.OfMentions);
  }

  /// Loses the record.
  void lose() {
    events.clear();
  }

  @Override
  @SuppressWarnings("unchecked")
  public <V> @Nullable V get(Key<V> key) {
    if (!loaded.contains(key)) {
      throw new Unloaded(Set.of(key));
    }
    if (key instanceof Key.OfMentions(var device, var span)) {
      return (V) mentions(device, span);
    }
    return (V) values.get(key);
  }

  private Mentions mentions(Identifier device, Span span) {
    return new Mentions(
        events.stream()
            .filter(event -> event.identifiers().contains(device))
            .filter(event -> span.holds(event.head().time()))
            .toList());
  }

  /// What stands there, loaded or not.
  @SuppressWarnings("unchecked")
  <V> @Nullable V peek(Key<V> key) {
    return (V) values.get(key);
  }

  Map<Key<?>, Object> values() {
    return values;
  }

  /// Rounds of loading that the last decision took.
  int rounds() {
    return rounds;
  }

  /// Forgets what is loaded.
  void cool() {
    loaded.clear();
  }

  /// Decides, loading whatever is asked for, and makes the changes true.
  Decision.Decided decide(Function<Snapshot, Decision> decision) {
    for (rounds = 0; rounds <= MOST_ROUNDS; rounds++) {
      switch (decision.apply(this)) {
        case Decision.Decided decided -> {
          apply(decided.changes());
          return decided;
        }
        case Decision.Needs(var keys) -> load(keys);
      }
    }
    throw new AssertionError("more than " + MOST_ROUNDS + " rounds");
  }

  /// The same for a piece of the core that throws what it needs.
  <T> T attempt(Supplier<T> piece) {
    for (rounds = 0; rounds <= MOST_ROUNDS; rounds++) {
      try {
        return piece.get();
      } catch (Unloaded unloaded) {
        load(unloaded.keys());
      }
    }
    throw new AssertionError("more than " + MOST_ROUNDS + " rounds");
  }

  private void load(Set<Key<?>> keys) {
    if (keys.isEmpty() || loaded.containsAll(keys)) {
      throw new AssertionError("asks for what it has: " + keys);
    }
    loaded.addAll(keys);
  }

  void apply(List<Change> changes) {
    for (var change : changes) {
      switch (change) {
        case Change.Put<?>(var key, var value) -> {
          values.put(key, value);
          loaded.add(key);
        }
        case Change.Remove<?>(var key) -> {
          values.remove(key);
          loaded.add(key);
        }
      }
    }
  }
}
