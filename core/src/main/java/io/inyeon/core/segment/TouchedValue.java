package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// By what a person first came here, or came last.
///
/// @param of the touches of each call
record TouchedValue(Formula.Touched asked, List<Occurrences> of) implements Computation {
  static TouchedValue of(Formula.Touched asked, ProfileView view) {
    return new TouchedValue(
        asked,
        asked.tracks().stream().map(track -> view.occurrences(track, Reach.NOTHING)).toList());
  }

  private @Nullable Occurrence touch(long now) {
    var all = Summary.NONE;
    for (var each : of) {
      all = all.plus(each.within(Long.MIN_VALUE, now));
    }
    return asked.first() ? all.first() : all.last();
  }

  @Override
  public @Nullable Value at(long now) {
    var touch = touch(now);
    return touch == null ? null : touch.value();
  }

  @Override
  public long next(long now) {
    var next = Long.MAX_VALUE;
    for (var each : of) {
      next = Math.min(next, each.nextBegin(now));
    }
    return next;
  }

  @Override
  public Map<String, Value> facts(long now) {
    var facts = new LinkedHashMap<String, Value>();
    var touch = touch(now);
    if (touch != null) {
      facts.put("time", new Value.Time(Instant.ofEpochMilli(touch.time())));
    }
    return facts;
  }
}
