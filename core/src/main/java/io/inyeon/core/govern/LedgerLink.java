package io.inyeon.core.govern;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// How the entries of the consent ledger hang together: each one's link is a hash over the link
/// before it, what is known of the entry for ever, and the hash of its payload with a salt. When
/// payload and salt are erased the chain still holds, and nobody can find out by trying what the
/// payload was.
///
/// SHA-256 throughout; numbers big-endian; each kind of hash begins with a byte of its own.
public final class LedgerLink {
  /// Bytes of a hash.
  public static final int HASH = 32;

  /// Bytes of a salt.
  public static final int SALT = 16;

  private static final byte PAYLOAD = 0;
  private static final byte LINK = 1;
  private static final byte DERIVED = 2;

  private LedgerLink() {}

  /// What is known of an entry for ever.
  ///
  /// @param number 1, 2, ...
  /// @param position of the log's entry that it follows from; 0 for none
  /// @param index which of those that follow from it, from 0
  /// @param at when it was recorded, milliseconds since 1970
  /// @param kind 1 a statement, 2 an erasure
  /// @param length bytes of the payload
  public record Head(long number, long position, int index, long at, int kind, int length) {}

  /// The link before the first entry.
  public static byte[] first() {
    return sha256().digest("inyeon consent ledger 1".getBytes(UTF_8));
  }

  /// The hash of a payload.
  public static byte[] payload(byte[] salt, byte[] payload) {
    var digest = sha256();
    digest.update(PAYLOAD);
    digest.update(salt);
    return digest.digest(payload);
  }

  /// The link of an entry.
  public static byte[] of(byte[] before, Head head, byte[] payloadHash) {
    var digest = sha256();
    digest.update(LINK);
    digest.update(before);
    number(digest, head.number(), 8);
    number(digest, head.position(), 8);
    number(digest, head.index(), 4);
    number(digest, head.at(), 8);
    number(digest, head.kind(), 1);
    number(digest, head.length(), 4);
    return digest.digest(payloadHash);
  }

  /// The salt of an entry, made of a secret and of all that the log has of its event: so the same
  /// log gives the same ledger, and once the event is erased nobody can make the salt again.
  public static byte[] salt(byte[] secret, long position, int index, byte[] envelope, byte[] body) {
    var digest = sha256();
    digest.update(DERIVED);
    digest.update(secret);
    number(digest, position, 8);
    number(digest, index, 4);
    number(digest, envelope.length, 4);
    digest.update(envelope);
    var all = digest.digest(body);
    var salt = new byte[SALT];
    System.arraycopy(all, 0, salt, 0, SALT);
    return salt;
  }

  private static void number(MessageDigest digest, long number, int bytes) {
    for (var shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
      digest.update((byte) (number >>> shift));
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
