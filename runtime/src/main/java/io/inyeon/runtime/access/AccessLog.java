package io.inyeon.runtime.access;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.AccessDesk;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The access log: a file of JSON lines a day (UTC), only ever appended to; days that are over are
/// compressed, and deleted after as many as are to be kept.
///
/// A line is with the operating system before anything of the read is told, so it survives the
/// process; it is forced to disk once a second while there are reads, and at once for a download.
/// Two years are kept unless set otherwise: KR 개인정보의 안전성 확보조치 기준 제8조 wants one, and two where there
/// are 50,000 people or more.
public final class AccessLog implements AccessDesk, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AccessLog.class.getName());
  private static final long FORCED_EVERY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int RETRY_SECONDS = 5;

  private final Path folder;
  private final long days;
  private final InstantSource clock;
  private final ZoneId zone;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable FileChannel channel;
  private LocalDate day = LocalDate.EPOCH;
  private long size;
  private long forcedAt;
  private boolean unforced;

  private AccessLog(Path folder, long days, InstantSource clock, ZoneId zone) {
    this.folder = folder;
    this.days = days;
    this.clock = clock;
    this.zone = zone;
  }

  /// Opens the log of a folder.
  ///
  /// @param days for which reads are kept, at least
  /// @param zone in which a review tells hours of the day
  public static AccessLog open(Path folder, long days, InstantSource clock, ZoneId zone)
      throws IOException {
    Files.createDirectories(folder);
    return new AccessLog(folder, days, clock, zone);
  }

  @Override
  public void record(Read read) throws Unavailable {
    var line = ByteBuffer.wrap(AccessLine.of(read));
    lock.lock();
    try {
      var to = today(LocalDate.ofInstant(Instant.ofEpochMilli(read.at()), ZoneOffset.UTC));
      try {
        for (var at = size; line.hasRemaining(); ) {
          at += to.write(line, at);
        }
        unforced = true;
        if (read.download() || System.nanoTime() - forcedAt > FORCED_EVERY_NANOS) {
          force(to);
        }
        size += line.limit();
      } catch (IOException e) {
        to.truncate(size); // half a line would spoil the next one
        throw e;
      }
    } catch (IOException e) {
      LOG.log(Level.ERROR, "A read cannot be written down, so it is refused", e);
      close();
      throw new Unavailable("access_log_unavailable", RETRY_SECONDS);
    } finally {
      lock.unlock();
    }
  }

  private void force(FileChannel to) throws IOException {
    to.force(false);
    forcedAt = System.nanoTime();
    unforced = false;
  }

  /// The file of a day; when a new one begins, the days before are put in order.
  private FileChannel today(LocalDate wanted) throws IOException {
    var open = channel;
    // A read that began before midnight is written down after it all the same.
    if (open != null && !wanted.isAfter(day)) {
      return open;
    }
    if (open != null) {
      force(open);
      open.close();
    }
    var file = AccessFiles.of(folder, wanted);
    var next =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    channel = next;
    day = wanted;
    size = AccessFiles.wholeLines(next);
    next.truncate(size);
    AccessFiles.tidy(folder, wanted, wanted.minusDays(days));
    return next;
  }

  @Override
  public @Nullable Page page(long from, long to, Filter filter, @Nullable String cursor, int limit)
      throws Unavailable {
    var place = cursor == null ? null : AccessFiles.Place.read(cursor);
    if (cursor != null && place == null) {
      return null;
    }
    var first = LocalDate.ofInstant(Instant.ofEpochMilli(from), ZoneOffset.UTC);
    // A read that began before midnight may stand among those of the next day.
    var last = LocalDate.ofInstant(Instant.ofEpochMilli(to), ZoneOffset.UTC).plusDays(1);
    var reads = new ArrayList<Value.Fields>();
    var next = new @Nullable String[1];
    try {
      AccessFiles.lines(
          folder,
          place == null ? first : place.day(),
          last,
          place == null ? 0 : place.line(),
          (at, bytes) -> {
            var read = parsed(bytes);
            if (read == null || !AccessLine.wanted(read, from, to, filter)) {
              return true;
            }
            if (reads.size() == limit) {
              next[0] = at.written();
              return false;
            }
            reads.add(read);
            return true;
          });
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.ERROR, "The access log cannot be read", e);
      throw new Unavailable("access_log_unreadable", RETRY_SECONDS);
    }
    return new Page(reads, next[0]);
  }

  private static Value.@Nullable Fields parsed(byte[] line) {
    return JsonReader.event(line) instanceof Value.Fields fields ? fields : null;
  }

  @Override
  public Value.Fields review(YearMonth month) throws Unavailable {
    var review = new AccessReview(month, zone);
    var from = month.atDay(1).atStartOfDay(zone).toInstant();
    var to = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
    try {
      AccessFiles.lines(
          folder,
          LocalDate.ofInstant(from, ZoneOffset.UTC),
          LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(1),
          0,
          (_, bytes) -> {
            var read = parsed(bytes);
            if (read != null
                && AccessLine.wanted(
                    read, from.toEpochMilli(), to.toEpochMilli() - 1, new Filter(null, null))) {
              review.add(read);
            }
            return true;
          });
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Level.ERROR, "The access log cannot be read", e);
      throw new Unavailable("access_log_unreadable", RETRY_SECONDS);
    }
    return review.told(clock.millis());
  }

  @Override
  public void close() {
    lock.lock();
    try {
      var open = channel;
      channel = null;
      if (open != null) {
        try (open) {
          if (unforced) {
            force(open);
          }
        } catch (IOException e) {
          LOG.log(Level.WARNING, "The access log did not end in good order", e);
        }
      }
    } finally {
      lock.unlock();
    }
  }
}
