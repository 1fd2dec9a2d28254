package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// Checks of a value by itself.
final class Simple {
  /// Beyond so many digits before or after the point nobody counts.
  private static final int LONGEST_NUMBER = 4_000;

  private static final int NULL = 1;
  private static final int BOOLEAN = 2;
  private static final int OBJECT = 4;
  private static final int ARRAY = 8;
  private static final int NUMBER = 16;
  private static final int STRING = 32;
  private static final int INTEGER = 64;

  private Simple() {}

  /// The bit of a type's name; 0 for no type.
  static int type(String name) {
    return switch (name) {
      case "null" -> NULL;
      case "boolean" -> BOOLEAN;
      case "object" -> OBJECT;
      case "array" -> ARRAY;
      case "number" -> NUMBER;
      case "string" -> STRING;
      case "integer" -> INTEGER;
      default -> 0;
    };
  }

  static Check ofTypes(int types) {
    return (value, at, scope, seen, out) ->
        isOf(value, types) || Check.wrong("type", at, value, out);
  }

  private static boolean isOf(Value value, int types) {
    return switch (value) {
      case Value.Nothing _ -> (types & NULL) != 0;
      case Value.Truth _ -> (types & BOOLEAN) != 0;
      case Value.Fields _ -> (types & OBJECT) != 0;
      case Value.Items _ -> (types & ARRAY) != 0;
      case Value.Text _, Value.Time _ -> (types & STRING) != 0;
      case Value.Decimal(var number) ->
          (types & NUMBER) != 0 || ((types & INTEGER) != 0 && whole(number));
    };
  }

  private static boolean whole(BigDecimal number) {
    return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
  }

  static Check oneOf(String keyword, List<Value> values) {
    var texts = new HashSet<String>();
    var others = new HashSet<Same>();
    for (var each : values) {
      if (each instanceof Value.Text(var text)) {
        texts.add(text);
      } else {
        others.add(Same.of(each));
      }
    }
    return (value, at, scope, seen, out) ->
        (value instanceof Value.Text(var text)
                ? texts.contains(text)
                : !others.isEmpty() && others.contains(Same.of(value)))
            || Check.wrong(keyword, at, value, out);
  }

  /// Of a number and a limit.
  static Check compared(String keyword, BigDecimal limit) {
    return (value, at, scope, seen, out) ->
        !(value instanceof Value.Decimal(var number))
            || fits(keyword, number.compareTo(limit))
            || Check.wrong(keyword, at, value, out);
  }

  private static boolean fits(String keyword, int order) {
    return switch (keyword) {
      case "minimum" -> order >= 0;
      case "exclusiveMinimum" -> order > 0;
      case "maximum" -> order <= 0;
      default -> order < 0;
    };
  }

  static Check multipleOf(BigDecimal unit) {
    return (value, at, scope, seen, out) ->
        !(value instanceof Value.Decimal(var number))
            || multiple(number, unit)
            || Check.wrong("multipleOf", at, value, out);
  }

  private static boolean multiple(BigDecimal number, BigDecimal unit) {
    if (Math.abs((long) number.scale()) > LONGEST_NUMBER
        || number.precision() > LONGEST_NUMBER
        || Math.abs((long) unit.scale()) > LONGEST_NUMBER) {
      return false;
    }
    return number.remainder(unit).signum() == 0;
  }

  static Check length(String keyword, long limit, boolean least) {
    return (value, at, scope, seen, out) -> {
      if (!(value instanceof Value.Text(var text))) {
        return true;
      }
      var length = text.codePointCount(0, text.length());
      return (least ? length >= limit : length <= limit) || Check.wrong(keyword, at, value, out);
    };
  }

  static Check items(String keyword, long limit, boolean least) {
    return (value, at, scope, seen, out) ->
        !(value instanceof Value.Items(var items))
            || (least ? items.size() >= limit : items.size() <= limit)
            || Check.wrong(keyword, at, value, out);
  }

  static Check fields(String keyword, long limit, boolean least) {
    return (value, at, scope, seen, out) ->
        !(value instanceof Value.Fields(var fields))
            || (least ? fields.size() >= limit : fields.size() <= limit)
            || Check.wrong(keyword, at, value, out);
  }

  static Check text(String keyword, Predicate<String> test) {
    return (value, at, scope, seen, out) ->
        !(value instanceof Value.Text(var text))
            || test.test(text)
            || Check.wrong(keyword, at, value, out);
  }

  static Check unique() {
    return (value, at, scope, seen, out) -> {
      if (!(value instanceof Value.Items(var items))) {
        return true;
      }
      var met = new HashSet<Same>();
      for (var i = 0; i < items.size(); i++) {
        if (!met.add(Same.of(items.get(i)))) {
          return Check.wrong("uniqueItems", at.item(i), items.get(i), out);
        }
      }
      return true;
    };
  }

  static Check required(List<String> names) {
    return (value, at, scope, seen, out) -> {
      if (!(value instanceof Value.Fields(var fields))) {
        return true;
      }
      var good = true;
      for (var name : names) {
        if (!fields.containsKey(name)) {
          if (out == null) {
            return false;
          }
          out.missing(at, name);
          good = false;
        }
      }
      return good;
    };
  }

  /// Where one field is, others must be, too.
  static Check requiredWith(String name, Set<String> others) {
    var all = required(List.copyOf(others));
    return (value, at, scope, seen, out) ->
        !(value instanceof Value.Fields(var fields))
            || !fields.containsKey(name)
            || all.holds(value, at, scope, seen, out);
  }
}
