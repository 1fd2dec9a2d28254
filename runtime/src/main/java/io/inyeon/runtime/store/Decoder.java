package io.inyeon.runtime.store;

import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what [Encoder] wrote. Whatever else the bytes hold, it answers with [Undecodable] and
/// never takes more memory than a small multiple of their number.
public final class Decoder {
  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final byte[] from;
  private final int end;
  private int at;

  public Decoder(byte[] from) {
    this(from, 0, from.length);
  }

  /// Reads a part of an array.
  ///
  /// @param end the place after the last byte
  public Decoder(byte[] from, int start, int end) {
    if (start < 0 || start > end || end > from.length) {
      throw new IndexOutOfBoundsException(start + ".." + end + " of " + from.length);
    }
    this.from = from;
    this.at = start;
    this.end = end;
  }

  /// Whether everything was read.
  public boolean ended() {
    return at == end;
  }

  /// The place of the next byte.
  public int at() {
    return at;
  }

  /// Makes sure that everything was read.
  public void end() {
    if (at != end) {
      throw wrong((end - at) + " bytes too many");
    }
  }

  /// One byte, 0 to 255.
  public int octet() {
    if (at == end) {
      throw wrong("the bytes end too early");
    }
    return from[at++] & 0xFF;
  }

  public boolean truth() {
    var octet = octet();
    if (octet > 1) {
      throw wrong("neither true nor false");
    }
    return octet == 1;
  }

  /// A number that [Encoder#varint] wrote.
  public long varint() {
    var octet = octet();
    if (octet < 0x80) {
      return octet;
    }
    long number = octet & 0x7F;
    for (var shift = 7; shift < 64; shift += 7) {
      octet = octet();
      number |= (octet & 0x7FL) << shift;
      if (octet < 0x80) {
        if (octet == 0 || (shift == 63 && octet > 1)) {
          throw wrong("a number in a form that is never written");
        }
        return number;
      }
    }
    throw wrong("a number of more than 64 bits");
  }

  /// A number that is no less than 0 and no more than `most`.
  public int number(int most) {
    var number = varint();
    if (number < 0 || number > most) {
      throw wrong("a number above " + most);
    }
    return (int) number;
  }

  /// How many things follow; each of them takes a byte at least.
  public int count() {
    var count = varint();
    if (count < 0 || count > end - at) {
      throw wrong("more things than bytes");
    }
    return (int) count;
  }

  /// A number that [Encoder#signed] wrote.
  public long signed() {
    var number = varint();
    return (number >>> 1) ^ -(number & 1);
  }

  /// A text that [Encoder#text] wrote.
  public String text() {
    return text(count());
  }

  private String text(int bytes) {
    var start = at;
    var stop = at + bytes;
    for (var i = start; i < stop; i++) {
      if (from[i] < 0) {
        return wideText(start, stop);
      }
    }
    at = stop;
    return new String(from, start, bytes, StandardCharsets.ISO_8859_1);
  }

  /// A text that [Encoder#text] wrote and that comes again and again: a name.
  public String name() {
    var bytes = count();
    var start = at;
    var known = Names.find(from, start, start + bytes);
    if (known != null) {
      at = start + bytes;
      return known;
    }
    return Names.remember(from, start, start + bytes, text(bytes));
  }

  /// A text, or none.
  public @Nullable String optional() {
    return truth() ? text() : null;
  }

  /// An id that [Encoder#id] wrote.
  public String id() {
    return truth() ? uuid() : text();
  }

  private String uuid() {
    if (end - at < 16) {
      throw wrong("the bytes end too early");
    }
    var chars = new byte[36];
    for (var i = 0; i < 36; i += 2) {
      if (Encoder.isDash(i)) {
        chars[i++] = '-';
      }
      chars[i] = DIGITS[(from[at] >> 4) & 15];
      chars[i + 1] = DIGITS[from[at++] & 15];
    }
    return new String(chars, StandardCharsets.ISO_8859_1);
  }

  /// Bytes that [Encoder#bytes] wrote.
  public byte[] bytes() {
    var length = count();
    at += length;
    return Arrays.copyOfRange(from, at - length, at);
  }

