package io.inyeon.core.govern.quality;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// 설 and 추석, around which Koreans do otherwise than in other weeks.
///
/// The days stand in a table of the years 2015 to 2035, since the lunar calendar's rule has
/// exceptions just there (autumn of 2033); outside of it no day is known to be one.
public final class Festivals {
  /// Days before the festival's own that belong to it.
  static final int BEFORE = 3;

  /// Days after it.
  static final int AFTER = 2;

  private static final NavigableMap<Long, Boolean> DAYS = days();

  private Festivals() {}

  /// A day of a festival.
  ///
  /// @param offset -3 to 2; 0 is the festival's own day
  public record Day(long festival, int offset) {}

  /// What a day is; `null` for a day like others.
  ///
  /// @param epochDay days since 1970-01-01, where the source is at home
  static @Nullable Day of(long epochDay) {
    var next = DAYS.ceilingKey(epochDay);
    if (next != null && next - epochDay <= BEFORE) {
      return new Day(next, (int) (epochDay - next));
    }
    var last = DAYS.floorKey(epochDay);
    return last != null && epochDay - last <= AFTER ? new Day(last, (int) (epochDay - last)) : null;
  }

  /// The festivals before one, latest first.
  static List<Long> before(long festival) {
    return List.copyOf(DAYS.headMap(festival, false).descendingKeySet());
  }

  private static NavigableMap<Long, Boolean> days() {
    var days = new TreeMap<Long, Boolean>();
    for (var day :
        """
        2015-02-19 2015-09-27 2016-02-08 2016-09-15 2017-01-28 2017-10-04 2018-02-16 2018-09-24
        2019-02-05 2019-09-13 2020-01-25 2020-10-01 2021-02-12 2021-09-21 2022-02-01 2022-09-10
        2023-01-22 2023-09-29 2024-02-10 2024-09-17 2025-01-29 2025-10-06 2026-02-17 2026-09-25
        2027-02-07 2027-09-15 2028-01-27 2028-10-03 2029-02-13 2029-09-22 2030-02-03 2030-09-12
        2031-01-23 2031-10-01 2032-02-11 2032-09-19 2033-01-31 2033-09-08 2034-02-19 2034-09-27
        2035-02-08 2035-09-16
        """
            .strip()
            .split("\\s+", -1)) {
      days.put(LocalDate.parse(day).toEpochDay(), true);
    }
    return days;
  }
}
