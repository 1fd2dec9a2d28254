package io.inyeon.core.govern.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// The parameters of a web address: behind `?`, and behind `#` where an app keeps them there.
final class Query {
  private static final int LONGEST = 8_000;
  private static final int MOST = 100;

  private Query() {}

  /// By their names in lower case; of several the first that says something. What is no address has
  /// none.
  static Map<String, String> of(String address) {
    var parameters = new HashMap<String, String>();
    var text = address.length() > LONGEST ? address.substring(0, LONGEST) : address;
    var count = 0;
    var from = text.indexOf('?');
    while (from >= 0 && count < MOST) {
      var end = from + 1;
      while (end < text.length() && "&;?#".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      var pair = text.substring(from + 1, end);
      var equals = pair.indexOf('=');
      if (equals > 0) {
        var value = decoded(pair.substring(equals + 1)).strip();
        if (!value.isEmpty()) {
          parameters.putIfAbsent(
              decoded(pair.substring(0, equals)).toLowerCase(Locale.ROOT), value);
        }
      }
      count++;
      from = end >= text.length() ? -1 : text.charAt(end) == '#' ? text.indexOf('?', end) : end;
    }
    return parameters;
  }

  /// Without percent signs (RFC 3986, UTF-8) and with blanks for `+`, as forms are sent; what is
  /// wrongly written stays as it is.
  static String decoded(String text) {
    if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
      return text;
    }
    var written = text.getBytes(UTF_8);
    var bytes = new byte[written.length];
    var length = 0;
    for (var i = 0; i < written.length; i++) {
      var high = i + 2 < written.length && written[i] == '%' ? digit(written[i + 1]) : -1;
      var low = high < 0 ? -1 : digit(written[i + 2]);
      if (low >= 0) {
        bytes[length++] = (byte) (high * 16 + low);
        i += 2;
      } else {
        bytes[length++] = written[i] == '+' ? (byte) ' ' : written[i];
      }
    }
    return new String(bytes, 0, length, UTF_8);
  }

  private static int digit(byte character) {
    return character < 0 ? -1 : Character.digit((char) character, 16);
  }
}
