package io.inyeon.runtime.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Walks the frames of one segment, forwards, in time linear in its size whatever stands in it.
///
/// Bytes that the disk can't read are taken for damage.
final class SegmentReader implements AutoCloseable {
  /// What stands at a place.
  enum Found {
    /// A frame as it was written.
    FRAME,
    /// A frame's header, but another payload.
    DAMAGED,
    /// No frame.
    NOTHING
  }

  private static final int CHUNK = 1 << 18;

  private final Disk.Handle file;
  private final int key;
  private final long end;
  private final CRC32C crc = new CRC32C();
  private byte[] bytes;
  private ByteBuffer buffer; // of those bytes
  private long base; // the file's offset of the buffer's first byte
  private long offset;
  private long unreadableEnd;

  SegmentReader(Disk.Handle file, int key, long from, long end) {
    this.file = file;
    this.key = key;
    this.end = end;
    this.offset = from;
    this.base = from;
    this.bytes = new byte[(int) Math.min(CHUNK, Math.max(0, end - from))];
    this.buffer = Frames.littleEndian(bytes);
    this.buffer.limit(0);
  }

  /// What stands here.
  Found look() throws IOException {
    if (!has(Frames.HEADER) || !Frames.isHeader(buffer, at(), key, crc)) {
      return Found.NOTHING;
    }
    var length = length();
    if (!has(Frames.size(length))) {
      return Found.NOTHING;
    }
    crc.reset();
    crc.update(bytes, at() + Frames.HEADER, length);
    return (int) crc.getValue() == buffer.getInt(at() + 24) ? Found.FRAME : Found.DAMAGED;
  }

  /// Goes past the frame here, whole or damaged.
  void step() {
    offset += Frames.size(length());
  }

  /// Goes forward to the next valid header after this place, or to the end.
  boolean seek() throws IOException {
    offset += 8;
    while (has(Frames.HEADER)) {
      for (; at() + Frames.HEADER <= buffer.limit(); offset += 8) {
        if (buffer.getInt(at()) == Frames.MAGIC
            && Frames.isHeader(buffer, at(), key, crc)
            && offset + Frames.size(length()) <= end) {
          return true;
        }
      }
    }
    offset = end;
    return false;
  }

  /// Forgets what was read ahead: it may have been written since.
  void refill() {
    base = offset;
    buffer.limit(0);
  }

  long offset() {
    return offset;
  }

  int length() {
    return buffer.getInt(at() + 4);
  }

  long position() {
    return buffer.getLong(at() + 8);
  }

  int sinceDurable() {
    return buffer.getInt(at() + 16);
  }

  byte kind() {
    return buffer.get(at() + 20);
  }

  byte flags() {
    return buffer.get(at() + 21);
  }

  byte[] payload() {
    var payload = new byte[length()];
    buffer.get(at() + Frames.HEADER, payload);
    return payload;
  }

  /// Where the last bytes end that the disk could not read; 0 when it could read all.
  long unreadableEnd() {
    return unreadableEnd;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private int at() {
    return (int) (offset - base);
  }

  /// Sees to it that so many bytes from here are in the buffer; false when the segment ends before.
  private boolean has(int count) throws IOException {
    if (at() + count <= buffer.limit()) {
      return true;
    }
    if (offset + count > end) {
      return false;
    }
    if (count > bytes.length) {
      bytes = new byte[Math.max(count, CHUNK)];
      buffer = Frames.littleEndian(bytes);
    }
    base = offset;
    buffer.limit((int) Math.min(buffer.capacity(), end - base)).position(0);
    if (!fill(base)) {
      fillByBlocks();
    }
    buffer.position(0);
    return true;
  }

  private void fillByBlocks() throws IOException {
    var whole = buffer.limit();
    for (var from = 0; from < whole; from += Frames.BLOCK) {
      var to = Math.min(whole, from + Frames.BLOCK);
      buffer.limit(to).position(from);
      if (!fill(base + from)) {
        Arrays.fill(bytes, from, to, (byte) 0);
        unreadableEnd = base + to;
      }
    }
    buffer.limit(whole);
  }

  /// Fills the buffer; false when the disk can't read these bytes. What is missing at the file's
  /// end is taken for zeros.
  private boolean fill(long offset) throws IOException {
    var start = buffer.position();
    try {
      while (buffer.hasRemaining()) {
        if (file.read(buffer, offset + buffer.position() - start) < 0) {
          Arrays.fill(bytes, buffer.position(), buffer.limit(), (byte) 0);
          return true;
        }
      }
      return true;
    } catch (ClosedChannelException dead) {
      throw dead;
    } catch (IOException damaged) {
      return false;
    }
  }
}
