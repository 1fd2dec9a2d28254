package io.inyeon.core.segment.text;

import io.inyeon.core.collect.Value;
import java.util.stream.Collectors;

/// A value as one line of JSON, for golden files.
final class Json {
  private Json() {}

  static String of(Value value) {
    return switch (value) {
      case Value.Text(var text) -> quoted(text);
      case Value.Decimal(var number) -> number.toPlainString();
      case Value.Truth(var truth) -> Boolean.toString(truth);
      case Value.Time(var time) -> quoted(time.toString());
      case Value.Nothing _ -> "null";
      case Value.Items(var items) ->
          items.stream().map(Json::of).collect(Collectors.joining(", ", "[", "]"));
      case Value.Fields(var fields) ->
          fields.entrySet().stream()
              .map(field -> quoted(field.getKey()) + ": " + of(field.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
