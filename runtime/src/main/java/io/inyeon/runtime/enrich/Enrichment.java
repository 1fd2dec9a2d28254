package io.inyeon.runtime.enrich;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enricher.Circuit;
import io.inyeon.core.govern.enricher.Enricher;
import io.inyeon.core.govern.enricher.Enricher.Status;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.ProfileIds;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.enrich.Jobs.Job;
import io.inyeon.runtime.enrich.Running.Outcome;
import io.inyeon.runtime.enrich.Running.UnderWay;
import io.inyeon.runtime.http.ErasureDesk;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Has others asked about people, behind the log and never in its way.
///
/// 1. It follows what is decided: an accepted event that an enricher wants becomes a job, written
///    together with the position up to which the log is read.
/// 2. A job is done when its turn comes: [Preparing] decides at that instant whether anybody may be
///    asked; an answer that is remembered saves asking; else it is on record who gets what, and a
///    thread asks.
/// 3. What was answered is said as traits by a source of the house's own, under a messageId that
///    follows from enricher, version and event; then the job goes. A crash in between asks and says
///    again, and the second word is a duplicate.
///
/// What fails is tried again later, and after so many attempts kept as failed, until somebody has
/// it tried again.
public final class Enrichment implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Enrichment.class.getName());
  private static final long PAUSE_MS = 1_000;
  private static final long SWEEP_MS = 60_000;
  private static final int AT_ONCE = 256;

  private final House house;
  private final EnrichStore store;
  private final SecretHeaders secrets;
  private final Asking asking;
  private final Preparing preparing;
  private final Settling settling;
  private final Definitions definitions;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final SortedMap<String, Running> all = new TreeMap<>();
  private final List<UnderWay> done = new ArrayList<>();

  private final JobRows rows;
  private final Following following;
  private final GivenUp givenUp;

  private final Thread thread;
  private long sweptAt;
  private boolean woken;
  private boolean closing;
  private volatile @Nullable String error;

  private Enrichment(House house, Patterns patterns, Path folder, AddressGuard guard, Trust trust)
      throws IOException {
    this.house = house;
    store = EnrichStore.open(folder);
    rows = new JobRows(house, store.jobs());
    secrets = SecretHeaders.open(folder);
    asking = new Asking(guard, trust, house::now);
    preparing = new Preparing(house, secrets);
    settling = new Settling(house, store);
    definitions = new Definitions(house, patterns);
    following = new Following(house, store, rows, all);
    givenUp = new GivenUp(house, store, all, lock, this::wake);
    for (var version : definitions.all()) {
      var id = version.id();
      givenUp.dropOnRecord(id);
      all.put(
          id,
          new Running(
              definitions.ready(version),
              store.jobs().since(id),
              Tally.of(store.jobs().told(id)),
              store.jobs().count(id)));
    }
    thread = Thread.ofPlatform().name("enrichers").daemon().unstarted(this::run);
  }

  /// Goes on from what is in a folder.
  ///
  /// @param guard says what may be connected to
  /// @param trust says whose certificates are believed
  public static Enrichment start(
      House house, Patterns patterns, Path folder, AddressGuard guard, Trust trust)
      throws IOException {
    Files.createDirectories(folder);
    var enrichment = new Enrichment(house, patterns, folder, guard, trust);
    enrichment.thread.start();
    return enrichment;
  }

  // ---- the thread

  private void run() {
    while (true) {
      lock.lock();
      try {
        if (closing) {
          return;
        }
        var wait = round();
        if (error != null) {
          error = null;
        }
        await(wait);
      } catch (InterruptedException _) {
        return;
      } catch (IOException | Unavailable | RuntimeException e) {
        if (closing) {
          return;
        }
        var told = e instanceof Unavailable unavailable ? unavailable.code() : e.toString();
        if (!told.equals(error)) {
          LOG.log(Level.ERROR, "Enrichers do not work; trying again", e);
        }
        error = told;
        try {
          await(PAUSE_MS);
        } catch (InterruptedException _) {
          return;
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private void await(long ms) throws InterruptedException {
    var left = TimeUnit.MILLISECONDS.toNanos(Math.clamp(ms, 1, PAUSE_MS));
    while (left > 0 && !woken && !closing) {
      left = changed.awaitNanos(left);
    }
    woken = false;
  }

  private void wake() {
    woken = true;
    changed.signalAll();
  }

  /// Does what is due.
  ///
  /// @return milliseconds until something is due by the clock
  private long round() throws IOException, Unavailable {
    following.follow(() -> closing);
    var next = Long.MAX_VALUE;
    boolean more;
    do {
      // First what came: whether more may be asked depends on it.
      more = finish();
      next = Long.MAX_VALUE;
      for (var running : all.values()) {
        var before = done.size() + running.requests;
        next = Math.min(next, begin(running));
        more |= done.size() + running.requests > before;
      }
    } while (more && !closing);
    sweep();
    return next == Long.MAX_VALUE ? PAUSE_MS : next - house.now();
  }

  /// Does all that is due by the clock, and waits until it is done.
  public void settle() throws IOException, Unavailable, InterruptedException {
    lock.lock();
    try {
      while (true) {
        round();
        if (done.isEmpty() && all.values().stream().allMatch(each -> each.requests == 0)) {
          return;
        }
        changed.await(PAUSE_MS, TimeUnit.MILLISECONDS);
      }
    } finally {
      lock.unlock();
    }
  }

  // ---- asking

  /// Begins what of an enricher is due.
  ///
  /// @return when more of it is due, milliseconds since 1970; [Long#MAX_VALUE] for nobody knows
  private long begin(Running running) throws IOException {
    if (running.enricher.status() != Status.ACTIVE) {
      return Long.MAX_VALUE;
    }
    var now = house.now();
    var begun = new ArrayList<Begun>();
    var later = new long[] {Long.MAX_VALUE};
    var first = new long[] {Long.MAX_VALUE};
    var failed = new Exception[1];
    running.blocked = "";
    var next =
        store
            .jobs()
            .due(
                running.enricher.id(),
                now,
                running.fresh,
                job -> {
                  first[0] = job.due() == 0 ? Math.min(first[0], job.position()) : first[0];
                  if (running.underWay.containsKey(job.position())) {
                    return true;
                  }
                  if (running.underWay.size() >= AT_ONCE) {
                    return false;
                  }
                  try {
                    return begin(running, job, now, begun, later);
                  } catch (IOException | Unavailable e) {
                    failed[0] = e;
                    return false;
                  }
                });
    if (first[0] < Long.MAX_VALUE || next > 0) {
      running.fresh = Math.min(first[0], following.position() + 1);
    }
    launch(running, begun, now);
    if (failed[0] != null) {
      throw new IOException("an event or its person cannot be read now", failed[0]);
    }
    return Math.min(next == 0 ? Long.MAX_VALUE : next, later[0]);
  }

  private record Begun(UnderWay underWay, Preparing.Step.Ask ask) {}

  /// Begins one.
  ///
  /// @return whether the next job may begin as well
  private boolean begin(Running running, Job job, long now, List<Begun> begun, long[] later)
      throws IOException, Unavailable {
    var row = rows.of(running, job, now);
    var underWay = new UnderWay(running, job);
    underWay.row = row;
    return switch (preparing.of(running.enricher, row)) {
      case Preparing.Step.Skip(var reason) -> {
        ready(underWay, new Outcome.Skipped(reason));
        yield true;
      }
      case Preparing.Step.NotReady(var code) -> {
        running.blocked = code;
        yield false;
      }
      case Preparing.Step.Ask ask -> begin(underWay, ask, now, begun, later);
    };
  }

  private void ready(UnderWay underWay, Outcome outcome) {
    underWay.outcome = outcome;
    underWay.of.underWay.put(underWay.job.position(), underWay);
    done.add(underWay);
  }

  private boolean begin(
      UnderWay underWay, Preparing.Step.Ask ask, long now, List<Begun> begun, long[] later) {
    var running = underWay.of;
    underWay.who = ask.who();
    underWay.hash = ask.hash();
    underWay.key = ask.key();
    var answer = store.answers().answer(ask.key(), now);
    if (answer != null) {
      ready(underWay, new Outcome.Remembered(answer));
      return true;
    }
    var limits = running.enricher.limits();
    var permits = running.circuit.permits(limits.concurrency(), now);
    var wait = running.pace.waitMs(limits.perSecond(), now);
    if (running.holdUntil > now) {
      later[0] = running.holdUntil;
    } else if (permits == 0) {
      later[0] = running.circuit.openUntil();
    } else if (wait > 0) {
      later[0] = now + wait;
    } else if (running.requests < permits && (limits.ttlSeconds() == 0 || !asks(running, ask))) {
      running.pace = running.pace.taken(limits.perSecond(), now);
      running.requests++;
      running.underWay.put(underWay.job.position(), underWay);
      begun.add(new Begun(underWay, ask));
      return true;
    }
    return false;
  }

  /// Whether the same is being asked just now, so that its answer is worth waiting for.
  private static boolean asks(Running running, Preparing.Step.Ask ask) {
    return running.underWay.values().stream()
        .anyMatch(each -> each.outcome == null && ask.key().same(each.key));
  }

  /// Has it on record who gets what, and then asks.
  private void launch(Running running, List<Begun> begun, long now) {
    if (begun.isEmpty()) {
      return;
    }
    var changes = store.new Changes();
    for (var each : begun) {
      var sent = sent(running.enricher, each.ask, each.underWay.job.position(), now);
      each.underWay.sent = sent;
      changes.sent(sent);
      running.tally.asked++;
    }
    store.write(changes);
    for (var each : begun) {
      var underWay = each.underWay;
      var limits = running.enricher.limits();
      underWay.thread =
          Thread.ofVirtual()
              .name("enricher-", underWay.job.position())
              .start(() -> came(underWay, asking.ask(each.ask.request(), limits)));
    }
  }

  static Disclosures.Sent sent(Enricher enricher, Preparing.Step.Ask ask, long position, long now) {
    return new Disclosures.Sent(
        ask.hash(),
        now,
        position,
        enricher.id(),
        enricher.version(),
        enricher.recipient(),
        enricher.request().target().host(),
        enricher.purpose(),
        ask.fields());
  }

  private void came(UnderWay underWay, Answered answered) {
    lock.lock();
    try {
      underWay.of.requests--;
      underWay.outcome = new Outcome.Asked(answered);
      done.add(underWay);
      wake();
    } finally {
      lock.unlock();
    }
  }

  // ---- what came of it

  /// Says what was answered and writes down what came of it.
  ///
  /// @return whether there was anything
  private boolean finish() throws Unavailable {
    if (done.isEmpty()) {
      return false;
    }
    settling.settle(done);
    for (var each : done) {
      each.of.underWay.remove(each.job.position());
      rows.remove(each.job.position());
    }
    done.clear();
    return true;
  }

  private void sweep() {
    var now = house.now();
    for (var running : all.values()) {
      var limits = running.enricher.limits();
      if (now - sweptAt >= SWEEP_MS
          || store.answers().cachedBytes(running.enricher.id()) > limits.cacheBytes()) {
        var longest = Math.max(limits.ttlSeconds(), limits.missingTtlSeconds());
        store.answers().sweep(running.enricher.id(), limits.cacheBytes(), now - longest * 1_000L);
      }
    }
    if (now - sweptAt >= SWEEP_MS) {
      sweptAt = now;
    }
  }

  // ---- operators

  Definitions definitions() {
    return definitions;
  }

  SecretHeaders secrets() {
    return secrets;
  }

  Asking asking() {
    return asking;
  }

  Preparing preparing() {
    return preparing;
  }

  GivenUp givenUp() {
    return givenUp;
  }

  /// Goes by another version of an enricher from a position on.
  void saved(Enricher enricher, long since) {
    lock.lock();
    try {
      var id = enricher.id();
      var running =
          all.computeIfAbsent(
              id,
              _ -> new Running(enricher, Long.MAX_VALUE, new Tally(), new Jobs.Counts(0, 0, 0)));
      running.enricher = enricher;
      running.circuit = Circuit.CLOSED;
      running.holdUntil = 0;
      var works = enricher.status() != Status.DRAFT;
      var from = works ? (running.since == Long.MAX_VALUE ? since : running.since) : Long.MAX_VALUE;
      if (from != running.since) {
        running.since = from;
        var changes = store.new Changes();
        changes.since(id, from);
        // What was read before is not read again by what is wanted now.
        following.write(changes);
      }
      wake();
    } finally {
      lock.unlock();
    }
  }

  /// What operators see of an enricher.
  record Standing(
      String state,
      String blocked,
      long waiting,
      long again,
      long failed,
      int requests,
      long circuitUntil,
      long heldUntil,
      long cachedBytes,
      Value.Fields tally) {}

  @Nullable Standing standing(String id) {
    lock.lock();
    try {
      var running = all.get(id);
      var now = house.now();
      return running == null
          ? null
          : new Standing(
              running.state(now),
              running.blocked,
              running.waiting,
              running.again,
              running.failures,
              running.requests,
              running.circuit.openUntil(),
              running.holdUntil > now ? running.holdUntil : 0,
              store.answers().cachedBytes(id),
              running.tally.written());
    } finally {
      lock.unlock();
    }
  }

  /// Whether something may be sent now.
  sealed interface Admission {
    /// First so many milliseconds have to pass.
    record Wait(long ms) implements Admission {}

    /// It is on record, and may be sent.
    record Granted(Disclosures.Sent sent) implements Admission {}
  }

  /// Has it on record that something is sent, and keeps to an enricher's pace.
  Admission admit(Enricher enricher, Preparing.Step.Ask ask, long event) {
    lock.lock();
    try {
      var running = all.get(enricher.id());
      var now = house.now();
      if (running != null) {
        var wait = running.pace.waitMs(enricher.limits().perSecond(), now);
        if (wait > 0) {
          return new Admission.Wait(wait);
        }
        running.pace = running.pace.taken(enricher.limits().perSecond(), now);
      }
      var sent = sent(enricher, ask, event, now);
      var changes = store.new Changes();
      changes.sent(sent);
      store.write(changes);
      return new Admission.Granted(sent);
    } finally {
      lock.unlock();
    }
  }

  /// Takes it off the record again that something was sent: nobody got anything.
  void unsent(Disclosures.Sent sent) {
    lock.lock();
    try {
      var changes = store.new Changes();
      changes.unsent(sent);
      store.write(changes);
    } finally {
      lock.unlock();
    }
  }

  /// Up to which position the log is read.
  public long position() {
    lock.lock();
    try {
      return following.position();
    } finally {
      lock.unlock();
    }
  }

  /// Sums over all enrichers, for metrics.
  public SortedMap<String, Long> counts() {
    lock.lock();
    try {
      var counts = new TreeMap<String, Long>();
      for (var running : all.values()) {
        counts.merge("enrichersWaiting", running.waiting + running.again, Long::sum);
        counts.merge("enrichersFailed", running.failures, Long::sum);
        counts.merge("enrichersAsked", running.tally.asked, Long::sum);
        counts.merge("enrichersRemembered", running.tally.remembered, Long::sum);
        counts.merge("enrichersCircuitsOpen", running.circuit.open() ? 1L : 0L, Long::sum);
      }
      return counts;
    } finally {
      lock.unlock();
    }
  }

  /// What went wrong last; `null` when all is well.
  public @Nullable String error() {
    return error;
  }

  // ---- people

  private List<ProfileId> hashes(Collection<Identifier> people) {
    var key = house.rules().document().workspaceKey();
    return people.stream().map(each -> ProfileIds.of(key, each)).toList();
  }

  /// What was sent of whoever holds some identifiers, in the order of time.
  List<Disclosures.Sent> sent(Collection<Identifier> people) {
    var sent = new ArrayList<Disclosures.Sent>();
    hashes(people).forEach(each -> sent.addAll(store.disclosures().sent(each)));
    sent.sort(Comparator.comparingLong(Disclosures.Sent::at));
    return sent;
  }

  /// How much of some people is kept here.
  public long held(Collection<Identifier> people) {
    return store.of(hashes(people));
  }

  /// Forgets people who are erased: what was remembered, what was sent, and what is under way.
  ///
  /// @param first told to whom anything of them went, before it is forgotten; nothing more goes out
  ///   in between
  /// @return how much it was
  /// @throws IOException when that could not be written down; nothing is forgotten then
  public long forget(Collection<Identifier> people, ErasureDesk.BeforeForgetting first)
      throws IOException {
    lock.lock();
    try {
      first.told(recipients(sent(people)));
      var hashes = new HashSet<>(hashes(people));
      for (var running : all.values()) {
        for (var each : running.underWay.values()) {
          each.ended |= each.hash != null && hashes.contains(each.hash);
        }
      }
      forgetRows();
      return store.forget(hashes);
    } finally {
      lock.unlock();
    }
  }

  /// Who got data, each once, with when it was last: enough to be told, and nothing of anybody.
  private static List<ErasureDesk.Recipient> recipients(List<Disclosures.Sent> sent) {
    var last = new LinkedHashMap<List<String>, Disclosures.Sent>();
    // In the order of time, so that the latest stays.
    sent.forEach(each ->
        last.put(List.of(each.enricher(), each.recipient(), each.host(), each.purpose()), each));
    return last.values().stream()
        .map(each ->
            new ErasureDesk.Recipient(
                each.enricher(), each.recipient(), each.host(), each.purpose(), each.at()))
        .toList();
  }

  /// Forgets the events that are kept in memory: somebody of them is erased, or they have had their
  /// time, and only the record says what is left.
  public void forgetRows() {
    lock.lock();
    try {
      rows.clear();
      house.forgetRows();
    } finally {
      lock.unlock();
    }
  }

  /// Rewrites the files, so that none holds what was forgotten.
  public void wipe() {
    store.wipe();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      for (var running : all.values()) {
        for (var each : running.underWay.values()) {
          if (each.thread != null) {
            each.thread.interrupt(); // it is asked again at the next start
          }
        }
      }
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lock.lock();
    try {
      following.write(store.new Changes());
      store.close();
    } finally {
      lock.unlock();
    }
  }
}
