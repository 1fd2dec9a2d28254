package io.inyeon.runtime.store;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Writes numbers, texts and values as few bytes; [Decoder] reads them back just as they were.
///
/// Numbers are LEB128 varints. Texts are their length in bytes and then UTF-8, in which a lone
/// surrogate takes the three bytes that its code point would, so that every text comes back. For
/// use by one thread; to be used again after [#reset].
public final class Encoder {
  static final int TEXT = 1;
  static final int DECIMAL = 2;
  static final int BIG_DECIMAL = 3;
  static final int FALSE = 4;
  static final int TRUE = 5;
  static final int TIME = 6;
  static final int ITEMS = 7;
  static final int FIELDS = 8;
  static final int NOTHING = 9;

  /// Values may be nested this deep.
  public static final int MAX_DEPTH = 512;

  private byte[] buffer = new byte[256];
  private int size;

  /// Begins anew and keeps the buffer.
  public Encoder reset() {
    size = 0;
    return this;
  }

  public int size() {
    return size;
  }

  /// A copy of what was written.
  public byte[] toBytes() {
    return Arrays.copyOf(buffer, size);
  }

  /// A copy of what was written from `start` on.
  public byte[] toBytes(int start) {
    return Arrays.copyOfRange(buffer, start, size);
  }

  /// One byte, 0 to 255.
  public Encoder octet(int octet) {
    room(1);
    buffer[size++] = (byte) octet;
    return this;
  }

  public Encoder truth(boolean truth) {
    return octet(truth ? 1 : 0);
  }

  /// A number that is seldom negative: 1 byte up to 127, 2 up to 16,383; a negative one takes 10.
  public Encoder varint(long number) {
    room(10);
    var rest = number;
    while ((rest & ~0x7FL) != 0) {
      buffer[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[size++] = (byte) rest;
    return this;
  }

  /// A number near zero on either side.
  public Encoder signed(long number) {
    return varint((number << 1) ^ (number >> 63));
  }

  /// A text of any characters.
  public Encoder text(String text) {
    var chars = text.length();
    room(5 + 3 * chars);
    if (chars > 127 / 3 && !fitsOneByteLength(text)) {
      return longText(text);
    }
    var start = size++;
    utf8(text);
    buffer[start] = (byte) (size - start - 1);
    return this;
  }

  /// A text, or none.
  public Encoder optional(@Nullable String text) {
    if (text == null) {
      return octet(0);
    }
    octet(1);
    return text(text);
  }

  /// An id: 17 bytes when it is a UUID in its usual form, otherwise a byte more than its text.
  public Encoder id(String id) {
    if (!isUuid(id)) {
      return octet(0).text(id);
    }
    octet(1);
    room(16);
    for (var i = 0; i < 36; i += 2) {
      if (isDash(i)) {
        i++;
      }
      buffer[size++] = (byte) ((digit(id.charAt(i)) << 4) | digit(id.charAt(i + 1)));
    }
    return this;
  }

  /// Bytes, preceded by how many they are.
  public Encoder bytes(byte[] bytes) {
    varint(bytes.length);
    return raw(bytes, 0, bytes.length);
  }

  /// Bytes as they are, without their length.
  public Encoder raw(byte[] bytes, int offset, int length) {
    room(length);
    System.arraycopy(bytes, offset, buffer, size, length);
    size += length;
    return this;
  }

  /// What another one wrote, as it is.
  Encoder raw(Encoder other) {
    return raw(other.buffer, 0, other.size);
  }

  /// An exact decimal with its scale.
  public Encoder decimal(BigDecimal decimal) {
    signed(decimal.scale());
    return bytes(decimal.unscaledValue().toByteArray());
  }

  /// Any value.
  public Encoder value(Value value) {
    return value(value, MAX_DEPTH);
  }

  private Encoder value(Value value, int depth) {
    if (depth == 0) {
      throw new IllegalArgumentException("a value nested deeper than " + MAX_DEPTH);
    }
    switch (value) {
      case Value.Text(var text) -> octet(TEXT).text(text);
      case Value.Decimal(var decimal) -> number(decimal);
      case Value.Truth(var truth) -> octet(truth ? TRUE : FALSE);
      case Value.Time(var time) -> octet(TIME).signed(time.getEpochSecond()).varint(time.getNano());
      case Value.Items(var items) -> {
        octet(ITEMS).varint(items.size());
        for (var item : items) {
          value(item, depth - 1);
        }
      }
      case Value.Fields(var fields) -> {
        octet(FIELDS).varint(fields.size());
        for (var field : fields.entrySet()) {
          text(field.getKey()).value(field.getValue(), depth - 1);
        }
      }
      case Value.Nothing _ -> octet(NOTHING);
    }
    return this;
  }

  private void number(BigDecimal decimal) {
    if (decimal.precision() <= 18) {
      octet(DECIMAL).signed(decimal.scale()).signed(decimal.unscaledValue().longValue());
    } else {
      octet(BIG_DECIMAL).decimal(decimal);
    }
  }

  /// Whether a text's bytes are at most 127, so that their number takes one byte.
  private static boolean fitsOneByteLength(String text) {
    if (text.length() > 127) {
      return false;
    }
    var bytes = 0;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3; // of a pair of surrogates 6 instead of 4
    }
    return bytes <= 127;
  }

  private Encoder longText(String text) {
    var start = size;
    size += 5;
    utf8(text);
    var bytes = size - start - 5;
    size = start;
    varint(bytes);
    System.arraycopy(buffer, start + 5, buffer, size, bytes);
    size += bytes;
    return this;
  }

  private void utf8(String text) {
    var to = buffer;
    var at = size;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c < 0x80) {
        to[at++] = (byte) c;
      } else if (c < 0x800) {
        to[at++] = (byte) (0xC0 | (c >> 6));
        to[at++] = (byte) (0x80 | (c & 0x3F));
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        var point = Character.toCodePoint(c, text.charAt(++i));
        to[at++] = (byte) (0xF0 | (point >> 18));
        to[at++] = (byte) (0x80 | ((point >> 12) & 0x3F));
        to[at++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        to[at++] = (byte) (0x80 | (point & 0x3F));
      } else {
        to[at++] = (byte) (0xE0 | (c >> 12));
        to[at++] = (byte) (0x80 | ((c >> 6) & 0x3F));
        to[at++] = (byte) (0x80 | (c & 0x3F));
      }
    }
    size = at;
  }

  private static boolean isUuid(String id) {
    if (id.length() != 36) {
      return false;
    }
    for (var i = 0; i < 36; i++) {
      if (isDash(i) ? id.charAt(i) != '-' : digit(id.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  static boolean isDash(int place) {
    return place == 8 || place == 13 || place == 18 || place == 23;
  }

  /// Lower case only: an upper case one would not come back as it was.
  private static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
  }

  private void room(int more) {
    if (buffer.length - size < more) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
    }
  }
}
