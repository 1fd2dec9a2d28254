package io.inyeon.core.segment;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads how a computed trait is worked out, as somebody wrote it, and finds all that is wrong with
/// it at once.
///
/// ```
/// {"aggregate": "sum", "event": "Order Completed", "property": "revenue",
///    "window": {"last": "90 days"}}
/// {"aggregate": "most_frequent", "of": [{"event": "Email Link Clicked", "as": "email"}, ...]}
/// {"sessions": "count"} {"hour": "most_active"} {"touch": "first", "of": "channel"}
/// {"rfm": {"event": "Order Completed", "property": "revenue", "window": {"last": "365 days"},
///    "cuts": "quintiles"}}
/// {"stages": [{"stage": "customer", "when": {...}}, {"stage": "returned", "after_gap": {"event":
///    "Order Completed", "gap": "365 days", "within": "90 days"}}], "otherwise": "stranger"}
/// {"anniversary": "birthday"}
/// ```
public final class FormulaReader {
  private static final Set<String> FORMS =
      Set.of("aggregate", "sessions", "hour", "touch", "rfm", "stages", "anniversary");
  private static final int MOST_PARTS = 20;
  private static final int MOST_STAGES = 50;
  private static final int LONGEST = 200;

  private final Problems problems = new Problems();
  private final ConditionReader conditions;
  private final OperatorReader operators;

  private FormulaReader(Patterns patterns) {
    conditions = new ConditionReader(problems, patterns);
    operators = conditions.operators();
  }

  /// What came of reading.
  public sealed interface Reading {
    /// It is one.
    record Good(Formula formula) implements Reading {}

    /// It is none, for all these reasons; each names its place by a JSON pointer.
    record Bad(List<Violation> problems) implements Reading {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads a formula.
  ///
  /// @param path of it in what somebody wrote
  public static Reading read(@Nullable Value written, String path, Patterns patterns) {
    var reader = new FormulaReader(patterns);
    var formula = reader.formula(written, path);
    return formula == null || reader.problems.size() > 0
        ? new Reading.Bad(reader.problems.all())
        : new Reading.Good(formula);
  }

  private @Nullable Formula formula(@Nullable Value written, String path) {
    if (!(written instanceof Value.Fields fields)) {
      problems.add("not_an_object", path, written);
      return null;
    }
    var forms = new LinkedHashSet<>(fields.values().keySet());
    forms.retainAll(FORMS);
    if (forms.size() != 1) {
      problems.add(
          forms.isEmpty() ? "no_form" : "two_forms",
          path,
          String.join(", ", forms.isEmpty() ? fields.values().keySet() : forms));
      return null;
    }
    return switch (forms.getFirst()) {
      case "aggregate" -> aggregated(fields, path);
      case "sessions" -> {
        operators.known(fields, path, Set.of("sessions"));
        var figure = operators.word(fields, "sessions", path, Formula.Figure.values());
        yield figure == null ? null : new Formula.Visits(figure);
      }
      case "hour" -> {
        operators.known(fields, path, Set.of("hour"));
        if (!new Value.Text("most_active").equals(fields.get("hour"))) {
          problems.add("unknown_word", Problems.below(path, "hour"), fields.get("hour"));
        }
        yield new Formula.ActiveHour();
      }
      case "touch" -> {
        operators.known(fields, path, Set.of("touch", "of"));
        var edge = operators.word(fields, "touch", path, Edge.values());
        var of = operators.word(fields, "of", path, Touch.Of.values());
        yield edge == null || of == null ? null : new Formula.Touched(edge == Edge.FIRST, of);
      }
      case "rfm" -> rfm(fields, path);
      case "stages" -> stages(fields, path);
      case "anniversary" -> {
        operators.known(fields, path, Set.of("anniversary"));
        var trait = operators.path(fields, "anniversary", path);
        yield trait == null ? null : new Formula.Anniversary(trait);
      }
      case String form -> throw new IllegalStateException("no such form: " + form);
    };
  }

  private enum Edge {
    FIRST,
    LAST
  }

  // ---- aggregates

  private @Nullable Formula aggregated(Value.Fields fields, String path) {
    var measure = operators.word(fields, "aggregate", path, Formula.Measure.values());
    var window = window(fields, path);
    var parts = new ArrayList<Formula.Part>();
    if (fields.get("of") == null) {
      operators.known(fields, path, Set.of("aggregate", "window", "event", "where", "property"));
      part(fields, path, measure, parts);
    } else {
      operators.known(fields, path, Set.of("aggregate", "window", "of"));
      var place = Problems.below(path, "of");
      if (!(fields.get("of") instanceof Value.Items(var items))) {
        problems.add("not_a_list", place, fields.get("of"));
      } else if (items.isEmpty() || items.size() > MOST_PARTS) {
        problems.add(items.isEmpty() ? "empty" : "too_many", place, "" + items.size());
      } else {
        for (var i = 0; i < items.size(); i++) {
          if (items.get(i) instanceof Value.Fields each) {
            operators.known(each, place + "/" + i, Set.of("event", "where", "property", "as"));
            part(each, place + "/" + i, measure, parts);
          } else {
            problems.add("not_an_object", place + "/" + i, items.get(i));
          }
        }
      }
    }
    return measure == null || window == null || parts.isEmpty() || problems.size() > 0
        ? null
        : new Formula.Aggregated(measure, parts, window);
  }

