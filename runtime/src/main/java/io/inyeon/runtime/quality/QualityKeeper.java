package io.inyeon.runtime.quality;

import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.quality.EventDay;
import io.inyeon.core.govern.quality.FieldWatch;
import io.inyeon.core.govern.quality.SourceDay;
import io.inyeon.core.govern.quality.VolumeWatch;
import io.inyeon.runtime.archive.Row;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Counts what comes of which quality, some seconds behind, and looks each ten minutes whether
/// anything became worse.
///
/// Counts are exact after a crash: they are written together with the position up to which they
/// are, and what came since is counted again.
public final class QualityKeeper implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(QualityKeeper.class.getName());
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long SAVED_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long SLOT_MS = VolumeWatch.SLOT_MINUTES * 60_000L;

  /// Entries that a question waits for.
  private static final int AT_ONCE = 20_000;

  /// Days of events that are kept.
  public static final int EVENT_DAYS = 90;

  /// Days that a day is compared with.
  private static final int COMPARED_DAYS = 14;

  /// The log and what is needed to read it.
  public interface OnRecord {
    /// The next rows from a position on; as many as are at hand, none after the last.
    List<Row> rows(long from, long to) throws IOException;

    /// Whether a row came out of quarantine, and was counted when it came.
    boolean released(Row row);

    /// When a released row had come first, milliseconds since 1970, if it was kept apart as a
    /// robot's till then; -1 for any other.
    long restored(Row row);

    /// Puts news of an alert on record; the same news twice are one.
    ///
    /// @throws IOException when that cannot be done now
    void tell(Alerts.News news) throws IOException;

    /// An event as it was sent; `null` when it cannot be read.
    Value.@Nullable Fields body(Row row);

    /// All sources.
    List<Source> sources();

    /// Where the workspace is.
    ZoneId zone();

    /// The last position that is decided.
    long decided();

    /// Milliseconds since 1970.
    long now();
  }

  private final OnRecord record;
  private final DayStore store;
  private final Counting counting;
  private final ReentrantLock lock = new ReentrantLock();
  private final Thread thread;
  private Alerts alerts;
  private long position;
  private long written;
  private long writtenAt = System.nanoTime();
  private long judged;
  private volatile boolean closing;
  private volatile @Nullable String error;

  private QualityKeeper(DayStore store, OnRecord record) {
    this.store = store;
    this.record = record;
    counting = new Counting(store);
    var head = store.head();
    if (head.position() > record.decided()) {
      // A state put back from another time knows less than these counts.
      store.clear();
      head = store.head();
    }
    alerts = new Alerts(store);
    position = head.position();
    written = position;
    thread = Thread.ofPlatform().name("data-quality").daemon().unstarted(this::run);
  }

  /// Goes on from what is in a folder.
  public static QualityKeeper start(Path folder, OnRecord record) {
    var keeper = new QualityKeeper(DayStore.open(folder), record);
    keeper.thread.start();
    return keeper;
  }

  private void run() {
    while (!closing) {
      try {
        lock.lockInterruptibly();
        try {
          follow();
          judgeNowAndThen();
          tell();
        } finally {
          lock.unlock();
        }
        error = null;
        LockSupport.parkNanos(PAUSE_NANOS);
      } catch (InterruptedException _) {
        return;
      } catch (IOException | RuntimeException e) {
        if (!closing) {
          var before = error;
          error = e.toString();
          if (!e.toString().equals(before)) {
            LOG.log(Level.ERROR, "Data quality is not counted; trying again", e);
          }
          LockSupport.parkNanos(RETRY_NANOS);
        }
      }
    }
  }

  private void follow() throws IOException {
    var to = record.decided();
    while (position < to && !closing) {
      var rows = record.rows(position + 1, to);
      if (rows.isEmpty()) {
        throw new IOException("nothing is known of position " + (position + 1));
      }
      var zone = record.zone();
      for (var row : rows) {
        var restored = record.released(row) ? record.restored(row) : 0;
        if (restored == 0) {
          counting.add(row, zone, record::body);
        } else if (restored > 0) {
          counting.restored(row, restored, zone, record::body);
        }
      }
      position = rows.getLast().position();
      if (System.nanoTime() - writtenAt > SAVED_EVERY_NANOS) {
        write();
      }
    }
    if (position > written && System.nanoTime() - writtenAt > SAVED_EVERY_NANOS) {
      write();
    }
  }

  private void write() {
    var changes = new DayStore.Changes();
    counting.into(changes, today());
    changes.head(new DayStore.Head(position, alerts.into(changes)));
    store.write(changes);
    written = position;
    writtenAt = System.nanoTime();
  }

  /// Tells what is news of alerts, each once: it is crossed out after it is on record.
  private void tell() throws IOException {
    for (var news : alerts.news()) {
      record.tell(news);
      var changes = new DayStore.Changes();
      changes.told(news);
      store.write(changes);
      alerts.told(news);
    }
  }

  private long today() {
    return Math.floorDiv(Counting.slot(record.now(), record.zone()), VolumeWatch.DAY);
  }

  // ---- what became worse

  private void judgeNowAndThen() {
    var slot = Math.floorDiv(record.now(), SLOT_MS);
    // Who is behind takes for missing what is only not read yet.
    if (slot > judged && position >= record.decided()) {
      judge();
      judged = slot;
    }
  }

  private void judge() {
    write();
    var now = record.now();
    var zone = record.zone();
    var last = Counting.slot(now, zone) - 1;
    var today = today();
    for (var source : record.sources()) {
      if (source.kind() != SourceKind.IMPORT && source.enabled()) {
        var days = store.sourceDays(source.number(), today - VolumeWatch.KEPT_DAYS);
        if (shifted(now, zone)) {
          continue;
        }
        volume(source, days, last, now);
        fields(source, days, today, now);
      }
    }
    store.forget(today - VolumeWatch.KEPT_DAYS, today - EVENT_DAYS);
    write();
  }

  /// Whether clocks were set forward or back in the last hours, so that a slot is no ten minutes.
  private static boolean shifted(long now, ZoneId zone) {
    var rules = zone.getRules();
    return !rules
        .getOffset(Instant.ofEpochMilli(now))
        .equals(rules.getOffset(Instant.ofEpochMilli(now - 3 * 60 * 60 * 1_000L)));
  }

  private void volume(Source source, SortedMap<Long, SourceDay> days, long last, long now) {
    var verdict = VolumeWatch.judge(new SourceDays(days), last);
    for (var kind : List.of(Alert.Kind.DROP, Alert.Kind.SURGE)) {
      var about = new Alert.About(kind, source.number(), "", "");
      if (verdict.finding() == VolumeWatch.Finding.valueOf(kind.name())) {
        alerts.found(about, now, (double) verdict.observed(), verdict.expected(), verdict.span());
      } else {
        alerts.well(about, now);
      }
    }
  }

  private void fields(Source source, SortedMap<Long, SourceDay> days, long today, long now) {
    var found = new HashSet<Alert.About>();
    var said = new HashSet<String>();
    var day = days.get(today);
    if (day != null) {
      var before = new ArrayList<>(days.subMap(today - COMPARED_DAYS, today).values());
      tell(FieldWatch.judge(day, before), source, "", now, found);
    }
    store
        .eventDays(source.number(), today - COMPARED_DAYS)
        .forEach((name, of) -> {
          var event = of.get(today);
          if (event != null && FieldWatch.enough(event)) {
            said.add(name);
            var before = new ArrayList<>(of.headMap(today).values());
            tell(FieldWatch.judge(event, before), source, name, now, found);
          }
        });
    for (var alert : alerts.open()) {
      var about = alert.about();
      // A day that has only begun says nothing yet; what nobody sends any more is over.
      var silent = now - alert.seenAt() > 2 * 24 * 60 * 60 * 1_000L;
      var looked =
          about.event().isEmpty()
              ? day != null && FieldWatch.enough(day)
              : said.contains(about.event());
      if (about.source() == source.number()
          && !about.kind().volume()
          && !found.contains(about)
          && (looked || silent)) {
        alerts.well(about, now);
      }
    }
  }

  private void tell(
      List<FieldWatch.Finding> findings,
      Source source,
      String event,
      long now,
      Set<Alert.About> found) {
    for (var each : findings) {
      var about =
          new Alert.About(Alert.Kind.of(each.worse()), source.number(), event, each.field());
      found.add(about);
      alerts.found(about, now, each.observed(), each.expected(), 0);
    }
  }

  // ---- what is known

  /// Counts all that is decided, and looks whether anything became worse.
  public void settle() throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      follow();
      judge();
      tell();
    } finally {
      lock.unlock();
    }
  }

  /// Finds what is counted of events and fields that a source named after somebody.
  ///
  /// @param named whether a name is such a one
  /// @param forget whether it is forgotten, too
  /// @return how many days of events hold any
  /// @throws IOException when what was decided cannot be counted first
  public int named(Predicate<String> named, boolean forget)
      throws IOException, InterruptedException {
    lock.lockInterruptibly();
    try {
      follow();
      write();
      if (forget) {
        counting.clear();
      }
      return store.named(named, forget);
    } finally {
      lock.unlock();
    }
  }

  /// Overwrites what the files hold besides counts.
  public void wipe() {
    store.wipe();
  }

  /// Forgets all counts, and counts what is on record anew.
  public void beginAnew() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      counting.clear();
      store.clear();
      alerts = new Alerts(store);
      position = 0;
      written = 0;
    } finally {
      lock.unlock();
    }
  }

  /// The days of a source from one on, up to now.
  public SortedMap<Long, SourceDay> sourceDays(int source, long from) throws InterruptedException {
    return known(() -> store.sourceDays(source, from));
  }

  /// The days of a source's events from one on, up to now.
  public SortedMap<String, SortedMap<Long, EventDay>> eventDays(int source, long from)
      throws InterruptedException {
    return known(() -> store.eventDays(source, from));
  }

  /// Alerts, latest first.
  ///
  /// @param open whether only those that last are wanted
  public List<Alert> alerts(boolean open, long before, int most) throws InterruptedException {
    return known(() ->
        open
            ? alerts.open().stream()
                .filter(each -> each.number() < before)
                .sorted((a, b) -> Long.compare(b.number(), a.number()))
                .limit(most)
                .toList()
            : store.alerts(before, most));
  }

  /// How many alerts last.
  public int open() {
    lock.lock();
    try {
      return alerts.open().size();
    } finally {
      lock.unlock();
    }
  }

  private interface Question<T> {
    T ask();
  }

  /// Counts what was decided meanwhile, unless that takes long, and writes it, so that the answer
  /// has it.
  private <T> T known(Question<T> question) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      if (record.decided() - position < AT_ONCE) {
        try {
          follow();
        } catch (IOException e) {
          error = e.toString(); // the answer says how far it has come
        }
      }
      if (position > written) {
        write();
      }
      return question.ask();
    } finally {
      lock.unlock();
    }
  }

  /// Up to which position of the log all is counted.
  public long position() {
    lock.lock();
    try {
      return position;
    } finally {
      lock.unlock();
    }
  }

  /// What went wrong last; `null` when all is well.
  public @Nullable String error() {
    return error;
  }

  /// The slot that is going on, by the clock on the wall.
  public long slot() {
    return Counting.slot(record.now(), record.zone());
  }

  /// When a day begins, milliseconds since 1970.
  public long beginning(long day) {
    return LocalDate.ofEpochDay(day).atStartOfDay(record.zone()).toInstant().toEpochMilli();
  }

  @Override
  public void close() {
    closing = true;
    LockSupport.unpark(thread);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      if (position > written) {
        write();
      }
      store.close();
    } finally {
      lock.unlock();
    }
  }
}
