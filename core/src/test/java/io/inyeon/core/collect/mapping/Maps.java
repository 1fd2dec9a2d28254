package io.inyeon.core.collect.mapping;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Writes maps and rows shortly.
final class Maps {
  private Maps() {}

  /// An object of names and values: texts, whole numbers, truths, lists and objects.
  static Value.Fields of(Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Value>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], value(namesAndValues[i + 1]));
    }
    return new Value.Fields(fields);
  }

  static Row row(Object... namesAndValues) {
    return new Row(1, of(namesAndValues));
  }

  private static Value value(Object written) {
    return switch (written) {
      case Value value -> value;
      case String text -> new Value.Text(text);
      case Integer number -> new Value.Decimal(BigDecimal.valueOf(number));
      case BigDecimal number -> new Value.Decimal(number);
      case Boolean truth -> new Value.Truth(truth);
      case List<?> list -> {
        var items = new ArrayList<Value>();
        list.forEach(item -> items.add(value(item)));
        yield new Value.Items(items);
      }
      default -> throw new IllegalArgumentException(written.toString());
    };
  }
}
