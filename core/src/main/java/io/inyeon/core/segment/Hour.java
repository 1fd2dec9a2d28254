package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// What of an hour is so long ago, or so much, that it is not kept one by one.
///
/// It counts from its first millisecond on, and until its last has left a window.
///
/// @param summary of its occurrences
/// @param values the different ones, where values are kept; some may be left out, see
///   [Occurrences#leftOut]
public record Hour(Summary summary, SortedSet<Value> values) {
  /// How long it is.
  public static final long MS = 3_600_000;

  static final SortedSet<Value> NO_VALUES =
      Collections.unmodifiableSortedSet(new TreeSet<>(Occurrence.VALUES));

  static Hour of(Occurrence one, Track.Role role) {
    if (role != Track.Role.VALUES || one.value() == null) {
      return new Hour(Summary.of(one), NO_VALUES);
    }
    var values = new TreeSet<>(Occurrence.VALUES);
    values.add(one.value());
    return new Hour(Summary.of(one), Collections.unmodifiableSortedSet(values));
  }

  Hour plus(Hour other) {
    if (other.values.isEmpty()) {
      return new Hour(summary.plus(other.summary), values);
    }
    var all = new TreeSet<>(Occurrence.VALUES);
    all.addAll(values);
    all.addAll(other.values);
    return new Hour(summary.plus(other.summary), Collections.unmodifiableSortedSet(all));
  }

  /// The same with its greatest values only.
  Hour withGreatest(int most) {
    var kept = new TreeSet<>(Occurrence.VALUES);
    var next = values.reversed().iterator();
    for (var i = 0; i < most; i++) {
      kept.add(next.next());
    }
    return new Hour(summary, Collections.unmodifiableSortedSet(kept));
  }

  /// The first millisecond of the hour that holds a time.
  static long start(long time) {
    return Math.floorDiv(time, MS) * MS;
  }

  /// The last millisecond of the hour that begins then.
  static long end(long start) {
    return start + MS - 1;
  }
}
