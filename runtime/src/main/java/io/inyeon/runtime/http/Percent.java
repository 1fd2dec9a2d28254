package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// Percent-encoding in paths and queries, read liberally: what is no escape stands for itself.
final class Percent {
  private Percent() {}

  /// A part of a path, decoded.
  static String decode(String written) {
    return decode(written, false);
  }

  /// A parameter's first value; `null` when the query does not have it.
  ///
  /// @param query raw, without the question mark
  static @Nullable String parameter(String query, String name) {
    var at = 0;
    while (at < query.length()) {
      var end = query.indexOf('&', at);
      end = end < 0 ? query.length() : end;
      var equals = query.indexOf('=', at);
      equals = equals < 0 || equals > end ? end : equals;
      if (decode(query.substring(at, equals), true).equals(name)) {
        return equals == end ? "" : decode(query.substring(equals + 1, end), true);
      }
      at = end + 1;
    }
    return null;
  }

  private static String decode(String written, boolean plusIsSpace) {
    if (written.indexOf('%') < 0 && (!plusIsSpace || written.indexOf('+') < 0)) {
      return written;
    }
    var bytes = new ByteArrayOutputStream(written.length());
    for (var i = 0; i < written.length(); i++) {
      var each = written.charAt(i);
      if (each == '%' && i + 2 <= written.length() - 1) {
        var high = Character.digit(written.charAt(i + 1), 16);
        var low = Character.digit(written.charAt(i + 2), 16);
        if (high >= 0 && low >= 0) {
          bytes.write(high << 4 | low);
          i += 2;
          continue;
        }
      }
      if (each == '+' && plusIsSpace) {
        bytes.write(' ');
      } else {
        bytes.writeBytes(String.valueOf(each).getBytes(UTF_8));
      }
    }
    return bytes.toString(UTF_8);
  }
}
