package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An operator asked of one value.
record ValueLeaf(Operator operator, @Nullable Value value, Terms terms) implements Leaf {
  @Override
  public Truth at(long now) {
    return Operators.ask(operator, value, terms, now);
  }

  @Override
  public long next(long now) {
    return Operators.next(operator, value, terms, now);
  }

  @Override
  public int patience() {
    return 8;
  }

  @Override
  public Map<String, Value> facts(long now) {
    return value == null ? Map.of() : Map.of("value", value);
  }
}
