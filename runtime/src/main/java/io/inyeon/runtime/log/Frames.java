package io.inyeon.runtime.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.zip.CRC32C;

/// How one entry lies on the disk.
///
/// A header of 32 bytes, little endian, then the payload, then zeros up to a multiple of 8:
///
/// ```
///  0 u32 magic           16 u32 sinceDurable     24 u32 CRC32C of the payload
///  4 u32 payload length  20 u8  kind             28 u32 CRC32C of bytes 0-27, xor the segment's key
///  8 u64 position        21 u8  flags
/// ```
///
/// The key is made of a secret of the log and of the segment's number, and no two segments have the
/// same: a frame left over from a file's earlier life is not valid, nor is one that a client hides
/// in its payload. The header is checked by itself, so looking for the next frame costs 32 bytes a
/// try, and a damaged payload doesn't hide its length and position.
///
/// `sinceDurable` says how many positions had not been forced when this was written, this one
/// counted: the frame is a witness that everything before was durable.
final class Frames {
  static final int BLOCK = 4096;
  static final int HEADER = 32;
  static final int MAX_PAYLOAD = 1 << 20;

  /// Its payload was erased.
  static final byte BLANK = 0;

  /// No entry, only a witness, written on closing; has the position of the last entry.
  static final byte MARK = (byte) 255;

  /// The commit goes on with the next frame.
  static final byte MORE = 1;

  static final int MAGIC = 0x59_4E_49_F1;

  private Frames() {}

  /// What a frame of so much payload takes.
  static int size(int payload) {
    return HEADER + ((payload + 7) & ~7);
  }

  /// What a commit takes.
  ///
  /// @throws IllegalArgumentException when a payload is over 1 MB or there is none
  static long size(List<byte[]> payloads) {
    if (payloads.isEmpty()) {
      throw new IllegalArgumentException("nothing to append");
    }
    long bytes = 0;
    for (var payload : payloads) {
      if (payload.length > MAX_PAYLOAD) {
        throw new IllegalArgumentException("a payload of " + payload.length + " bytes");
      }
      bytes += size(payload.length);
    }
    return bytes;
  }

  /// The key of a segment; different for any two of four billion in a row.
  static int key(long salt, long sequence) {
    return (int) (salt ^ (salt >>> 32)) ^ ((int) sequence * 0x9E3779B1);
  }

  /// Writes a frame to the buffer, which is little endian and has room for it.
  static void put(ByteBuffer into, int key, CRC32C crc, Head head, byte[] payload) {
    var start = into.position();
    crc.reset();
    crc.update(payload);
    into.putInt(MAGIC)
        .putInt(payload.length)
        .putLong(head.position())
        .putInt(head.sinceDurable())
        .put(head.kind())
        .put(head.flags())
        .putShort((short) 0)
        .putInt((int) crc.getValue())
        .putInt(0)
        .put(payload);
    seal(into, start, key, crc);
    for (var end = start + size(payload.length); into.position() < end; ) {
      into.put((byte) 0);
    }
  }

  /// Makes the header at this place valid.
  static void seal(ByteBuffer buffer, int at, int key, CRC32C crc) {
    buffer.putInt(at + 28, headerSum(buffer, at, crc) ^ key);
  }

  /// What a frame's header says besides lengths and sums.
  record Head(long position, int sinceDurable, byte kind, byte flags) {}

  /// Whether a valid header stands at this place of the buffer.
  static boolean isHeader(ByteBuffer buffer, int at, int key, CRC32C crc) {
    if (buffer.getInt(at) != MAGIC) {
      return false;
    }
    var length = buffer.getInt(at + 4);
    return length >= 0
        && length <= MAX_PAYLOAD
        && buffer.getLong(at + 8) > 0
        && buffer.getInt(at + 16) >= 0
        && buffer.getInt(at + 28) == (headerSum(buffer, at, crc) ^ key);
  }

  private static int headerSum(ByteBuffer buffer, int at, CRC32C crc) {
    var position = buffer.position();
    var limit = buffer.limit();
    buffer.limit(at + 28).position(at);
    crc.reset();
    crc.update(buffer);
    buffer.limit(limit).position(position);
    return (int) crc.getValue();
  }

  static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
