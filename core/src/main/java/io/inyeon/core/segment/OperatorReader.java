package io.inyeon.core.segment;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads operators, with their values beside them in the same object, and the small parts that all
/// conditions are made of.
///
/// ```
/// equals not_equals contains        "value": text, number or truth
/// starts_with ends_with matches     "value": text (matches: RE2 syntax, the whole value)
/// in                                "values": [one at least]
/// gt gte lt lte                     "value": number, 9 places at most
/// between                           "from": number, "to": number; both included
/// before after                      "value": "2026-01-31" or "2026-01-31T09:00:00Z"
/// within_last within_next anniversary_within      "within": "7 days"
/// exists not_exists
/// ```
final class OperatorReader {
  /// What a count without an operator must be.
  static final Operator ONCE = new Operator.Compares(Operator.Relation.GTE, BigDecimal.ONE);

  private static final int LONGEST_TEXT = 8_192;
  private static final int LONGEST_PATTERN = 1_000;
  private static final int MOST_VALUES = 10_000;
  private static final int LONGEST_NAME = 512;

  private final Problems problems;
  private final Patterns patterns;

  OperatorReader(Problems problems, Patterns patterns) {
    this.problems = problems;
    this.patterns = patterns;
  }

  /// Reads the operator among an object's fields, and tells of fields that are neither its own nor
  /// known.
  @Nullable Operator operator(Value.Fields fields, String path, Set<String> known) {
    var place = Problems.below(path, "operator");
    var written = fields.get("operator");
    if (!(written instanceof Value.Text text)) {
      problems.add(written == null ? "missing" : "not_a_text", place, written);
      return null;
    }
    var word = text.value();
    var mine =
        switch (word) {
          case "in" -> Set.of("operator", "values");
          case "between" -> Set.of("operator", "from", "to");
          case "within_last", "within_next", "anniversary_within" -> Set.of("operator", "within");
          case "exists", "not_exists" -> Set.of("operator");
          default -> Set.of("operator", "value");
        };
    for (var name : fields.values().keySet()) {
      if (!mine.contains(name) && !known.contains(name)) {
        problems.add("unknown_field", Problems.below(path, name), "");
      }
    }
    return switch (word) {
      case "equals" -> map(scalar(fields, path), Operator.Equals::new);
      case "not_equals" -> map(scalar(fields, path), Operator.NotEquals::new);
      case "contains" -> map(scalar(fields, path), Operator.Contains::new);
      case "in" -> in(fields, path);
      case "starts_with" ->
          map(text(fields, "value", path, LONGEST_TEXT), Operator.StartsWith::new);
      case "ends_with" -> map(text(fields, "value", path, LONGEST_TEXT), Operator.EndsWith::new);
      case "matches" -> matches(fields, path);
      case "gt" -> compares(Operator.Relation.GT, fields, path);
      case "gte" -> compares(Operator.Relation.GTE, fields, path);
      case "lt" -> compares(Operator.Relation.LT, fields, path);
      case "lte" -> compares(Operator.Relation.LTE, fields, path);
      case "between" -> between(fields, path);
      case "exists" -> new Operator.Exists();
      case "not_exists" -> new Operator.NotExists();
      case "before" -> map(moment(fields, path), Operator.Before::new);
      case "after" -> map(moment(fields, path), Operator.After::new);
      case "within_last" -> map(span(fields, "within", path), Operator.WithinLast::new);
      case "within_next" -> map(span(fields, "within", path), Operator.WithinNext::new);
      case "anniversary_within" ->
          map(span(fields, "within", path), Operator.AnniversaryWithin::new);
      case String _ -> {
        problems.add("unknown_operator", place, word);
        yield null;
      }
    };
  }

  private static <T> @Nullable Operator map(@Nullable T value, Function<T, Operator> operator) {
    return value == null ? null : operator.apply(value);
  }

