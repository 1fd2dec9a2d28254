package io.inyeon.core.collect;

import java.util.List;
import java.util.stream.Collectors;

/// The beginning of what a source sent, fit to be shown beside the reason why it was refused.
final class Excerpt {
  private static final int MAX = Violation.MAX_FOUND;
  private final StringBuilder text = new StringBuilder();

  private Excerpt() {}

  /// The value as JSON, no longer than a violation may quote. Control characters and lone
  /// surrogates are escaped, so that it can be written and shown anywhere. A text alone has no
  /// quotes.
  static String of(Value value) {
    var excerpt = new Excerpt();
    if (value instanceof Value.Text(var characters)) {
      excerpt.escaped(characters);
    } else {
      excerpt.json(value);
    }
    return excerpt.text.toString();
  }

  /// The identifiers, as they are addressed.
  static String of(List<Identifier> identifiers) {
    return identifiers.stream().map(Identifier::toString).collect(Collectors.joining(", "));
  }

  // Each level writes at least one character, so what is shown bounds how deep this goes.
  private void json(Value value) {
    if (text.length() >= MAX) {
      return;
    }
    switch (value) {
      case Value.Text(var characters) -> {
        text.append('"');
        escaped(characters);
        text.append('"');
      }
      case Value.Decimal(var number) -> {
        var bits = number.unscaledValue().bitLength();
        text.append(bits > 1_000 ? "(a number of " + bits + " bits)" : number.toString());
      }
      case Value.Truth(var truth) -> text.append(truth);
      case Value.Time(var time) -> text.append(time);
      case Value.Items(var values) -> {
        text.append('[');
        var comma = "";
        for (var each : values) {
          text.append(comma);
          comma = ",";
          json(each);
          if (text.length() >= MAX) {
            return;
          }
        }
        text.append(']');
      }
      case Value.Fields(var values) -> {
        text.append('{');
        var comma = "";
        for (var each : values.entrySet()) {
          text.append(comma).append('"');
          comma = ",";
          escaped(each.getKey());
          text.append("\":");
          json(each.getValue());
          if (text.length() >= MAX) {
            return;
          }
        }
        text.append('}');
      }
      case Value.Nothing _ -> text.append("null");
    }
  }

  private void escaped(String characters) {
    for (var i = 0; i < characters.length() && text.length() < MAX; i++) {
      var c = characters.charAt(i);
      var pair =
          Character.isHighSurrogate(c)
              && i + 1 < characters.length()
              && Character.isLowSurrogate(characters.charAt(i + 1));
      if (pair) {
        text.append(c).append(characters.charAt(++i));
      } else if (Character.isISOControl(c) || Character.isSurrogate(c)) {
        text.append("\\u")
            .append(Character.forDigit(c >> 12, 16))
            .append(Character.forDigit((c >> 8) & 15, 16))
            .append(Character.forDigit((c >> 4) & 15, 16))
            .append(Character.forDigit(c & 15, 16));
      } else {
        text.append(c);
      }
    }
  }
}
