package io.inyeon.runtime.plans;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.govern.quarantine.Repair;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Carries the repairs of the quarantine out, one after the other, on a thread of its own.
///
/// Nothing of it is kept but what state says: which repairs are not done, and what still waits. An
/// event leaves quarantine by the very entry that decides it again, so whoever was interrupted goes
/// on by beginning anew, and nothing is lost or doubled.
public final class RepairWork implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(RepairWork.class.getName());
  private static final int PART = 2_000;

  /// Parts that wait to be decided while the next is read, so that the writer has always one.
  private static final int AHEAD = 2;

  private static final int DROPPED_AT_ONCE = 500;
  private static final Duration EVERY = Duration.ofHours(1);
  private static final Duration AGAIN = Duration.ofSeconds(10);
  private static final String RETENTION = "retention";

  private final House house;
  private final Duration kept;
  private final Semaphore woken = new Semaphore(0);
  private final Map<String, Long> done = new ConcurrentHashMap<>();
  private final Map<String, String> errors = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean closing;

  /// Begins; what was interrupted goes on.
  ///
  /// @param kept how long an event waits in quarantine at most; zero for ever
  public RepairWork(House house, Duration kept) {
    this.house = house;
    this.kept = kept;
    thread = Thread.ofPlatform().daemon().name("repairs").unstarted(this::run);
  }

  /// Goes to work.
  public RepairWork begin() {
    thread.start();
    return this;
  }

  void wake() {
    woken.release();
  }

  /// How many days an event waits at most; 0 for ever.
  long keptDays() {
    return kept.toDays();
  }

  /// How many events are out of quarantine by a repair that goes on.
  long done(String repair) {
    return done.getOrDefault(repair, 0L);
  }

  /// What went wrong last with a repair that goes on; `null` when all is well.
  @Nullable String error(String repair) {
    return errors.get(repair);
  }

  @Override
  public void close() {
    closing = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closing) {
        expire();
        var wait = settle() ? EVERY : AGAIN;
        if (woken.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS)) {
          woken.drainPermits();
        }
      }
    } catch (InterruptedException end) {
      LOG.log(Level.DEBUG, "what is not done goes on at the next start");
    }
  }

  /// Carries out all that is not done.
  ///
  /// @return false when something went wrong and is to be tried again
  private boolean settle() throws InterruptedException {
    var well = true;
    for (var repair : Waiting.repairs(house.state())) {
      if (!repair.running()) {
        continue;
      }
      try {
        var out = repair.kind() == Repair.Kind.RELEASE ? release(repair) : drop(repair);
        var at = house.clock().millis();
        house.enter(List.of(new Entry.RepairNoted(0, at, repair.author(), repair.ended(at, out))));
        errors.remove(repair.id());
        done.remove(repair.id());
      } catch (IOException | Intake.Unavailable | RuntimeException e) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        LOG.log(Level.WARNING, "The repair {0} is tried again", repair.id());
        LOG.log(Level.DEBUG, "because", e);
        errors.put(repair.id(), String.valueOf(e.getMessage()));
        well = false;
      }
    }
    return well;
  }

  /// Where events wait, after a position and up to another.
  private List<Long> waiting(Repair repair, long after, int most) {
    var before = retention(repair) ? expiry(repair.begunAt()) : Long.MAX_VALUE;
    return Waiting.positions(
        house.state(),
        repair.group(),
        after,
        repair.upTo(),
        most,
        held -> held.receivedAt() < before);
  }

  /// @return how many are out of quarantine
  private long release(Repair repair) throws IOException, Intake.Unavailable, InterruptedException {
    if (!house.archived()) {
      throw new IOException("the archive is behind");
    }
    var stay = 0L;
    var handed = new ArrayDeque<House.Taken>();
    var after = 0L;
    while (true) {
      if (closing) {
        throw new InterruptedException();
      }
      var positions = waiting(repair, after, PART);
      if (positions.isEmpty()) {
        break;
      }
      after = positions.getLast();
      var rows = house.archive().rowsAt(positions);
      if (rows.size() < positions.size()) {
        throw new IOException("events that wait are not in the archive");
      }
      var events = new ArrayList<Intake.Collected>(rows.size());
      var erased = new ArrayList<Long>();
      for (var row : rows) {
        var event = again(repair, row);
        if (event != null) {
          events.add(event);
        } else if (row.envelope().length == 0) {
          erased.add(row.position());
        } else {
          stay++;
        }
      }
      forget(repair, erased);
      if (handed.size() >= AHEAD) {
        handed.remove().receipt();
      }
      if (!events.isEmpty()) {
        handed.add(house.hand(events));
      }
      done.merge(repair.id(), (long) events.size(), Long::sum);
    }
    for (var taken : handed) {
      taken.receipt();
    }
    return Math.max(0, repair.total() - stay);
  }

  /// Of whoever was erased since nothing is left that could be decided again.
  private void forget(Repair repair, List<Long> positions) throws Intake.Unavailable {
    var group = house.state().read(new Key.OfQuarantineGroup(repair.group()));
    if (!positions.isEmpty() && group != null) {
      house.enter(
          List.of(
              new Entry.QuarantineDropped(
                  0,
                  house.clock().millis(),
                  repair.id(),
                  group.source(),
                  repair.group(),
                  positions)));
    }
  }

  /// The event as it comes out of quarantine; `null` when it would only be quarantined again.
  private Intake.@Nullable Collected again(Repair repair, Row row) {
    var source = house.source(row.source());
    if (source == null || row.envelope().length == 0) {
      return null;
    }
    var envelope = house.envelope(row);
    var body = JsonReader.event(row.body());
    var rules = house.rules();
    if (rules.governance().judge(envelope, body, source, rules.types()).reading()
        instanceof Reading.Refused) {
      return null;
    }
    var release = new Envelope.Release(row.position(), repair.group(), house.clock().millis());
    return new Intake.Collected(envelope.released(release), row.body(), body);
  }

  private long drop(Repair repair) throws Intake.Unavailable, InterruptedException {
    var group = house.state().read(new Key.OfQuarantineGroup(repair.group()));
    if (group == null) {
      return repair.total();
    }
    var out = 0L;
    for (var positions = waiting(repair, 0, DROPPED_AT_ONCE);
        !positions.isEmpty();
        positions = waiting(repair, positions.getLast(), DROPPED_AT_ONCE)) {
      if (closing) {
        throw new InterruptedException();
      }
      house.enter(
          List.of(
              new Entry.QuarantineDropped(
                  0,
                  house.clock().millis(),
                  repair.id(),
                  group.source(),
                  repair.group(),
                  positions)));
      out += positions.size();
      done.merge(repair.id(), (long) positions.size(), Long::sum);
    }
    return retention(repair) ? out : repair.total();
  }

  /// Whether nobody asked for it but the term is over.
  private static boolean retention(Repair repair) {
    return repair.author().isEmpty() && repair.reason().equals(RETENTION);
  }

  private long expiry(long now) {
    return now - kept.toMillis();
  }

  /// Asks for what has waited too long to be dropped.
  private void expire() {
    if (kept.isZero()) {
      return;
    }
    var now = house.clock().millis();
    for (var group : Waiting.groups(house.state())) {
      if (group.firstAt() >= expiry(now)) {
        continue;
      }
      var repair =
          new Repair(
              "rep_" + group.id().substring(3) + "_" + now,
              Repair.Kind.DROP,
              group.id(),
              house.state().position(),
              "",
              RETENTION,
              now,
              group.open(),
              0,
              0);
      if (waiting(repair, 0, 1).isEmpty()) {
        continue;
      }
      try {
        house.enter(List.of(new Entry.RepairNoted(0, now, "", repair)));
      } catch (Intake.Unavailable e) {
        LOG.log(Level.WARNING, "What has waited too long in quarantine goes on waiting", e);
        return;
      }
    }
  }
}
