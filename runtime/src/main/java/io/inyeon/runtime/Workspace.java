package io.inyeon.runtime;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
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
import io.inyeon.runtime.consent.LedgerKeeper;
import io.inyeon.runtime.consent.OptOutsHeard;
import io.inyeon.runtime.importing.House.Taken;
import io.inyeon.runtime.log.CommitLimits;
import io.inyeon.runtime.log.Durable;
import io.inyeon.runtime.log.GroupCommit;
import io.inyeon.runtime.log.Log;
import io.inyeon.runtime.log.Logged;
import io.inyeon.runtime.log.RealDisk;
import io.inyeon.runtime.personal.Masking;
import io.inyeon.runtime.quality.QualityKeeper;
import io.inyeon.runtime.search.PeopleSearch;
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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One tenant: its log, its state, its archive, and the writer between them.
///
/// An event's way: [#take] encodes it, the log's thread makes it durable, the writer's thread
/// decides it and commits, the archive's thread files it away.
public final class Workspace implements Intake, WorkspaceView, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Workspace.class.getName());
  private static final int BATCH = 1_000;

  private final RealDisk disk;
  private final Log log;
  private final StateInUse state;
  private final Archive archive;
  private final OnRecord onRecord;
  private final Writer writer;
  private final ArchiveFeed filing;
  private final Entrance entrance;
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
  private final Alarms alarms = new Alarms();
  private final InstantSource clock;
  private final Thread thread;
  private final Rebuilding rebuilding;
  private final TaskList tasks;
  private final History history;

  private final Object undoings = new Object();

  private final Object defining = new Object();

  /// Held while a batch is applied. Fair, so that whoever wants in between two batches gets in.
  private final ReentrantLock turn = new ReentrantLock(true);

  /// `null` until the workspace is open.
  private volatile @Nullable SegmentWork segmentWork;

  private volatile boolean closing;

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
    writer = new Writer(state, first, phones, patterns, alarms::tell, onRecord);
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
    entrance =
        new Entrance(
            new GroupCommit<>(log, CommitLimits.defaults()),
            masking,
            new OptOutsHeard(this::rules, sources::byNumber));
    thread = Thread.ofPlatform().name("writer").start(this::write);
    housekeeping = new Housekeeping(log, state, archive, config, clock);
    history = new History(archive, rereading);
    analytics =
        Analytics.start(
            folder.resolve("analytics"),
            Math.max(128, config.number(Setting.ANALYTICS_MB)) << 20,
            new ModelHouse(this),
            touches);
    previews = new Previews(analytics);
    ledger =
        LedgerKeeper.start(
            folder.resolve("consent"),
            new ConsentRecord(this, follower(), new History(archive, new Rereading(log, state))),
            state::position);
    rebuilding =
        new Rebuilding(
            this,
            state,
            new DiskShelf(new StateFolders(folder), Stores.settings(config)).with(stores.state()),
            phones,
            patterns);
    tasks = new TaskList(new TaskRecords(folder.resolve("tasks")), clock, rebuilding);
    if (state.position() == 0) {
      begin(new Entry.RulesSaved(0, clock.millis(), "first start", first, ""));
    }
    segmentWork =
        new SegmentWork(
                new SegmentHouse(this), () -> new History(archive, new Rereading(log, state)))
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
    if (workspace.rebuilding.owed()) {
      workspace.tasks.applyWhatIsSaved("start");
    } else {
      workspace.tasks.before(workspace.rebuilding::settled);
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
    return entrance.take(came, awaitOutcomes);
  }

  /// Takes events and leaves it to the caller when to wait for what they come to.
  Taken hand(List<Collected> came) throws Unavailable {
    return entrance.hand(came);
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
    return entrance.enterEach(groups);
  }

  /// The writer's thread: takes what is durable, in order, until the end.
  private void write() {
    var inHand = List.<Durable<Entrance.Request>>of();
    try {
      for (inHand = entrance.next(); !inHand.isEmpty(); inHand = entrance.next()) {
        turn.lock();
        try {
          apply(inHand);
        } finally {
          turn.unlock();
        }
      }
    } catch (InterruptedException _) {
      entrance.stop("interrupted");
    } catch (RuntimeException e) {
      entrance.stop(e.toString());
      LOG.log(
          Level.ERROR,
          "The writer has stopped. What was acknowledged is safe in the log; nothing is taken any"
              + " more until a restart",
          e);
    }
    if (entrance.stopped() != null) {
      entrance.refuse(inHand);
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

  /// Goes on with another state.
  void resume() {
    writer.resume();
    touches.begin();
    search.stateReplaced();
    analytics.stateReplaced();
    wakeSegments();
  }

  /// Takes nothing any more: which state counts is known to the next start only.
  void stop(String why) {
    entrance.stop(why);
  }

  /// Does something between two batches of the writer, which waits for it.
  <T extends @Nullable Object> T between(Rebuild.Step<T> step)
      throws IOException, InterruptedException {
    turn.lockInterruptibly();
    try {
      return step.take();
    } finally {
      turn.unlock();
    }
  }

  private void apply(List<Durable<Entrance.Request>> batch) throws InterruptedException {
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

  /// What was decided, read again from archive and log for a state: this one, or one being made.
  ArchivedRecord recordFor(State of) {
    return new ArchivedRecord(archive, new Rereading(log, state), of::read, this::types);
  }

  /// Events of a device, read again for a question.
  Mentions mentions(Key.OfMentions wanted) {
    var committed = state.position();
    return recordFor(state).mentions(wanted, rules(), committed + 1, committed, List.of());
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
    return alarms.shared();
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  /// Why nothing is taken any more; `null` when all is well.
  @Nullable String failure() {
    return entrance.stopped();
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
    entrance.close();
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
