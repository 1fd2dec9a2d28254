package io.inyeon.runtime.quality;

import io.inyeon.core.govern.quality.SourceDay;
import io.inyeon.core.govern.quality.VolumeWatch;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/// How many events of a source came when, over all its days.
public final class SourceDays implements VolumeWatch.Counts {
  private final Map<Long, long[]> days = new HashMap<>();
  private final long first;

  /// Of all days that are kept.
  public SourceDays(SortedMap<Long, SourceDay> days) {
    days.forEach((day, counts) -> {
      var until = new long[VolumeWatch.DAY + 1];
      for (var slot = 0; slot < VolumeWatch.DAY; slot++) {
        until[slot + 1] = until[slot] + counts.slot(slot);
      }
      this.days.put(day, until);
    });
    first = days.isEmpty() ? Long.MAX_VALUE : first(days);
  }

  private static long first(SortedMap<Long, SourceDay> days) {
    var day = days.firstEntry();
    var slot = 0;
    while (slot < VolumeWatch.DAY - 1 && day.getValue().slot(slot) == 0) {
      slot++;
    }
    return day.getKey() * VolumeWatch.DAY + slot;
  }

  @Override
  public long sum(long from, long to) {
    var sum = 0L;
    for (var at = from; at <= to; ) {
      var day = Math.floorDiv(at, VolumeWatch.DAY);
      var end = Math.min(to, (day + 1) * VolumeWatch.DAY - 1);
      var until = days.get(day);
      if (until != null) {
        sum +=
            until[(int) (end - day * VolumeWatch.DAY) + 1]
                - until[(int) (at - day * VolumeWatch.DAY)];
      }
      at = end + 1;
    }
    return sum;
  }

  @Override
  public long first() {
    return first;
  }
}
