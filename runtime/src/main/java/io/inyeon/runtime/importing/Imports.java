package io.inyeon.runtime.importing;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.mapping.Mapping;
import io.inyeon.core.collect.mapping.MappingReader;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.Secrets;
import io.inyeon.runtime.http.ImportDesk;
import io.inyeon.runtime.http.ImportJob;
import io.inyeon.runtime.http.ImportJob.State;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/// The imports of a workspace: makes them, runs them, remembers them. What was running when the
/// server ended goes on when it starts.
public final class Imports implements ImportDesk, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Imports.class.getName());
  private static final int MOST = 10_000;
  private static final long LARGEST = 1L << 40;
  private static final long RESERVE = 512L << 20;

  private final Path folder;
  private final House house;
  private final InstantSource clock;
  private final ConcurrentSkipListMap<String, Job> jobs = new ConcurrentSkipListMap<>();
  private final Map<String, Thread> threads = new HashMap<>();
  private volatile boolean closing;

  private Imports(Path folder, House house, InstantSource clock) {
    this.folder = folder;
    this.house = house;
    this.clock = clock;
  }

  /// Takes up the imports in a folder.
  public static Imports open(Path folder, House house, InstantSource clock) throws IOException {
    var imports = new Imports(folder, house, clock);
    Files.createDirectories(folder);
    try (var folders = Files.list(folder)) {
      for (var each : folders.sorted().toList()) {
        // What a killed process left plain.
        StagedFile.in(each).coverUp();
        var job = new JobFolder(each).load();
        if (job == null) {
          LOG.log(Level.WARNING, "{0} is no whole import; it is left alone", each);
        } else {
          imports.jobs.put(job.id, job);
        }
      }
    }
    imports.resume();
    return imports;
  }

  private synchronized void resume() {
    for (var job : jobs.values()) {
      if (job.state() == State.RUNNING) {
        LOG.log(Level.INFO, "Import {0} goes on behind row {1}", job.id, Long.toString(job.rows));
        go(job);
      }
    }
  }

  @Override
  public synchronized ImportJob create(Wanted wanted, String author)
      throws Refused, Intake.Unavailable {
    var source = source(wanted.source());
    mapping(wanted.map());
    if (!wanted.sha256().matches("[0-9a-f]{64}")) {
      throw new Refused(400, "invalid_sha256", "Say the file's SHA-256 in 64 small hex digits.");
    }
    if (wanted.bytes() < 1 || wanted.bytes() > LARGEST) {
      throw new Refused(400, "invalid_bytes", "A file has 1 byte to 1 TB.");
    }
    if (jobs.size() >= MOST) {
      throw new Refused(409, "too_many_imports", "A workspace keeps 10,000 imports.");
    }
    var same = unfinished(wanted, source);
    if (same != null) {
      return same;
    }
    roomFor(wanted.bytes());
    var now = clock.millis();
    // Ids sort by the time at which they were made.
    var id = "imp_%011x%s".formatted(now, Secrets.hex(4));
    var job = new Job(id, source.id(), wanted.name(), wanted.bytes(), wanted.sha256(), author, now);
    try {
      at(id).make(wanted.map());
      at(id).save(job);
    } catch (IOException e) {
      throw unavailable(e);
    }
    jobs.put(id, job);
    return job.seen();
  }

  /// A file must not take the room that log and state need.
  private void roomFor(long bytes) throws Intake.Unavailable {
    try {
      if (Files.getFileStore(folder).getUsableSpace() < bytes + RESERVE) {
        throw new Intake.Unavailable("disk_full", 60);
      }
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  private @Nullable ImportJob unfinished(Wanted wanted, Source source) throws Intake.Unavailable {
    for (var job : jobs.values()) {
      var seen = job.seen();
      if (seen.sha256().equals(wanted.sha256())
          && seen.sourceId().equals(source.id())
          && !seen.state().over()) {
        try {
          if (at(job.id).map().equals(wanted.map())) {
            return seen;
          }
        } catch (IOException e) {
          throw unavailable(e);
        }
      }
    }
    return null;
  }

  @Override
  public List<ImportJob> imports() {
    var all = new ArrayList<ImportJob>();
    jobs.descendingMap().values().forEach(job -> all.add(job.seen()));
    return all;
  }

  @Override
  public ImportJob find(String id) throws Refused {
    return job(id).seen();
  }

  @Override
  public ImportJob upload(String id, long offset, byte[] part) throws Refused, Intake.Unavailable {
    var job = job(id);
    synchronized (job) {
      if (job.uploaded == job.bytes) {
        return job.seen();
      }
      job.to(State.UPLOADING);
      if (offset < 0 || offset > job.uploaded || offset + part.length > job.bytes) {
        throw new Refused(
            409, "wrong_offset", "The file has come as far as byte " + job.uploaded + ".");
      }
      try {
        at(id).file().write(offset, part);
        job.uploaded = Math.max(job.uploaded, offset + part.length);
        if (job.uploaded == job.bytes) {
          arrived(job);
        }
      } catch (IOException e) {
        throw unavailable(e);
      }
      return job.seen();
    }
  }

  private void arrived(Job job) throws IOException, Refused {
    if (!JobFolder.sha256(at(job.id).file()).equals(job.sha256)) {
      at(job.id).file().delete();
      job.uploaded = 0;
      throw new Refused(
          409, "wrong_sha256", "What came is not the file that was announced: send it again.");
    }
    job.to(State.READY);
    at(job.id).save(job);
  }

  @Override
  public synchronized ImportJob start(String id, boolean rehearse)
      throws Refused, Intake.Unavailable {
    var job = job(id);
    synchronized (job) {
      whole(job);
      switch (job.state) {
        case RUNNING -> {
          return job.seen();
        }
        case DONE, UNDONE ->
            throw new Refused(409, "import_over", "It is over; make another to import again.");
        case UPLOADING, READY, CANCELLED, FAILED -> {
          // Goes on below.
        }
      }
      var source = source(job.sourceId);
      if (!source.enabled()) {
        throw new Refused(409, "source_disabled", "The source is closed: enable it.");
      }
      if (!rehearse && house.undoing(source.number())) {
        throw new Refused(
            409,
            "undo_pending",
            "Events of this source were taken back and still stand in the profiles until the next"
                + " rebuild.");
      }
      if (jobs.values().stream().anyMatch(other -> other != job && busy(other, job.sourceId))) {
        throw new Refused(409, "source_busy", "Another import of this source is running.");
      }
      if (rehearse && job.from > 0) {
        throw new Refused(
            409, "import_under_way", "It has taken rows already: nothing is left to rehearse.");
      }
      if (rehearse || job.rehearsal) {
        job.restart();
      }
      job.rehearsal = rehearse;
      job.to(State.RUNNING);
    }
    go(job);
    return job.seen();
  }

  /// Makes sure that the file is here, also when a crash came between its last part and the word
  /// that it is whole, or somebody stopped it on its way.
  private void whole(Job job) throws Refused, Intake.Unavailable {
    if (job.state.over()) {
      return;
    }
    if (job.uploaded < job.bytes) {
      throw new Refused(409, "file_missing", "The file is not here as a whole yet.");
    }
    if (job.state == State.UPLOADING) {
      try {
        arrived(job);
      } catch (IOException e) {
        throw unavailable(e);
      }
    }
  }

  private static boolean busy(Job other, String sourceId) {
    return other.sourceId.equals(sourceId) && other.state() == State.RUNNING;
  }

  /// Runs a job on a thread of its own.
  private synchronized void go(Job job) {
    threads.put(
        job.id, Thread.ofPlatform().name("import-" + job.id).daemon().start(() -> work(job)));
  }

  private void work(Job job) {
    var place = at(job.id);
    try {
      place.save(job);
      new Run(job, place, mapping(place.map()), source(job.sourceId), house, clock).run();
      ended(job, place);
    } catch (Unreadable e) {
      if (!closing) {
        job.fail(e.code(), e.detail());
      }
    } catch (Refused e) {
      job.fail(e.code(), e.detail());
    } catch (InterruptedException _) {
      LOG.log(Level.INFO, "Import {0} stops with the server", job.id);
    } catch (IOException | RuntimeException e) {
      if (!closing) {
        LOG.log(Level.ERROR, "Import " + job.id + " failed; it can be resumed", e);
        job.fail("import_failed", String.valueOf(e.getMessage()));
      }
    }
    // An interrupt that is still pending would keep the account from being written.
    if (Thread.interrupted()) {
      LOG.log(Level.DEBUG, "import {0} was interrupted", job.id);
    }
    try {
      place.save(job);
    } catch (IOException e) {
      LOG.log(Level.ERROR, "How far import " + job.id + " came cannot be written", e);
    }
  }

  private static void ended(Job job, JobFolder place) throws IOException {
    synchronized (job) {
      if (job.state == State.RUNNING) {
        job.to(job.rehearsal ? State.READY : State.DONE);
        place.save(job);
      }
    }
    if (job.state() == State.DONE) {
      // The archive has its events; what was rejected has a list of its own.
      place.file().delete();
    }
  }

  @Override
  public ImportJob cancel(String id) throws Refused {
    var job = job(id);
    synchronized (job) {
      if (job.state.over()) {
        throw new Refused(409, "import_over", "It is over; it can be undone.");
      }
      job.to(job.rehearsal && job.state == State.RUNNING ? State.READY : State.CANCELLED);
    }
    settle(id, false);
    return job.seen();
  }

  /// Waits until a job's thread has ended.
  ///
  /// @param now whether it may not even finish its batch
  private void settle(String id, boolean now) {
    Thread thread;
    synchronized (this) {
      thread = threads.remove(id);
    }
    if (thread == null) {
      return;
    }
    if (now) {
      thread.interrupt();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public ImportJob undo(String id, String author) throws Refused, Intake.Unavailable {
    var job = job(id);
    if (job.state().open() || job.from == 0) {
      throw new Refused(409, "nothing_to_undo", "It runs, or it has taken nothing: cancel it.");
    }
    settle(id, false);
    if (job.state() != State.UNDONE) {
      house.enter(
          new Entry.ImportUndone(0, clock.millis(), author, source(job.sourceId).number(), id));
      undone(job);
    }
    return job.seen();
  }

  private void undone(Job job) throws Intake.Unavailable {
    job.to(State.UNDONE);
    try {
      at(job.id).save(job);
      at(job.id).file().delete();
    } catch (IOException e) {
      throw unavailable(e);
    }
  }

  @Override
  public synchronized long undoSource(String sourceId, String author)
      throws Refused, Intake.Unavailable {
    var source = source(sourceId);
    if (jobs.values().stream().anyMatch(job -> busy(job, source.id()))) {
      throw new Refused(409, "source_busy", "An import of this source is running: cancel it.");
    }
    house.enter(new Entry.ImportUndone(0, clock.millis(), author, source.number(), ""));
    for (var job : jobs.values()) {
      if (job.sourceId.equals(source.id()) && job.from > 0) {
        undone(job);
      }
    }
    return house.decided();
  }

  @Override
  public List<String> undoing() {
    return house.sources().stream()
        .filter(source -> source.kind() == SourceKind.IMPORT && house.undoing(source.number()))
        .map(Source::id)
        .toList();
  }

  @Override
  public List<Value> preview(String id) throws Refused {
    try {
      return at(job(id).id).preview();
    } catch (IOException e) {
      throw new Refused(503, "preview_unreadable", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Rejected rejected(String id, long from) throws Refused {
    var job = job(id);
    long until;
    synchronized (job) {
      until = job.rejectedBytes;
    }
    var next = new long[1];
    try {
      var rows = at(id).rejected(Math.max(0, from), until, next);
      return new Rejected(rows, next[0] < until ? next[0] : null);
    } catch (IOException e) {
      throw new Refused(503, "rejected_unreadable", String.valueOf(e.getMessage()));
    }
  }

  private Job job(String id) throws Refused {
    var job = jobs.get(id);
    if (job == null) {
      throw new Refused(404, "import_not_found", "There is no import with this id.");
    }
    return job;
  }

  private Source source(String idOrName) throws Refused {
    var found =
        house.sources().stream()
            .filter(each -> each.id().equals(idOrName) || each.name().equals(idOrName))
            .min(Comparator.comparing((Source each) -> !each.id().equals(idOrName)));
    if (found.isEmpty()) {
      throw new Refused(404, "source_not_found", "There is no source of this id or name.");
    }
    if (found.get().kind() != SourceKind.IMPORT) {
      throw new Refused(409, "not_an_import_source", "Files come from a source of kind import.");
    }
    return found.get();
  }

  private Mapping mapping(Value map) throws Refused {
    return switch (MappingReader.read(map, house.rules().document().timeZone())) {
      case MappingReader.Reading.Good(var mapping) -> mapping;
      case MappingReader.Reading.Bad(var violations) ->
          throw new Refused(400, "invalid_map", "The map cannot be used.", violations);
    };
  }

  private JobFolder at(String id) {
    return new JobFolder(folder.resolve(id));
  }

  private static Intake.Unavailable unavailable(IOException cause) {
    LOG.log(Level.ERROR, "Imports cannot be written", cause);
    return new Intake.Unavailable("storage_failed", 5);
  }

  /// Stops what is running; it goes on at the next start.
  @Override
  public void close() {
    closing = true;
    List<String> running;
    synchronized (this) {
      running = List.copyOf(threads.keySet());
    }
    running.forEach(id -> settle(id, true));
  }
}
