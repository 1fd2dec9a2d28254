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

  /// Asked of many events, so without regular expressions.
  private static @Nullable String four(String address) {
    var kept = new StringBuilder(address.length());
    var parts = 0;
    var from = 0;
    for (var at = 0; at <= address.length(); at++) {
      if (at < address.length() && address.charAt(at) != '.') {
        continue;
      }
      var part = part(address, from, at);
      if (part < 0 || part > 255 || ++parts > 4) {
        return null;
      }
      if (parts < 4) {
        kept.append(part).append('.');
      }
      from = at + 1;
    }
    return parts == 4 ? kept.append('0').toString() : null;
  }

  /// A number of one to three digits; -1 for none.
  private static int part(String address, int from, int to) {
    if (to == from || to - from > 3) {
      return -1;
    }
    var number = 0;
    for (var i = from; i < to; i++) {
      var c = address.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = 10 * number + (c - '0');
    }
    return number;
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
