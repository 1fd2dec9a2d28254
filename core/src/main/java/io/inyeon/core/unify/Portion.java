package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedSet;

/// Which events are a person's: all those of some lists of identifiers, and of devices on which
/// logins decide, those of some stretches of time.
///
/// @param whole lists and kinds that are theirs whenever it was
/// @param stretches of others; of one list there may be several, which do not overlap
public record Portion(List<FragmentKey> whole, List<Stretch> stretches) {
  /// The events of one list and kind within a stretch of time.
  ///
  /// @param from its first millisecond; [Long#MIN_VALUE] from the beginning of time on
  /// @param last its last millisecond; [Long#MAX_VALUE] until further notice
  public record Stretch(FragmentKey list, long from, long last) {}

  public Portion {
    whole = List.copyOf(whole);
    stretches = List.copyOf(stretches);
  }

  /// What a person has.
  ///
  /// @param part the person's identifiers
  /// @param fragments the keys of the person's fragments
  public static Portion of(
      SortedSet<Identifier> part, Collection<FragmentKey> fragments, Snapshot state, Rules rules) {
    var whole = new LinkedHashSet<FragmentKey>();
    var stretches = new LinkedHashSet<Stretch>();
    var given = new LinkedHashSet<FragmentKey>();
    for (var key : fragments) {
      if (key.heir() == null) {
        whole.add(key.whole());
      } else {
        given.add(key.whole());
      }
    }
    if (!given.isEmpty()) {
      var slices = LoginSlice.of(part, fragments, state, rules);
      for (var list : given) {
        var device = LoginSlice.device(list, state, rules);
        for (var slice : slices) {
          if (slice.mine() && slice.device().equals(device)) {
            stretches.add(
                new Stretch(
                    list,
                    slice.from() == null ? Long.MIN_VALUE : slice.from(),
                    slice.last() == null ? Long.MAX_VALUE : slice.last()));
          }
        }
      }
    }
    return new Portion(new ArrayList<>(whole), new ArrayList<>(stretches));
  }

  /// Whether an event is among them.
  public boolean holds(Event event) {
    var list = FragmentKey.of(event);
    if (whole.contains(list)) {
      return true;
    }
    var time = event.head().time();
    for (var stretch : stretches) {
      if (stretch.from() <= time && time <= stretch.last() && stretch.list().equals(list)) {
        return true;
      }
    }
    return false;
  }
}
