package io.inyeon.runtime.analytics;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Cuts;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Touch;
import io.inyeon.core.segment.Window;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Computed traits of every kind by chance, and pages by which somebody may come.
public final class AnyFormula {
  private final Random random;
  private final AnyCondition any;

  public AnyFormula(Random random, AnyCondition any) {
    this.random = random;
    this.any = any;
  }

  /// One of a kind, 0 to 7; of the last kinds an aggregate.
  public Formula next(int kind) {
    return switch (kind) {
      case 0 ->
          new Formula.Rfm(
              any.filter(), FieldPath.of("price"), window(), random.nextBoolean() ? null : cuts());
      case 1 -> stages();
      case 2 -> new Formula.Touched(random.nextBoolean(), any.pick(List.of(Touch.Of.values())));
      case 3 -> new Formula.Visits(any.pick(List.of(Formula.Figure.values())));
      case 4 -> new Formula.ActiveHour();
      case 5 -> new Formula.Anniversary(any.path(List.of("born", "signed", "home")));
      default -> aggregated();
    };
  }

  private Formula stages() {
    var stages = new ArrayList<Formula.Stage>();
    for (var name : List.of("a", "ab", "2026-03-27", "서울")) {
      stages.add(
          new Formula.Stage(
              name,
              random.nextInt(3) == 0
                  ? new Formula.Rule.AfterGap(any.filter(), any.span(), any.span())
                  : new Formula.Rule.When(any.next(1, List.of()))));
    }
    return new Formula.Stages(stages, "b");
  }

  private Formula aggregated() {
    var measure = any.pick(List.of(Formula.Measure.values()));
    var parts = new ArrayList<Formula.Part>();
    for (var i = random.nextInt(3) == 0 ? 2 : 1; i > 0; i--) {
      parts.add(
          switch (measure) {
            case COUNT -> new Formula.Part(any.filter(), null, null);
            case SUM, AVG, MIN, MAX ->
                new Formula.Part(any.filter(), any.path(AnyCondition.PROPERTIES), null);
            case FIRST, LAST, MOST_FREQUENT, UNIQUE, DISTINCT ->
                random.nextInt(4) == 0
                    ? new Formula.Part(any.filter(), null, any.scalar())
                    : new Formula.Part(any.filter(), any.path(AnyCondition.PROPERTIES), null);
          });
    }
    return new Formula.Aggregated(measure, parts, window());
  }

  private Window window() {
    var window = any.window();
    return window instanceof Window.Since ? new Window.Ever() : window;
  }

  private Cuts cuts() {
    var cuts = new ArrayList<List<BigDecimal>>();
    for (var i = 0; i < 3; i++) {
      var some = new ArrayList<BigDecimal>();
      for (var j = 0; j < Cuts.MOST; j++) {
        some.add(BigDecimal.valueOf(random.nextInt(50), 1));
      }
      some.sort(null);
      cuts.add(some);
    }
    return new Cuts(cuts.get(0), cuts.get(1), cuts.get(2), 0, 0);
  }

  /// What is asked of a computed trait of some kind.
  public Condition asking(String id, Formula formula) {
    var path =
        switch (formula) {
          case Formula.Rfm _ ->
              any.pick(List.of("", ".recency", ".frequency", ".monetary", ".score"));
          case Formula.Aggregated _,
              Formula.Touched _,
              Formula.Stages _,
              Formula.Visits _,
              Formula.ActiveHour _,
              Formula.Anniversary _ ->
              random.nextInt(15) == 0 ? ".x" : "";
        };
    var number =
        (formula instanceof Formula.Rfm && !path.equals(".score"))
            || formula instanceof Formula.Visits
            || formula instanceof Formula.ActiveHour;
    var operator =
        random.nextInt(5) == 0
            ? any.presence()
            : number && random.nextInt(3) > 0 ? any.numeric() : any.operator(false);
    return new Condition.OfTrait(FieldPath.of(id + path), operator);
  }

  /// The context of a page, by which somebody may have come.
  public Map<String, Value> page() {
    var page = new LinkedHashMap<String, Value>();
    page.put("url", new Value.Text("https://shop.example.com/a"));
    var referrer =
        any.pick(List.of("", "https://shop.example.com/b", "https://www.naver.com/", "x"));
    page.put("referrer", new Value.Text(referrer));
    var context = new LinkedHashMap<String, Value>();
    context.put("page", new Value.Fields(page));
    if (random.nextInt(3) == 0) {
      var campaign = new LinkedHashMap<String, Value>();
      campaign.put("name", new Value.Text(any.pick(List.of("a", "서울", "2026-03-27"))));
      campaign.put("medium", new Value.Text(any.pick(List.of("email", "cpc", "b"))));
      context.put("campaign", new Value.Fields(campaign));
    }
    return context;
  }
}
