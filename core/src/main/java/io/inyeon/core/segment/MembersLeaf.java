package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A condition on the members of one account. What its members do changes it, and then says so;
/// with time it changes only where it is asked for an instant of the past.
///
/// @param count of the condition that is asked of the members; `null` when it is not counted yet,
///   which is *unknown*
record MembersLeaf(String account, Condition.Quantifier quantifier, @Nullable MemberCount count)
    implements Leaf {
  @Override
  public Truth at(long now) {
    return count == null ? Truth.UNKNOWN : Truth.of(count.at(now).holds(quantifier));
  }

  @Override
  public long next(long now) {
    return count == null ? Long.MAX_VALUE : count.next(quantifier, now);
  }

  @Override
  public int patience() {
    return 0;
  }

  @Override
  public Map<String, Value> facts(long now) {
    var facts = new LinkedHashMap<String, Value>();
    facts.put("account", new Value.Text(account));
    if (count != null) {
      var then = count.at(now);
      facts.put("matching", new Value.Decimal(BigDecimal.valueOf(then.matching())));
      facts.put("members", new Value.Decimal(BigDecimal.valueOf(then.members())));
    }
    return facts;
  }
}
