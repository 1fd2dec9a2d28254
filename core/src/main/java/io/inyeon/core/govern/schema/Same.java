package io.inyeon.core.govern.schema;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value as JSON Schema compares it: 1 and 1.0 are one number, the order of fields says nothing.
///
/// @param hash worked out once
record Same(Value value, int hash) {
  static Same of(Value value) {
    return new Same(value, hashOf(value));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Same that && hash == that.hash && same(value, that.value);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  static boolean same(Value one, Value other) {
    return switch (one) {
      case Value.Decimal(var number) ->
          other instanceof Value.Decimal(var that) && number.compareTo(that) == 0;
      case Value.Items(var items) -> {
        if (!(other instanceof Value.Items(var those)) || items.size() != those.size()) {
          yield false;
        }
        for (var i = 0; i < items.size(); i++) {
          if (!same(items.get(i), those.get(i))) {
            yield false;
          }
        }
        yield true;
      }
      case Value.Fields(var fields) ->
          other instanceof Value.Fields(var those) && sameFields(fields, those);
      case Value.Text _, Value.Truth _, Value.Time _, Value.Nothing _ -> one.equals(other);
    };
  }

  private static boolean sameFields(Map<String, Value> fields, Map<String, Value> those) {
    if (fields.size() != those.size()) {
      return false;
    }
    for (var each : fields.entrySet()) {
      var that = those.get(each.getKey());
      if (that == null || !same(each.getValue(), that)) {
        return false;
      }
    }
    return true;
  }

  private static int hashOf(Value value) {
    return switch (value) {
      case Value.Decimal(var number) -> number(number);
      case Value.Items(var items) -> {
        var hash = 7;
        for (var item : items) {
          hash = 31 * hash + hashOf(item);
        }
        yield hash;
      }
      case Value.Fields(var fields) -> {
        var hash = 11;
        for (var each : fields.entrySet()) {
          hash += each.getKey().hashCode() * 31 ^ hashOf(each.getValue());
        }
        yield hash;
      }
      case Value.Text _, Value.Truth _, Value.Time _, Value.Nothing _ -> value.hashCode();
    };
  }

  private static int number(BigDecimal number) {
    return number.signum() == 0 ? 0 : number.stripTrailingZeros().hashCode();
  }
}
