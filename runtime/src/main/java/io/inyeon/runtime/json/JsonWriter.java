package io.inyeon.runtime.json;

import io.inyeon.core.collect.Value;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes the JSON of answers, field by field.
///
/// Every text can be written, half of a surrogate pair too: characters above the Hangul syllables
/// are written as escapes.
public final class JsonWriter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().highestNonEscapedChar(0xD7FF).build();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);
  private final JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), out);

  /// The bytes of one value.
  public static byte[] bytes(Value value) {
    return new JsonWriter().value(value).bytes();
  }

  /// What was written; the writer is at its end.
  public byte[] bytes() {
    generator.close();
    return out.toByteArray();
  }

  /// Begins an object: the document, or an item of an array.
  public JsonWriter startObject() {
    generator.writeStartObject();
    return this;
  }

  /// Begins an object under a name.
  public JsonWriter startObject(String name) {
    generator.writeName(name);
    return startObject();
  }

  /// Begins an array: the document, or an item of an array.
  public JsonWriter startArray() {
    generator.writeStartArray();
    return this;
  }

  /// Begins an array under a name.
  public JsonWriter startArray(String name) {
    generator.writeName(name);
    return startArray();
  }

  /// Ends the object begun last.
  public JsonWriter endObject() {
    generator.writeEndObject();
    return this;
  }

  /// Ends the array begun last.
  public JsonWriter endArray() {
    generator.writeEndArray();
    return this;
  }

  /// A text; nothing at all when it is `null`.
  public JsonWriter text(String name, @Nullable String text) {
    if (text != null) {
      generator.writeName(name);
      generator.writeString(text);
    }
    return this;
  }

  /// A whole number.
  public JsonWriter number(String name, long number) {
    generator.writeName(name);
    generator.writeNumber(number);
    return this;
  }

  /// An exact decimal.
  public JsonWriter decimal(String name, BigDecimal number) {
    generator.writeName(name);
    generator.writeNumber(number);
    return this;
  }

  /// Yes or no.
  public JsonWriter truth(String name, boolean truth) {
    generator.writeName(name);
    generator.writeBoolean(truth);
    return this;
  }

  /// An instant in ISO 8601, UTC.
  ///
  /// @param at milliseconds since 1970
  public JsonWriter time(String name, long at) {
    return text(name, Instant.ofEpochMilli(at).toString());
  }

  /// JSON that is written already, under a name; it is not looked at.
  public JsonWriter raw(String name, String json) {
    generator.writeName(name);
    generator.writeRawValue(json);
    return this;
  }

  /// A text as an item of an array.
  public JsonWriter item(String text) {
    generator.writeString(text);
    return this;
  }

  /// A value under a name.
  public JsonWriter value(String name, Value value) {
    generator.writeName(name);
    return value(value);
  }

  /// An item of an array, or the document.
  public JsonWriter value(Value value) {
    switch (value) {
      case Value.Text(var text) -> generator.writeString(text);
      case Value.Decimal(var number) -> generator.writeNumber(number);
      case Value.Truth(var truth) -> generator.writeBoolean(truth);
      case Value.Time(var time) -> generator.writeString(time.toString());
      case Value.Items(var items) -> {
        generator.writeStartArray();
        items.forEach(this::value);
        generator.writeEndArray();
      }
      case Value.Fields(var fields) -> {
        generator.writeStartObject();
        fields.forEach(this::value);
        generator.writeEndObject();
      }
      case Value.Nothing _ -> generator.writeNull();
    }
    return this;
  }
}
