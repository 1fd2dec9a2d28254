package io.inyeon.runtime.demo;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Value.Decimal;
import io.inyeon.core.collect.Value.Fields;
import io.inyeon.core.collect.Value.Items;
import io.inyeon.core.collect.Value.Nothing;
import io.inyeon.core.collect.Value.Text;
import io.inyeon.core.collect.Value.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Reads the answers of the API.
final class Answers {
  private static final JsonFactory FACTORY = new JsonFactory();

  private Answers() {}

  /// The object that was answered; no fields when it was none.
  static Fields read(byte[] json) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      return value(parser, parser.nextToken()) instanceof Fields fields ? fields : Fields.EMPTY;
    } catch (JacksonException noJson) {
      return Fields.EMPTY;
    }
  }

  /// The number under a name, or 0.
  static long number(Fields fields, String name) {
    return fields.get(name) instanceof Decimal(var number) ? number.longValue() : 0;
  }

  /// The text under a name, or nothing at all.
  static String text(Fields fields, String name) {
    var text = fields.text(name);
    return text == null ? "" : text;
  }

  /// The objects of the list under a name.
  static List<Fields> list(Fields fields, String name) {
    var all = new ArrayList<Fields>();
    if (fields.get(name) instanceof Items(var items)) {
      for (var item : items) {
        if (item instanceof Fields each) {
          all.add(each);
        }
      }
    }
    return all;
  }

  /// What people would write for a value.
  static String plain(@Nullable Value value) {
    return switch (value) {
      case null -> "";
      case Text(var text) -> text;
      case Decimal(var number) -> number.toPlainString();
      case Truth(var truth) -> truth ? "yes" : "no";
      case Value.Time(var time) -> time.toString();
      case Items(var items) -> items.size() + " values";
      case Fields fields -> fields.values().size() + " fields";
      case Nothing _ -> "";
    };
  }

  private static Value value(JsonParser parser, @Nullable JsonToken token) {
    return switch (token) {
      case START_OBJECT -> {
        var fields = new LinkedHashMap<String, Value>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
          var name = parser.currentName();
          fields.put(name, value(parser, parser.nextToken()));
        }
        yield new Fields(fields);
      }
      case START_ARRAY -> {
        var items = new ArrayList<Value>();
        for (var next = parser.nextToken();
            next != JsonToken.END_ARRAY;
            next = parser.nextToken()) {
          items.add(value(parser, next));
        }
        yield new Items(items);
      }
      case VALUE_STRING -> new Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Decimal(parser.getDecimalValue());
      case VALUE_TRUE -> new Truth(true);
      case VALUE_FALSE -> new Truth(false);
      case null, default -> Nothing.NOTHING;
    };
  }
}
