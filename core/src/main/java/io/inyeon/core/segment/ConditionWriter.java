package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A condition as fields, as people read and write it; [ConditionReader] reads the same one back.
public final class ConditionWriter {
  private ConditionWriter() {}

  /// As people read it. Nothing is left out that could be.
  public static Value.Fields of(Condition condition) {
    var to = new LinkedHashMap<String, Value>();
    switch (condition) {
      case Condition.All(var all) -> to.put("all", conditions(all));
      case Condition.Any(var any) -> to.put("any", conditions(any));
      case Condition.None(var none) -> to.put("none", conditions(none));
      case Condition.OfTrait(var trait, var operator) -> {
        to.put("trait", path(trait));
        operator(to, operator);
      }
      case Condition.OfEvents events -> events(to, events);
      case Condition.Sequence(var steps, var window) -> {
        to.put("sequence", new Value.Items(steps.stream().map(ConditionWriter::step).toList()));
        to.put("window", window(window));
      }
      case Condition.InSegment(var segment) -> to.put("segment", new Value.Text(segment));
      case Condition.OfScore(var score, var operator) -> {
        to.put("score", new Value.Text(score));
        operator(to, operator);
      }
      case Condition.Consents(var purpose) -> to.put("consent", new Value.Text(purpose));
      case Condition.OfAccountTrait(var trait, var operator) -> {
        var account = new LinkedHashMap<String, Value>();
        account.put("trait", path(trait));
        operator(account, operator);
        to.put("account", new Value.Fields(account));
      }
      case Condition.OfAccountMembers(var members, var inner) -> {
        var account = new LinkedHashMap<String, Value>();
        account.put("members", word(members));
        account.put("condition", of(inner));
        to.put("account", new Value.Fields(account));
      }
    }
    return new Value.Fields(to);
  }

  private static Value conditions(List<Condition> conditions) {
    return new Value.Items(conditions.stream().<Value>map(ConditionWriter::of).toList());
  }

  private static void events(Map<String, Value> to, Condition.OfEvents events) {
    filter(to, events.filter());
    to.put("aggregate", word(events.aggregate()));
    var property = events.property();
    if (property != null) {
      to.put("property", path(property));
    }
    operator(to, events.operator());
    to.put("window", window(events.window()));
  }

  static void filter(Map<String, Value> to, Filter filter) {
    to.put("event", new Value.Text(filter.event()));
    if (!filter.where().isEmpty()) {
      to.put(
          "where", new Value.Items(filter.where().stream().map(ConditionWriter::where).toList()));
    }
  }

  private static Value where(Filter.Where where) {
    var to = new LinkedHashMap<String, Value>();
    to.put("property", path(where.property()));
    operator(to, where.operator());
    return new Value.Fields(to);
  }

  private static Value step(Condition.Step step) {
    var to = new LinkedHashMap<String, Value>();
    filter(to, step.filter());
    var within = step.within();
    if (within != null) {
      to.put("within", new Value.Text(within.toString()));
    }
    if (step.negative()) {
      to.put("not", new Value.Truth(true));
    }
    return new Value.Fields(to);
  }

  /// A window as it is written.
  public static Value window(Window window) {
    return switch (window) {
      case Window.Ever _ -> new Value.Text("ever");
      case Window.Last(var span) -> one("last", new Value.Text(span.toString()));
      case Window.Between(var from, var to) ->
          one(
              "between",
              new Value.Items(
                  List.of(new Value.Text(from.toString()), new Value.Text(to.toString()))));
      case Window.Since(var trait) -> one("since", path(trait));
      case Window.Calendar(var period) -> one("calendar", word(period));
    };
  }

  private static Value one(String name, Value value) {
    return new Value.Fields(Map.of(name, value));
  }

  /// An operator's fields alone.
  static Value.Fields operator(Operator operator) {
    var to = new LinkedHashMap<String, Value>();
    operator(to, operator);
    return new Value.Fields(to);
  }

  private static void operator(Map<String, Value> to, Operator operator) {
    to.put("operator", new Value.Text(operator.word()));
    switch (operator) {
      case Operator.Equals(var value) -> to.put("value", plain(value));
      case Operator.NotEquals(var value) -> to.put("value", plain(value));
      case Operator.In(var values) ->
          to.put("values", new Value.Items(values.stream().map(ConditionWriter::plain).toList()));
      case Operator.Contains(var value) -> to.put("value", plain(value));
      case Operator.StartsWith(var text) -> to.put("value", new Value.Text(text));
      case Operator.EndsWith(var text) -> to.put("value", new Value.Text(text));
      case Operator.Matches(var pattern) -> to.put("value", new Value.Text(pattern));
      case Operator.Compares(_, var number) -> to.put("value", number(number));
      case Operator.Between(var from, var until) -> {
        to.put("from", number(from));
        to.put("to", number(until));
      }
      case Operator.Exists _, Operator.NotExists _ -> {}
      case Operator.Before(var moment) -> to.put("value", new Value.Text(moment.toString()));
      case Operator.After(var moment) -> to.put("value", new Value.Text(moment.toString()));
      case Operator.WithinLast(var span) -> to.put("within", new Value.Text(span.toString()));
      case Operator.WithinNext(var span) -> to.put("within", new Value.Text(span.toString()));
      case Operator.AnniversaryWithin(var span) ->
          to.put("within", new Value.Text(span.toString()));
    }
  }

  /// A path as it is written: with dots, where no name has any.
  public static Value path(FieldPath path) {
    return path.names().stream().anyMatch(name -> name.contains("."))
        ? new Value.Items(path.names().stream().<Value>map(Value.Text::new).toList())
        : new Value.Text(path.toString());
  }

  private static Value plain(Value value) {
    return value instanceof Value.Decimal(var number) ? number(number) : value;
  }

  private static Value number(BigDecimal number) {
    return new Value.Decimal(Decimals9.plain(number));
  }

  private static Value word(Enum<?> constant) {
    return new Value.Text(constant.name().toLowerCase(Locale.ROOT));
  }
}
