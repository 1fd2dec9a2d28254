package io.inyeon.runtime.archive;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Any Java text as text that a database can hold. Halves of surrogate pairs, which JSON can spell
/// but UTF-8 cannot, are written as U+001A and four hex digits, and so is U+001A itself.
public final class LosslessText {
  private static final char ESCAPE = '\u001A';

  private LosslessText() {}

  /// As a database can hold it.
  public static String write(String text) {
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == ESCAPE || Character.isSurrogate(c)) {
        return escape(text);
      }
    }
    return text;
  }

  /// As it was.
  public static String read(String written) {
    if (written.indexOf(ESCAPE) < 0) {
      return written;
    }
    var text = new StringBuilder(written.length());
    for (var i = 0; i < written.length(); i++) {
      var c = written.charAt(i);
      if (c == ESCAPE) {
        text.append((char) Integer.parseInt(written, i + 1, i + 5, 16));
        i += 4;
      } else {
        text.append(c);
      }
    }
    return text.toString();
  }

  /// The same for JSON, which has an escape of its own: the result is the same JSON.
  static @Nullable String json(@Nullable String json) {
    if (json == null) {
      return null;
    }
    StringBuilder text = null;
    for (var i = 0; i < json.length(); i++) {
      var c = json.charAt(i);
      if (loneAt(json, i)) {
        text = text == null ? new StringBuilder(json).delete(i, json.length()) : text;
        text.append("\\u").append(hex(c));
      } else if (text != null) {
        text.append(c);
      }
    }
    return text == null ? json : text.toString();
  }

  private static String escape(String text) {
    var written = new StringBuilder(text.length() + 10);
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == ESCAPE || loneAt(text, i)) {
        written.append(ESCAPE).append(hex(c));
      } else {
        written.append(c);
      }
    }
    return written.toString();
  }

  private static boolean loneAt(String text, int i) {
    var c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static String hex(char c) {
    return HexFormat.of().toHexDigits(c);
  }
}
