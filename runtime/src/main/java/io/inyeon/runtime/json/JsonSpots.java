package io.inyeon.runtime.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;

/// Says what stands where in the bytes of a document.
public final class JsonSpots {
  private JsonSpots() {}

  /// A value, or the name of one.
  ///
  /// @param path JSON Pointer of the value
  /// @param from its first byte, of a text the opening quote
  /// @param to the byte after its last
  /// @param name whether it is the name
  /// @param text whether it stands in quotes
  public record Spot(String path, int from, int to, boolean name, boolean text) {}

  /// What stands at some bytes, one for each, in their order; `null` when the document is broken.
  ///
  /// @param offsets ascending
  public static @Nullable List<Spot> at(byte[] bytes, List<Integer> offsets) {
    var start = JsonReader.start(bytes);
    if (start < 0) {
      return null;
    }
    var spots = new ArrayList<Spot>();
    try (var parser = JsonReader.parser(bytes, start)) {
      Spot last = null;
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        var scalar = token.isScalarValue();
        if (!scalar && token != JsonToken.PROPERTY_NAME) {
          continue;
        }
        var from = start + (int) parser.currentTokenLocation().getByteOffset();
        while (spots.size() < offsets.size() && offsets.get(spots.size()) < from) {
          if (last == null) {
            return null;
          }
          spots.add(last);
        }
        if (spots.size() == offsets.size()) {
          return spots;
        }
        last =
            new Spot(
                parser.streamReadContext().pathAsPointer().toString(),
                from,
                end(bytes, from),
                !scalar,
                bytes[from] == '"');
      }
      while (spots.size() < offsets.size()) {
        if (last == null) {
          return null;
        }
        spots.add(last);
      }
      return spots;
    } catch (JacksonException broken) {
      return null;
    }
  }

  private static int end(byte[] bytes, int from) {
    var at = from;
    if (bytes[at] == '"') {
      for (at++; at < bytes.length && bytes[at] != '"'; at++) {
        if (bytes[at] == '\\') {
          at++;
        }
      }
      return Math.min(bytes.length, at + 1);
    }
    while (at < bytes.length && ",]} \t\r\n".indexOf(bytes[at]) < 0) {
      at++;
    }
    return at;
  }
}
