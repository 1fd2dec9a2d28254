package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Sessions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something of a person's visits.
record VisitsValue(Formula.Figure figure, Sessions sessions) implements Computation {
  @Override
  public @Nullable Value at(long now) {
    var known = sessions.known();
    return switch (figure) {
      case COUNT -> new Value.Decimal(BigDecimal.valueOf(known.size()));
      case LENGTH -> known.isEmpty() ? null : seconds(length(), 1);
      case AVERAGE_LENGTH -> known.isEmpty() ? null : seconds(length(), known.size());
      case FIRST -> known.isEmpty() ? null : time(known.getLast().start());
      case LAST -> known.isEmpty() ? null : time(known.getFirst().start());
    };
  }

  private long length() {
    return sessions.known().stream().mapToLong(Sessions.Session::lengthMs).sum();
  }

  private static Value seconds(long ms, int of) {
    return new Value.Decimal(
        Decimals9.plain(
            BigDecimal.valueOf(ms)
                .divide(BigDecimal.valueOf(1_000L * of), 3, RoundingMode.HALF_EVEN)));
  }

  private static Value time(long at) {
    return new Value.Time(Instant.ofEpochMilli(at));
  }

  @Override
  public long next(long now) {
    return Long.MAX_VALUE;
  }

  @Override
  public Map<String, Value> facts(long now) {
    var facts = new LinkedHashMap<String, Value>();
    facts.put("count", new Value.Decimal(BigDecimal.valueOf(sessions.known().size())));
    facts.put("exact", new Value.Truth(sessions.earlier() == null));
    return facts;
  }
}
