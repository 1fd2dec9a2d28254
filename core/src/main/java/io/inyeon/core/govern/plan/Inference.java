package io.inyeon.core.govern.plan;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.schema.Formats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes a plan of events that were seen: which fields they have and how often, of which types and
/// formats, and, of those with few values, which.
///
/// What almost all have is required; a text with a few values that come back again and again is an
/// enum; a format that all texts have is named. Examples are the first few values. It is a draft
/// for people to read: rare events may be missing, and what nobody ever did cannot be seen.
public final class Inference {
  /// The share of events that must have a field for it to be required.
  private static final double REQUIRED = 0.99;

  private static final int MOST_EVENTS = 2_000;
  private static final int MOST_FIELDS = 500;
  private static final int MOST_VALUES = 20;
  private static final int SEEN_OFTEN = 50;
  private static final int EXAMPLES = 3;
  private static final int LONGEST_VALUE = 100;
  private static final int DEEPEST = 6;
  private static final List<String> FORMATS =
      List.of("date-time", "date", "uuid", "email", "uri", "ipv4");

  private final Map<String, Shape> events = new TreeMap<>();
  private final Map<String, String> names = new TreeMap<>();

  /// Takes an event that was accepted.
  ///
  /// @param section its traits or properties
  public void add(Call call, String name, Value.Fields section) {
    var key = PlanInForce.key(call, name);
    if (!events.containsKey(key) && events.size() >= MOST_EVENTS) {
      return;
    }
    names.put(key, call == Call.TRACK ? name : "");
    events.computeIfAbsent(key, _ -> new Shape()).add(section, 0);
  }

  /// The plan's document.
  ///
  /// @param name what people are to call it
  public Value.Fields document(String name) {
    var rules = new ArrayList<Value>();
    events.forEach((key, shape) -> {
      var call = key.contains("\n") ? key.substring(0, key.indexOf('\n')) : key;
      var traits = Set.of("identify", "group").contains(call);
      var rule = new LinkedHashMap<String, Value>();
      rule.put("call", new Value.Text(call));
      var event = names.getOrDefault(key, "");
      if (!event.isEmpty()) {
        rule.put("event", new Value.Text(event));
      }
      var schema = new LinkedHashMap<String, Value>();
      schema.put("type", new Value.Text("object"));
      schema.put(
          "properties", new Value.Fields(Map.of(traits ? "traits" : "properties", shape.schema())));
      rule.put("schema", new Value.Fields(schema));
      rules.add(new Value.Fields(rule));
    });
    var document = new LinkedHashMap<String, Value>();
    document.put("name", new Value.Text(name));
    document.put("rules", new Value.Items(rules));
    return new Value.Fields(document);
  }

  /// What was seen at one place.
  private static final class Shape {
    private final Map<String, Shape> fields = new LinkedHashMap<>();
    private final Set<String> types = new TreeSet<>();
    private final Map<Value, Integer> values = new LinkedHashMap<>();
    private final Set<String> formats = new TreeSet<>(FORMATS);
    private @Nullable Shape items;
    private long seen;
    private long texts;
    private long objects;
    private boolean many;

    void add(Value value, int depth) {
      seen++;
      switch (value) {
        case Value.Text(var text) -> {
          types.add("string");
          text(text);
        }
        case Value.Decimal(var number) -> {
          types.add(number.stripTrailingZeros().scale() <= 0 ? "integer" : "number");
          value(value);
        }
        case Value.Truth _ -> types.add("boolean");
        case Value.Time _ -> types.add("string");
        case Value.Nothing _ -> types.add("null");
        case Value.Items(var all) -> {
          types.add("array");
          if (depth < DEEPEST) {
            var inner = items == null ? new Shape() : items;
            items = inner;
            all.stream().limit(100).forEach(each -> inner.add(each, depth + 1));
          }
        }
        case Value.Fields(var all) -> {
          types.add("object");
          objects++;
          if (depth < DEEPEST) {
            all.forEach((name, each) -> field(name, each, depth));
          }
        }
      }
    }

    private void field(String name, Value value, int depth) {
      var known = fields.get(name);
      if (known == null && fields.size() < MOST_FIELDS) {
        known = new Shape();
        fields.put(name, known);
      }
      if (known != null) {
        known.add(value, depth + 1);
      }
    }

    private void text(String text) {
      texts++;
      formats.removeIf(format -> {
        var test = Formats.of(format);
        return test == null || !test.test(text);
      });
      value(new Value.Text(text));
    }

    private void value(Value value) {
      if (value instanceof Value.Text(var text) && text.length() > LONGEST_VALUE) {
        many = true;
      } else if (values.containsKey(value) || values.size() <= MOST_VALUES) {
        values.merge(value, 1, Integer::sum);
      } else {
        many = true;
      }
    }

    /// Texts with few values, each of which came more than once or twice.
    private boolean enumerated() {
      return !many
          && types.equals(Set.of("string"))
          && formats.isEmpty()
          && values.size() <= MOST_VALUES
          && texts >= SEEN_OFTEN
          && texts >= 10L * values.size();
    }

    Value schema() {
      var schema = new LinkedHashMap<String, Value>();
      var all = new TreeSet<>(types);
      if (all.contains("number")) {
        all.remove("integer");
      }
      var written = all.stream().map(type -> (Value) new Value.Text(type)).toList();
      if (written.size() == 1) {
        schema.put("type", written.getFirst());
      } else if (!written.isEmpty()) {
        schema.put("type", new Value.Items(written));
      }
      if (texts > 0 && !formats.isEmpty()) {
        // In the order of how much they say.
        FORMATS.stream()
            .filter(formats::contains)
            .findFirst()
            .ifPresent(format -> schema.put("format", new Value.Text(format)));
      }
      if (enumerated()) {
        schema.put("enum", new Value.Items(List.copyOf(values.keySet())));
      } else if (!values.isEmpty()) {
        schema.put("examples", new Value.Items(values.keySet().stream().limit(EXAMPLES).toList()));
      }
      if (items != null) {
        schema.put("items", items.schema());
      }
      if (!fields.isEmpty()) {
        fields(schema);
      }
      return new Value.Fields(schema);
    }

    private void fields(Map<String, Value> schema) {
      var properties = new LinkedHashMap<String, Value>();
      var required = new ArrayList<Value>();
      fields.forEach((name, shape) -> {
        var inner = new LinkedHashMap<>(((Value.Fields) shape.schema()).values());
        inner.put("x-rate", new Value.Decimal(rate(shape.seen)));
        properties.put(name, new Value.Fields(inner));
        if (shape.seen >= REQUIRED * objects) {
          required.add(new Value.Text(name));
        }
      });
      schema.put("properties", new Value.Fields(properties));
      if (!required.isEmpty()) {
        schema.put("required", new Value.Items(required));
      }
    }

    /// In how many of the objects a field stands, 0 to 1.
    private BigDecimal rate(long count) {
      return BigDecimal.valueOf(Math.min(count, objects))
          .divide(BigDecimal.valueOf(Math.max(1, objects)), 4, RoundingMode.HALF_UP)
          .stripTrailingZeros();
    }
  }
}
