package io.inyeon.core.govern.schema;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The formats that can refuse a text. Those that are not here only tell.
public final class Formats {
  private Formats() {}

  /// The test of a format; `null` when it refuses nothing.
  public static @Nullable Predicate<String> of(String format) {
    return switch (format) {
      case "date-time" -> Formats::instant;
      case "date" -> Formats::date;
      case "email" -> Formats::email;
      case "uri" -> Formats::uri;
      case "uuid" -> Formats::uuid;
      case "ipv4" -> Formats::ipv4;
      default -> null;
    };
  }

  /// RFC 3339: a day, a `T`, a time with its offset.
  private static boolean instant(String text) {
    if (text.length() < 20 || Character.toUpperCase(text.charAt(10)) != 'T') {
      return false;
    }
    try {
      OffsetDateTime.parse(text);
      return true;
    } catch (DateTimeException wrong) {
      return false;
    }
  }

  private static boolean date(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException wrong) {
      return false;
    }
  }

  private static boolean email(String text) {
    var at = text.lastIndexOf('@');
    return at > 0
        && at < text.length() - 1
        && text.indexOf('@') == at
        && text.indexOf('.', at) > at + 1
        && !text.endsWith(".")
        && text.chars().noneMatch(c -> c <= ' ');
  }

  private static boolean uri(String text) {
    var colon = text.indexOf(':');
    return colon > 0
        && text.length() > colon + 1
        && text.chars()
            .noneMatch(c -> c <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == '^')
        && text.substring(0, colon)
            .chars()
            .allMatch(c -> c < 0x80 && (Character.isLetterOrDigit(c) || "+-.".indexOf(c) >= 0));
  }

  private static boolean uuid(String text) {
    if (text.length() != 36) {
      return false;
    }
    for (var i = 0; i < 36; i++) {
      var dash = i == 8 || i == 13 || i == 18 || i == 23;
      if (dash ? text.charAt(i) != '-' : !hex(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean hex(char c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }

  private static boolean ipv4(String text) {
    var parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (var part : parts) {
      if (part.isEmpty()
          || part.length() > 3
          || !part.chars().allMatch(c -> c >= '0' && c <= '9')
          || (part.length() > 1 && part.startsWith("0"))
          || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }
}
