package io.inyeon.bench;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow at their end.
final class Bytes {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;
  private int start;
  private int size;

  Bytes(int capacity) {
    bytes = new byte[capacity];
  }

  byte[] array() {
    return bytes;
  }

  /// Where what counts begins.
  int start() {
    return start;
  }

  void start(int start) {
    this.start = start;
  }

  int size() {
    return size;
  }

  /// Goes back, or leaves a hole to be filled later.
  void size(int size) {
    room(Math.max(0, size - this.size));
    this.size = size;
  }

  void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }

  Bytes append(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  Bytes ascii(String text) {
    room(text.length());
    for (var i = 0; i < text.length(); i++) {
      bytes[size++] = (byte) text.charAt(i);
    }
    return this;
  }

  /// A number in so many digits, with noughts before it.
  Bytes digits(long number, int digits) {
    room(digits);
    var rest = number;
    for (var at = size + digits - 1; at >= size; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size += digits;
    return this;
  }

  /// 16 hexadecimal digits.
  Bytes hex(long number) {
    return hex(number, 60, 0);
  }

  /// The form of a UUID, 36 characters.
  Bytes uuid(long high, long low) {
    hex(high, 60, 32).dash().hex(high, 28, 16).dash().hex(high, 12, 0).dash();
    return hex(low, 60, 48).dash().hex(low, 44, 0);
  }

  private Bytes dash() {
    room(1);
    bytes[size++] = '-';
    return this;
  }

  private Bytes hex(long number, int from, int to) {
    room(16);
    for (var shift = from; shift >= to; shift -= 4) {
      bytes[size++] = HEX[(int) (number >>> shift) & 15];
    }
    return this;
  }
}
