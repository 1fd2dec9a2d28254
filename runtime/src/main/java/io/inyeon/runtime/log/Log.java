package io.inyeon.runtime.log;

import io.inyeon.runtime.log.LogUnavailable.Reason;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// The one line that everything enters by: entries in order, each at a position for ever.
///
/// Positions begin at 1 and have no gap. An entry counts when [#force()] has returned after it was
/// appended; only then can it be read. Every commit is taken whole or not at all, over a crash,
/// too. One thread appends and forces; the other methods are for any thread.
///
/// **When writing or forcing fails**, nobody knows what of the un-forced end is on the disk, and
/// forcing again proves nothing. So that end is abandoned: a new segment begins at the same
/// position, and its durable header says that whatever stands at or above it in the one before is
/// void. Only then does the caller hear `log_failed`, and nothing of it was taken. When the new
/// segment fails, too, the caller hears the same, but after a crash at that point its entries may
/// turn out to be there: each of them whole, and in its place.
public final class Log implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Log.class.getName());

  private final Disk disk;
  private final LogOptions options;
  private final Chain chain;
  private final Spares spares;
  private final Blanks blanks;
  private final Recovery recovery;
  private final long salt;
  private final ByteBuffer buffer;
  private @Nullable SegmentWriter end;
  private long next;
  private long refusedBytes; // of the last commit, if there was no segment for it
  private long untilLook; // bytes to append before the room on the disk is looked at again
  private boolean closed;

  private Log(Disk disk, LogOptions options, Opening.Opened opened, ByteBuffer buffer) {
    this.disk = disk;
    this.options = options;
    this.chain = opened.chain();
    this.spares = opened.spares();
    this.blanks = new Blanks(chain);
    this.recovery = opened.recovery();
    this.salt = opened.salt();
    this.buffer = buffer;
    this.end = opened.end();
    this.next = chain.durable() + 1;
  }

  /// Opens the log, mends what a crash left, and gets a segment ready.
  ///
  /// @throws IOException when it can't be read, or not be mended; nothing is lost by that
  public static Log open(Disk disk, LogOptions options, Resume resume) throws IOException {
    return open(
        disk,
        options,
        resume,
        task -> Thread.ofPlatform().daemon().name("log-segments").start(task));
  }

  /// The same, with the next segments made by `background`; in a simulation, by the calling thread.
  public static Log open(Disk disk, LogOptions options, Resume resume, Executor background)
      throws IOException {
    var buffer = SegmentWriter.buffer(options.segmentBytes());
    var opened = new Opening(disk, options, resume).open(background, buffer);
    var log = new Log(disk, options, opened, buffer);
    if (log.end == null) {
      try {
        log.begin();
      } catch (LogUnavailable | IOException later) {
        LOG.log(Level.WARNING, "the log is open, but can't take anything yet", later);
      }
    }
    log.spares.prepare();
    if (!log.recovery.isClean()) {
      LOG.log(Level.ERROR, "the log is damaged: " + log.recovery);
    }
    return log;
  }

  /// What was found on opening.
  public Recovery recovery() {
    return recovery;
  }

  /// Appends a commit, without forcing it.
  ///
  /// @param kind what the entries are, 1 to 254 unsigned; the log doesn't care
  /// @return position of the first
  /// @throws LogUnavailable when it was not taken; when that is [LogUnavailable#abandoned()], what
  ///   was appended before and not forced is gone, too
  public synchronized long append(List<byte[]> payloads, byte kind) throws LogUnavailable {
    var bytes = requireCommit(payloads, kind);
    if (closed) {
      throw new LogUnavailable(Reason.STOPPING);
    }
    requireRoomOnDisk(bytes);
    try {
      var to = end;
      if (to == null || !to.fits(bytes)) {
        force();
        to = begin();
      }
      refusedBytes = 0;
      return put(to, payloads, kind);
    } catch (IOException failed) {
      throw abandon(failed);
    } catch (LogUnavailable none) {
      refusedBytes = bytes;
      throw none;
    }
  }

  /// Why a commit would be refused now; `null` when it would not. Asking also has a new segment
  /// made when one is wanting, so that the log recovers even when nobody sends.
  public synchronized @Nullable Reason refusal() {
    try {
      if (disk.usableBytes() < options.reserveBytes()) {
        return Reason.DISK_FULL;
      }
    } catch (IOException unknown) {
      LOG.log(Level.WARNING, "could not see how much room the disk has", unknown);
      return Reason.LOG_FAILED;
    }
    var wanting = end == null || (refusedBytes > 0 && !end.fits(refusedBytes));
    return wanting && !spares.isReady() ? spares.refusal() : null;
  }

  /// Makes durable what was appended.
  ///
  /// @return position of the last durable entry
  /// @throws LogUnavailable when all that was not forced is gone
  public synchronized long force() throws LogUnavailable {
    if (end != null && next - 1 > chain.durable()) {
      try {
        end.force();
      } catch (IOException failed) {
        throw abandon(failed);
      }
      chain.durable(next - 1);
    }
    return chain.durable();
  }

  /// Position of the last entry that is durable; 0 when there never was one.
  public long durablePosition() {
    return chain.durable();
  }

  /// Position of the oldest entry that is kept; the next one's when none is.
  public long oldestPosition() {
    return chain.oldest();
  }

  /// Positions at which segments begin, oldest first: what [#recycleBelow] can cut at.
  public List<Long> segmentStarts() {
    return chain.starts();
  }

  /// Disk space that the log's files take.
  public long bytes() {
    return spares.bytes();
  }

  /// Reads from a position on, which must not be recycled.
  public Cursor read(long from) {
    return new Cursor(chain, from);
  }

  /// Gives up what stands below a position, in whole segments, so that their files can be used
  /// again. Nobody may be reading there.
  public void recycleBelow(long position) throws IOException {
    chain.upkeep().lock();
    try {
      for (var old = chain.removeBelow(position); old != null; old = chain.removeBelow(position)) {
        spares.recycle(old.name(), old.size());
      }
    } finally {
      chain.upkeep().unlock();
    }
  }

  /// Erases the payloads of durable entries, for good: on return they are gone from the disk.
  ///
  /// @return how many were there to be erased; others had been recycled, damaged or erased before
  /// @throws IOException when that is not certain; it is finished by the next call or opening
  public int blank(SortedSet<Long> positions) throws IOException {
    return blanks.blank(positions);
  }

  /// Clears what no entry needs: files that wait to be used again, and what stands behind the last
  /// entry of each segment, which may be of the file's earlier life. Appending waits meanwhile.
  ///
  /// @throws IOException when that is not certain; to be done again
  public synchronized void wipe() throws IOException {
    chain.upkeep().lock();
    try {
      force();
      spares.wipe();
      new Tails(chain).clear();
    } catch (LogUnavailable e) {
      throw new IOException("what was appended is not durable: " + e.code(), e);
    } finally {
      chain.upkeep().unlock();
    }
  }

  /// Forces what was appended, and leaves a witness of it, so that nothing needs mending.
  @Override
  public synchronized void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (var last = end) {
      if (last != null) {
        last.force();
        chain.durable(next - 1);
        if (next > 1 && last.fits(Frames.HEADER)) {
          last.put(new Frames.Head(next - 1, 0, Frames.MARK, (byte) 0), new byte[0]);
          last.force();
        }
      }
    } finally {
      spares.close();
    }
  }

  /// What a commit takes; one that can never be taken is the caller's bug.
  long requireCommit(List<byte[]> payloads, byte kind) {
    var bytes = Frames.size(payloads);
    if (bytes > options.maxCommitBytes()) {
      throw new IllegalArgumentException("a commit of " + bytes + " bytes");
    }
    if (kind == Frames.BLANK || kind == Frames.MARK) {
      throw new IllegalArgumentException("kind " + kind);
    }
    return bytes;
  }

  private long put(SegmentWriter to, List<byte[]> payloads, byte kind) throws IOException {
    var first = next;
    var last = payloads.size() - 1;
    for (var i = 0; i <= last; i++) {
      var sinceDurable = (int) (next - chain.durable());
      var flags = i < last ? Frames.MORE : (byte) 0;
      to.put(new Frames.Head(next, sinceDurable, kind, flags), payloads.get(i));
      next++;
    }
    return first;
  }

  private void requireRoomOnDisk(long bytes) throws LogUnavailable {
    untilLook -= bytes;
    if (untilLook > 0) {
      return;
    }
    try {
      if (disk.usableBytes() < options.reserveBytes()) {
        throw new LogUnavailable(Reason.DISK_FULL);
      }
      untilLook = options.segmentBytes() / 64;
    } catch (IOException unknown) {
      LOG.log(Level.WARNING, "could not see how much room the disk has", unknown);
      throw new LogUnavailable(Reason.LOG_FAILED);
    }
  }

  /// Begins the next segment; everything before it is durable or abandoned.
  private SegmentWriter begin() throws LogUnavailable, IOException {
    var spare = spares.take();
    if (spare == null) {
      throw new LogUnavailable(spares.refusal());
    }
    var sequence = spare.sequence();
    var header = new SegmentHeader(salt, sequence, chain.sequenceBefore(next), next);
    var segment = new Segment(header, spare.size());
    try {
      header.write(spare.file());
      spare.file().force();
    } catch (IOException failed) {
      spare.file().close();
      spares.discard(segment.name(), spare.size());
      throw failed;
    }
    var old = end;
    var begun = new SegmentWriter(segment, spare.file(), Frames.BLOCK, buffer);
    end = begun;
    var replaced = chain.add(segment);
    if (old != null) {
      old.close();
    }
    if (replaced != null) {
      spares.discard(replaced.name(), replaced.size());
    }
    return begun;
  }

  /// Gives up what was not forced, and goes on in a new segment if that can be had.
  private LogUnavailable abandon(IOException cause) {
    next = chain.durable() + 1;
    LOG.log(Level.ERROR, "writing the log failed; refused from position " + next + " on", cause);
    try {
      if (end != null) {
        end.close();
      }
    } catch (IOException alreadyFailed) {
      LOG.log(Level.DEBUG, "nor could it be closed", alreadyFailed);
    }
    end = null;
    try {
      begin();
    } catch (LogUnavailable | IOException again) {
      LOG.log(Level.ERROR, "the log can't go on for now", again);
    }
    return new LogUnavailable(Reason.LOG_FAILED, true);
  }
}
