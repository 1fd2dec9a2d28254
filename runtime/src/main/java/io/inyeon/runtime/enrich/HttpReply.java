package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/// An answer of HTTP/1.1 (RFC 9112), read from bytes that strangers sent.
///
/// @param headers by name in lower case; of one that stands twice the first
record HttpReply(int status, SortedMap<String, String> headers, byte[] body) {
  private static final int LONGEST_LINE = 8_192;
  private static final int MOST_HEADERS = 200;

  /// It is not what it should be, or more than it may be.
  static final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;

    /// Stable: `unreadable_answer` or `answer_too_large`.
    final transient String cause;

    Unreadable(String cause, String message) {
      super(message);
      this.cause = cause;
    }
  }

  /// Reads one answer, to its end or the connection's.
  ///
  /// @param most bytes that its body may have
  static HttpReply read(InputStream in, int most) throws IOException {
    while (true) {
      var status = status(line(in));
      var headers = headers(in);
      if (status >= 200) {
        return new HttpReply(status, headers, body(in, status, headers, most));
      }
    }
  }

  private static Unreadable unreadable(String message) {
    return new Unreadable("unreadable_answer", message);
  }

  private static int status(String line) throws Unreadable {
    if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
      throw unreadable("no status line");
    }
    return Integer.parseInt(line.substring(9, 12));
  }

  private static SortedMap<String, String> headers(InputStream in) throws IOException {
    var headers = new TreeMap<String, String>();
    for (var i = 0; i <= MOST_HEADERS; i++) {
      var line = line(in);
      if (line.isEmpty()) {
        return headers;
      }
      var colon = line.indexOf(':');
      if (colon < 1) {
        throw unreadable("a header without a name");
      }
      headers.putIfAbsent(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    throw unreadable("too many headers");
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream(128);
    for (var b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw unreadable("it breaks off");
      }
      if (line.size() == LONGEST_LINE) {
        throw unreadable("a line is too long");
      }
      line.write(b);
    }
    var text = line.toString(ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  private static byte[] body(
      InputStream in, int status, SortedMap<String, String> headers, int most) throws IOException {
    if (status == 204 || status == 304) {
      return new byte[0];
    }
    var encoding = headers.getOrDefault("content-encoding", "identity");
    if (!encoding.equalsIgnoreCase("identity")) {
      throw unreadable("nobody asked for " + encoding);
    }
    var transfer = headers.get("transfer-encoding");
    if (transfer != null) {
      if (!transfer.equalsIgnoreCase("chunked")) {
        throw unreadable("an unknown transfer encoding");
      }
      return chunks(in, most);
    }
    var length = headers.get("content-length");
    if (length == null) {
      return exactly(in, most, in.readNBytes(most + 1));
    }
    if (!length.matches("[0-9]{1,12}")) {
      throw unreadable("a length that is none");
    }
    if (Long.parseLong(length) > most) {
      throw tooLarge(most);
    }
    var bytes = in.readNBytes(Integer.parseInt(length));
    if (bytes.length < Integer.parseInt(length)) {
      throw unreadable("it breaks off");
    }
    return bytes;
  }

  private static byte[] exactly(InputStream in, int most, byte[] bytes) throws IOException {
    if (bytes.length > most || in.read() >= 0) {
      throw tooLarge(most);
    }
    return bytes;
  }

  private static Unreadable tooLarge(int most) {
    return new Unreadable("answer_too_large", "more than " + most + " bytes");
  }

  private static byte[] chunks(InputStream in, int most) throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      var line = line(in);
      var end = line.indexOf(';');
      var size = (end < 0 ? line : line.substring(0, end)).strip();
      if (!size.matches("[0-9a-fA-F]{1,8}")) {
        throw unreadable("a chunk without a size");
      }
      var length = Long.parseLong(size, 16);
      if (length == 0) {
        headers(in); // trailers
        return body.toByteArray();
      }
      if (body.size() + length > most) {
        throw tooLarge(most);
      }
      var chunk = in.readNBytes((int) length);
      if (chunk.length < length || !line(in).isEmpty()) {
        throw unreadable("a chunk breaks off");
      }
      body.writeBytes(chunk);
    }
  }
}
