package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.store.SideStore;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// How the rows of [EnrichStore] are written: keys that begin with their kind and an enricher's id,
/// values of JSON.
final class Rows {
  /// Bytes of a person's keyed hash.
  static final int HASH = 26;

  private Rows() {}

  static ByteBuffer key(char kind, String id, int more) {
    var text = id.getBytes(ISO_8859_1);
    return ByteBuffer.allocate(2 + text.length + more).put((byte) kind).put(text).put((byte) 0);
  }

  static String id(byte[] key) {
    var end = 1;
    while (key[end] != 0) {
      end++;
    }
    return new String(key, 1, end - 1, ISO_8859_1);
  }

  static long last(byte[] key) {
    return ByteBuffer.wrap(key).getLong(key.length - 8);
  }

  static byte[] number(long number) {
    return ByteBuffer.allocate(8).putLong(number).array();
  }

  static boolean begins(byte[] key, byte[] with) {
    return key.length >= with.length && Arrays.equals(key, 0, with.length, with, 0, with.length);
  }

  /// Gives a reader the rows whose keys begin with some bytes, from a key on, until it has enough.
  static void each(
      SideStore store, byte[] prefix, byte[] from, BiPredicate<byte[], byte[]> reader) {
    store.from(from, (key, value) -> begins(key, prefix) && reader.test(key, value));
  }

  static Value.Fields fields(byte[] written) {
    return written.length > 0 && JsonReader.event(written) instanceof Value.Fields fields
        ? fields
        : Value.Fields.EMPTY;
  }

  static Value whole(long number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }

  static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(var number) ? number.longValue() : 0;
  }

  static List<String> texts(@Nullable Value written) {
    var texts = new ArrayList<String>();
    if (written instanceof Value.Items(var items)) {
      for (var item : items) {
        if (item instanceof Value.Text(var text)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }
}
