package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// When the events of one track happened, and with what values: all that conditions ever look at.
///
/// A function of the multiset of occurrences, and of log time as far as it forgets: `plus` is
/// associative and commutative with [#of] nothing as zero, so the order of arrival never shows, and
/// merging or unmerging people is adding up other fragments. The newest 4,096 by (time, value) are
/// kept one by one; what is older goes into hours, and what no window reaches any more into one
/// [Summary].
public final class Occurrences {
  /// How many are kept one by one.
  public static final int EXACT = 4_096;

  /// How many pairs of an hour and a value are kept; of more, the newest.
  public static final int HOURLY_VALUES = 4_096;

  /// How many are known to have been added since a store had them whole.
  public static final int SINCE = 32;

  /// No hour at all.
  public static final long NEVER = Long.MIN_VALUE;

  private final Track.Role role;

  /// Ascending.
  private final List<Occurrence> exact;

  private final NavigableMap<Long, Hour> hours;
  private final Summary summary;
  private final long leftOut;

  /// Stands for what these were when they were made anew; [#since] was added to that. No part of
  /// what they are: it tells a store what it need not write again.
  private final Object origin;

  private final List<Occurrence> since;

  private Occurrences(
      Track.Role role,
      List<Occurrence> exact,
      NavigableMap<Long, Hour> hours,
      Summary summary,
      long leftOut) {
    this(role, exact, hours, summary, leftOut, new Object(), List.of());
  }

  private Occurrences(
      Track.Role role,
      List<Occurrence> exact,
      NavigableMap<Long, Hour> hours,
      Summary summary,
      long leftOut,
      Object origin,
      List<Occurrence> since) {
    this.role = role.stored();
    this.exact = exact;
    this.hours = hours;
    this.summary = summary;
    this.leftOut = leftOut;
    this.origin = origin;
    this.since = since;
  }

  /// None.
  public static Occurrences none(Track.Role role) {
    return new Occurrences(role, List.of(), new TreeMap<>(), Summary.NONE, NEVER);
  }

  /// One.
  public static Occurrences one(Track.Role role, Occurrence occurrence) {
    return new Occurrences(role, List.of(occurrence), new TreeMap<>(), Summary.NONE, NEVER);
  }

  /// Some, ascending; few.
  static Occurrences some(Track.Role role, List<Occurrence> occurrences) {
    return new Occurrences(role, List.copyOf(occurrences), new TreeMap<>(), Summary.NONE, NEVER);
  }

  /// Many at once.
  ///
  /// @param all in any order
  public static Occurrences of(Track.Role role, List<Occurrence> all) {
    var sorted = new ArrayList<>(all);
    sorted.sort(Comparator.naturalOrder());
    var sum = none(role);
    for (var from = 0; from < sorted.size(); from += EXACT) {
      var part = sorted.subList(from, Math.min(sorted.size(), from + EXACT));
      sum = sum.plus(of(role, part, new TreeMap<>(), Summary.NONE, NEVER));
    }
    return sum;
  }

  /// Puts together again what [#exact] and the others told.
  public static Occurrences of(
      Track.Role role,
      List<Occurrence> exact,
      SortedMap<Long, Hour> hours,
      Summary summary,
      long leftOut) {
    for (var i = 1; i < exact.size(); i++) {
      if (exact.get(i - 1).compareTo(exact.get(i)) > 0) {
        throw new IllegalArgumentException("occurrences out of order at " + i);
      }
    }
    return new Occurrences(role, List.copyOf(exact), new TreeMap<>(hours), summary, leftOut);
  }

  public Track.Role role() {
    return role;
  }

  /// The newest, ascending.
  public List<Occurrence> exact() {
    return Collections.unmodifiableList(exact);
  }

  /// Older ones, by the first millisecond of their hours.
  public SortedMap<Long, Hour> hours() {
    return Collections.unmodifiableSortedMap(hours);
  }

  /// What no window reaches any more.
  public Summary summary() {
    return summary;
  }

  /// The latest hour of which some values are not kept; [#NEVER] when all are.
  public long leftOut() {
    return leftOut;
  }

  /// Whether nothing ever happened.
  public boolean isEmpty() {
    return exact.isEmpty() && hours.isEmpty() && summary.count() == 0;
  }

  /// How much looking through all of it costs.
  int size() {
    return exact.size() + hours.size();
  }

  // ---- sums

  /// Both as one.
  public Occurrences plus(Occurrences other) {
    if (role != other.role) {
      throw new IllegalArgumentException(role + " and " + other.role);
    }
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    var all = merged(exact, other.exact);
    var older = hours;
    if (!other.hours.isEmpty() || all.size() > EXACT) {
      older = new TreeMap<>(hours);
      for (var hour : other.hours.entrySet()) {
        older.merge(hour.getKey(), hour.getValue(), Hour::plus);
      }
      for (var i = 0; i < all.size() - EXACT; i++) {
        older.merge(Hour.start(all.get(i).time()), Hour.of(all.get(i), role), Hour::plus);
      }
      all = all.size() > EXACT ? List.copyOf(all.subList(all.size() - EXACT, all.size())) : all;
    }
    var left = Math.max(leftOut, other.leftOut);
    var sum = summary.plus(other.summary);
    return (added(other)
            ? new Occurrences(role, all, older, sum, left, origin, both(since, other.exact))
            : new Occurrences(role, all, older, sum, left))
        .bounded();
  }

