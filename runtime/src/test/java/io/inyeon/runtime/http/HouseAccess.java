package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An access log that fits into memory.
final class HouseAccess implements AccessDesk {
  final List<Read> reads = new ArrayList<>();

  @Override
  public synchronized void record(Read read) {
    reads.add(read);
  }

  @Override
  public Page page(long from, long to, Filter filter, @Nullable String cursor, int limit) {
    return new Page(List.of(), null);
  }

  @Override
  public Value.Fields review(YearMonth month) {
    var report = new LinkedHashMap<String, Value>();
    report.put("month", new Value.Text(month.toString()));
    report.put("madeAt", new Value.Text("2026-03-01T00:00:00Z"));
    report.put("reads", new Value.Decimal(BigDecimal.ZERO));
    report.put("downloadsInAll", new Value.Decimal(BigDecimal.ZERO));
    for (var name : List.of("actors", "attention", "downloads")) {
      report.put(name, new Value.Items(List.of()));
    }
    return new Value.Fields(report);
  }
}
