package io.inyeon.runtime.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// The first block of a segment, and again its last, so that one of them may rot.
///
/// It is durable before the segment's first frame is written.
///
/// @param salt the log's secret
/// @param previous number of the segment before it; 0 for none
/// @param first position of its first entry; all before that are durable, and any frame of an
///   earlier segment at or above it was abandoned
record SegmentHeader(long salt, long sequence, long previous, long first) {
  private static final long MAGIC = 0x31_4E_4F_45_59_4E_49_F1L;
  private static final int BYTES = 44;

  void write(Disk.Handle file) throws IOException {
    var bytes = Frames.littleEndian(new byte[BYTES]);
    bytes.putLong(MAGIC).putLong(salt).putLong(sequence).putLong(previous).putLong(first);
    bytes.putInt(sum(bytes)).flip();
    file.write(bytes, 0);
    file.write(bytes.rewind(), file.size() - Frames.BLOCK);
  }

  /// The header that stands there; `null` when none does, or none that the disk can read.
  static @Nullable SegmentHeader read(Disk.Handle file, long offset) throws IOException {
    var bytes = bytes(file, offset);
    if (bytes.getLong() != MAGIC || bytes.getInt(BYTES - 4) != sum(bytes)) {
      return null;
    }
    var header =
        new SegmentHeader(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    return header.first > 0 ? header : null;
  }

  /// Whether nothing was ever written there.
  static boolean isEmpty(Disk.Handle file) throws IOException {
    return bytes(file, 0).mismatch(ByteBuffer.allocate(BYTES)) < 0;
  }

  private static ByteBuffer bytes(Disk.Handle file, long offset) throws IOException {
    var bytes = Frames.littleEndian(new byte[BYTES]);
    try {
      while (bytes.hasRemaining() && file.read(bytes, offset + bytes.position()) >= 0) {}
    } catch (ClosedChannelException dead) {
      throw dead;
    } catch (IOException damaged) {
      bytes.put(0, (byte) ~bytes.get(0)); // neither empty nor a header
    }
    return bytes.clear();
  }

  private static int sum(ByteBuffer bytes) {
    var crc = new CRC32C();
    crc.update(bytes.duplicate().clear().limit(BYTES - 4));
    return (int) crc.getValue();
  }
}