  /// Whether others are but a few single ones, that a store may add.
  private boolean added(Occurrences other) {
    return other.hours.isEmpty()
        && other.summary.count() == 0
        && other.leftOut == NEVER
        && since.size() + other.exact.size() <= SINCE;
  }

  private static List<Occurrence> both(List<Occurrence> some, List<Occurrence> more) {
    var all = new ArrayList<Occurrence>(some.size() + more.size());
    all.addAll(some);
    all.addAll(more);
    return all;
  }

  /// What has to be added to earlier ones to make these, in any order: `earlier.plus` of them is
  /// equal to these.
  ///
  /// @return `null` when it is not known, or not that simple; at most [#SINCE]
  @SuppressWarnings("ReferenceEquality") // of another history, whatever it is equal to
  public @Nullable List<Occurrence> addedTo(Occurrences earlier) {
    var known = earlier.since.size();
    if (origin != earlier.origin || since.size() < known) {
      return null;
    }
    for (var i = 0; i < known; i++) {
      if (since.get(i) != earlier.since.get(i)) {
        return null;
      }
    }
    return Collections.unmodifiableList(since.subList(known, since.size()));
  }

  private static List<Occurrence> merged(List<Occurrence> a, List<Occurrence> b) {
    if (b.isEmpty()) {
      return a;
    }
    if (a.isEmpty()) {
      return b;
    }
    var all = new ArrayList<Occurrence>(a.size() + b.size());
    if (a.getLast().compareTo(b.getFirst()) <= 0) {
      all.addAll(a);
      all.addAll(b);
      return all;
    }
    int i = 0;
    int j = 0;
    while (i < a.size() && j < b.size()) {
      all.add(a.get(i).compareTo(b.get(j)) <= 0 ? a.get(i++) : b.get(j++));
    }
    all.addAll(a.subList(i, a.size()));
    all.addAll(b.subList(j, b.size()));
    return all;
  }

  /// The same with no more values in its hours than are kept. What is left out is older than all
  /// that is kept, so it would be left out of every larger sum as well.
  private Occurrences bounded() {
    if (role != Track.Role.VALUES || hours.isEmpty()) {
      return this;
    }
    var room = HOURLY_VALUES;
    NavigableMap<Long, Hour> kept = null;
    var left = leftOut;
    for (var entry : hours.descendingMap().entrySet()) {
      var size = entry.getValue().values().size();
      if (size > room) {
        kept = kept == null ? new TreeMap<>(hours) : kept;
        kept.put(entry.getKey(), entry.getValue().withGreatest(room));
        left = Math.max(left, entry.getKey());
      }
      room = Math.max(0, room - size);
    }
    return kept == null ? this : new Occurrences(role, exact, kept, summary, left, origin, since);
  }

  /// The same without what is out of reach. It forgets whole hours only, so that forgetting before
  /// adding and adding before forgetting come to the same; no answer ever depends on it.
  ///
  /// @param now log time, milliseconds since 1970
  public Occurrences trimmed(Reach reach, long now) {
    var cutoff = reach.cutoff(now);
    int gone = 0;
    while (gone < exact.size() && Hour.end(Hour.start(exact.get(gone).time())) <= cutoff) {
      gone++;
    }
    var hoursGone = !hours.isEmpty() && Hour.end(hours.firstKey()) <= cutoff;
    if (gone == 0 && !hoursGone) {
      return this;
    }
    var forgotten = summary;
    for (var one : exact.subList(0, gone)) {
      forgotten = forgotten.plus(Summary.of(one));
    }
    var kept = hours;
    if (hoursGone) {
      kept = new TreeMap<>(hours);
      while (!kept.isEmpty() && Hour.end(kept.firstKey()) <= cutoff) {
        forgotten = forgotten.plus(kept.pollFirstEntry().getValue().summary());
      }
    }
    return new Occurrences(
        role,
        gone == 0 ? exact : List.copyOf(exact.subList(gone, exact.size())),
        kept,
        forgotten,
        leftOut != NEVER && Hour.end(leftOut) <= cutoff ? NEVER : leftOut);
  }

  // ---- questions; a window is from after one instant to another

  /// What happened after one instant and not after another, taken together.
  ///
  /// @param after [Long#MIN_VALUE] for ever; then what is out of reach counts too
  Summary within(long after, long until) {
    var all = after == Long.MIN_VALUE ? summary : Summary.NONE;
    for (var hour : hours(after, until).values()) {
      all = all.plus(hour.summary());
    }
    var some = exact(after, until);
    return some.isEmpty() ? all : all.plus(Summary.of(some));
  }

