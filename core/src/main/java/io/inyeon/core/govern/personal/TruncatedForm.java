package io.inyeon.core.govern.personal;

import io.inyeon.core.govern.TruncatedAddress;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Addresses of the internet as they are kept: see [TruncatedAddress].
public final class TruncatedForm {
  private TruncatedForm() {}

  /// Whether a text is an address.
  static boolean address(String text) {
    return perhaps(text) && TruncatedAddress.of(text) != null;
  }

  private static boolean perhaps(String text) {
    return text.length() >= 3
        && (text.indexOf('.') > 0 || text.indexOf("::") >= 0 || colons(text) == 7);
  }

  private static int colons(String text) {
    var colons = 0;
    for (var i = 0; i < text.length(); i++) {
      colons += text.charAt(i) == ':' ? 1 : 0;
    }
    return colons;
  }

  /// Whether a field may hold addresses, as its name says: `ip`, `client_ip`, `ipAddress`,
  /// `remote_addr`, `X-Forwarded-For`.
  public static boolean named(String field) {
    var length = field.length();
    if (length < 2) {
      return false;
    }
    return switch (field.charAt(length - 1)) {
      case 'p', 'P' -> (field.charAt(length - 2) | 0x20) == 'i';
      case 's', 'S' -> ends(field, "address") || ends(field, "ips");
      case 'r', 'R' -> ends(field, "addr") || ends(field, "forwardedfor") || ends(field, "-for");
      default -> false;
    };
  }

  private static boolean ends(String field, String tail) {
    return field.regionMatches(true, field.length() - tail.length(), tail, 0, tail.length());
  }

  /// How a text is kept, of one address or several with commas between (RFC 7239's older cousin,
  /// `X-Forwarded-For`); `null` when it is none, or is kept as it is.
  public static @Nullable String of(String text) {
    if (text.length() < 3 || text.length() > 400) {
      return null;
    }
    if (text.indexOf(',') < 0) {
      return one(text);
    }
    var all = new ArrayList<String>();
    for (var part : text.split(",", -1)) {
      var bare = part.strip();
      var kept = one(bare);
      if (kept == null && !address(bare)) {
        return null;
      }
      all.add(kept == null ? bare : kept);
    }
    var kept = String.join(", ", all);
    return kept.equals(text) ? null : kept;
  }

  private static @Nullable String one(String text) {
    var kept = perhaps(text) ? TruncatedAddress.of(text) : null;
    return kept == null || kept.equalsIgnoreCase(text) ? null : kept;
  }
}
