package io.inyeon.runtime.log;

import io.inyeon.runtime.log.SegmentReader.Found;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/// Reads the log forwards from a position, while others append. For one thread.
///
/// It must stay above what is recycled.
public final class Cursor implements AutoCloseable {
  private final Chain chain;
  private long position;
  private @Nullable Segment segment;
  private @Nullable SegmentReader reader;
  private long durable; // as seen last
  private long limit; // the first position of a later segment, as seen after that

  Cursor(Chain chain, long from) {
    this.chain = chain;
    this.position = from;
  }

  /// The next thing; `null` when everything durable was read. More may be there later.
  ///
  /// @throws IOException when the log can't be read now; trying again is safe
  /// @throws IllegalStateException when the next entry was recycled
  public @Nullable Logged next() throws IOException {
    if (position > durable) {
      durable = chain.durable();
      limit = segment == null ? 0 : limit(segment);
      if (position > durable) {
        return null;
      }
    }
    var in = segment;
    var frames = reader;
    if (in == null || frames == null || position >= limit) {
      in = enter();
      frames = reader = open(in);
    }
    var from = frames.offset();
    if (reaches(frames)) {
      return take(frames);
    }
    // Not there, or damaged; or it was being written or blanked while it was read ahead.
    var upkeep = chain.upkeep();
    upkeep.lock();
    try {
      requireKept(in);
      frames.refill();
      return reaches(frames) ? take(frames) : skip(in, frames, Math.max(from, frames.offset()));
    } finally {
      upkeep.unlock();
    }
  }

  @Override
  public void close() throws IOException {
    var open = reader;
    reader = null;
    if (open != null) {
      open.close();
    }
  }

  private Segment enter() throws IOException {
    close();
    var holding = chain.holding(position);
    if (holding == null) {
      throw new IllegalStateException(
          "position " + position + " was recycled; the oldest kept is " + chain.oldest());
    }
    segment = holding;
    limit = limit(holding);
    return holding;
  }

  private SegmentReader open(Segment in) throws IOException {
    try {
      return chain.reader(in, position);
    } catch (NoSuchFileException gone) {
      requireKept(in);
      throw gone;
    }
  }

  private void requireKept(Segment in) {
    if (in.recycled()) {
      throw new IllegalStateException("position " + position + " was recycled while being read");
    }
  }

  private long limit(Segment in) {
    var after = chain.after(in);
    return after == null ? Long.MAX_VALUE : after.first();
  }

  /// Goes to the frame wanted when only older ones and witnesses stand before it.
  private boolean reaches(SegmentReader frames) throws IOException {
    while (frames.look() == Found.FRAME) {
      if (frames.kind() != Frames.MARK && frames.position() >= position) {
        return frames.position() == position;
      }
      frames.step();
    }
    return false;
  }

  private Logged take(SegmentReader frames) {
    Logged taken =
        frames.kind() == Frames.BLANK
            ? new Logged.Blank(position)
            : new Logged.Whole(position, frames.kind(), frames.payload());
    frames.step();
    position++;
    return taken;
  }

  /// Goes to the next good frame, and says what is missing before it.
  private Logged skip(Segment in, SegmentReader frames, long from) throws IOException {
    var next = Math.min(limit, durable + 1);
    var found = false;
    while (!found && frames.offset() < in.end()) {
      var what = frames.look();
      if (what == Found.FRAME && frames.position() >= position) {
        var isMark = frames.kind() == Frames.MARK; // behind all that it names
        next = Math.min(next, isMark ? frames.position() + 1 : frames.position());
        found = true;
      } else if (what == Found.NOTHING) {
        frames.seek();
      } else {
        frames.step();
      }
    }
    if (next == position) {
      return take(frames); // what is damaged was wanted by nobody
    }
    var loss = new Loss(in.name(), from, frames.offset() - from, position, next - 1);
    position = next;
    if (!found) {
      close(); // what is written from now on stands before the place where we are
    }
    return new Logged.Lost(missingFile(in, loss));
  }

  /// A loss up to a segment that doesn't follow on this one is that of the file between.
  private Loss missingFile(Segment in, Loss loss) {
    var after = chain.after(in);
    return after == null || after.previous() == in.sequence() || loss.to() < after.first() - 1
        ? loss
        : new Loss(
            Segment.name(after.previous(), Segment.LIVE), 0, after.size(), loss.from(), loss.to());
  }
}
