package io.inyeon.runtime;

import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.ReplayWanted;
import io.inyeon.runtime.http.ScratchDesk;
import io.inyeon.runtime.http.Tasks.Busy;
import io.inyeon.runtime.http.Tasks.Kind;
import io.inyeon.runtime.text.LinearPatterns;
import io.inyeon.runtime.text.NumberingPlans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The scratch workspaces of a workspace. They hold personal data, so they are few, are listed, and
/// go by themselves; what is not finished when the process ends is gone after the next start.
final class Scratches implements ScratchDesk, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Scratches.class.getName());
  private static final int MOST = 5;

  /// What must stay free beyond the reserve below which the log takes nothing any more.
  private static final long SPARE_BYTES = 64L << 20;

  private final Workspace workspace;
  private final ScratchFolders folders;
  private final InstantSource clock;
  private final long reserveBytes;
  private final PhoneNumbers phones = new NumberingPlans();
  private final Patterns patterns = new LinearPatterns();
  private final TreeMap<String, ScratchHouse> houses = new TreeMap<>();

  /// The one that is being made; `null` when none is.
  private @Nullable ScratchRecord making;

  private Scratches(Workspace workspace, ScratchFolders folders, Config config) {
    this.workspace = workspace;
    this.folders = folders;
    clock = workspace.clock();
    reserveBytes = (config.number(Setting.DISK_RESERVE_MB) << 20) + SPARE_BYTES;
  }

  /// Finds those that there are, and deletes what was left behind.
  static Scratches open(Path folder, Workspace workspace, Config config) throws IOException {
    var scratches = new Scratches(workspace, new ScratchFolders(folder), config);
    for (var record : scratches.folders.cleanUp()) {
      scratches.houses.put(record.name(), scratches.house(record));
    }
    scratches.expire();
    workspace.housekeeping().also(scratches::expire);
    return scratches;
  }

  private ScratchHouse house(ScratchRecord record) {
    return new ScratchHouse(
        record,
        () -> Scratch.open(folders.of(record.name()), record, phones, patterns),
        new ScratchTasks(workspace.tasks(), this, record.name()),
        clock);
  }

  @Override
  public synchronized Value.Fields replay(ReplayWanted wanted, String author)
      throws Busy, Refused, Intake.Unavailable {
    expire(wanted.scratch());
    if (houses.containsKey(wanted.scratch())) {
      throw new Refused(
          409, "scratch_exists", "There is one of this name: drop it, or choose another name.");
    }
    if (houses.size() >= MOST) {
      throw new Refused(
          409, "too_many_scratches", "There are " + MOST + " scratch workspaces: drop one first.");
    }
    try {
      room();
    } catch (IOException full) {
      throw new Intake.Unavailable("disk_full", 60);
    }
    var now = clock.millis();
    var record =
        new ScratchRecord(
            wanted.scratch(),
            0,
            author,
            now,
            now + Duration.ofDays(wanted.days()).toMillis(),
            wanted.asked(),
            Value.Fields.EMPTY);
    var task =
        workspace
            .tasks()
            .start(
                Kind.REPLAY,
                author,
                wanted.asked(),
                (watcher, cancelled) -> made(wanted, record, watcher, cancelled));
    making = record;
    return task;
  }

  private void room() throws IOException {
    var free = folders.free();
    if (free < reserveBytes) {
      throw new IOException(
          "disk_full: %d MB are free, and a replay leaves %d MB to the live workspace"
              .formatted(free >> 20, reserveBytes >> 20));
    }
  }

  /// Makes one, or leaves nothing behind.
  private Value.Fields made(
      ReplayWanted wanted, ScratchRecord begun, Rebuild.Watcher watcher, AtomicBoolean cancelled)
      throws IOException, InterruptedException {
    ScratchRecord done = null;
    try {
      var filled = filled(wanted, begun, watcher, cancelled);
      folders.finish(filled);
      done = filled;
      return done.report();
    } finally {
      synchronized (this) {
        making = null;
        if (done != null) {
          houses.put(done.name(), house(done));
        }
      }
      if (done == null) {
        folders.delete(begun.name());
      }
    }
  }

  private ScratchRecord filled(
      ReplayWanted wanted, ScratchRecord begun, Rebuild.Watcher watcher, AtomicBoolean cancelled)
      throws IOException, InterruptedException {
    var began = System.nanoTime();
    try (var live = workspace.state().picture();
        var stores = ScratchStores.toMake(folders.begin(begun.name()))) {
      var replay =
          new Replay(
              wanted,
              Rebuild.undone(workspace.state()),
              stores.state(),
              stores.archive(),
              phones,
              patterns,
              this::room);
      watcher.phase("replaying");
      new RowsAhead<>(workspace.history(), replay, cancelled)
          .repeat(1, live.position(), position -> watcher.progress(position, live.position()));
      var replayed = System.nanoTime() - began;
      watcher.phase("comparing");
      Regrouping.Total people;
      try (var after = stores.state().picture()) {
        var total = live.counts().trees() + after.counts().trees();
        people =
            new Regrouping(
                    live, ready(Rebuild.inForce(live)), after, ready(replay.rules()), cancelled)
                .compare(watcher::change, seen -> watcher.progress(seen, total));
      }
      stores.state().flush();
      if (cancelled.get()) {
        throw new CancellationException("cancelled");
      }
      return new ScratchRecord(
          begun.name(),
          stores.state().position(),
          begun.author(),
          begun.createdAt(),
          begun.expiresAt(),
          begun.asked(),
          TaskReports.replayed(
              begun.name(), live.position(), replayed, wanted.rules().version(), replay, people));
    }
  }

  private Rules ready(RulesDocument document) {
    return Rules.of(document, phones, patterns);
  }

  @Override
  public List<Value.Fields> scratches() {
    var all = new TreeMap<String, Value.Fields>();
    for (var entry : known().entrySet()) {
      all.put(entry.getKey(), shown(entry.getValue()));
    }
    return List.copyOf(all.values());
  }

  @Override
  public Value.@Nullable Fields scratch(String name) {
    var record = known().get(name);
    return record == null ? null : shown(record);
  }

  private synchronized Map<String, ScratchRecord> known() {
    var known = new TreeMap<String, ScratchRecord>();
    houses.forEach((name, house) -> known.put(name, house.record()));
    if (making != null) {
      known.put(making.name(), making);
    }
    return known;
  }

  private Value.Fields shown(ScratchRecord record) {
    return record.shown(
        record.position() == 0 ? "replaying" : "ready", folders.bytes(record.name()));
  }

  @Override
  public ScratchHouse.Visitor enter(String name) throws Refused, Intake.Unavailable {
    expire(name);
    return known(name).enter();
  }

  private synchronized ScratchHouse known(String name) throws Refused {
    var house = houses.get(name);
    if (house == null) {
      throw making != null && making.name().equals(name)
          ? new Refused(409, "scratch_not_ready", "Its replay is still under way.")
          : new Refused(404, "scratch_not_found", "There is no such scratch workspace.");
    }
    return house;
  }

  /// Rehearses rules on one. Comes in by the thread of the task, so it is not dropped meanwhile.
  Value.Fields rehearse(RulesDocument rules, String author, String name) throws Busy {
    return workspace
        .tasks()
        .start(
            Kind.REHEARSAL,
            author,
            new Value.Fields(Map.of(TaskList.SCRATCH, new Value.Text(name))),
            (watcher, cancelled) -> {
              try (var visit = known(name).enter();
                  var picture = visit.scratch().state().picture()) {
                return TaskReports.of(
                    new Rehearsal(
                            picture,
                            Rebuild.inForce(picture),
                            rules,
                            phones,
                            patterns,
                            watcher,
                            cancelled)
                        .run());
              } catch (Refused | Intake.Unavailable gone) {
                throw new IOException(String.valueOf(gone.getMessage()), gone);
              }
            });
  }

  @Override
  public void drop(String name) throws Refused {
    var house = known(name);
    if (!house.leave()) {
      throw new Refused(
          409, "scratch_in_use", "Somebody is reading it, or rehearsing on it: try again later.");
    }
    try {
      gone(house);
    } catch (IOException e) {
      throw new UncheckedIOException("The rest goes at the next start", e);
    }
  }

  private void gone(ScratchHouse house) throws IOException {
    synchronized (this) {
      houses.remove(house.record().name());
    }
    folders.delete(house.record().name());
  }

  /// Drops those that are too old.
  private void expire() throws IOException {
    List<ScratchHouse> all;
    synchronized (this) {
      all = new ArrayList<>(houses.values());
    }
    for (var house : all) {
      if (house.record().expiresAt() <= clock.millis() && house.leave()) {
        gone(house);
        LOG.log(Level.INFO, "Scratch workspace {0} is old and was dropped", house.record().name());
      }
    }
  }

  private void expire(String name) throws Intake.Unavailable {
    ScratchHouse house;
    synchronized (this) {
      house = houses.get(name);
    }
    if (house != null && house.record().expiresAt() <= clock.millis()) {
      try {
        expire();
      } catch (IOException e) {
        LOG.log(Level.WARNING, "An old scratch workspace could not be dropped", e);
        throw new Intake.Unavailable("scratch_unavailable", 60);
      }
    }
  }

  /// Closes what is open, when nobody reads any more.
  @Override
  public synchronized void close() {
    houses.values().forEach(ScratchHouse::leave);
  }
}
