package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.util.Map;

/// An answer that only an event can change.
record FixedLeaf(Truth truth, Map<String, Value> facts) implements Leaf {
  @Override
  public Truth at(long now) {
    return truth;
  }

  @Override
  public long next(long now) {
    return Long.MAX_VALUE;
  }

  @Override
  public int patience() {
    return 0;
  }

  @Override
  public Map<String, Value> facts(long now) {
    return facts;
  }
}
