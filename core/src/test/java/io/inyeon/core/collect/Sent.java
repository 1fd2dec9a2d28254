package io.inyeon.core.collect;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.Rules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What tests send: values written as plain Java, sources, envelopes.
final class Sent {
  /// 2026-03-01T00:00:00Z
  static final long NOW = 1_772_323_200_000L;

  static final Source BROWSER = source(SourceKind.BROWSER);
  static final Source APP = source(SourceKind.APP);
  static final Source SERVER = source(SourceKind.SERVER);

  /// Numbers of Korea only: digits after 0 or +82.
  static final PhoneNumbers PHONES =
      (written, region) -> {
        var digits = written.replaceAll("[ ()-]", "");
        return Pattern.matches("\\+82\\d{8,10}", digits)
            ? digits
            : Pattern.matches("0\\d{8,10}", digits) ? "+82" + digits.substring(1) : null;
      };

  static final Patterns PATTERNS = pattern -> Pattern.compile(pattern).asMatchPredicate();

  static final Rules RULES =
      Rules.of(DefaultRules.of("00".repeat(32), "KR", "KRW", "Asia/Seoul"), PHONES, PATTERNS);
  static final IdentifierTypes TYPES = RULES.types();

  private Sent() {}

  static Source source(SourceKind kind) {
    return new Source("src", 7, "shop", kind, List.of("key"), true, 1, false, false, 0);
  }

  static Source trustingProperties(SourceKind kind) {
    return new Source("src", 7, "shop", kind, List.of("key"), true, 1, true, false, 0);
  }

  static Source aliasingAnchors(SourceKind kind) {
    return new Source("src", 7, "shop", kind, List.of("key"), true, 1, false, true, 0);
  }

  static Envelope envelope(@Nullable Call call) {
    return new Envelope(7, NOW, call, "edge-1", null, Value.Fields.EMPTY, 400);
  }

  /// Fields by name and value in turn.
  static Value.Fields fields(@Nullable Object... namesAndValues) {
    var values = new LinkedHashMap<String, Value>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      values.put(String.valueOf(namesAndValues[i]), value(namesAndValues[i + 1]));
    }
    return new Value.Fields(values);
  }

  static Value value(@Nullable Object plain) {
    return switch (plain) {
      case null -> Value.Nothing.NOTHING;
      case Value value -> value;
      case String text -> new Value.Text(text);
      case Integer number -> new Value.Decimal(BigDecimal.valueOf(number));
      case Long number -> new Value.Decimal(BigDecimal.valueOf(number));
      case BigDecimal number -> new Value.Decimal(number);
      case Boolean truth -> new Value.Truth(truth);
      case List<?> items -> {
        var values = new ArrayList<Value>();
        items.forEach(item -> values.add(value(item)));
        yield new Value.Items(values);
      }
      case Map<?, ?> map -> {
        var values = new LinkedHashMap<String, Value>();
        map.forEach((name, value) -> values.put(String.valueOf(name), value(value)));
        yield new Value.Fields(values);
      }
      default -> throw new IllegalArgumentException("no value: " + plain);
    };
  }

  /// The fields with one more, or another value for it.
  static Value.Fields with(Value.Fields fields, String name, @Nullable Object value) {
    var values = new LinkedHashMap<>(fields.values());
    values.put(name, value(value));
    return new Value.Fields(values);
  }

  static Reading read(Source source, Value event) {
    return EventReader.read(envelope(null), event, source, TYPES);
  }

  static Event understood(Source source, Value event) {
    return understood(read(source, event));
  }

  static Event understood(Reading reading) {
    return switch (reading) {
      case Reading.Understood(var event, _) -> event;
      case Reading.Refused(_, var violations) -> throw new AssertionError("refused: " + violations);
      case Reading.Unwanted(_, var reason, _) -> throw new AssertionError("unwanted: " + reason);
    };
  }

  static List<String> identifiers(Event event) {
    return event.identifiers().stream().map(Identifier::toString).toList();
  }

  /// Code and path of each violation; empty when there are none.
  static List<String> faults(Reading reading) {
    return switch (reading) {
      case Reading.Understood _ -> List.of();
      case Reading.Refused(_, var violations) ->
          violations.stream().map(each -> (each.code() + " " + each.path()).strip()).toList();
      case Reading.Unwanted(_, var reason, _) -> throw new AssertionError("unwanted: " + reason);
    };
  }

  static List<String> faults(Source source, Value event) {
    return faults(read(source, event));
  }
}
