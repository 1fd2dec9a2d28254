package io.inyeon.runtime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Keys that cannot be guessed, and their hashes.
public final class Secrets {
  private static final char[] LETTERS =
      "0123456789abcdefghjkmnpqrstvwxyz".toCharArray(); // Crockford's base 32
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  /// A prefix and 160 random bits in 32 letters and digits.
  public static String key(String prefix) {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    var text = new StringBuilder(prefix);
    for (var each : bytes) {
      text.append(LETTERS[each & 31]);
    }
    return text.toString();
  }

  /// So many random bytes, in hex.
  public static String hex(int bytes) {
    var random = new byte[bytes];
    RANDOM.nextBytes(random);
    return HexFormat.of().formatHex(random);
  }

  /// SHA-256 in hex: enough for secrets of 128 bits and more, which nobody can try out.
  public static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
