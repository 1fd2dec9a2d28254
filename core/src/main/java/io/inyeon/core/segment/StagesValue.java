package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// In which stage a person is: the first whose rule holds.
record StagesValue(Formula.Stages asked, ProfileView view) implements Computation {
  @Override
  public Value at(long now) {
    for (var stage : asked.stages()) {
      if (holds(stage.rule(), now)) {
        return new Value.Text(stage.name());
      }
    }
    return new Value.Text(asked.otherwise());
  }

  private boolean holds(Formula.Rule rule, long now) {
    return switch (rule) {
      case Formula.Rule.When(var condition) ->
          Evaluator.glance(condition, view, now).truth() == Truth.MATCH;
      case Formula.Rule.AfterGap gap -> !returns(gap, now).isEmpty();
    };
  }

  /// When it happened again after long enough, within the time asked for; ascending.
  private List<Long> returns(Formula.Rule.AfterGap gap, long now) {
    var all = view.occurrences(gap.track(), gap.reach());
    var from = now - gap.within().ms();
    var begin = from - gap.gap().ms();
    var found = new ArrayList<Long>();
    var before = Long.MIN_VALUE;
    var met = all.count(Long.MIN_VALUE, begin) > 0;
    for (long time : all.times(begin, now)) {
      var enough = before == Long.MIN_VALUE ? met : time - before >= gap.gap().ms();
      if (time > from && enough) {
        found.add(time);
      }
      before = time;
    }
    return found;
  }

  @Override
  public long next(long now) {
    var next = Long.MAX_VALUE;
    for (var stage : asked.stages()) {
      switch (stage.rule()) {
        case Formula.Rule.When(var condition) -> {
          var glance = Evaluator.glance(condition, view, now);
          next = Math.min(next, glance.changesAt());
          if (glance.truth() == Truth.MATCH) {
            return next;
          }
        }
        case Formula.Rule.AfterGap gap -> {
          var all = view.occurrences(gap.track(), gap.reach());
          next = Math.min(next, all.nextBegin(now));
          var found = returns(gap, now);
          if (!found.isEmpty()) {
            return Math.min(next, found.getLast() + gap.within().ms());
          }
        }
      }
    }
    return next;
  }

  @Override
  public Map<String, Value> facts(long now) {
    var looked = new ArrayList<Value>();
    for (var stage : asked.stages()) {
      var fields = new LinkedHashMap<String, Value>();
      fields.put("stage", new Value.Text(stage.name()));
      switch (stage.rule()) {
        case Formula.Rule.When(var condition) -> {
          var reason = Evaluator.evaluate(condition, view, Instant.ofEpochMilli(now)).reason();
          fields.put("reason", ReasonForm.of(reason, condition, view));
        }
        case Formula.Rule.AfterGap gap -> {
          var found = returns(gap, now);
          fields.put("rule", FormulaWriter.gap(gap));
          fields.put(
              "returns",
              new Value.Items(
                  found.stream()
                      .<Value>map(at -> new Value.Time(Instant.ofEpochMilli(at)))
                      .toList()));
        }
      }
      looked.add(new Value.Fields(fields));
      if (holds(stage.rule(), now)) {
        break;
      }
    }
    return Map.of("stages", new Value.Items(looked));
  }
}
