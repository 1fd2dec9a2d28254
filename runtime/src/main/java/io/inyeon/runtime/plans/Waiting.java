package io.inyeon.runtime.plans;

import io.inyeon.core.Key;
import io.inyeon.core.govern.quarantine.Held;
import io.inyeon.core.govern.quarantine.QuarantineGroup;
import io.inyeon.core.govern.quarantine.Repair;
import io.inyeon.runtime.store.State;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// What state says of the quarantine, read without walking over what was not asked for.
final class Waiting {
  private Waiting() {}

  /// All groups.
  static List<QuarantineGroup> groups(State state) {
    var groups = new ArrayList<QuarantineGroup>();
    from(
        state,
        new Key.OfQuarantineGroup(""),
        (key, value) ->
            key instanceof Key.OfQuarantineGroup && groups.add((QuarantineGroup) value));
    return groups;
  }

  /// All repairs.
  static List<Repair> repairs(State state) {
    var repairs = new ArrayList<Repair>();
    from(
        state,
        new Key.OfRepair(""),
        (key, value) -> key instanceof Key.OfRepair && repairs.add((Repair) value));
    return repairs;
  }

  /// Where events of a group wait, in the order of the log.
  ///
  /// @param after a position; 0 for the beginning
  /// @param upTo the last position that is meant
  static List<Long> positions(
      State state, String group, long after, long upTo, int most, Predicate<Held> meant) {
    var positions = new ArrayList<Long>();
    from(
        state,
        new Key.OfHeld(group, after + 1),
        (key, value) -> {
          if (!(key instanceof Key.OfHeld(var of, var position))
              || !of.equals(group)
              || position > upTo) {
            return false;
          }
          if (meant.test((Held) value)) {
            positions.add(position);
          }
          return positions.size() < most;
        });
    return positions;
  }

  /// The keys of the quarantine stand in one column, those of a kind together.
  @SuppressWarnings("unchecked") // the reader looks at the key before it takes the value
  private static void from(State state, Key<?> first, BiPredicate<Key<?>, Object> reader) {
    state.from((Key<Object>) first, (Key<Object> key, Object value) -> reader.test(key, value));
  }
}
