package io.inyeon.core.segment;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a condition that somebody wrote, and finds all that is wrong with it at once.
///
/// ```
/// {"all": [...]} {"any": [...]} {"none": [...]}
/// {"trait": "city", "operator": "in", "values": ["Seoul", "Busan"]}
/// {"event": "Order Completed", "where": [{"property": "channel", "operator": "equals",
///    "value": "web"}], "aggregate": "sum", "property": "revenue", "operator": "gte",
///    "value": 100000, "window": {"last": "2 days"}}
/// {"sequence": [{"event": "Product Viewed"}, {"event": "Order Completed", "within": "1 hour",
///    "not": true}], "window": {"last": "30 days"}}
/// {"segment": "vip"} {"consent": "email_marketing"}
/// {"score": "churn", "operator": "gte", "value": 0.7}
/// {"account": {"trait": "plan", "operator": "equals", "value": "pro"}}
/// {"account": {"members": "any", "condition": {...}}}
/// ```
///
/// Operators: see [OperatorReader]. Windows: `"ever"`, `{"last": "2 days"}`, `{"between": [instant,
/// instant]}`, `{"since": trait}`, `{"calendar": "this_month"}`. Of an event, an absent aggregate
/// is the count, an absent operator of a count is `gte` 1, an absent window is `ever`.
public final class ConditionReader {
  private static final Set<String> FORMS =
      Set.of(
          "all",
          "any",
          "none",
          "trait",
          "event",
          "sequence",
          "segment",
          "score",
          "consent",
          "account");
  private static final int LONGEST_NAME = 512;

  private final Problems problems;
  private final OperatorReader operators;

  /// Reads parts of something larger.
  ///
  /// @param problems where what is wrong is put
  ConditionReader(Problems problems, Patterns patterns) {
    this.problems = problems;
    operators = new OperatorReader(problems, patterns);
  }

  /// What came of reading a condition.
  public sealed interface Reading {
    /// It is one.
    record Good(Condition condition) implements Reading {}

    /// It is none, for all these reasons; each names its place by a JSON pointer.
    record Bad(List<Violation> problems) implements Reading {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads a condition.
  ///
  /// @param path of the condition in what somebody wrote; empty when it is the whole
  public static Reading read(@Nullable Value written, String path, Patterns patterns) {
    var reader = new ConditionReader(new Problems(), patterns);
    var condition = reader.condition(written, path);
    return condition == null || reader.problems.size() > 0
        ? new Reading.Bad(reader.problems.all())
        : new Reading.Good(condition);
  }

  OperatorReader operators() {
    return operators;
  }

  @Nullable Condition condition(@Nullable Value written, String path) {
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
      case "all" -> {
        var all = conditions(fields, "all", path);
        yield all == null ? null : new Condition.All(all);
      }
      case "any" -> {
        var any = conditions(fields, "any", path);
        yield any == null ? null : new Condition.Any(any);
      }
      case "none" -> {
        var none = conditions(fields, "none", path);
        yield none == null ? null : new Condition.None(none);
      }
      case "trait" -> {
        var trait = operators.path(fields, "trait", path);
        var operator = operators.operator(fields, path, Set.of("trait"));
        yield trait == null || operator == null ? null : new Condition.OfTrait(trait, operator);
      }
      case "event" -> events(fields, path);
      case "sequence" -> sequence(fields, path);
      case "segment" -> {
        var name = name(fields, "segment", path, Set.of());
        yield name == null ? null : new Condition.InSegment(name);
      }
      case "consent" -> {
        var name = name(fields, "consent", path, Set.of());
        yield name == null ? null : new Condition.Consents(name);
      }
      case "score" -> {
        var name = operators.text(fields, "score", path, LONGEST_NAME);
        var operator = operators.operator(fields, path, Set.of("score"));
        if (operator != null && !numeric(operator)) {
          problems.add("operator_needs_number", Problems.below(path, "operator"), operator.word());
        }
        yield name == null || operator == null ? null : new Condition.OfScore(name, operator);
      }
      case "account" -> account(fields, path);
      case String form -> throw new IllegalStateException("no such form: " + form);
    };
  }

