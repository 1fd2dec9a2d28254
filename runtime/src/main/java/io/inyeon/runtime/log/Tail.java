package io.inyeon.runtime.log;

import io.inyeon.runtime.log.SegmentReader.Found;
import java.io.IOException;
import java.nio.ByteBuffer;

/// The end of the last segment as a crash left it.
///
/// What had been durable is known from the witnesses: the segment's header, each frame's
/// `sinceDurable`, and what state and archive have seen. All of that stays, damaged or not. Behind
/// it, whole commits without a gap stay, too: they were written, only nobody was told. The rest is
/// cut off: the log goes on in a new segment, whose durable header makes it void. Zeroing it and
/// going on in its place would be no good, because the zeros might not reach the disk.
///
/// What no witness confirms is written once more before it counts: after a failed force, a system
/// may show bytes that are not on the disk, and take a second force for done.
final class Tail {
  private static final int CHUNK = 1 << 16;

  private final Chain chain;
  private final Segment segment;
  private final long known;
  private long witnessed;
  private long lastEnd = Frames.BLOCK;
  private long kept;
  private long cut = Frames.BLOCK;
  private long unconfirmedFrom = Long.MAX_VALUE;
  private long cutEntries;

  /// @param known highest position that is known from elsewhere
  Tail(Chain chain, Segment last, long known) {
    this.chain = chain;
    this.segment = last;
    this.known = known;
    this.witnessed = last.first() - 1;
    this.kept = last.first() - 1;
  }

  /// What is left.
  ///
  /// @param found the highest position of which the log itself knows
  /// @param durable position of the last entry
  /// @param goesOn whether the next frame goes to this segment, at `offset`; not so when the last
  ///   of what was durable is not there, so that the damage stays to be looked at
  record Cut(long found, long durable, boolean goesOn, long offset, long entries, long bytes) {
    static final Cut NONE = new Cut(0, 0, false, 0, 0, 0);
  }

  Cut mend() throws IOException {
    hearWitnesses();
    var durable = Math.max(witnessed, known);
    findCut(durable);
    var goesOn = kept >= durable && cut >= lastEnd;
    try (var file = chain.disk().open(segment.name())) {
      segment.header().write(file);
      confirm(file);
      file.force();
    }
    return new Cut(
        Math.max(kept, witnessed),
        Math.max(kept, durable),
        goesOn,
        cut,
        cutEntries,
        Math.max(0, lastEnd - cut));
  }

  private void hearWitnesses() throws IOException {
    try (var frames = chain.reader(segment, segment.first())) {
      while (toHeader(frames)) {
        witnessed = Math.max(witnessed, frames.position() - frames.sinceDurable());
        segment.mark(frames.position(), frames.offset());
        frames.step();
        lastEnd = frames.offset();
      }
    }
  }

  private void findCut(long durable) throws IOException {
    try (var frames = chain.reader(segment, Math.max(segment.first(), witnessed))) {
      var expected = durable + 1;
      var latest = 0L;
      while (toHeader(frames)) {
        var position = frames.position();
        var start = frames.offset();
        var isMark = frames.kind() == Frames.MARK;
        var endsCommit = (frames.flags() & Frames.MORE) == 0;
        var isNext = !isMark && position == expected && frames.look() == Found.FRAME;
        frames.step();
        if (isMark) {
          cut = frames.offset();
        } else if (position <= latest) {
          continue; // a copy that something else put there
        } else if (position > durable && !isNext) {
          cutEntries++;
        } else {
          keep(position, durable, start, frames.offset(), endsCommit);
          expected = Math.max(expected, position + 1);
        }
        latest = Math.max(latest, position);
      }
      if (frames.unreadableEnd() > cut) {
        throw new IOException("the disk can't read the end of the log, in " + segment.name());
      }
    }
  }

  private void keep(long position, long durable, long start, long end, boolean endsCommit) {
    if (position > witnessed) {
      unconfirmedFrom = Math.min(unconfirmedFrom, start);
    }
    if (position > durable && !endsCommit) {
      cutEntries++; // until the rest of its commit turns up
      return;
    }
    cutEntries = 0;
    kept = position;
    cut = end;
  }

  private static boolean toHeader(SegmentReader frames) throws IOException {
    return frames.look() != Found.NOTHING || frames.seek();
  }

  private void confirm(Disk.Handle file) throws IOException {
    var bytes = ByteBuffer.allocate(CHUNK);
    for (var at = unconfirmedFrom; at < cut; at += bytes.limit()) {
      bytes.clear().limit((int) Math.min(CHUNK, cut - at));
      while (bytes.hasRemaining()) {
        if (file.read(bytes, at + bytes.position()) < 0) {
          throw new IOException("the file ended early: " + segment.name());
        }
      }
      file.write(bytes.flip(), at);
    }
  }
}