  private @Nullable Operator in(Value.Fields fields, String path) {
    var place = Problems.below(path, "values");
    if (!(fields.get("values") instanceof Value.Items(var items))) {
      problems.add("not_a_list", place, fields.get("values"));
      return null;
    }
    if (items.isEmpty() || items.size() > MOST_VALUES) {
      problems.add(
          items.isEmpty() ? "empty" : "too_many_values", place, Integer.toString(items.size()));
      return null;
    }
    var values = new ArrayList<Value>(items.size());
    for (var i = 0; i < items.size(); i++) {
      var value = scalar(items.get(i), place + "/" + i);
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() == items.size() ? new Operator.In(values) : null;
  }

  private @Nullable Operator matches(Value.Fields fields, String path) {
    var pattern = text(fields, "value", path, LONGEST_PATTERN);
    return pattern == null || compiled(pattern, Problems.below(path, "value")) == null
        ? null
        : new Operator.Matches(pattern);
  }

  private @Nullable Predicate<String> compiled(String pattern, String path) {
    try {
      return patterns.matching(pattern);
    } catch (IllegalArgumentException wrong) {
      problems.add("not_a_pattern", path, pattern);
      return null;
    }
  }

  private @Nullable Operator compares(
      Operator.Relation relation, Value.Fields fields, String path) {
    var number = number(fields, "value", path);
    return number == null ? null : new Operator.Compares(relation, number);
  }

  private @Nullable Operator between(Value.Fields fields, String path) {
    var from = number(fields, "from", path);
    var to = number(fields, "to", path);
    if (from == null || to == null) {
      return null;
    }
    if (from.compareTo(to) > 0) {
      problems.add("not_in_order", Problems.below(path, "to"), fields.get("to"));
      return null;
    }
    return new Operator.Between(from, to);
  }

  private @Nullable Value scalar(Value.Fields fields, String path) {
    return scalar(fields.get("value"), Problems.below(path, "value"));
  }

  @Nullable Value scalar(@Nullable Value written, String path) {
    return switch (written) {
      case null -> {
        problems.add("missing", path, "");
        yield null;
      }
      case Value.Text(var text) -> {
        if (text.length() > LONGEST_TEXT) {
          problems.add("too_long", path, written);
          yield null;
        }
        yield written;
      }
      case Value.Truth _ -> written;
      case Value.Decimal(var number) -> {
        var exact = exact(number, path);
        yield exact == null ? null : new Value.Decimal(exact);
      }
      case Value.Nothing _, Value.Time _, Value.Items _, Value.Fields _ -> {
        problems.add("not_a_scalar", path, written);
        yield null;
      }
    };
  }

  private @Nullable BigDecimal number(Value.Fields fields, String name, String path) {
    var place = Problems.below(path, name);
    if (!(fields.get(name) instanceof Value.Decimal(var number))) {
      problems.add(fields.get(name) == null ? "missing" : "not_a_number", place, fields.get(name));
      return null;
    }
    return exact(number, place);
  }

  private @Nullable BigDecimal exact(BigDecimal number, String path) {
    var rounded = Decimals9.rounded(number);
    if (rounded == null || rounded.compareTo(number) != 0) {
      problems.add(
          rounded == null ? "number_too_large" : "too_many_places",
          path,
          new Value.Decimal(number));
      return null;
    }
    return rounded;
  }

  private @Nullable Moment moment(Value.Fields fields, String path) {
    var place = Problems.below(path, "value");
    if (fields.get("value") instanceof Value.Text(var text) && text.length() == 10) {
      try {
        var date = LocalDate.parse(text);
        if (date.getYear() >= 1) {
          return new Moment.Day(date);
        }
      } catch (DateTimeException noDay) {
        problems.add("not_an_instant", place, text);
        return null;
      }
    }
    var at = instant(fields.get("value"), place);
    return at == null ? null : new Moment.Exact(at);
  }

  /// Reads an instant with its offset from UTC.
  @Nullable Instant instant(@Nullable Value written, String path) {
    if (written instanceof Value.Text(var text)) {
      try {
        var at = OffsetDateTime.parse(text);
        if (at.getYear() >= 1 && at.getYear() <= 9999) {
          return at.toInstant();
        }
      } catch (DateTimeException noInstant) {
        problems.add("not_an_instant", path, text);
        return null;
      }
    }
    problems.add(written == null ? "missing" : "not_an_instant", path, written);
    return null;
  }

  /// Reads a length of time: `2 days`.
  @Nullable Span span(Value.Fields fields, String name, String path) {
    var place = Problems.below(path, name);
    var written = fields.get(name);
    if (written instanceof Value.Text(var text)) {
      var space = text.indexOf(' ');
      for (var unit : Span.Unit.values()) {
        var word = unit.word();
        if (space > 0
            && space <= 7
            && text.substring(0, space).chars().allMatch(c -> c >= '0' && c <= '9')
            && (text.endsWith(" " + word)
                || text.endsWith(" " + word.substring(0, word.length() - 1)))
            && text.indexOf(' ', space + 1) < 0) {
          return span(Long.parseLong(text.substring(0, space)), unit, text, place);
        }
      }
    }
    problems.add(written == null ? "missing" : "not_a_duration", place, written);
    return null;
  }

  private @Nullable Span span(long amount, Span.Unit unit, String text, String place) {
    if (amount < 1 || amount > Span.MOST || amount * unit.ms() > Span.LONGEST_MS) {
      problems.add("duration_out_of_range", place, text);
      return null;
    }
    return new Span(amount, unit);
  }

  /// Reads a text that is not empty.
  @Nullable String text(Value.Fields fields, String name, String path, int longest) {
    var place = Problems.below(path, name);
    var written = fields.get(name);
    if (!(written instanceof Value.Text(var text))) {
      problems.add(written == null ? "missing" : "not_a_text", place, written);
      return null;
    }
    if (text.isEmpty() || text.length() > longest) {
      problems.add(text.isEmpty() ? "empty" : "too_long", place, written);
      return null;
    }
    return text;
  }

  /// Reads a path.
  @Nullable FieldPath path(Value.Fields fields, String name, String path) {
    var place = Problems.below(path, name);
    var names =
        switch (fields.get(name)) {
          case Value.Text(var dotted) -> List.of(dotted.split("\\.", -1));
          case Value.Items(var items) when items.stream().allMatch(Value.Text.class::isInstance) ->
              items.stream().map(item -> ((Value.Text) item).value()).toList();
          case null, default -> null;
        };
    if (names == null) {
      problems.add(fields.get(name) == null ? "missing" : "not_a_path", place, fields.get(name));
      return null;
    }
    var length = names.stream().mapToInt(String::length).sum();
    if (names.isEmpty() || names.contains("") || length > LONGEST_NAME) {
      problems.add("not_a_path", place, fields.get(name));
      return null;
    }
    return new FieldPath(names);
  }

  /// Reads one of some words.
  <E extends Enum<E>> @Nullable E word(
      Value.Fields fields, String name, String path, E[] constants) {
    var text = text(fields, name, path, LONGEST_NAME);
    if (text == null) {
      return null;
    }
    for (var constant : constants) {
      if (ConditionReader.word(constant).equals(text)) {
        return constant;
      }
    }
    problems.add("unknown_word", Problems.below(path, name), text);
    return null;
  }

  /// Tells of fields that nobody asks for.
  void known(Value.Fields fields, String path, Set<String> known) {
    for (var name : fields.values().keySet()) {
      if (!known.contains(name)) {
        problems.add("unknown_field", Problems.below(path, name), "");
      }
    }
  }
}
