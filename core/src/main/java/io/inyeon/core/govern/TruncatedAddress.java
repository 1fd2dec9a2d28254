package io.inyeon.core.govern;

import org.jspecify.annotations.Nullable;

/// An internet address without the part that leads to one household: of version 4 the first 24
/// bits, of version 6 the first 48 (as analytics tools commonly truncate them).
public final class TruncatedAddress {
  private static final int LONGEST = 64;

  private TruncatedAddress() {}

  /// Truncates; `null` for what is no address.
  public static @Nullable String of(@Nullable String written) {
    if (written == null || written.length() > LONGEST) {
      return null;
    }
    var address = written.strip();
    var zone = address.indexOf('%');
    address = zone < 0 ? address : address.substring(0, zone);
    return address.indexOf(':') < 0 ? four(address) : six(address);
  }

  private static @Nullable String four(String address) {
    var parts = address.split("\\.", -1);
    if (parts.length != 4) {
      return null;
    }
    for (var part : parts) {
      if (!part.matches("\\d{1,3}") || Integer.parseInt(part) > 255) {
        return null;
      }
    }
    return Integer.parseInt(parts[0])
        + "."
        + Integer.parseInt(parts[1])
        + "."
        + Integer.parseInt(parts[2])
        + ".0";
  }

  private static @Nullable String six(String address) {
    var dots = address.lastIndexOf(':');
    if (address.indexOf('.') > 0) {
      // Of an address of version 4 in one of version 6 (RFC 4291, 2.5.5) the inner one counts.
      return four(address.substring(dots + 1));
    }
    var halves = address.split("::", -1);
    if (halves.length > 2) {
      return null;
    }
    var left = halves[0].isEmpty() ? new String[0] : halves[0].split(":", -1);
    var right = halves.length < 2 || halves[1].isEmpty() ? new String[0] : halves[1].split(":", -1);
    var groups = left.length + right.length;
    if (halves.length == 1 ? groups != 8 : groups > 7) {
      return null;
    }
    var kept = new StringBuilder();
    for (var i = 0; i < 8; i++) {
      var group =
          i < left.length ? left[i] : i >= 8 - right.length ? right[i - (8 - right.length)] : "0";
      if (!group.matches("[0-9A-Fa-f]{1,4}")) {
        return null;
      }
      if (i < 3) {
        kept.append(Integer.toHexString(Integer.parseInt(group, 16))).append(':');
      }
    }
    return kept.append(':').toString();
  }
}
