package io.inyeon.runtime.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who was active when, as an order that moves with every event: known people and others apart, so
/// that each list is walked from its newest on and nobody is passed over.
///
/// Kept in memory, about 30 bytes a person, and saved by [ActivityFile]. A tree that limits or cuts
/// divide stands there once for each of its people. Knows besides how many people were new when.
/// Safe for several threads.
final class Activity {
  /// Seconds since 1970 that an order can tell apart: up to 2106. What lies outside counts as the
  /// nearest.
  static final long LATEST = 0xFFFF_FFFFL;

  /// Quarters of an hour since 1970 that can be told apart: up to 2209. Every day of every time
  /// zone begins with one.
  static final int LAST_QUARTER = (1 << 23) - 1;

  private static final long QUARTER_MS = 900_000;
  private static final int FIRST_SHIFT = 33;
  private static final long TREES = 0xFFFF_FFFFL;

  /// One of a tree's people.
  ///
  /// @param seconds since 1970, of the latest activity, 0 to [#LATEST]
  /// @param first the quarter of an hour of the earliest, see [#quarter]
  record One(long seconds, int first, boolean known) {
    private One at(long later) {
      return new One(later, first, known);
    }
  }

  /// One of a list.
  ///
  /// @param part which of the tree's people, from 0 on
  record Place(long tree, int part, long seconds) {}

  /// Where a page ended: everything below is still to come.
  ///
  /// @param key seconds and tree as one number
  /// @param part those of the tree up to this one were told; -1 for none
  record After(long key, int part) {}

  private final SortedLongs known = new SortedLongs();
  private final SortedLongs unknown = new SortedLongs();
  private long knownPeople;
  private long unknownPeople;

  /// How many people were new in each quarter of an hour.
  private final TreeMap<Integer, Integer> begun = new TreeMap<>();

  /// By tree, if it is one person: from the right 1 bit for known, 32 of seconds, 23 of the first
  /// quarter; plus 2, so that it is never 0. 1 for a tree that is divided.
  private final LongTable single = new LongTable();

  private static final long DIVIDED = 1;
  private final Map<Long, List<One>> divided = new HashMap<>();

  /// The print of what a tree is indexed by; 0 for nothing.
  private final LongTable prints = new LongTable();

  /// Milliseconds since 1970 as the order counts them.
  static long seconds(@Nullable Long millis) {
    return millis == null ? 0 : Math.clamp(Math.floorDiv(millis, 1000L), 0, LATEST);
  }

  /// The quarter of an hour since 1970 in which a time lies; 0 for none.
  static int quarter(@Nullable Long millis) {
    return millis == null ? 0 : Math.clamp(Math.floorDiv(millis, QUARTER_MS), 0, LAST_QUARTER);
  }

  private static long key(long seconds, long tree) {
    // Shifted down, so that the order of signed numbers is the right one.
    return (seconds << 32 | tree) + Long.MIN_VALUE;
  }

  private static long tree(long key) {
    return key & TREES;
  }

  private static long secondsOf(long key) {
    return (key - Long.MIN_VALUE) >>> 32;
  }

  private List<One> people(long tree) {
    var code = single.get(tree);
    if (code == 0) {
      return List.of();
    }
    return code == DIVIDED ? divided.getOrDefault(tree, List.of()) : List.of(one(code));
  }

  private static One one(long code) {
    var bits = code - 2;
    return new One((bits >>> 1) & LATEST, (int) (bits >>> FIRST_SHIFT), (bits & 1) == 1);
  }

  private static long code(One one) {
    return ((long) one.first() << FIRST_SHIFT | one.seconds() << 1 | (one.known() ? 1 : 0)) + 2;
  }

  /// Puts a tree's people in the place of those it had.
  synchronized void put(long tree, List<One> people) {
    if (tree < 0 || tree > TREES) {
      throw new IllegalStateException("more trees than a list of people can hold: " + tree);
    }
    remove(tree);
    for (var one : people) {
      (one.known() ? known : unknown).add(key(one.seconds(), tree));
    }
    count(people, 1);
    if (people.size() == 1) {
      single.put(tree, code(people.getFirst()));
    } else if (!people.isEmpty()) {
      single.put(tree, DIVIDED);
      divided.put(tree, List.copyOf(people));
    }
  }

  /// Takes a tree's people out.
  synchronized void remove(long tree) {
    var people = people(tree);
    for (var one : people) {
      (one.known() ? known : unknown).remove(key(one.seconds(), tree));
    }
    count(people, -1);
    single.put(tree, 0);
    divided.remove(tree);
  }

