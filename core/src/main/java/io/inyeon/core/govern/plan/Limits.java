package io.inyeon.core.govern.plan;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a plan demands of one field besides that it speaks of it: everything that stands here has
/// to hold at once.
final class Limits {
  private static final Map<String, String> LOWER =
      Map.of(
          "minimum", "minimum",
          "exclusiveMinimum", "minimum",
          "minLength", "minLength",
          "minItems", "minItems",
          "minProperties", "minProperties");
  private static final Map<String, String> UPPER =
      Map.of(
          "maximum", "maximum",
          "exclusiveMaximum", "maximum",
          "maxLength", "maxLength",
          "maxItems", "maxItems",
          "maxProperties", "maxProperties");

  private boolean required;
  private boolean unique;
  private @Nullable Set<String> types;
  private @Nullable Set<Value> values;
  private final Set<String> formats = new TreeSet<>();
  private final Set<String> patterns = new TreeSet<>();
  private final Set<BigDecimal> multiples = new TreeSet<>();
  private final Map<String, Bound> lowest = new TreeMap<>();
  private final Map<String, Bound> highest = new TreeMap<>();

  /// An end of what is allowed.
  ///
  /// @param open whether the number itself is no longer allowed
  private record Bound(BigDecimal at, boolean open) {
    boolean above(Bound other) {
      var order = at.compareTo(other.at);
      return order > 0 || (order == 0 && open && !other.open);
    }

    boolean below(Bound other) {
      var order = at.compareTo(other.at);
      return order < 0 || (order == 0 && open && !other.open);
    }

    String written(String sign) {
      return (open ? sign : "") + at.stripTrailingZeros().toPlainString();
    }
  }

  /// A rule that allows less than it did.
  ///
  /// @param rule the word of JSON Schema, of numbers' ends without `exclusive`
  /// @param before what it allowed; nothing when it was no rule
  /// @param after what it allows
  record Narrower(String rule, List<String> before, List<String> after) {}

  /// The field has to be there.
  void require() {
    required = true;
  }

  /// Whether the field has to be there.
  boolean required() {
    return required;
  }

  /// Takes what a schema says.
  ///
  /// @param refusing whether a text of another `format` breaks the schema
  void add(Value.Fields words, boolean refusing) {
    words
        .values()
        .forEach((word, value) -> {
          if (value instanceof Value.Decimal(var number)) {
            bound(word, number);
          }
        });
    var format = words.text("format");
    if (refusing && format != null) {
      formats.add(format);
    }
    var pattern = words.text("pattern");
    if (pattern != null) {
      patterns.add(pattern);
    }
    unique |= new Value.Truth(true).equals(words.get("uniqueItems"));
    if (words.get("enum") instanceof Value.Items(var all)) {
      values = common(values, all.stream().map(Limits::plain).toList());
    }
    var constant = words.get("const");
    if (constant != null) {
      values = common(values, List.of(plain(constant)));
    }
    switch (words.get("type")) {
      case Value.Text(var type) -> types = common(types, List.of(type));
      case Value.Items(var all) ->
          types =
              common(
                  types,
                  all.stream()
                      .map(each -> each instanceof Value.Text(var type) ? type : "")
                      .toList());
      case null, default -> {}
    }
  }

  private void bound(String word, BigDecimal number) {
    var bound = new Bound(number, word.startsWith("exclusive"));
    var lower = LOWER.get(word);
    var upper = UPPER.get(word);
    if (lower != null) {
      lowest.merge(lower, bound, (one, other) -> other.above(one) ? other : one);
    } else if (upper != null) {
      highest.merge(upper, bound, (one, other) -> other.below(one) ? other : one);
    } else if (word.equals("multipleOf") && number.signum() > 0) {
      multiples.add(number.stripTrailingZeros());
    }
  }

  private static <T> Set<T> common(@Nullable Set<T> known, Collection<T> more) {
    var all = new LinkedHashSet<T>(more);
    if (known != null) {
      all.retainAll(known);
    }
    return all;
  }

  /// 1 and 1.0 are one number.
  private static Value plain(Value value) {
    return value instanceof Value.Decimal(var number)
        ? new Value.Decimal(number.stripTrailingZeros())
        : value;
  }

  /// Where it allows less than the same field did before. Of patterns it cannot be said which
  /// allows more, so every new one is told.
  List<Narrower> narrowerThan(Limits before) {
    var found = new ArrayList<Narrower>();
    types(before, found);
    values(before, found);
    words("format", before.formats, formats, found);
    words("pattern", before.patterns, patterns, found);
    lowest.forEach((rule, bound) -> {
      var old = before.lowest.get(rule);
      if (old == null || bound.above(old)) {
        found.add(new Narrower(rule, written(old, ">"), written(bound, ">")));
      }
    });
    highest.forEach((rule, bound) -> {
      var old = before.highest.get(rule);
      if (old == null || bound.below(old)) {
        found.add(new Narrower(rule, written(old, "<"), written(bound, "<")));
      }
    });
    if (multiples.stream()
        .anyMatch(step ->
            before.multiples.stream().noneMatch(old -> old.remainder(step).signum() == 0))) {
      found.add(new Narrower("multipleOf", numbers(before.multiples), numbers(multiples)));
    }
    if (unique && !before.unique) {
      found.add(new Narrower("uniqueItems", List.of(), List.of("true")));
    }
    return found;
  }

  /// An integer where any number would do, and a field that may be null no longer; any other type
  /// is another promise, see [PlanFields].
  private void types(Limits before, List<Narrower> found) {
    var now = types;
    var old = before.types;
    if (now == null || old == null || !loose(now).equals(loose(old))) {
      return;
    }
    var whole = now.contains("integer") && !now.contains("number") && old.contains("number");
    if (whole || (old.contains("null") && !now.contains("null"))) {
      found.add(new Narrower("type", List.copyOf(new TreeSet<>(old)), List.copyOf(now)));
    }
  }

  private static Set<String> loose(Set<String> types) {
    var loose = new TreeSet<>(types);
    loose.remove("null");
    if (loose.remove("integer")) {
      loose.add("number");
    }
    return loose;
  }

  private void values(Limits before, List<Narrower> found) {
    var now = values;
    var old = before.values;
    if (now != null && (old == null || !now.containsAll(old))) {
      found.add(new Narrower("enum", texts(old == null ? Set.of() : old), texts(now)));
    }
  }

  private static void words(
      String rule, Set<String> before, Set<String> after, List<Narrower> found) {
    if (!before.containsAll(after)) {
      found.add(new Narrower(rule, List.copyOf(before), List.copyOf(after)));
    }
  }

  private static List<String> written(@Nullable Bound bound, String sign) {
    return bound == null ? List.of() : List.of(bound.written(sign));
  }

  private static List<String> numbers(Set<BigDecimal> numbers) {
    return numbers.stream().map(BigDecimal::toPlainString).toList();
  }

  private static List<String> texts(Set<Value> values) {
    return values.stream()
        .map(value -> value instanceof Value.Text(var text) ? text : Violation.excerpt(value))
        .toList();
  }
}
