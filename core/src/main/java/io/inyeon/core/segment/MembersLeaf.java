package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A condition on the members of one account. What its members do changes it, and then says so;
/// with time it changes only where it is asked for an instant of the past.
///
/// @param tally of the condition that is asked of the members; `null` when it is not counted yet,
///   which is *unknown*
record MembersLeaf(String account, Condition.Quantifier quantifier, @Nullable MemberCount tally)
    implements Leaf {
  @Override
  public Truth at(long now) {
    return tally == null ? Truth.UNKNOWN : Truth.of(tally.at(now).holds(quantifier));
  }

  @Override
  public long next(long now) {
    return tally == null ? Long.MAX_VALUE : tally.next(quantifier, now);
  }

  @Override
  public int patience() {
    return 0;
  }

  @Override
  public Map<String, Value> facts(long now) {
    var facts = new LinkedHashMap<String, Value>();
    facts.put("account", new Value.Text(account));
    if (tally != null) {
      var then = tally.at(now);
      facts.put("matching", new Value.Decimal(BigDecimal.valueOf(then.matching())));
      facts.put("members", new Value.Decimal(BigDecimal.valueOf(then.members())));
    }
    return facts;
  }
}
