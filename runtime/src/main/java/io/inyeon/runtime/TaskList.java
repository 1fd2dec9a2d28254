package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.Tasks;
import io.inyeon.runtime.json.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// The tasks of a workspace: one at a time, on a thread of its own.
final class TaskList implements Tasks, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TaskList.class.getName());

  /// So many people who are united or divided are listed one by one; all are counted.
  private static final int LISTED = 50_000;

  /// Names, in what was asked, the scratch workspace that a task works on; those of the live one
  /// have none.
  static final String SCRATCH = "scratch";

  private final TaskRecords records;
  private final InstantSource clock;
  private final Work work;
  private @Nullable Task running;
  private @Nullable Thread thread;
  private boolean closing;

  /// Who saved rules that are not in force yet and are not being applied; `null` for nobody.
  private @Nullable String owed;

  /// What the tasks do.
  interface Work {
    /// Whether rules were saved that are not in force yet.
    boolean owed();

    /// Rebuilds state.
    Rebuild.Report rebuild(Rebuild.Watcher watcher, AtomicBoolean cancelled)
        throws IOException, InterruptedException;

    /// Rehearses rules.
    Rehearsal.Report rehearse(RulesDocument rules, Rebuild.Watcher watcher, AtomicBoolean cancelled)
        throws IOException, InterruptedException;
  }

  /// One task's work.
  interface Job {
    Value.Fields run(Rebuild.Watcher watcher, AtomicBoolean cancelled)
        throws IOException, InterruptedException;
  }

  TaskList(TaskRecords records, InstantSource clock, Work work) {
    this.records = records;
    this.clock = clock;
    this.work = work;
  }

  @Override
  public Value.Fields rebuild(String author) throws Busy {
    return start(
        Kind.REBUILD,
        author,
        Value.Fields.EMPTY,
        (watcher, cancelled) -> TaskReports.of(work.rebuild(watcher, cancelled)));
  }

  @Override
  public Value.Fields rehearse(RulesDocument rules, String author) throws Busy {
    return start(
        Kind.REHEARSAL,
        author,
        Value.Fields.EMPTY,
        (watcher, cancelled) -> TaskReports.of(work.rehearse(rules, watcher, cancelled)));
  }

  /// Begins something, on a thread of its own.
  ///
  /// @param asked what was asked for, as the task shows it
  synchronized Value.Fields start(Kind kind, String author, Value.Fields asked, Job job)
      throws Busy {
    if (running != null) {
      throw new Busy(running.id());
    }
    if (closing) {
      throw new Busy("none: the server is stopping");
    }
    var task = new Task(kind, author, asked, clock.millis());
    record(task);
    running = task;
    thread = Thread.ofPlatform().name("task").start(() -> run(task, job));
    return task.shown();
  }

  private void run(Task task, Job job) {
    try (var changes = Files.newBufferedWriter(records.changes(task.id()))) {
      var report = job.run(new Watching(task, changes), task.cancelled());
      task.end(Task.State.DONE, null, report, clock.millis());
    } catch (CancellationException e) {
      task.end(Task.State.CANCELLED, null, null, clock.millis());
    } catch (InterruptedException e) {
      task.end(Task.State.CANCELLED, "interrupted", null, clock.millis());
    } catch (IOException | RuntimeException | Error e) {
      LOG.log(Level.ERROR, "Task " + task.id() + " failed; state is as it was", e);
      task.end(Task.State.FAILED, e.toString(), null, clock.millis());
    }
    record(task);
    synchronized (this) {
      running = null;
      if (owed != null && !closing && work.owed()) {
        applyWhatIsSaved(owed);
      }
      notifyAll();
    }
  }

  /// Puts the rules saved last in force: now, or after what is under way, unless that has done so.
  synchronized void applyWhatIsSaved(String author) {
    if (running != null) {
      owed = author;
      return;
    }
    owed = null;
    try {
      rebuild(author);
    } catch (Busy busy) {
      LOG.log(Level.DEBUG, "the next start will do it", busy);
    }
  }

  /// A record that cannot be written costs the memory of a task, not the task.
  private void record(Task task) {
    try {
      records.write(task.shown());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "What became of task " + task.id() + " could not be written", e);
    }
  }

  /// Keeps a task's record, and lists who is united or divided.
  private static final class Watching implements Rebuild.Watcher {
    private final Task task;
    private final BufferedWriter changes;
    private int listed;

    Watching(Task task, BufferedWriter changes) {
      this.task = task;
      this.changes = changes;
    }

    @Override
    public void phase(String phase) {
      task.phase(phase);
    }

    @Override
    public void progress(long done, long total) {
      task.progress(done, total);
    }

    @Override
    public void change(Regrouping.Change change) {
      if (listed++ < LISTED) {
        try {
          changes.write(new String(JsonWriter.bytes(TaskReports.of(change)), UTF_8));
          changes.write('\n');
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  @Override
  public List<Value.Fields> all(Kind kind) {
    return on(kind, null);
  }

  /// All of a kind that work on one scratch workspace, or on the live one: `null`.
  List<Value.Fields> on(Kind kind, @Nullable String scratch) {
    try {
      return records.all(kind).stream()
          .filter(task -> Objects.equals(scratch(task), scratch))
          .map(this::current)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The scratch workspace that a task works on; `null` for the live one.
  static @Nullable String scratch(Value.Fields task) {
    return task.fields("asked").text(SCRATCH);
  }

  private synchronized Value.Fields current(Value.Fields recorded) {
    return running != null && running.id().equals(recorded.text("id")) ? running.shown() : recorded;
  }

  @Override
  public Value.@Nullable Fields one(Kind kind, String id) {
    try {
      var recorded = records.read(kind, id);
      return recorded == null ? null : current(recorded);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Value.@Nullable Fields cancel(Kind kind, String id) {
    synchronized (this) {
      if (running != null && running.kind() == kind && running.id().equals(id)) {
        running.cancelled().set(true);
      }
    }
    return one(kind, id);
  }

  @Override
  public byte @Nullable [] changes(Kind kind, String id) {
    try {
      var file = records.changes(id);
      return records.read(kind, id) == null
          ? null
          : Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    } catch (IllegalArgumentException e) {
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until nothing is running.
  synchronized void await() throws InterruptedException {
    while (running != null) {
      wait();
    }
  }

  /// Cancels what is running, and waits for its end.
  @Override
  public void close() {
    Thread last;
    synchronized (this) {
      closing = true;
      if (running != null) {
        running.cancelled().set(true);
      }
      last = thread;
    }
    if (last != null) {
      try {
        last.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
