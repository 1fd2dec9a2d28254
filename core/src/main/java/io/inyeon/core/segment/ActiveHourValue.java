package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Activity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The hour of the day with most minutes of activity; of several the one that was active last.
record ActiveHourValue(Activity activity, Terms terms) implements Computation {
  private static final int HOURS = 24;

  private long[] minutes() {
    var minutes = new long[HOURS];
    for (var some : List.of(activity.recent(), activity.older())) {
      for (var i = 0; i < some.size(); i++) {
        minutes[terms.hour(some.value(i).first())]++;
      }
    }
    return minutes;
  }

  @Override
  public @Nullable Value at(long now) {
    var minutes = minutes();
    var best = -1;
    // Newest first: the first hour that has most is the one that was active last.
    for (var some : List.of(activity.recent(), activity.older())) {
      for (var i = 0; i < some.size(); i++) {
        var hour = terms.hour(some.value(i).first());
        best = best < 0 || minutes[hour] > minutes[best] ? hour : best;
      }
    }
    return best < 0 ? null : new Value.Decimal(BigDecimal.valueOf(best));
  }

  @Override
  public long next(long now) {
    return Long.MAX_VALUE;
  }

  @Override
  public Map<String, Value> facts(long now) {
    var minutes = new ArrayList<Value>();
    for (var each : minutes()) {
      minutes.add(new Value.Decimal(BigDecimal.valueOf(each)));
    }
    var facts = new LinkedHashMap<String, Value>();
    facts.put("minutesByHour", new Value.Items(minutes));
    facts.put("exact", new Value.Truth(activity.earlier() == null));
    return facts;
  }
}
