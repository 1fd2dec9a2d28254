package io.inyeon.core.unify;

import java.util.Comparator;

/// A stretch of time within which the events of a device add up to one sum for each owner. The
/// spans of a device begin as all of time and are divided by sixteen as they fill, so that a span
/// never holds more events than can be read again at once, and which spans there are follows from
/// the times of the events alone.
///
/// @param level 0 is a millisecond, each level is sixteen times as wide, [#ALL] is all of time
/// @param index counts spans of that width from 1970 on; 0 for all of time
public record Span(int level, long index) implements Comparable<Span> {
  /// The level of all of time. One below is 557 years.
  public static final int ALL = 12;

  /// All of time.
  public static final Span WHOLE = new Span(ALL, 0);

  private static final int BITS = 4;
  private static final Comparator<Span> ORDER =
      Comparator.comparingLong(Span::from).thenComparingInt(Span::level);

  public Span {
    if (level < 0 || level > ALL || (level == ALL && index != 0)) {
      throw new IllegalArgumentException("no span of time: " + level + ", " + index);
    }
  }

  /// The span of a width that holds a time.
  static Span at(long time, int level) {
    return level == ALL ? WHOLE : new Span(level, time >> (level * BITS));
  }

  /// The first millisecond in it.
  public long from() {
    return level == ALL ? Long.MIN_VALUE : index << (level * BITS);
  }

  /// The last millisecond in it.
  public long last() {
    return level == ALL ? Long.MAX_VALUE : ((index + 1) << (level * BITS)) - 1;
  }

  /// Whether a time lies in it.
  public boolean holds(long time) {
    return from() <= time && time <= last();
  }

  boolean covers(Span other) {
    return level >= other.level && holds(other.from()) && holds(other.last());
  }

  /// Whether it cannot be divided, and need not be: what happened at one moment is one person's.
  boolean instant() {
    return level == 0;
  }

  @Override
  public int compareTo(Span other) {
    return ORDER.compare(this, other);
  }
}