  private void part(
      Value.Fields fields,
      String path,
      Formula.@Nullable Measure measure,
      List<Formula.Part> parts) {
    var filter = conditions.filter(fields, path);
    var as = fields.get("as") == null ? null : operators.scalar(fields.get("as"), path + "/as");
    FieldPath property = null;
    if (measure == Formula.Measure.COUNT) {
      if (fields.get("property") != null || as != null) {
        problems.add("count_of_property", Problems.below(path, "property"), fields.get("property"));
      }
    } else if (as == null) {
      property = operators.path(fields, "property", path);
    } else if (fields.get("property") != null) {
      problems.add("property_and_value", Problems.below(path, "as"), as);
    } else if (measure != null && measure.numeric()) {
      problems.add("needs_property", Problems.below(path, "as"), as);
    }
    if (filter != null && problems.size() == 0) {
      parts.add(new Formula.Part(filter, property, as));
    }
  }

  private @Nullable Window window(Value.Fields fields, String path) {
    if (fields.get("window") == null) {
      return new Window.Ever();
    }
    var window = conditions.window(fields, path);
    if (window instanceof Window.Since) {
      problems.add("not_a_window", Problems.below(path, "window"), fields.get("window"));
      return null;
    }
    return window;
  }

  // ---- recency, frequency, monetary value

  private @Nullable Formula rfm(Value.Fields fields, String path) {
    operators.known(fields, path, Set.of("rfm"));
    var place = Problems.below(path, "rfm");
    if (!(fields.get("rfm") instanceof Value.Fields of)) {
      problems.add("not_an_object", place, fields.get("rfm"));
      return null;
    }
    operators.known(of, place, Set.of("event", "where", "property", "window", "cuts"));
    var filter = conditions.filter(of, place);
    var property = operators.path(of, "property", place);
    var window = window(of, place);
    var cuts = cuts(of, place);
    return filter == null || property == null || window == null || problems.size() > 0
        ? null
        : new Formula.Rfm(filter, property, window, cuts);
  }

  private @Nullable Cuts cuts(Value.Fields of, String path) {
    var written = of.get("cuts");
    var place = Problems.below(path, "cuts");
    if (written == null || written.equals(new Value.Text("quintiles"))) {
      return null;
    }
    if (!(written instanceof Value.Fields fields)) {
      problems.add("not_an_object", place, written);
      return null;
    }
    operators.known(fields, place, Set.of("recency", "frequency", "monetary"));
    var recency = cuts(fields, "recency", place);
    var frequency = cuts(fields, "frequency", place);
    var monetary = cuts(fields, "monetary", place);
    return recency.isEmpty() || frequency.isEmpty() || monetary.isEmpty()
        ? null
        : new Cuts(recency, frequency, monetary, 0, 0);
  }

  private List<BigDecimal> cuts(Value.Fields fields, String name, String path) {
    var cuts = new ArrayList<BigDecimal>();
    if (fields.get(name) instanceof Value.Items(var items)) {
      for (var item : items) {
        var number = item instanceof Value.Decimal(var each) ? Decimals9.rounded(each) : null;
        if (number != null) {
          cuts.add(number);
        }
      }
    }
    if (!Cuts.ascending(cuts)) {
      problems.add("not_cuts", Problems.below(path, name), fields.get(name));
      return List.of();
    }
    return cuts;
  }

  // ---- stages

  private @Nullable Formula stages(Value.Fields fields, String path) {
    operators.known(fields, path, Set.of("stages", "otherwise"));
    var otherwise = operators.text(fields, "otherwise", path, LONGEST);
    var place = Problems.below(path, "stages");
    var stages = new ArrayList<Formula.Stage>();
    if (!(fields.get("stages") instanceof Value.Items(var items))) {
      problems.add("not_a_list", place, fields.get("stages"));
    } else if (items.isEmpty() || items.size() > MOST_STAGES) {
      problems.add(items.isEmpty() ? "empty" : "too_many", place, "" + items.size());
    } else {
      var met = new HashSet<String>();
      for (var i = 0; i < items.size(); i++) {
        var stage = stage(items.get(i), place + "/" + i);
        if (stage != null) {
          stages.add(stage);
          if (!met.add(stage.name()) || stage.name().equals(otherwise)) {
            problems.add("duplicate", place + "/" + i + "/stage", stage.name());
          }
        }
      }
    }
    return otherwise == null || problems.size() > 0 ? null : new Formula.Stages(stages, otherwise);
  }

  private Formula.@Nullable Stage stage(Value written, String path) {
    if (!(written instanceof Value.Fields fields)) {
      problems.add("not_an_object", path, written);
      return null;
    }
    operators.known(fields, path, Set.of("stage", "when", "after_gap"));
    var name = operators.text(fields, "stage", path, LONGEST);
    var when = fields.get("when");
    var gap = fields.get("after_gap");
    if ((when == null) == (gap == null)) {
      problems.add(when == null ? "no_form" : "two_forms", path, "");
      return null;
    }
    Formula.Rule rule;
    if (when != null) {
      var condition = conditions.condition(when, path + "/when");
      rule = condition == null ? null : new Formula.Rule.When(condition);
    } else {
      rule = gap(gap, path + "/after_gap");
    }
    return name == null || rule == null ? null : new Formula.Stage(name, rule);
  }

  private Formula.Rule.@Nullable AfterGap gap(@Nullable Value written, String path) {
    if (!(written instanceof Value.Fields fields)) {
      problems.add("not_an_object", path, written);
      return null;
    }
    operators.known(fields, path, Set.of("event", "where", "gap", "within"));
    var filter = conditions.filter(fields, path);
    var gap = operators.span(fields, "gap", path);
    var within = operators.span(fields, "within", path);
    return filter == null || gap == null || within == null
        ? null
        : new Formula.Rule.AfterGap(filter, gap, within);
  }
}
