package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Value.Items;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/// The one order of all values: nothing, truths, numbers, times, texts by their bytes, lists,
/// fields. Agrees with equality, so 1 comes before 1.0.
enum ValueOrder implements Comparator<Value> {
  VALUES;

  private static final int LONGEST_ZEROS = 200;

  @Override
  public int compare(Value a, Value b) {
    return switch (a) {
      case Value.Nothing _ when b instanceof Value.Nothing -> 0;
      case Value.Truth(var x) when b instanceof Value.Truth(var y) -> Boolean.compare(x, y);
      case Value.Decimal(var x) when b instanceof Value.Decimal(var y) -> compare(x, y);
      case Value.Time(var x) when b instanceof Value.Time(var y) -> x.compareTo(y);
      case Value.Text(var x) when b instanceof Value.Text(var y) -> Identifier.compareBytes(x, y);
      case Items x when b instanceof Items y -> compare(x, y);
      case Value.Fields(var x) when b instanceof Value.Fields(var y) -> compare(x, y);
      case Value.Nothing _,
          Value.Truth _,
          Value.Decimal _,
          Value.Time _,
          Value.Text _,
          Items _,
          Value.Fields _ ->
          Integer.compare(kind(a), kind(b));
    };
  }

  /// The value by which two are the same to a person: 1.0 and 1 are.
  static Value plain(Value value) {
    if (!(value instanceof Value.Decimal(var number)) || number.scale() == 0) {
      return value;
    }
    if (number.signum() == 0) {
      return new Value.Decimal(BigDecimal.ZERO);
    }
    var stripped = number.stripTrailingZeros();
    // Whole numbers have one form only, short of those that nobody would want written out.
    return new Value.Decimal(
        stripped.scale() < 0 && stripped.scale() >= -LONGEST_ZEROS
            ? stripped.setScale(0)
            : stripped);
  }

  /// How large a value is: its characters and digits, and two for each part.
  static int size(Value value) {
    return switch (value) {
      case Value.Nothing _, Value.Truth _, Value.Time _ -> 2;
      case Value.Decimal(var number) -> 2 + number.unscaledValue().bitLength() / 3;
      case Value.Text(var text) -> 2 + text.length();
      case Items(var items) -> {
        var size = 2;
        for (var item : items) {
          size += size(item);
        }
        yield size;
      }
      case Value.Fields(var fields) -> {
        var size = 2;
        for (var field : fields.entrySet()) {
          size += 2 + field.getKey().length() + size(field.getValue());
        }
        yield size;
      }
    };
  }

  private static int compare(BigDecimal a, BigDecimal b) {
    var compared = a.compareTo(b);
    return compared != 0 ? compared : Integer.compare(a.scale(), b.scale());
  }

  private int compare(Items a, Items b) {
    var common = Math.min(a.values().size(), b.values().size());
    for (var i = 0; i < common; i++) {
      var compared = compare(a.values().get(i), b.values().get(i));
      if (compared != 0) {
        return compared;
      }
    }
    return Integer.compare(a.values().size(), b.values().size());
  }

  private int compare(Map<String, Value> a, Map<String, Value> b) {
    var left = sorted(a).entrySet().iterator();
    var right = sorted(b).entrySet().iterator();
    while (left.hasNext() && right.hasNext()) {
      var x = left.next();
      var y = right.next();
      var compared = Identifier.compareBytes(x.getKey(), y.getKey());
      if (compared == 0) {
        compared = compare(x.getValue(), y.getValue());
      }
      if (compared != 0) {
        return compared;
      }
    }
    return Boolean.compare(left.hasNext(), right.hasNext());
  }

  private static Map<String, Value> sorted(Map<String, Value> fields) {
    var sorted = new TreeMap<String, Value>(Table.BYTES);
    sorted.putAll(fields);
    return sorted;
  }

  private static int kind(Value value) {
    return switch (value) {
      case Value.Nothing _ -> 0;
      case Value.Truth _ -> 1;
      case Value.Decimal _ -> 2;
      case Value.Time _ -> 3;
      case Value.Text _ -> 4;
      case Items _ -> 5;
      case Value.Fields _ -> 6;
    };
  }
}