  private void count(List<One> people, int sign) {
    for (var one : people) {
      if (one.known()) {
        knownPeople += sign;
      } else {
        unknownPeople += sign;
      }
      begun.merge(one.first(), sign, (a, b) -> a + b == 0 ? null : Integer.valueOf(a + b));
    }
  }

  /// Somebody of a tree was active, and nothing else about it changed.
  ///
  /// @return whether that was enough to know: not when the tree is divided or new
  synchronized boolean touch(long tree, long seconds) {
    var code = single.get(tree);
    if (code <= DIVIDED) {
      return false;
    }
    var one = one(code);
    if (seconds > one.seconds()) {
      var order = one.known() ? known : unknown;
      order.remove(key(one.seconds(), tree));
      order.add(key(seconds, tree));
      single.put(tree, code(one.at(seconds)));
    }
    return true;
  }

  /// Latest activity of a tree's people.
  synchronized List<One> of(long tree) {
    return people(tree);
  }

  synchronized int print(long tree) {
    return (int) prints.get(tree);
  }

  synchronized void print(long tree, int print) {
    prints.put(tree, print & 0xFFFF_FFFFL);
  }

  synchronized long knownPeople() {
    return knownPeople;
  }

  synchronized long unknownPeople() {
    return unknownPeople;
  }

  /// How many people's earliest activity lies in a time, to the quarter of an hour.
  ///
  /// @param from milliseconds since 1970
  /// @param to exclusive
  synchronized long newPeople(long from, long to) {
    var sum = 0L;
    for (var count : begun.subMap(quarter(from), quarter(to)).values()) {
      sum += count;
    }
    return sum;
  }

  /// The next of a list, newest first.
  ///
  /// @param which known people or the others; `null` for all
  /// @param from the earliest second wanted
  /// @param after where the page before ended; `null` for the beginning
  /// @param before only who was active earlier than this second
  synchronized List<Place> page(
      @Nullable Boolean which, long from, long before, @Nullable After after, int limit) {
    var start = before > LATEST ? Long.MAX_VALUE : key(before, 0);
    // A tree of several people may end one page and begin the next.
    if (after != null && after.key() < start) {
      start = after.part() < 0 ? after.key() : after.key() + 1;
    }
    var keys = new ArrayList<Long>();
    if (which == null || which) {
      take(known, start, from, limit + 1, keys);
    }
    if (which == null || !which) {
      take(unknown, start, from, limit + 1, keys);
    }
    keys.sort(java.util.Comparator.reverseOrder());
    var places = new ArrayList<Place>();
    for (var key : keys.stream().distinct().toList()) {
      var people = people(tree(key));
      for (var part = 0; part < people.size() && places.size() < limit; part++) {
        var one = people.get(part);
        if (one.seconds() == secondsOf(key)
            && (which == null || one.known() == which)
            && !(after != null && key == after.key() && part <= after.part())) {
          places.add(new Place(tree(key), part, one.seconds()));
        }
      }
    }
    return places;
  }

  private static void take(SortedLongs order, long below, long from, int limit, List<Long> keys) {
    var end = keys.size() + limit;
    order.below(
        below,
        key -> {
          if (secondsOf(key) < from) {
            return false;
          }
          keys.add(key);
          return keys.size() < end;
        });
  }

  /// Where a page ended that ended with this one.
  static After after(Place place) {
    return new After(key(place.seconds(), place.tree()), place.part());
  }

  /// Everything, as it is saved.
  ///
  /// @param trees those of one person each
  /// @param codes theirs, see [#single]
  /// @param prints theirs
  record Saved(
      long[] trees,
      long[] codes,
      int[] prints,
      Map<Long, List<One>> divided,
      int[] dividedPrints) {}

  synchronized Saved saved() {
    var trees = new long[known.size() + unknown.size()];
    var count = new int[1];
    single.forEachKey(tree -> {
      if (single.get(tree) != DIVIDED) {
        trees[count[0]++] = tree;
      }
    });
    var own = Arrays.copyOf(trees, count[0]);
    var codes = new long[own.length];
    var print = new int[own.length];
    for (var i = 0; i < own.length; i++) {
      codes[i] = single.get(own[i]);
      print[i] = print(own[i]);
    }
    var several = new TreeMap<>(divided);
    var dividedPrints = new int[several.size()];
    var at = 0;
    for (var tree : several.keySet()) {
      dividedPrints[at++] = print(tree);
    }
    return new Saved(own, codes, print, several, dividedPrints);
  }

  /// Takes one of what was saved.
  void restore(long tree, long code, int print) {
    put(tree, List.of(one(code)));
    print(tree, print);
  }
}
