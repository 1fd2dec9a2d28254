package io.inyeon.runtime.http;

import io.inyeon.core.unify.Listing;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds people by what somebody types, and lists them by their latest activity.
public interface Finding {
  /// One page; `null` when the cursor is none of ours.
  @Nullable Found find(Wanted wanted) throws Unavailable;

  /// Waits until pages show what stands at a position of the log.
  boolean await(long position, long timeoutMs) throws InterruptedException;

  /// What is asked for.
  ///
  /// @param q words; `null` for a list
  /// @param known only people who are known, or who are not; `null` for both
  /// @param seenFrom the earliest activity, seconds since 1970; of lists only
  /// @param seenTo activity before this, seconds since 1970; of lists only
  /// @param cursor of the page before; `null` for the first
  record Wanted(
      @Nullable String q,
      @Nullable Boolean known,
      long seenFrom,
      long seenTo,
      @Nullable String cursor,
      int limit) {}

  /// One page of people.
  ///
  /// @param next cursor of the page that follows; `null` at the end
  /// @param counts of everybody
  /// @param position of the log; all up to it is shown
  /// @param building how far the index has come that is being made; `null` when none is
  record Found(
      List<Person> people,
      @Nullable String next,
      Counts counts,
      long position,
      @Nullable Building building) {
    public Found {
      people = List.copyOf(people);
    }
  }

  /// How many people there are.
  ///
  /// @param known by more than a device, a cookie or an imported row
  /// @param anonymous those who are not
  /// @param newToday whose earliest event is of today, in the workspace's time zone
  /// @param newYesterday whose earliest event is of the day before
  record Counts(long known, long anonymous, long newToday, long newYesterday) {
    public static final Counts NONE = new Counts(0, 0, 0, 0);
  }

  /// How many people are indexed of how many.
  record Building(long done, long total) {}

  /// Somebody.
  ///
  /// @param score how well they match; `null` in a list
  record Person(Listing listing, @Nullable Float score, List<Match> matches) {
    public Person {
      matches = List.copyOf(matches);
    }
  }

  /// A fact by which somebody was found.
  ///
  /// @param field an identifier's type or a trait's name
  /// @param ranges where the words stand in the value; none when it is alike as a whole only
  record Match(String field, String value, List<Range> ranges) {
    public Match {
      ranges = List.copyOf(ranges);
    }
  }

  /// A part of a text.
  ///
  /// @param from inclusive, in UTF-16 units
  /// @param to exclusive
  record Range(int from, int to) implements Comparable<Range> {
    private static final Comparator<Range> ORDER =
        Comparator.comparingInt(Range::from).thenComparingInt(Range::to);

    @Override
    public int compareTo(Range other) {
      return ORDER.compare(this, other);
    }
  }
}
