package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The next day on which a date returns; today when it does today. The 29th of February returns on
/// the 28th in other years.
record AnniversaryValue(@Nullable Value date, Terms terms) implements Computation {
  private @Nullable LocalDate day(long now) {
    var born = Moments.day(date, terms);
    return born == null ? null : Operators.anniversary(born, terms.day(now));
  }

  @Override
  public @Nullable Value at(long now) {
    var day = day(now);
    return day == null ? null : new Value.Text(day.toString());
  }

  @Override
  public long next(long now) {
    var day = day(now);
    return day == null ? Long.MAX_VALUE : terms.start(day.plusDays(1));
  }

  @Override
  public Map<String, Value> facts(long now) {
    return date == null ? Map.of() : Map.of("date", date);
  }
}
