package io.inyeon.core.govern.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;

/// Addresses of schemas (RFC 3986): references made absolute, fragments read.
final class Addresses {
  private Addresses() {}

  /// Makes a reference absolute.
  ///
  /// @param base absolute, without a fragment
  static String resolve(String base, String reference) {
    if (reference.isEmpty()) {
      return base;
    }
    if (reference.startsWith("#")) {
      return base + reference;
    }
    if (schemeEnd(reference) > 0) {
      return reference;
    }
    var scheme = schemeEnd(base);
    var afterScheme = scheme + 1;
    if (reference.startsWith("//")) {
      return base.substring(0, afterScheme) + reference;
    }
    if (!base.startsWith("//", afterScheme)) {
      return reference; // the base is no hierarchy, e.g. a URN
    }
    var pathAt = base.indexOf('/', afterScheme + 2);
    var authority = pathAt < 0 ? base : base.substring(0, pathAt);
    var path = pathAt < 0 ? "/" : base.substring(pathAt);
    var query = path.indexOf('?');
    if (query >= 0) {
      path = path.substring(0, query);
    }
    var end = cut(reference);
    var own = reference.substring(0, end);
    var rest = reference.substring(end);
    if (own.isEmpty()) {
      return authority + path + rest;
    }
    var merged = own.startsWith("/") ? own : path.substring(0, path.lastIndexOf('/') + 1) + own;
    return authority + withoutDots(merged) + rest;
  }

  /// Where the path ends.
  private static int cut(String reference) {
    for (var i = 0; i < reference.length(); i++) {
      if (reference.charAt(i) == '?' || reference.charAt(i) == '#') {
        return i;
      }
    }
    return reference.length();
  }

  private static String withoutDots(String path) {
    var parts = new ArrayDeque<String>();
    var all = path.substring(1).split("/", -1);
    for (var i = 0; i < all.length; i++) {
      var last = i == all.length - 1;
      switch (all[i]) {
        case "." -> {
          if (last) {
            parts.addLast("");
          }
        }
        case ".." -> {
          parts.pollLast();
          if (last) {
            parts.addLast("");
          }
        }
        default -> parts.addLast(all[i]);
      }
    }
    return "/" + String.join("/", parts);
  }

  /// Where the scheme's colon stands; -1 where there is none.
  private static int schemeEnd(String address) {
    for (var i = 0; i < address.length(); i++) {
      var c = address.charAt(i);
      if (c == ':') {
        return i == 0 ? -1 : i;
      }
      if (!(c < 0x80 && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.'))) {
        return -1;
      }
    }
    return -1;
  }

  static String withoutFragment(String address) {
    var at = address.indexOf('#');
    return at < 0 ? address : address.substring(0, at);
  }

  /// The fragment, decoded; empty when there is none.
  static String fragment(String address) {
    var at = address.indexOf('#');
    return at < 0 ? "" : decoded(address.substring(at + 1));
  }

  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var written = text.getBytes(StandardCharsets.UTF_8);
    var bytes = new byte[written.length];
    var size = 0;
    for (var i = 0; i < written.length; i++) {
      if (written[i] == '%' && hex(written, i + 1) && hex(written, i + 2)) {
        bytes[size++] =
            (byte) (Character.digit(written[i + 1], 16) << 4 | Character.digit(written[i + 2], 16));
        i += 2;
      } else {
        bytes[size++] = written[i];
      }
    }
    return new String(bytes, 0, size, StandardCharsets.UTF_8);
  }

  private static boolean hex(byte[] text, int at) {
    return at < text.length && Character.digit(text[at], 16) >= 0;
  }

  /// One step of a JSON Pointer, as it is meant.
  static String step(String written) {
    return written.replace("~1", "/").replace("~0", "~");
  }
}
