package io.inyeon.bench;

import java.nio.charset.StandardCharsets;

/// Finds where an HTTP/1.1 answer ends in the bytes that have come so far.
final class Response {
  /// What is returned while some of it is missing.
  static final int INCOMPLETE = -1;

  private Response() {}

  /// The status, e.g. 200; needs the first twelve bytes.
  static int status(byte[] bytes) {
    return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
  }

  /// Where it ends, or [#INCOMPLETE].
  static int end(byte[] bytes, int size) {
    var head = headEnd(bytes, size);
    if (head == INCOMPLETE) {
      return INCOMPLETE;
    }
    var length = contentLength(bytes, head);
    if (length >= 0) {
      return head + length <= size ? head + length : INCOMPLETE;
    }
    return chunked(bytes, head) ? chunksEnd(bytes, head, size) : head;
  }

  private static int headEnd(byte[] bytes, int size) {
    for (var at = 3; at < size; at++) {
      if (bytes[at] == '\n'
          && bytes[at - 1] == '\r'
          && bytes[at - 2] == '\n'
          && bytes[at - 3] == '\r') {
        return at + 1;
      }
    }
    return INCOMPLETE;
  }

  private static int contentLength(byte[] bytes, int head) {
    var at = after(bytes, head, "content-length:");
    if (at < 0) {
      return -1;
    }
    var length = 0;
    for (; bytes[at] != '\r'; at++) {
      if (bytes[at] != ' ') {
        length = 10 * length + bytes[at] - '0';
      }
    }
    return length;
  }

  private static boolean chunked(byte[] bytes, int head) {
    return after(bytes, head, "transfer-encoding:") >= 0;
  }

  private static int chunksEnd(byte[] bytes, int from, int size) {
    var at = from;
    while (true) {
      var length = 0;
      var digits = at;
      while (digits < size && Character.digit(bytes[digits], 16) >= 0) {
        length = 16 * length + Character.digit(bytes[digits++], 16);
      }
      while (digits < size && bytes[digits] != '\n') {
        digits++;
      }
      // The chunk, and the end of line behind it; behind the last chunk stands nothing else.
      at = digits + 1 + length + 2;
      if (at > size) {
        return INCOMPLETE;
      }
      if (length == 0) {
        return at;
      }
    }
  }

  /// The place behind a header's name, which is given in lower case; negative when it is not there.
  private static int after(byte[] bytes, int head, String name) {
    for (var at = 0; at < head - name.length(); at++) {
      if (bytes[at] == '\n' && matches(bytes, at + 1, name)) {
        return at + 1 + name.length();
      }
    }
    return -1;
  }

  private static boolean matches(byte[] bytes, int at, String name) {
    for (var i = 0; i < name.length(); i++) {
      if ((bytes[at + i] | (name.charAt(i) >= 'a' ? 0x20 : 0)) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /// The text between the quotation marks behind `"name":`, in a whole answer; empty when absent.
  static String text(byte[] bytes, int size, String name) {
    var answer = new String(bytes, 0, size, StandardCharsets.UTF_8);
    var key = "\"" + name + "\":\"";
    var at = answer.indexOf(key);
    return at < 0
        ? ""
        : answer.substring(at + key.length(), answer.indexOf('"', at + key.length()));
  }
}
