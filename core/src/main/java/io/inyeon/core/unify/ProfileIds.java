package io.inyeon.core.unify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Identifier;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Makes profile ids: the first 128 bits of an HMAC-SHA-256 (RFC 2104) over `type:value`, written
/// in Crockford's base 32 in lower case, the five highest bits first.
///
/// Without the workspace's key nobody can tell from an id whose it is, nor find out by guessing
/// e-mail addresses.
public final class ProfileIds {
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int LENGTH = 26;

  /// The last key used, ready: a workspace has one for ever, and most processes one workspace.
  private static volatile @Nullable Ready ready;

  private record Ready(String key, Mac mac) {}

  private ProfileIds() {}

  /// The id of the profile that this identifier represents.
  ///
  /// @param workspaceKey 32 bytes in hex
  public static ProfileId of(String workspaceKey, Identifier identifier) {
    return new ProfileId(written(hash(workspaceKey, identifier.toString().getBytes(UTF_8))));
  }

  private static byte[] hash(String key, byte[] text) {
    var known = ready;
    if (known == null || !known.key.equals(key)) {
      known = new Ready(key, keyed(key));
      ready = known;
    }
    try {
      return ((Mac) known.mac.clone()).doFinal(text);
    } catch (CloneNotSupportedException _) {
      return keyed(key).doFinal(text);
    }
  }

  private static Mac keyed(String key) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HexFormat.of().parseHex(key), "HmacSHA256"));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
      throw new IllegalStateException(impossible); // every Java has it, and takes any key
    }
  }

  private static String written(byte[] hash) {
    var letters = new char[LENGTH];
    for (var letter = 0; letter < LENGTH; letter++) {
      var bits = 0;
      for (var bit = letter * 5; bit < letter * 5 + 5; bit++) {
        // 26 letters hold 130 bits: the last two are zero.
        var set = bit < 128 && (hash[bit >> 3] >> (7 - (bit & 7)) & 1) == 1;
        bits = bits << 1 | (set ? 1 : 0);
      }
      letters[letter] = ALPHABET.charAt(bits);
    }
    return new String(letters);
  }
}
