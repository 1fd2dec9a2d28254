package io.inyeon.runtime;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.Effect;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Outcome;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;
import io.inyeon.core.collect.Source;
import io.inyeon.core.unify.Mentions;
import io.inyeon.runtime.Writer.Given;
import io.inyeon.runtime.analytics.Analytics;
import io.inyeon.runtime.analytics.Previews;
import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.archive.ArchiveFeed;
import io.inyeon.runtime.archive.FeedOptions;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.consent.LedgerKeeper;
import io.inyeon.runtime.importing.House.Taken;
import io.inyeon.runtime.log.CommitLimits;
import io.inyeon.runtime.log.Durable;
import io.inyeon.runtime.log.GroupCommit;
import io.inyeon.runtime.log.Log;
import io.inyeon.runtime.log.LogUnavailable;
import io.inyeon.runtime.log.Logged;
import io.inyeon.runtime.log.RealDisk;
import io.inyeon.runtime.personal.Masking;
import io.inyeon.runtime.quality.QualityKeeper;
import io.inyeon.runtime.search.PeopleSearch;
import io.inyeon.runtime.store.Encoder;
import io.inyeon.runtime.store.State;
import io.inyeon.runtime.store.StateFailure;
import io.inyeon.runtime.store.StateInUse;
import io.inyeon.runtime.store.TouchReaders;
import io.inyeon.runtime.text.LinearPatterns;
import io.inyeon.runtime.text.NumberingPlans;
import io.inyeon.runtime.vocabulary.VocabularyKeeper;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One tenant: its log, its state, its archive, and the writer between them.
///
/// An event's way: [#take] encodes it, the log's thread makes it durable, the writer's thread
/// decides it and commits, the archive's thread files it away.
public final class Workspace implements Intake, WorkspaceView, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Workspace.class.getName());
  private static final int BATCH = 1_000;
  private static final int STOPPED_RETRY_SECONDS = 30;

  private final RealDisk disk;
  private final Log log;
  private final StateInUse state;
  private final Archive archive;
  private final OnRecord onRecord;
  private final Writer writer;
  private final ArchiveFeed filing;
  private final GroupCommit<Request> commits;
  private final PeopleSearch search;
  private final DecidedEvents decidedEvents;
  private final TouchReaders touches;
  private final Analytics analytics;
  private final Previews previews;
  private final VocabularyKeeper vocabulary;
  private final Housekeeping housekeeping;
  private final List<RowsLately> followers = new CopyOnWriteArrayList<>();
  private final LedgerKeeper ledger;
  private final Positions decided;
  private final Live live;
  private final Sources sources = new Sources();
  private final PhoneNumbers phones = new NumberingPlans();
  private final Patterns patterns = new LinearPatterns();
  private final Masking masking = new Masking(this::rules, sources::byNumber);
  private final AtomicLong alarms = new AtomicLong();
  private final InstantSource clock;
  private final Thread thread;
  private final TaskList tasks;
  private final History history;

  private final Object undoings = new Object();

  private final Object defining = new Object();

  /// Held while a batch is applied. Fair, so that whoever wants in between two batches gets in.
  private final ReentrantLock turn = new ReentrantLock(true);

  /// `null` until the workspace is open.
  private volatile @Nullable SegmentWork segmentWork;

  private volatile @Nullable String failure;
  private volatile boolean closing;

  /// What goes along with a commit to the writer.
  ///
  /// @param events as parsed at the edge; empty for an operator's entry
  /// @param outcomes told when the commit is decided; `null` when nobody waits
  private record Request(
      List<Collected> events, @Nullable CompletableFuture<List<Outcome>> outcomes) {
    void tell(List<Outcome> decided) {
      if (outcomes != null) {
        outcomes.complete(decided);
      }
    }

    void fail(RuntimeException stopped) {
      if (outcomes != null) {
        outcomes.completeExceptionally(stopped);
      }
    }
  }

  private Workspace(Path folder, Stores stores, Config config, InstantSource clock)
      throws IOException {
    disk = stores.disk();
    log = stores.log();
    state = new StateInUse(stores.state());
    archive = stores.archive();
    this.clock = clock;
    var first =
        DefaultRules.of(
            Secrets.hex(32),
            config.text(Setting.REGION),
            config.text(Setting.CURRENCY),
            config.text(Setting.TIME_ZONE));
    var rereading = new Rereading(log, state);
    onRecord = new ArchivedRecord(archive, rereading, state::read, this::types);
    writer = new Writer(state, first, phones, patterns, this::tell, onRecord);
    replay();
    var known = new ArrayList<Source>();
    state.forEach(Key.Source.class, (_, source) -> known.add(source));
    sources.saved(known);
    decided = new Positions(state.position());
    live = new Live(state.position());
    filing = ArchiveFeed.start(archive, rereading, state.position(), FeedOptions.defaults());
    touches = new TouchReaders(state::forgetTouches);
    search =
        PeopleSearch.start(
            folder.resolve("search"),
            state,
            writer::rules,
            upTo -> touches.done(TouchReaders.Reader.SEARCH, upTo));
    decidedEvents =
        new DecidedEvents(
            () -> new History(archive, new Rereading(log, state)),
            writer::rules,
            sources::byNumber);
    vocabulary =
        VocabularyKeeper.start(folder.resolve("vocabulary"), decidedEvents, state::position);
    commits = new GroupCommit<>(log, CommitLimits.defaults());
    thread = Thread.ofPlatform().name("writer").start(this::write);
    housekeeping = new Housekeeping(log, state, archive, config, clock);
    history = new History(archive, rereading);
    analytics =
        Analytics.start(
            folder.resolve("analytics"),
            Math.max(128, config.number(Setting.ANALYTICS_MB)) << 20,
            onRecord(),
            touches);
    previews = new Previews(analytics);
    ledger =
        LedgerKeeper.start(
            folder.resolve("consent"),
            new ConsentRecord(this, follower(), new History(archive, new Rereading(log, state))),
            state::position);
    tasks =
        new TaskList(new TaskRecords(folder.resolve("tasks")), clock, work(folder, stores, config));
    if (state.position() == 0) {
      begin(new Entry.RulesSaved(0, clock.millis(), "first start", first, ""));
    }
    segmentWork =
        new SegmentWork(segmentHouse(), () -> new History(archive, new Rereading(log, state)))
            .begin();
  }

  /// Opens a workspace in a folder of its own, makes it where there is none, and takes it up where
  /// the log ends.
  ///
  /// @throws StateFailure when another process has it open, or it is damaged beyond use
  public static Workspace open(Path folder, Config config, InstantSource clock) throws IOException {
    var stores = Stores.open(folder, config);
    report(stores.log());
    var workspace = new Workspace(folder, stores, config, clock);
    if (workspace.owesRebuild()) {
      workspace.tasks.applyWhatIsSaved("start");
    } else {
      workspace.tasks.before(workspace::settled);
    }
    return workspace;
  }

  private static void report(Log log) {
    var recovery = log.recovery();
    for (var loss : recovery.losses()) {
      LOG.log(
          Level.ERROR,
          "The log is damaged: {0} at byte {1}, {2} bytes; entries {3} to {4} are lost, all others"
              + " kept",
          loss.segment(),
          Long.toString(loss.offset()),
          Long.toString(loss.length()),
          Long.toString(loss.from()),
          Long.toString(loss.to()));
    }
    for (var file : recovery.setAside()) {
      LOG.log(Level.ERROR, "The log has a file that is no segment; it is kept as {0}", file);
    }
  }

  /// Decides again what the log knows and the state does not.
  private void replay() throws IOException {
    var from = state.position() + 1;
    if (from > log.durablePosition()) {
      return;
    }
    LOG.log(Level.INFO, "Replaying the log from {0}", Long.toString(from));
    try (var cursor = log.read(from)) {
      var batch = new ArrayList<Given>(BATCH);
      for (var next = cursor.next(); next != null; next = cursor.next()) {
        if (next instanceof Logged.Whole(var position, var code, var payload)) {
          var kind = Kind.ofCode(code);
          batch.add(new Given(EntryCodec.decode(position, kind, payload), payload));
        }
        if (batch.size() == BATCH) {
          writer.apply(batch);
          batch.clear();
        }
      }
      writer.apply(batch);
    }
    if (state.position() < log.durablePosition()) {
      // The log has lost its end. The archive may have it; nobody may use its positions again.
      state.commit(log.durablePosition(), Outbox.encode(List.of()));
    }
    LOG.log(Level.INFO, "Replayed up to {0}", Long.toString(state.position()));
  }

  private void begin(Entry entry) throws IOException {
    try {
      enter(entry);
    } catch (Unavailable e) {
      close();
      throw new IOException(
          "the workspace could not be made: "
              + (e.code().equals("disk_full")
                  ? "the disk has less room than disk-reserve-mb and a segment of the log take"
                  : e.code()));
    }
  }

  @Override
  public Receipt take(List<Collected> came, boolean awaitOutcomes) throws Unavailable {
    var events = masking.masked(came);
    var outcomes = awaitOutcomes ? new CompletableFuture<List<Outcome>>() : null;
    var first = commit(payloads(events), Kind.EVENT, new Request(events, outcomes));
    return new Receipt(first + events.size() - 1, outcomes == null ? List.of() : awaited(outcomes));
  }

  /// Takes events and leaves it to the caller when to wait for what they come to.
  Taken hand(List<Collected> came) throws Unavailable {
    var events = masking.masked(came);
    var outcomes = new CompletableFuture<List<Outcome>>();
    var last =
        commit(payloads(events), Kind.EVENT, new Request(events, outcomes)) + events.size() - 1;
    return () -> new Receipt(last, awaited(outcomes));
  }

  private static List<byte[]> payloads(List<Collected> events) {
    var payloads = new ArrayList<byte[]>(events.size());
    var encoder = new Encoder();
    for (var event : events) {
      payloads.add(EntryCodec.encode(event, encoder));
    }
    return payloads;
  }

  /// Makes an operator's entry durable and waits until it is decided.
  void enter(Entry entry) throws Unavailable {
    enter(List.of(entry));
  }

  /// Makes some operators' entries durable, all or none, and waits until they are decided.
  ///
  /// @param entries of one kind; one at least
  /// @return the position of the last
  long enter(List<? extends Entry> entries) throws Unavailable {
    return enterEach(List.of(entries));
  }

  /// Makes some operators' entries durable, each group all or none, in order, and waits until the
  /// last that was taken is decided: also when one is refused, so that whoever looks at state what
  /// is left to enter enters nothing twice.
  ///
  /// @param groups each of one kind, with one entry at least; one group at least
  /// @return the position of the last
  long enterEach(List<? extends List<? extends Entry>> groups) throws Unavailable {
    var last = 0L;
    var taken = CompletableFuture.completedFuture(List.<Outcome>of());
    try {
      for (var group : groups) {
        var outcomes = new CompletableFuture<List<Outcome>>();
        last = committed(group, outcomes) + group.size() - 1;
        taken = outcomes;
      }
    } finally {
      awaited(taken);
    }
    return last;
  }

  private long committed(List<? extends Entry> entries, CompletableFuture<List<Outcome>> outcomes)
      throws Unavailable {
    var kind = Kind.of(entries.getFirst());
    var payloads = new ArrayList<byte[]>(entries.size());
    for (var entry : entries) {
      if (Kind.of(entry) != kind) {
        throw new IllegalArgumentException(entry + " among entries of the kind " + kind);
      }
      payloads.add(EntryCodec.encode(entry, new Encoder()));
    }
    return commit(payloads, kind, new Request(List.of(), outcomes));
  }

  private long commit(List<byte[]> payloads, Kind kind, Request request) throws Unavailable {
    if (failure != null) {
      throw new Unavailable("writer_stopped", STOPPED_RETRY_SECONDS);
    }
    try {
      return commits.commit(payloads, kind.code(), request);
    } catch (LogUnavailable e) {
      throw new Unavailable(e.code(), e.retryAfterSeconds());
    }
  }

  private static List<Outcome> awaited(CompletableFuture<List<Outcome>> outcomes)
      throws Unavailable {
    try {
      return outcomes.get();
    } catch (ExecutionException e) {
      throw new Unavailable("writer_stopped", STOPPED_RETRY_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("stopping", 1);
    }
  }

  /// The writer's thread: takes what is durable, in order, until the end.
  private void write() {
    var inHand = List.<Durable<Request>>of();
    try {
      for (inHand = commits.take(BATCH); !inHand.isEmpty(); inHand = commits.take(BATCH)) {
        turn.lock();
        try {
          apply(inHand);
        } finally {
          turn.unlock();
        }
      }
    } catch (InterruptedException _) {
      failure = "interrupted";
    } catch (RuntimeException e) {
      failure = e.toString();
      LOG.log(
          Level.ERROR,
          "The writer has stopped. What was acknowledged is safe in the log; nothing is taken any"
              + " more until a restart",
          e);
    }
    if (failure != null) {
      refuse(inHand);
    }
  }

  private TaskList.Work work(Path folder, Stores stores, Config config) throws IOException {
    var shelf =
        new DiskShelf(new StateFolders(folder), Stores.settings(config)).with(stores.state());
    return new TaskList.Work() {
      @Override
      public boolean owed() {
        return owesRebuild();
      }

      @Override
      public Rebuild.Report rebuild(Rebuild.Watcher watcher, AtomicBoolean cancelled)
          throws IOException, InterruptedException {
        var report =
            new Rebuild(
                    state,
                    history,
                    made ->
                        new ArchivedRecord(
                            archive, new Rereading(log, state), made::read, Workspace.this::types),
                    shelf,
                    Workspace.this::between,
                    phones,
                    patterns,
                    watcher,
                    cancelled)
                .run(Workspace.this::resume, Workspace.this::stop);
        settled();
        return report;
      }

      @Override
      public Rehearsal.Report rehearse(
          RulesDocument rules, Rebuild.Watcher watcher, AtomicBoolean cancelled)
          throws InterruptedException {
        try (var picture = state.picture()) {
          var inForce = Rebuild.inForce(picture);
          return new Rehearsal(picture, inForce, rules, phones, patterns, watcher, cancelled).run();
        }
      }
    };
  }

  /// What follows from a rebuild that is in force: anew at each start, in case a crash came before.
  private void settled() throws InterruptedException {
    noteRules();
    try {
      var returned = new ReturningRows(this).take();
      if (returned > 0) {
        LOG.log(
            Level.INFO,
            "{0} rows were duplicates of an import that was taken back, and count now",
            Long.toString(returned));
      }
    } catch (IOException | Unavailable e) {
      LOG.log(
          Level.WARNING,
          "Rows that were duplicates of an import taken back wait for the next rebuild or start",
          e);
    }
  }

  /// Says in the log since when the rules in force are so, unless it says so already. After a crash
  /// just before that, the next start says it.
  private void noteRules() {
    var version = rules().document().version();
    var saved = state.read(new Key.OfSavedRules(version));
    if (saved != null && saved.inForceSince() == 0) {
      try {
        enter(new Entry.RulesApplied(0, clock.millis(), saved.author(), version));
      } catch (Unavailable e) {
        LOG.log(Level.WARNING, "Since when the rules are in force is noted at the next start", e);
      }
    }
  }

  private void wakeSegments() {
    var work = segmentWork;
    if (work != null
        && !(rules().segments().all().isEmpty() && rules().segments().traits().isEmpty())) {
      work.wake();
    }
  }

  /// Does what segments need done by now, and waits until it is.
  void settleSegments() throws Unavailable, IOException, InterruptedException {
    var work = segmentWork;
    if (work != null) {
      work.settle();
    }
  }

  private SegmentWork.House segmentHouse() {
    return new SegmentWork.House() {
      @Override
      public State state() {
        return state;
      }

      @Override
      public InstantSource clock() {
        return clock;
      }

      @Override
      public void enterEach(List<? extends List<? extends Entry>> groups) throws Unavailable {
        Workspace.this.enterEach(groups);
      }

      @Override
      public void between(Rebuild.Step<Boolean> step) throws IOException, InterruptedException {
        Workspace.this.between(step);
      }

      @Override
      public Rules rules() {
        return Workspace.this.rules();
      }

      @Override
      public AcceptedRows accepted() {
        return acceptedRows();
      }
    };
  }

  /// Whether rules were saved that are not in force yet.
  private boolean owesRebuild() {
    return Rebuild.wanted(state).version() != rules().document().version()
        || Rebuild.owesUndoing(state);
  }

  /// Goes on with another state.
  private void resume() {
    writer.resume();
    touches.begin();
    search.stateReplaced();
    analytics.stateReplaced();
    wakeSegments();
  }

  /// Takes nothing any more: which state counts is known to the next start only.
  private void stop(String why) {
    failure = why;
  }

  /// Does something between two batches of the writer, which waits for it.
  private <T extends @Nullable Object> T between(Rebuild.Step<T> step)
      throws IOException, InterruptedException {
    turn.lockInterruptibly();
    try {
      return step.take();
    } finally {
      turn.unlock();
    }
  }

  private void refuse(List<Durable<Request>> left) {
    var stopped = new IllegalStateException("the writer has stopped");
    for (var durable : left) {
      durable.attachment().fail(stopped);
    }
    try {
      for (var rest = commits.take(BATCH); !rest.isEmpty(); rest = commits.take(BATCH)) {
        for (var durable : rest) {
          durable.attachment().fail(stopped);
        }
      }
    } catch (InterruptedException | IllegalStateException e) {
      LOG.log(Level.DEBUG, "nobody is left to be told", e);
    }
  }

  private void apply(List<Durable<Request>> batch) throws InterruptedException {
    var given = new ArrayList<Given>();
    for (var durable : batch) {
      var position = durable.position();
      var events = durable.attachment().events();
      for (var i = 0; i < durable.payloads().size(); i++) {
        var payload = durable.payloads().get(i);
        given.add(
            new Given(
                events.isEmpty()
                    ? EntryCodec.decode(position + i, Kind.ofCode(durable.kind()), payload)
                    : new Entry.Received(
                        position + i, events.get(i).envelope(), events.get(i).parsed()),
                payload));
      }
    }
    var applied = applied(given);
    filing.offer(applied.rows());
    live.offer(applied.rows());
    decidedEvents.offer(applied.rows());
    followers.forEach(each -> each.offer(applied.rows()));
    var saved = new ArrayList<Source>();
    for (var each : given) {
      if (each.entry() instanceof Entry.SourceSaved(_, _, _, var source)) {
        saved.add(source);
      }
    }
    if (!saved.isEmpty()) {
      sources.saved(saved);
    }
    decided.reach(state.position());
    search.committed(state.position());
    analytics.committed(state.position());
    vocabulary.committed();
    ledger.committed();
    wakeSegments();
    var next = 0;
    for (var durable : batch) {
      var to = next + durable.payloads().size();
      durable.attachment().tell(applied.outcomes(next, to));
      next = to;
    }
  }

  /// Applies a batch; while the disk has no room for state, again and again.
  private Writer.Batch applied(List<Given> given) throws InterruptedException {
    for (var pauseMs = 200L; ; pauseMs = Math.min(5_000, 2 * pauseMs)) {
      try {
        return writer.apply(given);
      } catch (StateFailure e) {
        if (!e.diskFull() || closing) {
          throw e;
        }
        LOG.log(Level.ERROR, "State cannot be written for want of space; trying again: " + e);
        Thread.sleep(pauseMs);
      }
    }
  }

  private void tell(Effect effect) {
    switch (effect) {
      case Effect.IdentifierShared(var identifier, var rank, var ofType, var hub) -> {
        alarms.incrementAndGet();
        LOG.log(
            Level.WARNING,
            "An identifier of type {0} names more than one person: its links of rank {1} or worse"
                + " to others link nobody from now on (too many of type {2}{3})",
            identifier.type(),
            rank,
            ofType,
            hub ? ", a hub" : "");
      }
      case Effect.SpanUnreadable(var device, var from, var to) ->
          LOG.log(
              Level.ERROR,
              "Events of a device of type {0} between {1} and {2} (milliseconds since 1970) cannot"
                  + " be read again from the archive, so they stay with whoever has them; a rebuild"
                  + " puts that right once the archive is whole",
              device.type(),
              Long.toString(from),
              Long.toString(to));
    }
  }

  @Override
  public Rules rules() {
    return writer.rules();
  }

  @Override
  public Rules ready(RulesDocument document) {
    return writer.ready(document);
  }

  @Override
  public State state() {
    return state;
  }

  private IdentifierTypes types(RulesDocument document) {
    return Rules.of(document, phones, patterns).types();
  }

  /// Events of a device, read again for a question.
  Mentions mentions(Key.OfMentions wanted) {
    var committed = state.position();
    return new ArchivedRecord(archive, new Rereading(log, state), state::read, this::types)
        .mentions(wanted, rules(), committed + 1, committed, List.of());
  }

  @Override
  public Commits commits() {
    return writer.commits();
  }

  @Override
  public Archive archive() {
    return archive;
  }

  ArchiveFeed filing() {
    return filing;
  }

  PeopleSearch search() {
    return search;
  }

  Analytics analytics() {
    return analytics;
  }

  Previews previews() {
    return previews;
  }

  /// All that is decided from now on, for one more who follows closely behind.
  RowsLately follower() {
    var follower = new RowsLately();
    followers.add(follower);
    return follower;
  }

  /// Starts what counts how good the data is that comes; its user closes it before the workspace.
  QualityKeeper quality(Path folder) {
    var history = new History(archive, new Rereading(log, state));
    return QualityKeeper.start(folder, new QualityRecord(this, follower(), history));
  }

  /// The proof of what people consented to.
  LedgerKeeper ledger() {
    return ledger;
  }

  /// Reads accepted events again, as they count in the state in force.
  AcceptedRows acceptedRows() {
    return AcceptedRows.of(
        state, rules(), sources::byNumber, document -> writer.ready(document).types());
  }

  private Analytics.OnRecord onRecord() {
    return new Analytics.OnRecord() {
      @Override
      public State state() {
        return state;
      }

      @Override
      public Rules rules() {
        return Workspace.this.rules();
      }

      @Override
      public List<Row> rows(long from, long to) throws IOException {
        return history.from(from, to).rows();
      }

      @Override
      public Supplier<Analytics.Reading> reading() {
        return () -> acceptedRows()::event;
      }
    };
  }

  /// What was decided, for those who follow it.
  DecidedEvents decidedEvents() {
    return decidedEvents;
  }

  /// What it knows by name.
  VocabularyKeeper vocabulary() {
    return vocabulary;
  }

  Log log() {
    return log;
  }

  @Override
  public Sources sources() {
    return sources;
  }

  @Override
  public boolean reached(long position, boolean archived, Duration patience)
      throws InterruptedException {
    var from = System.nanoTime();
    return decided.await(position, patience.toMillis())
        && (!archived || filing.flushUpTo(position, patience.minusNanos(System.nanoTime() - from)));
  }

  Positions decided() {
    return decided;
  }

  /// Identifiers that turned out to be shared since the start.
  long alarms() {
    return alarms.get();
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  /// Why nothing is taken any more; `null` when all is well.
  @Nullable String failure() {
    return failure;
  }

  /// What is masked of what comes in.
  Masking masking() {
    return masking;
  }

  /// What was decided lately.
  Live lately() {
    return live;
  }

  /// Held while an import is taken back, and while rows return that an earlier undoing freed: none
  /// may return after its own import was taken back.
  Object undoings() {
    return undoings;
  }

  /// Held while a segment or computed trait is checked against all others and saved.
  Object defining() {
    return defining;
  }

  /// How much of a computed trait's quintiles is worked out, 0 to 1; `null` when they are not being
  /// worked out.
  @Nullable Double measuring(String trait) {
    var work = segmentWork;
    return work == null ? null : work.measuring(trait);
  }

  /// The work on segments; `null` before it begins.
  @Nullable SegmentWork segmentWork() {
    return segmentWork;
  }

  /// Has a computed trait's quintiles worked out anew.
  void measure(String trait) {
    var work = segmentWork;
    if (work != null) {
      work.measure(trait);
    }
  }

  /// Everything that ever was.
  History history() {
    return history;
  }

  /// What takes long.
  TaskList tasks() {
    return tasks;
  }

  Housekeeping housekeeping() {
    return housekeeping;
  }

  @Nullable String housekeepingError() {
    return housekeeping.error();
  }

  /// Makes durable what waits, decides it, files it away, and ends with nothing left to recover.
  @Override
  public void close() throws IOException {
    closing = true;
    tasks.close();
    var work = segmentWork;
    if (work != null) {
      work.close();
    }
    housekeeping.close();
    commits.close();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (disk;
        log;
        state;
        archive;
        filing;
        search;
        analytics;
        previews;
        ledger;
        vocabulary) {
      LOG.log(Level.DEBUG, "Ending at position {0}", Long.toString(state.position()));
    }
  }
}
