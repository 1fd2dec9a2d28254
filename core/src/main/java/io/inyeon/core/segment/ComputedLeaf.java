package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An operator asked of a computed trait.
///
/// @param trait its id and, of a value with parts, which part
record ComputedLeaf(FieldPath trait, Operator operator, Computation computation, Terms terms)
    implements Leaf {
  private @Nullable Value value(long now) {
    return trait.below(computation.at(now));
  }

  @Override
  public Truth at(long now) {
    return Operators.ask(operator, value(now), terms, now);
  }

  @Override
  public long next(long now) {
    return Math.min(computation.next(now), Operators.next(operator, value(now), terms, now));
  }

  @Override
  public int patience() {
    return 8;
  }

  @Override
  public Map<String, Value> facts(long now) {
    var facts = new LinkedHashMap<String, Value>();
    var value = value(now);
    if (value != null) {
      facts.put("value", value);
    }
    facts.put("computed", new Value.Fields(new LinkedHashMap<>(computation.facts(now))));
    return facts;
  }
}
