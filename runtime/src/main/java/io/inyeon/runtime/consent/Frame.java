package io.inyeon.runtime.consent;

import io.inyeon.core.govern.LedgerLink;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// One entry of the ledger as it stands in a file, numbers big-endian:
///
/// ```
/// "IL" (2)  version (1)  kind (1)  whole (1)  number (8)  position (8)  index (4)  at (8)
/// length (4)  hash of the payload (32)  link (32)  salt (16)  payload (length)
/// ```
///
/// @param head what is known for ever
/// @param payloadHash see [LedgerLink#payload]
/// @param link see [LedgerLink#of]
/// @param salt `null` when it was erased together with the payload
/// @param payload JSON; `null` when it was erased
record Frame(
    LedgerLink.Head head,
    byte[] payloadHash,
    byte[] link,
    byte @Nullable [] salt,
    byte @Nullable [] payload) {
  static final int STATEMENT = 1;
  static final int ERASURE = 2;

  /// Bytes before the payload.
  static final int HEAD = 2 + 1 + 1 + 1 + 8 + 8 + 4 + 8 + 4 + 2 * LedgerLink.HASH + LedgerLink.SALT;

  /// Where it says whether payload and salt are there.
  static final int WHOLE_AT = 4;

  /// Where the salt begins.
  static final int SALT_AT = HEAD - LedgerLink.SALT;

  /// More than any payload has: an erasure of a hundred thousand entries is several.
  static final int LONGEST = 4 << 20;

  private static final short MAGIC = 0x494C; // "IL"
  private static final byte VERSION = 1;

  /// A new one, linked to the one before.
  static Frame of(byte[] before, LedgerLink.Head head, byte[] salt, byte[] payload) {
    var hash = LedgerLink.payload(salt, payload);
    return new Frame(head, hash, LedgerLink.of(before, head, hash), salt, payload);
  }

  boolean whole() {
    return payload != null;
  }

  int size() {
    return HEAD + head.length();
  }

  byte[] bytes() {
    if (salt == null || payload == null) {
      throw new IllegalStateException("only what is whole is written");
    }
    return ByteBuffer.allocate(size())
        .putShort(MAGIC)
        .put(VERSION)
        .put((byte) head.kind())
        .put((byte) 1)
        .putLong(head.number())
        .putLong(head.position())
        .putInt(head.index())
        .putLong(head.at())
        .putInt(head.length())
        .put(payloadHash)
        .put(link)
        .put(salt)
        .put(payload)
        .array();
  }

  /// How long the frame is that begins with these bytes; -1 when none does.
  ///
  /// @param bytes [#HEAD] of them at least
  static int length(ByteBuffer bytes) {
    var at = bytes.position();
    var kind = bytes.get(at + 3);
    var whole = bytes.get(at + WHOLE_AT);
    var length = bytes.getInt(at + 33);
    return bytes.getShort(at) != MAGIC
            || bytes.get(at + 2) != VERSION
            || (kind != STATEMENT && kind != ERASURE)
            || whole < 0
            || whole > 1
            || length < 0
            || length > LONGEST
        ? -1
        : HEAD + length;
  }

  /// Reads a frame whose [#length] is known.
  static Frame read(ByteBuffer bytes) {
    bytes.getShort();
    bytes.get();
    var kind = bytes.get();
    var whole = bytes.get() == 1;
    var head =
        new LedgerLink.Head(
            bytes.getLong(),
            bytes.getLong(),
            bytes.getInt(),
            bytes.getLong(),
            kind,
            bytes.getInt());
    var hash = taken(bytes, LedgerLink.HASH);
    var link = taken(bytes, LedgerLink.HASH);
    var salt = taken(bytes, LedgerLink.SALT);
    var payload = taken(bytes, head.length());
    return whole
        ? new Frame(head, hash, link, salt, payload)
        : new Frame(head, hash, link, null, null);
  }

  private static byte[] taken(ByteBuffer bytes, int length) {
    var taken = new byte[length];
    bytes.get(taken);
    return taken;
  }
}
