package io.inyeon.runtime.json;

import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.runtime.json.BatchReading.Batch;
import io.inyeon.runtime.json.BatchReading.Element;
import io.inyeon.runtime.json.BatchReading.Malformed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// Reads JSON that strangers sent: UTF-8, RFC 8259 to the letter, in one pass.
///
/// Never throws for what stands in the bytes. The same bytes always give the same body, alone or in
/// a batch, today or in a replay.
public final class JsonReader {
  /// The limits on lengths are our own, so that what breaks them spoils one event and not a batch.
  /// Field names that occur again and again are one object each.
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  /// An element of a batch stands two levels below the document.
  private static final int BATCH_LEVELS = 2;

  private JsonReader() {}

  /// Reads one event, or whatever stands in its place.
  public static Body event(byte[] bytes) {
    try {
      return event(bytes, bytes, false);
    } catch (ValueReader.TooDeep _) {
      var flat = Flattening.flatten(bytes, ValueReader.LEVELS + 1);
      return flat == null ? noJson("the brackets do not match") : event(bytes, flat, true);
    }
  }

  /// Reads a batch: its elements each with its own bytes, and what stands around them in any order.
  ///
  /// @param limit elements that a batch may have
  public static BatchReading batch(byte[] bytes, int limit) {
    try {
      return batch(bytes, bytes, false, limit);
    } catch (ValueReader.TooDeep _) {
      var flat = Flattening.flatten(bytes, BATCH_LEVELS + ValueReader.LEVELS + 1);
      return flat == null
          ? new Malformed("invalid_json", "the brackets do not match")
          : batch(bytes, flat, true, limit);
    }
  }

  private static Body event(byte[] bytes, byte[] read, boolean flat) {
    var start = start(bytes);
    if (start < 0) {
      return noJson("not UTF-8");
    }
    try (var parser = parser(read, start)) {
      var token = parser.nextToken();
      if (token == null) {
        return noJson("nothing there");
      }
      var reader = new ValueReader(parser, flat);
      var value = reader.read(token, 1);
      if (parser.nextToken() != null) {
        return noJson("something follows the value");
      }
      return fit(value, reader.unfit());
    } catch (JacksonException e) {
      return noJson(message(e));
    }
  }

  private static BatchReading batch(byte[] bytes, byte[] read, boolean flat, int limit) {
    var start = start(bytes);
    if (start < 0) {
      return new Malformed("invalid_json", "not UTF-8");
    }
    try (var parser = parser(read, start)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return new Malformed("no_batch", "the body must be an object with an array \"batch\"");
      }
      return new BatchReader(bytes, start, parser, new ValueReader(parser, flat), limit).read();
    } catch (JacksonException e) {
      return new Malformed("invalid_json", message(e));
    }
  }

  /// Walks through the fields of a batch; a field that stands twice counts as it stood last.
  private static final class BatchReader {
    private final byte[] bytes;
    private final int start;
    private final JsonParser parser;
    private final ValueReader reader;
    private final int limit;
    private @Nullable List<Element> elements;
    private Value context = Value.Fields.EMPTY;
    private Value integrations = Value.Fields.EMPTY;
    private @Nullable Malformed unfit;
    private @Nullable String sentAt;
    private @Nullable String writeKey;

    BatchReader(byte[] bytes, int start, JsonParser parser, ValueReader reader, int limit) {
      this.bytes = bytes;
      this.start = start;
      this.parser = parser;
      this.reader = reader;
      this.limit = limit;
    }

    BatchReading read() {
      for (var name = parser.nextName(); name != null; name = parser.nextName()) {
        var token = parser.nextToken();
        switch (name) {
          case "batch" -> {
            elements = token == JsonToken.START_ARRAY ? elements() : null;
            if (elements == null) {
              reader.skip(token);
            } else if (elements.size() > limit) {
              return new Malformed("too_many_events", "a batch may have " + limit + " events");
            }
          }
          case "context" -> context = around(name, token);
          case "integrations" -> integrations = around(name, token);
          case "sentAt" -> sentAt = text(token, true);
          case "writeKey" -> writeKey = text(token, false);
          default -> reader.skip(token);
        }
      }
      if (parser.nextToken() != null) {
        return new Malformed("invalid_json", "something follows the batch");
      }
      if (elements == null) {
        return new Malformed("no_batch", "the body must be an object with an array \"batch\"");
      }
      if (unfit != null) {
        return unfit;
      }
      return new Batch(elements, fields(context), fields(integrations), sentAt, writeKey);
    }

    /// A default of all events; one that is unfit would spoil each of them.
    private Value around(String name, JsonToken token) {
      reader.begin(1);
      var value = reader.read(token, 1);
      var why = reader.unfit();
      if (why != null) {
        unfit = new Malformed(why.code(), "at /" + name + why.path());
      }
      return value;
    }

    /// Some SDKs write an empty context as []: what is no object says nothing.
    private static Value.Fields fields(Value value) {
      return value instanceof Value.Fields fields ? fields : Value.Fields.EMPTY;
    }

    /// The elements; one more than the limit when there are too many.
    private List<Element> elements() {
      var all = new ArrayList<Element>();
      for (var token = parser.nextToken();
          token != JsonToken.END_ARRAY && all.size() <= limit;
          token = parser.nextToken()) {
        var from = parser.currentTokenLocation().getByteOffset();
        reader.begin(2);
        var value = reader.read(token, 1);
        var to = parser.currentLocation().getByteOffset();
        all.add(
            new Element(
                Arrays.copyOfRange(bytes, start + (int) from, start + (int) to),
                fit(value, reader.unfit())));
      }
      return all;
    }

    private @Nullable String text(JsonToken token, boolean orNumber) {
      return switch (token) {
        case VALUE_STRING -> parser.getString();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
            orNumber && parser.getStringLength() <= ValueReader.DIGITS ? parser.getString() : null;
        default -> {
          reader.skip(token);
          yield null;
        }
      };
    }
  }

  private static Body fit(Value value, @Nullable Violation unfit) {
    return unfit == null ? value : new Body.Unfit(unfit, value);
  }

  private static Body noJson(String why) {
    return new Body.Unfit(new Violation("invalid_json", "", why), Value.Nothing.NOTHING);
  }

  static JsonParser parser(byte[] bytes, int start) {
    return FACTORY.createParser(ObjectReadContext.empty(), bytes, start, bytes.length - start);
  }

  /// Where the text begins, after a byte order mark; -1 when it is not UTF-8. The parser would
  /// guess at other encodings and lose the places of bytes.
  static int start(byte[] bytes) {
    var start =
        bytes.length >= 3
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF
            ? 3
            : 0;
    for (var i = start; i < Math.min(start + 2, bytes.length); i++) {
      var each = bytes[i];
      if (each == 0 || each == (byte) 0xEF || each == (byte) 0xFE || each == (byte) 0xFF) {
        return -1;
      }
    }
    return start;
  }

  private static String message(JacksonException e) {
    var place = e.getLocation();
    return e.getOriginalMessage() + (place == null ? "" : " at byte " + place.getByteOffset());
  }
}
