package io.inyeon.runtime.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// The end of the log: where the next frames go. After any failure it must not be used again.
final class SegmentWriter implements AutoCloseable {
  private final Segment segment;
  private final Disk.Handle file;
  private final ByteBuffer buffer;
  private final CRC32C crc = new CRC32C();
  private long written;

  /// @param offset where the next frame goes
  /// @param buffer to gather frames in; empty, and nobody else's while this is in use
  SegmentWriter(Segment segment, Disk.Handle file, long offset, ByteBuffer buffer) {
    this.segment = segment;
    this.file = file;
    this.written = offset;
    this.buffer = buffer.clear();
  }

  /// A buffer that is large enough for any frame of such segments.
  static ByteBuffer buffer(int segmentBytes) {
    return ByteBuffer.allocateDirect(Math.min(segmentBytes, Frames.size(Frames.MAX_PAYLOAD)))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean fits(long bytes) {
    return written + buffer.position() + bytes <= segment.end();
  }

  void put(Frames.Head head, byte[] payload) throws IOException {
    if (buffer.remaining() < Frames.size(payload.length)) {
      flush();
    }
    segment.mark(head.position(), written + buffer.position());
    Frames.put(buffer, segment.key(), crc, head, payload);
  }

  /// Makes everything that was put durable.
  void force() throws IOException {
    flush();
    file.force();
  }

  private void flush() throws IOException {
    var bytes = buffer.flip().limit();
    file.write(buffer, written);
    written += bytes;
    buffer.clear();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