  private @Nullable List<Condition> conditions(Value.Fields fields, String form, String path) {
    operators.known(fields, path, Set.of(form));
    var place = Problems.below(path, form);
    if (!(fields.get(form) instanceof Value.Items(var items))) {
      problems.add("not_a_list", place, fields.get(form));
      return null;
    }
    if (items.isEmpty()) {
      problems.add("empty", place, "");
    }
    var conditions = new ArrayList<Condition>(items.size());
    for (var i = 0; i < items.size(); i++) {
      var condition = condition(items.get(i), place + "/" + i);
      if (condition != null) {
        conditions.add(condition);
      }
    }
    return conditions;
  }

  private @Nullable String name(
      Value.Fields fields, String form, String path, Set<String> besides) {
    var all = new LinkedHashSet<>(besides);
    all.add(form);
    operators.known(fields, path, all);
    return operators.text(fields, form, path, LONGEST_NAME);
  }

  // ---- events

  private @Nullable Condition events(Value.Fields fields, String path) {
    var filter = filter(fields, path);
    var aggregate =
        fields.get("aggregate") == null
            ? Aggregate.COUNT
            : operators.word(fields, "aggregate", path, Aggregate.values());
    var window = fields.get("window") == null ? new Window.Ever() : window(fields, path);
    var known = Set.of("event", "where", "aggregate", "property", "window");
    if (aggregate == null) {
      operators.operator(fields, path, known);
      return null;
    }
    FieldPath property = null;
    if (aggregate != Aggregate.COUNT) {
      property = operators.path(fields, "property", path);
    } else if (fields.get("property") != null) {
      problems.add("count_of_property", Problems.below(path, "property"), fields.get("property"));
    }
    var implied = aggregate == Aggregate.COUNT && fields.get("operator") == null;
    if (implied) {
      operators.known(fields, path, known);
    }
    var operator = implied ? OperatorReader.ONCE : operators.operator(fields, path, known);
    if (operator != null && aggregate.numeric() && !numeric(operator)) {
      problems.add("operator_needs_number", Problems.below(path, "operator"), operator.word());
    }
    if (filter == null
        || window == null
        || operator == null
        || (property == null) != (aggregate == Aggregate.COUNT)) {
      return null;
    }
    return new Condition.OfEvents(filter, aggregate, property, operator, window);
  }

  /// Whether an operator asks something of a number that a number can answer.
  static boolean numeric(Operator operator) {
    return switch (operator) {
      case Operator.Compares _, Operator.Between _ -> true;
      case Operator.Equals(var value) -> value instanceof Value.Decimal;
      case Operator.NotEquals(var value) -> value instanceof Value.Decimal;
      case Operator.In(var values) -> values.stream().allMatch(Value.Decimal.class::isInstance);
      case Operator.Exists _, Operator.NotExists _ -> true;
      case Operator.Contains _,
          Operator.StartsWith _,
          Operator.EndsWith _,
          Operator.Matches _,
          Operator.Before _,
          Operator.After _,
          Operator.WithinLast _,
          Operator.WithinNext _,
          Operator.AnniversaryWithin _ ->
          false;
    };
  }

  @Nullable Filter filter(Value.Fields fields, String path) {
    var event = operators.text(fields, "event", path, LONGEST_NAME);
    var where = new ArrayList<Filter.Where>();
    var written = fields.get("where");
    var place = Problems.below(path, "where");
    if (written instanceof Value.Items(var items)) {
      for (var i = 0; i < items.size(); i++) {
        var one = where(items.get(i), place + "/" + i);
        if (one != null) {
          where.add(one);
        }
      }
    } else if (written != null) {
      problems.add("not_a_list", place, written);
    }
    return event == null ? null : new Filter(event, where);
  }

  private Filter.@Nullable Where where(Value written, String path) {
    if (!(written instanceof Value.Fields fields)) {
      problems.add("not_an_object", path, written);
      return null;
    }
    var property = operators.path(fields, "property", path);
    var operator = operators.operator(fields, path, Set.of("property"));
    if (operator != null && !operator.timeless()) {
      problems.add("depends_on_time", Problems.below(path, "operator"), operator.word());
      return null;
    }
    return property == null || operator == null ? null : new Filter.Where(property, operator);
  }

  // ---- sequences