  /// The next bytes by themselves; they are skipped here.
  Decoder part(int length) {
    var part = new Decoder(from, at, at + length);
    at += length;
    return part;
  }

  /// All that was not read yet, by itself; it stays to be read here.
  Decoder rest() {
    return new Decoder(from, at, end);
  }

  /// An exact decimal.
  public BigDecimal decimal() {
    var scale = scale();
    var unscaled = bytes();
    if (unscaled.length == 0) {
      throw wrong("a decimal without digits");
    }
    return new BigDecimal(new BigInteger(unscaled), scale);
  }

  /// A table of keys that ascend, and their values.
  <K, V> Table<K, V> table(Comparator<? super K> order, List<K> keys, List<V> values) {
    for (var i = 1; i < keys.size(); i++) {
      if (order.compare(keys.get(i - 1), keys.get(i)) >= 0) {
        throw wrong("keys out of order");
      }
    }
    return Table.ofSorted(order, keys, values);
  }

  /// Any value.
  public Value value() {
    return value(Encoder.MAX_DEPTH);
  }

  private Value value(int depth) {
    if (depth == 0) {
      throw wrong("a value nested too deep");
    }
    return switch (octet()) {
      case Encoder.TEXT -> new Value.Text(text());
      case Encoder.DECIMAL -> {
        var scale = scale();
        yield new Value.Decimal(BigDecimal.valueOf(signed(), scale));
      }
      case Encoder.BIG_DECIMAL -> new Value.Decimal(decimal());
      case Encoder.FALSE -> new Value.Truth(false);
      case Encoder.TRUE -> new Value.Truth(true);
      case Encoder.TIME -> new Value.Time(time());
      case Encoder.ITEMS -> {
        var count = count();
        var items = new ArrayList<Value>(Math.min(count, 16));
        for (var i = 0; i < count; i++) {
          items.add(value(depth - 1));
        }
        yield new Value.Items(items);
      }
      case Encoder.FIELDS -> {
        var count = count();
        var fields = new LinkedHashMap<String, Value>();
        for (var i = 0; i < count; i++) {
          var name = text();
          if (fields.put(name, value(depth - 1)) != null) {
            throw wrong("a field twice");
          }
        }
        yield new Value.Fields(fields);
      }
      case Encoder.NOTHING -> Value.Nothing.NOTHING;
      default -> throw wrong("no kind of value");
    };
  }

  private Instant time() {
    var second = signed();
    var nano = number(999_999_999);
    try {
      return Instant.ofEpochSecond(second, nano);
    } catch (DateTimeException _) {
      throw wrong("no such instant");
    }
  }

  private int scale() {
    var scale = signed();
    if (scale != (int) scale) {
      throw wrong("no such scale");
    }
    return (int) scale;
  }

  private String wideText(int start, int stop) {
    var chars = new char[stop - start];
    var length = 0;
    at = start;
    while (at < stop) {
      var first = from[at++];
      if (first >= 0) {
        chars[length++] = (char) first;
      } else if (first >> 5 == -2) {
        chars[length++] = (char) checked(((first & 0x1F) << 6) | tail(stop), 0x80);
      } else if (first >> 4 == -2) {
        var point = ((first & 0x0F) << 12) | (tail(stop) << 6) | tail(stop);
        chars[length++] = (char) checked(point, 0x800);
      } else if (first >> 3 == -2) {
        var point = ((first & 7) << 18) | (tail(stop) << 12) | (tail(stop) << 6) | tail(stop);
        if (checked(point, 0x10000) > Character.MAX_CODE_POINT) {
          throw wrong("no such character");
        }
        chars[length++] = Character.highSurrogate(point);
        chars[length++] = Character.lowSurrogate(point);
      } else {
        throw wrong("no UTF-8");
      }
    }
    return new String(chars, 0, length);
  }

  private int tail(int stop) {
    if (at == stop || from[at] >> 6 != -2) {
      throw wrong("no UTF-8");
    }
    return from[at++] & 0x3F;
  }

  private int checked(int point, int least) {
    if (point < least) {
      throw wrong("a character in a form that is never written");
    }
    return point;
  }

  /// What to throw when the bytes mean nothing here.
  public Undecodable wrong(String what) {
    return new Undecodable(what, at);
  }
}