  /// How many happened after one instant and not after another.
  long count(long after, long until) {
    var count = after == Long.MIN_VALUE ? summary.count() : 0;
    if (!hours.isEmpty()) {
      for (var hour : hours(after, until).values()) {
        count += hour.summary().count();
      }
    }
    return count + Math.max(0, firstAfter(until) - firstAfter(after));
  }

  /// How many different values there were.
  long distinct(long after, long until) {
    var values = new TreeSet<>(Occurrence.VALUES);
    hours(after, until).values().forEach(hour -> values.addAll(hour.values()));
    var to = firstAfter(until);
    for (var i = firstAfter(after); i < to; i++) {
      values.add(Objects.requireNonNull(exact.get(i).value()));
    }
    return values.size();
  }

  /// Who is told of values.
  interface Tally {
    /// A value was met.
    ///
    /// @param value `null` where only times are kept
    /// @param count how often
    /// @param time when last
    void met(@Nullable Value value, long count, long time);
  }

  /// Tells each value that counts in a window. An hour as a whole tells each of its values once, at
  /// its first millisecond.
  void tell(long after, long until, Tally to) {
    hours(after, until)
        .forEach((start, hour) -> {
          if (role == Track.Role.TIMES) {
            to.met(null, hour.summary().count(), start);
          }
          hour.values().forEach(value -> to.met(value, 1, start));
        });
    for (var one : exact(after, until)) {
      to.met(one.value(), 1, one.time());
    }
  }

  /// When things happened, ascending; an hour as a whole at its last millisecond.
  List<Long> times(long after, long until) {
    var times = new ArrayList<Long>();
    hours(after, until).keySet().forEach(start -> times.add(Hour.end(start)));
    var to = firstAfter(until);
    for (var i = firstAfter(after); i < to; i++) {
      times.add(exact.get(i).time());
    }
    times.sort(Comparator.naturalOrder());
    return times;
  }

  /// Those kept one by one in a window, ascending.
  List<Occurrence> exact(long after, long until) {
    return exact.subList(firstAfter(after), Math.max(firstAfter(after), firstAfter(until)));
  }

  /// Whether all that counts in a window is known to the millisecond, and all values are kept.
  boolean exactly(long after, long until) {
    return hours(after, until).isEmpty() && (leftOut == NEVER || Hour.end(leftOut) <= after);
  }

  /// The next time after an instant at which something begins to count; [Long#MAX_VALUE] for never.
  long nextBegin(long instant) {
    var place = firstAfter(instant);
    var one = place < exact.size() ? exact.get(place).time() : Long.MAX_VALUE;
    var hour = hours.higherKey(instant);
    return hour == null ? one : Math.min(one, hour);
  }

  /// The next time after an instant that is the last one at which something that counts still
  /// happened; [Long#MAX_VALUE] for never.
  long nextEnd(long instant) {
    var place = firstAfter(instant);
    var one = place < exact.size() ? exact.get(place).time() : Long.MAX_VALUE;
    if (hours.isEmpty()) {
      return one;
    }
    var hour = hours.higherKey(Math.max(instant, Long.MIN_VALUE + Hour.MS) - Hour.MS + 1);
    return hour == null ? one : Math.min(one, Hour.end(hour));
  }

  /// Of those later than an instant the first with whose leaving so many are left as are looked
  /// for.
  ///
  /// @param found holds of no number, or of one and of all below it
  /// @return when it happened; [Long#MAX_VALUE] when it holds not even of none
  long leavingWhere(long after, LongPredicate found) {
    var low = firstAfter(after);
    var high = exact.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (found.test(exact.size() - firstAfter(exact.get(middle).time()))) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low < exact.size() ? exact.get(low).time() : Long.MAX_VALUE;
  }

  private SortedMap<Long, Hour> hours(long after, long until) {
    if (hours.isEmpty() || until < after) {
      return new TreeMap<>();
    }
    // An hour counts from its first millisecond on, and until its last has left the window.
    var from = after <= Long.MIN_VALUE + Hour.MS ? Long.MIN_VALUE : after - Hour.MS + 1;
    return from > until ? new TreeMap<>() : hours.subMap(from, false, until, true);
  }

  /// The place of the first that is later than an instant.
  private int firstAfter(long instant) {
    int low = 0;
    int high = exact.size();
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (exact.get(middle).time() > instant) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Occurrences that
        && role == that.role
        && exact.equals(that.exact)
        && hours.equals(that.hours)
        && summary.equals(that.summary)
        && leftOut == that.leftOut;
  }

  @Override
  public int hashCode() {
    return Objects.hash(role.name(), exact, hours, summary, leftOut);
  }

  @Override
  public String toString() {
    return "Occurrences[%s, exact=%s, hours=%s, summary=%s, leftOut=%d]"
        .formatted(role, exact, hours, summary, leftOut);
  }
}
