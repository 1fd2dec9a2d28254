package io.inyeon.runtime.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/// Writes one JSON object after another into the same bytes, quickly.
final class Body {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final long DAY_MS = 86_400_000;

  private byte[] bytes = new byte[4096];
  private int size;
  private long dateOf = Long.MIN_VALUE;
  private byte[] date = new byte[0];

  /// Forgets what was written and opens a new object.
  Body start() {
    size = 0;
    return put('{');
  }

  /// Closes the object that [#start] opened and hands over its bytes.
  byte[] done() {
    put('}');
    return Arrays.copyOf(bytes, size);
  }

  Body text(String name, String value) {
    return name(name).string(value);
  }

  Body number(String name, long value) {
    return name(name).digits(value);
  }

  Body truth(String name, boolean value) {
    return name(name).ascii(value ? "true" : "false");
  }

  Body nothing(String name) {
    return name(name).ascii("null");
  }

  /// A member whose value is written as it is.
  Body raw(String name, byte[] json) {
    return name(name).append(json);
  }

  /// Members that are written as they are, without the braces around them.
  Body members(byte[] json) {
    return comma().append(json);
  }

  Body open(String name) {
    return name(name).put('{');
  }

  Body close() {
    return put('}');
  }

  Body list(String name) {
    return name(name).put('[');
  }

  Body endList() {
    return put(']');
  }

  /// Opens an object within a list.
  Body item() {
    return comma().put('{');
  }

  /// A random UUID (version 4) after a prefix, as SDKs name their messages.
  Body uuid(String name, String prefix, Dice dice) {
    name(name).put('"').ascii(prefix).uuid(dice.bits(), dice.bits());
    return put('"');
  }

  /// An instant as JavaScript writes it: UTC, to the millisecond.
  Body time(String name, long ms) {
    name(name).put('"').instant(ms);
    return put('"');
  }

  /// A time of day in Seoul, with its offset, to the second, as the tills write it.
  Body seoulTime(String name, long ms) {
    name(name).put('"').date(ms + 9 * 3_600_000L).put('T').clock(ms + 9 * 3_600_000L);
    return ascii("+09:00").put('"');
  }

  private Body instant(long ms) {
    date(ms).put('T').clock(ms).put('.');
    var rest = (int) Math.floorMod(ms, 1000L);
    return put('0' + rest / 100).twoDigits(rest % 100).put('Z');
  }

  private Body date(long ms) {
    var day = Math.floorDiv(ms, DAY_MS);
    if (day != dateOf) {
      dateOf = day;
      date = LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
    }
    return append(date);
  }

  private Body clock(long ms) {
    var second = (int) (Math.floorMod(ms, DAY_MS) / 1000);
    twoDigits(second / 3600).put(':').twoDigits(second / 60 % 60).put(':');
    return twoDigits(second % 60);
  }

  private Body twoDigits(int value) {
    return put('0' + value / 10).put('0' + value % 10);
  }

  private Body uuid(long high, long low) {
    var versioned = (high & ~0xF000L) | 0x4000L;
    var variant = (low & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    hex(versioned, 60, 32).put('-');
    hex(versioned, 28, 16).put('-');
    hex(versioned, 12, 0).put('-');
    hex(variant, 60, 48).put('-');
    return hex(variant, 44, 0);
  }

  private Body hex(long value, int from, int to) {
    for (var shift = from; shift >= to; shift -= 4) {
      put(HEX[(int) (value >>> shift) & 15]);
    }
    return this;
  }

  private Body name(String name) {
    comma().put('"').ascii(name).put('"');
    return put(':');
  }

  private Body comma() {
    var last = bytes[size - 1];
    return last == '{' || last == '[' ? this : put(',');
  }

  private Body string(String value) {
    put('"');
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      if (c == '"' || c == '\\') {
        put('\\').put(c);
      } else if (c >= ' ' && c < 0x80) {
        put(c);
      } else if (c < ' ') {
        ascii("\\u00").put(HEX[c >> 4]).put(HEX[c & 15]);
      } else if (c < 0x800) {
        put(0xC0 | (c >> 6)).put(0x80 | (c & 0x3F));
      } else if (Character.isSurrogate(c)) {
        // No text of the shop's has one; its JSON escape is right for pairs all the same.
        ascii("\\u").put(HEX[c >> 12]).put(HEX[c >> 8 & 15]).put(HEX[c >> 4 & 15]).put(HEX[c & 15]);
      } else {
        put(0xE0 | (c >> 12)).put(0x80 | ((c >> 6) & 0x3F)).put(0x80 | (c & 0x3F));
      }
    }
    return put('"');
  }

  private Body digits(long value) {
    return ascii(Long.toString(value));
  }

  private Body ascii(String text) {
    room(text.length());
    for (var i = 0; i < text.length(); i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
    return this;
  }

  private Body append(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  private Body put(int one) {
    room(1);
    bytes[size++] = (byte) one;
    return this;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
