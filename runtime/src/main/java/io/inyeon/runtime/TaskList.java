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
import java.time.Duration;
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
  private static final int LISTED = 1_000_000;

  private static final Duration SHORTEST = Duration.ofSeconds(10);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /// Names, in what was asked, the scratch workspace that a task works on; those of the live one
  /// have none.
  static final String SCRATCH = "scratch";

  private final TaskRecords records;
  private final InstantSource clock;
  private final Work work;
  private final Pause pause;
  private @Nullable Task running;
  private @Nullable Thread thread;
  private @Nullable Thread first;
  private boolean closing;

  /// Who saved rules that are not in force yet and are not being applied; `null` for nobody.
  private @Nullable String owed;

  /// Waits to begin what is owed and failed again; `null` when nothing is waited for.
  private @Nullable Thread retry;

  private Duration nextPause = SHORTEST;

  /// Lets time pass.
  interface Pause {
    void rest(Duration time) throws InterruptedException;
  }

  /// What the tasks do.
  interface Work {
    /// Whether rules were saved that are not in force yet, or state holds imports taken back.
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
    this(records, clock, work, Thread::sleep);
  }

  /// With a passage of time of one's own.
  TaskList(TaskRecords records, InstantSource clock, Work work, Pause pause) {
    this.pause = pause;
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
      var watching = new Watching(task, changes);
      var report = job.run(watching, task.cancelled());
      task.end(Task.State.DONE, null, watching.sample.in(report), clock.millis());
    } catch (CancellationException e) {
      task.end(Task.State.CANCELLED, null, null, clock.millis());
    } catch (InterruptedException e) {
      task.end(Task.State.CANCELLED, "interrupted", null, clock.millis());
    } catch (IOException | RuntimeException | Error e) {
      LOG.log(Level.ERROR, "Task " + task.id() + " failed; state is as it was", e);
      task.end(Task.State.FAILED, e.toString(), null, clock.millis());
    }
    ended(task);
  }

  private synchronized void ended(Task task) {
    var goesOn = !closing && work.owed();
    var again = goesOn && task.failed() && task.kind() == Kind.REBUILD;
    if (again) {
      task.triedAgain(clock.millis() + nextPause.toMillis());
    } else if (!task.failed()) {
      nextPause = SHORTEST;
    }
    record(task);
    running = null;
    if (again) {
      tryAgain(task.author());
    } else if (goesOn && owed != null) {
      applyWhatIsSaved(owed);
    }
    notifyAll();
  }

  /// What is owed is begun again after a while, and the longer after, the more often it failed:
  /// whatever kept it from being done may be over then.
  private void tryAgain(String author) {
    var wait = nextPause;
    nextPause =
        nextPause.multipliedBy(2).compareTo(LONGEST) < 0 ? nextPause.multipliedBy(2) : LONGEST;
    retry =
        Thread.ofVirtual()
            .name("task-retry")
            .start(() -> {
              try {
                pause.rest(wait);
              } catch (InterruptedException _) {
                return; // the server stops; the next start begins it
              }
              synchronized (this) {
                retry = null;
                if (!closing && work.owed()) {
                  applyWhatIsSaved(author);
                }
              }
            });
  }

  /// Work that is no task of anybody's: done once at the start, on a thread of its own, and ended
  /// with the server.
  void before(Step step) {
    synchronized (this) {
      first =
          Thread.ofPlatform()
              .name("task-first")
              .start(() -> {
                try {
                  step.take();
                } catch (InterruptedException _) {
                  Thread.currentThread().interrupt(); // the server stops; the next start does it
                }
              });
    }
  }

  /// Such work.
  interface Step {
    void take() throws InterruptedException;
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
    private final ChangeSample sample = new ChangeSample();
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
      sample.add(change);
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
  public @Nullable Lines changes(Kind kind, String id) {
    try {
      if (records.read(kind, id) == null) {
        return null;
      }
      var file = records.changes(id);
      return Files.exists(file) ? new WholeLines(file) : null;
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
    Thread begun;
    synchronized (this) {
      closing = true;
      if (retry != null) {
        retry.interrupt();
      }
      if (running != null) {
        running.cancelled().set(true);
      }
      last = thread;
      begun = first;
    }
    if (begun != null) {
      begun.interrupt();
    }
    join(begun);
    join(last);
  }

  private static void join(@Nullable Thread ending) {
    if (ending != null) {
      try {
        ending.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