  private @Nullable Condition sequence(Value.Fields fields, String path) {
    operators.known(fields, path, Set.of("sequence", "window"));
    var window = fields.get("window") == null ? new Window.Ever() : window(fields, path);
    var place = Problems.below(path, "sequence");
    if (!(fields.get("sequence") instanceof Value.Items(var items))) {
      problems.add("not_a_list", place, fields.get("sequence"));
      return null;
    }
    if (items.size() < 2) {
      problems.add("too_few_steps", place, Integer.toString(items.size()));
    }
    var steps = new ArrayList<Condition.Step>();
    for (var i = 0; i < items.size(); i++) {
      var step = step(items.get(i), place + "/" + i, i, items.size());
      if (step != null) {
        steps.add(step);
      }
    }
    return window == null || steps.size() < 2 || problems.size() > 0
        ? null
        : new Condition.Sequence(steps, window);
  }

  private Condition.@Nullable Step step(Value written, String path, int index, int steps) {
    if (!(written instanceof Value.Fields fields)) {
      problems.add("not_an_object", path, written);
      return null;
    }
    operators.known(fields, path, Set.of("event", "where", "within", "not"));
    var filter = filter(fields, path);
    Span within = null;
    if (fields.get("within") != null) {
      within = operators.span(fields, "within", path);
      if (index == 0) {
        problems.add("follows_nothing", Problems.below(path, "within"), fields.get("within"));
      }
    }
    var negative = false;
    var not = fields.get("not");
    if (not instanceof Value.Truth(var truth)) {
      negative = truth;
    } else if (not != null) {
      problems.add("not_a_truth", Problems.below(path, "not"), not);
    }
    if (negative && index < steps - 1) {
      problems.add("not_only_last", Problems.below(path, "not"), "");
    }
    return filter == null ? null : new Condition.Step(filter, within, negative);
  }

  // ---- windows

  @Nullable Window window(Value.Fields fields, String path) {
    var place = Problems.below(path, "window");
    var written = fields.get("window");
    if (written instanceof Value.Text(var text) && text.equals("ever")) {
      return new Window.Ever();
    }
    if (!(written instanceof Value.Fields(var parts)) || parts.size() != 1) {
      problems.add("not_a_window", place, written);
      return null;
    }
    var of = new Value.Fields(parts);
    return switch (parts.keySet().iterator().next()) {
      case "last" -> {
        var span = operators.span(of, "last", place);
        yield span == null ? null : new Window.Last(span);
      }
      case "between" -> between(of, place);
      case "since" -> {
        var trait = operators.path(of, "since", place);
        yield trait == null ? null : new Window.Since(trait);
      }
      case "calendar" -> {
        var period = operators.word(of, "calendar", place, Window.Period.values());
        yield period == null ? null : new Window.Calendar(period);
      }
      case String _ -> {
        problems.add("not_a_window", place, written);
        yield null;
      }
    };
  }

  private @Nullable Window between(Value.Fields of, String path) {
    var place = Problems.below(path, "between");
    if (!(of.get("between") instanceof Value.Items(var ends)) || ends.size() != 2) {
      problems.add("not_two_instants", place, of.get("between"));
      return null;
    }
    var from = operators.instant(ends.get(0), place + "/0");
    var to = operators.instant(ends.get(1), place + "/1");
    if (from == null || to == null) {
      return null;
    }
    if (!from.isBefore(to)) {
      problems.add("not_in_order", place, of.get("between"));
      return null;
    }
    return new Window.Between(from, to);
  }

  // ---- accounts

  private @Nullable Condition account(Value.Fields fields, String path) {
    operators.known(fields, path, Set.of("account"));
    var place = Problems.below(path, "account");
    if (!(fields.get("account") instanceof Value.Fields account)) {
      problems.add("not_an_object", place, fields.get("account"));
      return null;
    }
    if (account.get("members") == null) {
      var trait = operators.path(account, "trait", place);
      var operator = operators.operator(account, place, Set.of("trait"));
      return trait == null || operator == null
          ? null
          : new Condition.OfAccountTrait(trait, operator);
    }
    operators.known(account, place, Set.of("members", "condition"));
    var members = operators.word(account, "members", place, Condition.Quantifier.values());
    var inner = condition(account.get("condition"), Problems.below(place, "condition"));
    return members == null || inner == null ? null : new Condition.OfAccountMembers(members, inner);
  }

  /// The constant's name in JSON.
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
