package io.inyeon.runtime.log;

import io.inyeon.runtime.log.SegmentReader.Found;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Writes zeros over what stands behind the last entry of each segment: frames of the file's
/// earlier life, which are never read and still there.
final class Tails {
  private static final int CHUNK = 1 << 20;

  private final Chain chain;

  Tails(Chain chain) {
    this.chain = chain;
  }

  /// All of them. Nobody appends meanwhile.
  void clear() throws IOException {
    for (var start : chain.starts()) {
      var segment = chain.holding(start);
      if (segment != null) {
        var after = chain.after(segment);
        clear(segment, after == null ? chain.durable() : after.first() - 1);
      }
    }
  }

  private void clear(Segment segment, long last) throws IOException {
    var from = end(segment, last);
    try (var file = chain.disk().open(segment.name())) {
      var zeros = ByteBuffer.allocate((int) Math.min(CHUNK, Math.max(1, segment.end() - from)));
      for (var at = from; at < segment.end(); at += zeros.limit()) {
        zeros.clear().limit((int) Math.min(zeros.capacity(), segment.end() - at));
        file.write(zeros, at);
      }
      file.force();
    }
  }

  /// Where the last frame of a segment ends.
  private long end(Segment segment, long last) throws IOException {
    var end = (long) Frames.BLOCK;
    try (var frames = chain.reader(segment, Math.max(segment.first(), last))) {
      while (true) {
        if (frames.look() != Found.NOTHING) {
          end = frames.offset() + Frames.size(frames.length());
          frames.step();
        } else if (!frames.seek()) {
          return end;
        }
      }
    }
  }
}
