package io.inyeon.core.segment.sql;

import io.inyeon.core.unify.FragmentKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Short numbers for names, so that events need no texts: the first 8 bytes of a SHA-256. Among ten
/// million names two are one with a probability of three in a million.
public final class Names {
  private static final MessageDigest SHA_256 = made();

  private Names() {}

  /// Of an event's name.
  public static long event(String name) {
    return number(name);
  }

  /// Of a fragment.
  public static long fragment(FragmentKey key) {
    var text = new StringBuilder(64).append(key.kind().name());
    for (var identifier : key.identifiers()) {
      part(text, identifier.type());
      part(text, identifier.value());
    }
    var heir = key.heir();
    if (heir != null) {
      part(text.append('>'), heir.toString());
    }
    if (!key.span().equals(io.inyeon.core.unify.Span.WHOLE)) {
      part(text.append('@'), key.span().toString());
    }
    return number(text.toString());
  }

  /// Of somebody who shares a tree with others; negative, so that it is no tree's own.
  public static long person(String who) {
    return number(who) | Long.MIN_VALUE;
  }

  private static void part(StringBuilder text, String part) {
    text.append(part.length()).append(':').append(part);
  }

  private static long number(String text) {
    // Halves of surrogate pairs must not all become the same question mark.
    var bytes = new byte[Character.BYTES * text.length()];
    for (var i = 0; i < text.length(); i++) {
      var letter = text.charAt(i);
      bytes[2 * i] = (byte) (letter >>> 8);
      bytes[2 * i + 1] = (byte) letter;
    }
    var hash = sha256().digest(bytes);
    var number = 0L;
    for (var i = 0; i < Long.BYTES; i++) {
      number = (number << 8) | (hash[i] & 0xFF);
    }
    return number;
  }

  private static MessageDigest sha256() {
    try {
      return (MessageDigest) SHA_256.clone(); // to look it up each time costs more than the hash
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own SHA-256 can be cloned", e);
    }
  }

  private static MessageDigest made() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
