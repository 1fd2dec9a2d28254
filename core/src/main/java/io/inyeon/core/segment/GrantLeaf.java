package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.time.Instant;
import java.util.Map;

/// Whether a person's consent holds, which may run out.
///
/// @param until exclusive, milliseconds since 1970; [Long#MIN_VALUE] for no consent at all
record GrantLeaf(long until) implements Leaf {
  @Override
  public Truth at(long now) {
    return Truth.of(now < until);
  }

  @Override
  public long next(long now) {
    return now < until ? until : Long.MAX_VALUE;
  }

  @Override
  public int patience() {
    return 0;
  }

  @Override
  public Map<String, Value> facts(long now) {
    return until == Long.MIN_VALUE || until == Long.MAX_VALUE
        ? Map.of()
        : Map.of("until", new Value.Time(Instant.ofEpochMilli(until)));
  }
}
