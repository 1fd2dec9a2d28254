package io.inyeon.runtime.rights;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Fact;
import io.inyeon.core.unify.Erasure;
import io.inyeon.core.unify.Leftover;
import io.inyeon.core.unify.ProfileIds;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.ErasureDesk;
import io.inyeon.runtime.http.ImportDesk;
import io.inyeon.runtime.http.Page;
import io.inyeon.runtime.http.Who;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Erases people.
///
/// 1. An entry of the log takes them out of state ([io.inyeon.core.Erasures]): who is who,
///    memberships, search and previews follow as after any entry.
/// 2. **Hiding** takes out at once what lies beside state and can be read: the archive's rows, the
///    log's, scratch workspaces, what is kept for watchers. Then a second entry says what came of
///    it, and the erasure is effective.
/// 3. **Scrubbing** clears the disk, for all erasures that wait for it together: within
///    [#SCRUB_MS], or at once when asked.
///
/// Whatever is interrupted or fails is begun anew, at the next start or after a while; each step
/// may be done twice. What cannot be done keeps the erasure from its end, and its place says why.
final class Erasures implements ErasureDesk, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Erasures.class.getName());

  /// Scrubbing begins by itself so long after an erasure, so that it is done within a day.
  static final long SCRUB_MS = 20L * 60 * 60 * 1000;

  private static final long DAY_MS = 24L * 60 * 60 * 1000;
  private static final long SHORTEST_PAUSE_MS = 10_000;
  private static final long LONGEST_PAUSE_MS = 10L * 60 * 1000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final House house;
  private final Path folder;
  private final KeptFiles files;
  private final Statutory statutory;
  private final Hiding hiding;
  private final Scrubbing scrubbing;
  private final Certificate certificate;

  /// One erasure at a time is hidden or scrubbed.
  private final ReentrantLock work;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private long sweptOn = -1;
  private boolean scrubWanted;
  private boolean woken;
  private boolean closing;

  private Erasures(
      House house, Path workspace, ImportDesk imports, Statutory statutory, ReentrantLock work)
      throws IOException {
    this.house = house;
    this.work = work;
    folder = workspace.resolve("rights").resolve("erasures");
    files = new KeptFiles(workspace, imports);
    this.statutory = statutory;
    hiding = new Hiding(house, files, statutory);
    scrubbing = new Scrubbing(house, files, this::closing);
    certificate = Certificate.of(workspace.resolve("rights"));
    thread = Thread.ofPlatform().name("erasures").daemon().unstarted(this::run);
  }

  /// Takes up whatever was begun.
  ///
  /// @param workspace its folder
  /// @param work held while anything is hidden or the disk is cleared
  static Erasures open(
      House house, Path workspace, ImportDesk imports, Statutory statutory, ReentrantLock work)
      throws IOException {
    var erasures = new Erasures(house, workspace, imports, statutory, work);
    erasures.thread.start();
    return erasures;
  }

  // ---- questions

  @Override
  public @Nullable Foreseen preview(Who who) throws Unavailable {
    var identifier = house.identifier(who);
    var leftover =
        identifier == null
            ? null
            : house.foreseen(ProfileIds.of(house.rules().document().workspaceKey(), identifier));
    if (leftover == null) {
      return null;
    }
    try {
      house.catchUp();
      var progress = Progress.of(folder, "preview");
      new Looking(house, files).look(leftover, progress);
      var erasure = leftover.erasure();
      return new Foreseen(
          leftover.gone().stream().map(Object::toString).toList(),
          erasure.kept(),
          erasure.events(),
          erasure.first(),
          erasure.latest(),
          places(progress));
    } catch (IOException e) {
      LOG.log(Level.WARNING, "What is held of somebody cannot be looked up", e);
      throw new Unavailable("archive_unavailable", 10);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("stopping", 1);
    }
  }

  @Override
  public @Nullable Page<Erased> page(String cursor, int limit) {
    var all = all();
    var from = 0;
    if (!cursor.isEmpty()) {
      while (from < all.size() && !all.get(from).id().equals(cursor)) {
        from++;
      }
      if (from == all.size()) {
        return null;
      }
      from++;
    }
    var page = all.subList(from, Math.min(all.size(), from + limit));
    // The account of each is a file of its own: only those of the page are read.
    return new Page<>(
        page.stream().map(this::shown).toList(),
        from + limit < all.size() ? page.getLast().id() : null,
        List.of());
  }

  /// All of them, the newest first.
  private List<Erasure> all() {
    var all = new ArrayList<Erasure>();
    house
        .state()
        .from(
            new Key.OfErasure(""),
            (Key<Erasure> key, Erasure each) -> key instanceof Key.OfErasure && all.add(each));
    waiting()
        .forEach(leftover -> {
          if (all.stream().noneMatch(each -> each.id().equals(leftover.erasure().id()))) {
            all.add(leftover.erasure());
          }
        });
    all.sort(Comparator.comparingLong(Erasure::position).reversed());
    return all;
  }

  @Override
  public @Nullable Erased one(String id) {
    var erasure = house.state().read(new Key.OfErasure(id));
    if (erasure == null) {
      var leftover = house.state().read(new Key.OfLeftover(id));
      erasure = leftover == null ? null : leftover.erasure();
    }
    return erasure == null ? null : shown(erasure);
  }

  @Override
  public @Nullable Certified certificate(String id) throws Unavailable {
    var erased = one(id);
    return erased == null ? null : certificate.of(erased);
  }

  private Erased shown(Erasure erasure) {
    List<Place> places;
    List<Recipient> recipients;
    try {
      var progress = Progress.of(folder, erasure.id());
      places = places(progress);
      recipients = progress.recipients();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The account of erasure " + erasure.id() + " cannot be read", e);
      places = List.of();
      recipients = List.of();
    }
    return new Erased(
        erasure,
        time(io.inyeon.core.Erasures.EFFECTIVE, erasure.id()),
        time(io.inyeon.core.Erasures.SCRUBBED, erasure.id()),
        erasure.at() + SCRUB_MS,
        places,
        statutory.kept(erasure.id()),
        recipients);
  }

  private long time(String room, String id) {
    var said = house.state().read(new Key.OfRights(room, id));
    return said != null && said.get("at") instanceof Value.Decimal(var at) ? at.longValue() : 0;
  }

  private static List<Place> places(Progress progress) {
    var all = new ArrayList<Place>();
    progress
        .places()
        .forEach((place, at) ->
            all.add(
                new Place(
                    Progress.name(place),
                    at.found(),
                    at.hidden(),
                    at.scrubbed(),
                    at.tries(),
                    at.error())));
    return all;
  }

  /// Erasures that are not scrubbed, the oldest first.
  private List<Leftover> waiting() {
    var all = new ArrayList<Leftover>();
    house
        .state()
        .from(
            new Key.OfLeftover(""),
            (Key<Leftover> key, Leftover each) -> key instanceof Key.OfLeftover && all.add(each));
    all.sort(Comparator.comparingLong(each -> each.erasure().position()));
    return all;
  }

  private boolean effective(Leftover leftover) {
    return house.state().read(new Key.OfErasure(leftover.erasure().id())) != null;
  }

  // ---- erasing

  @Override
  public @Nullable Erased erase(Who who, String reason, String author, boolean scrub)
      throws Unavailable {
    var identifier = house.identifier(who);
    if (identifier == null || house.state().read(new Key.OfIdentifier(identifier)) == null) {
      return null;
    }
    var subject = ProfileIds.of(house.rules().document().workspaceKey(), identifier);
    var random = new byte[5];
    RANDOM.nextBytes(random);
    var id = "ers_%011x%s".formatted(house.now(), HexFormat.of().formatHex(random));
    house.enter(new Entry.PersonErased(0, house.now(), author, id, subject, reason));
    var leftover = house.state().read(new Key.OfLeftover(id));
    if (leftover == null) {
      return null; // somebody else was quicker
    }
    work.lock();
    try {
      hide(leftover);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("stopping", 1);
    } finally {
      work.unlock();
    }
    wake(scrub);
    return shown(leftover.erasure());
  }

  @Override
  public @Nullable Erased scrub(String id) {
    var erased = one(id);
    if (erased != null && erased.scrubbed() == 0) {
      wake(true);
    }
    return erased;
  }

  /// Makes an erasure effective; what goes wrong is kept in its account and tried again.
  ///
  /// @return whether it is
  private boolean hide(Leftover leftover) throws InterruptedException {
    if (effective(leftover)) {
      return true;
    }
    try {
      var progress = Progress.of(folder, leftover.erasure().id());
      try {
        hiding.hide(leftover, progress);
        house.enter(new Entry.ErasureKept(0, house.now(), leftover.erasure(), pasts(leftover)));
        progress.found(Where.STATE, leftover.fragments().size() + leftover.gone().size());
        progress.found(Where.SEARCH, 1);
        progress.hidden(Where.STATE, house.now());
        progress.hidden(Where.SEARCH, house.now());
        progress.hidden(Where.READ_MODEL, house.now());
        progress.hidden(Where.OUTBOX, house.now());
      } finally {
        progress.save();
      }
      return true;
    } catch (IOException | Unavailable e) {
      LOG.log(
          Level.ERROR,
          "Erasure " + leftover.erasure().id() + " is not effective yet and is tried again",
          e);
      return false;
    }
  }

  /// The person's recorded memberships.
  private List<Entry.ErasureKept.Past> pasts(Leftover leftover) {
    var pasts = new ArrayList<Entry.ErasureKept.Past>();
    for (var whose = 0; whose < leftover.gone().size(); whose++) {
      var place = whose;
      var who = leftover.gone().get(whose);
      house
          .state()
          .from(
              new Key.OfPast(who, 0, 0),
              (Key<Fact> key, Fact _) -> {
                if (!(key instanceof Key.OfPast past) || !past.who().equals(who)) {
                  return false;
                }
                pasts.add(new Entry.ErasureKept.Past(place, past.cause(), past.ordinal()));
                return true;
              });
    }
    return pasts;
  }

  // ---- the thread

  private void wake(boolean scrub) {
    lock.lock();
    try {
      scrubWanted |= scrub;
      woken = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private boolean closing() {
    lock.lock();
    try {
      return closing;
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    var pause = SHORTEST_PAUSE_MS;
    try {
      while (!closing()) {
        var failed = false;
        work.lockInterruptibly();
        try {
          failed = round();
        } finally {
          work.unlock();
        }
        pause = failed ? Math.min(LONGEST_PAUSE_MS, 2 * pause) : SHORTEST_PAUSE_MS;
        await(failed ? pause : untilNext(), failed);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Does what is owed by now.
  ///
  /// @return whether anything of it failed
  private boolean round() throws InterruptedException {
    var failed = !swept();
    var ready = new ArrayList<Leftover>();
    for (var leftover : waiting()) {
      if (hide(leftover)) {
        ready.add(leftover);
      } else {
        failed = true;
      }
    }
    failed |= !finished();
    boolean wanted;
    lock.lock();
    try {
      wanted = scrubWanted;
      scrubWanted = false;
    } finally {
      lock.unlock();
    }
    var due = ready.stream().anyMatch(each -> each.erasure().at() + SCRUB_MS <= house.now());
    if (!ready.isEmpty() && (wanted || due) && !scrub(ready)) {
      failed = true;
      lock.lock();
      try {
        scrubWanted = true; // after a while
      } finally {
        lock.unlock();
      }
    }
    return failed;
  }

  /// Ends scrubs that were interrupted when nothing was left but the log.
  private boolean finished() {
    var ids = new ArrayList<String>();
    house
        .state()
        .from(
            new Key.OfErasure(""),
            (Key<Erasure> _, Erasure each) -> {
              if (time(io.inyeon.core.Erasures.SCRUBBED, each.id()) == 0
                  && house.state().read(new Key.OfLeftover(each.id())) == null) {
                ids.add(each.id());
              }
              return true;
            });
    if (ids.isEmpty()) {
      return true;
    }
    try {
      house.wipeLog();
      for (var id : ids) {
        var progress = Progress.of(folder, id);
        for (var place : Where.values()) {
          progress.scrubbed(place, house.now());
        }
        progress.save();
      }
      house.enter(new Entry.ErasuresScrubbed(0, house.now(), ids));
      return true;
    } catch (IOException | Unavailable e) {
      LOG.log(Level.ERROR, "A scrub cannot be ended and is tried again", e);
      return false;
    }
  }

  private boolean scrub(List<Leftover> ready) throws InterruptedException {
    var all = new ArrayList<Progress>();
    try {
      for (var leftover : ready) {
        all.add(Progress.of(folder, leftover.erasure().id()));
      }
      try {
        scrubbing.scrub(ready, all);
        house.enter(
            new Entry.ErasuresScrubbed(
                0, house.now(), ready.stream().map(each -> each.erasure().id()).toList()));
      } finally {
        for (var progress : all) {
          progress.save();
        }
      }
      return true;
    } catch (IOException | Unavailable e) {
      if (!closing()) {
        LOG.log(Level.ERROR, "Erased people are not off the disk yet; it is tried again", e);
      }
      return false;
    }
  }

  /// Deletes, once a day, what was kept by law and has come to its term.
  private boolean swept() {
    var today = house.now() / DAY_MS;
    if (today == sweptOn) {
      return true;
    }
    try {
      statutory.sweep();
      sweptOn = today;
      return true;
    } catch (IOException e) {
      LOG.log(Level.ERROR, "The locked store cannot be swept and is tried again", e);
      return false;
    }
  }

  /// Until the next scrubbing is due, or the next day begins.
  private long untilNext() {
    return waiting().stream()
        .mapToLong(each -> each.erasure().at() + SCRUB_MS - house.now())
        .min()
        .stream()
        .map(left -> Math.min(left, DAY_MS))
        .findAny()
        .orElse(DAY_MS);
  }

  /// Waits for the next work.
  ///
  /// @param ms so long at most
  /// @param failed whether something has just failed, so that what is wanted waits as well
  private void await(long ms, boolean failed) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var left = TimeUnit.MILLISECONDS.toNanos(ms);
      while (left > 0 && !closing && !woken && (failed || !scrubWanted)) {
        left = changed.awaitNanos(left);
      }
      woken = false;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until everything that is owed is done, or has failed once.
  void settle() throws InterruptedException {
    work.lockInterruptibly();
    try {
      round();
    } finally {
      work.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closing = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
