package io.inyeon.runtime.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.Seen;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.unify.AccountProfile;
import io.inyeon.core.unify.Logins;
import io.inyeon.core.unify.Spans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksIterator;

/// State on RocksDB, with a cache of decoded values on the heap.
///
/// There is no write-ahead log: the log of entries is one. All columns are flushed together, so
/// what is on disk is always the state after some commit.
public final class RocksState implements State {
  private static final List<Class<?>> RESIDENT =
      List.of(
          Key.Source.class,
          Key.OfUndone.class,
          Key.Outcomes.class,
          Key.Access.class,
          Key.OfRules.class,
          Key.OfSegment.class,
          Key.OfSegmentSize.class,
          Key.NextTree.class);

  private static final List<Column> PROFILES =
      List.of(
          Column.TREES,
          Column.IDENTIFIERS,
          Column.PROFILES,
          Column.ACCOUNTS,
          Column.IDLE_LINKS,
          Column.ESTRANGED,
          Column.LOGINS);
  private static final String ON_DISK = "live-sst-files-size";

  private final Rocks rocks;
  private final OnDisk disk;
  private final Commit commit;
  private final TouchRows touches;
  private final Cache<Key<?>, Object> cache;

  /// Everything of the few and small kinds, always at hand; committed.
  private final Map<Key<?>, Object> resident = new ConcurrentHashMap<>();

  private final WorkingSet working = new WorkingSet();
  private final Encoder scratch = new Encoder();
  private final Object flushing = new Object();
  private volatile long position;
  private volatile long durablePosition;
  private volatile StateCounts counts;
  private volatile boolean healthy = true;

  /// Opened by the writer when it first meets a tree that is not at hand; `null` until then.
  private @Nullable RocksIterator openTrees;

  /// Counted by the writer, and shown with each commit.
  private long hits;

  private long misses;
  private volatile long hitsShown;
  private volatile long missesShown;

  private RocksState(Rocks rocks, StateSettings settings) {
    this.rocks = rocks;
    var meta = new Meta(rocks);
    meta.checkFormat();
    position = meta.position();
    durablePosition = position;
    counts = meta.counts();
    var batch = new RowBatch(rocks);
    var trees = new TreeRows(rocks.column(Column.TREES));
    var seen = new SeenColumns(rocks, meta.newestSeen());
    var queues = new QueueHeads();
    disk = new OnDisk(rocks, batch, trees, seen, queues, this::imported);
    touches = new TouchRows(rocks, meta.touchesKept());
    commit =
        new Commit(rocks, batch, trees, seen, touches, queues, this::importedByNow, this::read);
    cache =
        Caffeine.newBuilder()
            .maximumWeight((long) settings.heapCacheMb() << 20)
            .weigher(RocksState::weight)
            .build();
    for (var kind : RESIDENT) {
      disk.keep(kind, resident::put);
    }
    seen.expire(durablePosition);
  }

  /// Opens the state in a folder, and makes one where there is none.
  ///
  /// @throws StateFailure when another process has it open, when a newer version of this program
  ///   wrote it, or when it is damaged
  public static RocksState open(Path directory, StateSettings settings) {
    var rocks = Rocks.open(directory, settings);
    try {
      return new RocksState(rocks, settings);
    } catch (StateFailure | Undecodable e) {
      rocks.close();
      throw e instanceof StateFailure failure
          ? failure
          : new StateFailure(
              "the state in " + directory + " is damaged: " + e.getMessage(), false, e);
    }
  }

  private static boolean isResident(Key<?> key) {
    return switch (key) {
      case Key.Source _,
          Key.OfUndone _,
          Key.Outcomes _,
          Key.Access _,
          Key.OfRules _,
          Key.OfSegment _,
          Key.OfSegmentSize _,
          Key.NextTree _ ->
          true;
      case Key.Seen _,
          Key.OfIdentifier _,
          Key.Tree _,
          Key.IdleLink _,
          Key.OfCut _,
          Key.OfStewardLinks _,
          Key.Estranged _,
          Key.OfSpans _,
          Key.OfLogins _,
          Key.OfMentions _,
          Key.OfProfile _,
          Key.Account _,
          Key.OfJoined _,
          Key.OfAccountChange _,
          Key.OfMemberCount _,
          Key.OfShare _,
          Key.OfMembersCounted _,
          Key.OfSavedRules _,
          Key.OfSegmentVersion _,
          Key.OfFilling _,
          Key.OfSweep _,
          Key.OfComputedTrait _,
          Key.OfComputedTraitVersion _,
          Key.OfSynonyms _,
          Key.OfPurpose _,
          Key.OfPurposeVersion _,
          Key.OfOccurrences _,
          Key.OfStanding _,
          Key.OfMember _,
          Key.OfTimer _,
          Key.OfFact _,
          Key.OfPast _,
          Key.OfFlow _,
          Key.OfPlan _,
          Key.OfPlanVersion _,
          Key.OfTransformations _,
          Key.OfTransformationsVersion _,
          Key.OfQuarantineGroup _,
          Key.OfHeld _,
          Key.OfHeldPerson _,
          Key.OfGroupsOfSource _,
          Key.OfRepair _,
          Key.OfTombstone _,
          Key.OfErasure _,
          Key.OfLeftover _,
          Key.OfErasures _,
          Key.OfRights _ ->
          false;
    };
  }

  private static int weight(Key<?> key, Object stored) {
    return switch (stored) {
      case PackedTree tree -> tree.weight();
      case StoredTree tree -> tree.weight();
      case Occurrences occurrences ->
          400 + 80 * occurrences.exact().size() + 300 * occurrences.hours().size();
      case AccountProfile account -> 500 + 300 * account.traits().cells().size();
      case Logins logins -> 400 + 250 * logins.runs().size();
      case Spans spans -> 400 + 40 * spans.all().size();
      default -> 250;
    };
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public void load(Set<Key<?>> keys) {
    var events = new ArrayList<Key.Seen>();
    for (var key : keys) {
      if (key instanceof Key.Seen event && !imported(event.source())) {
        events.add(event);
      } else if (!isResident(key)) {
        loaded(key);
      }
    }
    if (!events.isEmpty()) {
      var seen = disk.read(events, scratch);
      events.forEach(event -> working.loaded(event, seen.get(event), seen.get(event)));
    }
  }

  /// The key's place with what is committed there.
  private WorkingSet.Slot loaded(Key<?> key) {
    var slot = working.find(key);
    if (slot != null && slot.loaded()) {
      return slot;
    }
    if (key instanceof Key.Seen) {
      var seen = readForWriter(key);
      return working.loaded(key, seen, seen);
    }
    var kept = cache.getIfPresent(key);
    Object stored;
    if (kept == null) {
      misses++;
      stored = readForWriter(key);
      if (stored != null) {
        cache.put(key, kept(stored));
      }
    } else {
      hits++;
      stored = unpacked(kept);
    }
    return working.loaded(key, stored, value(stored));
  }

  /// By the writer: nothing is committed while the trees' iterator is open.
  private @Nullable Object readForWriter(Key<?> key) {
    if (key instanceof Key.OfMentions) {
      throw new Snapshot.Unloaded(Set.of(key)); // not kept here: whoever asks reads the record
    }
    if (!(key instanceof Key.Tree tree)) {
      return disk.read(key, scratch);
    }
    if (openTrees == null) {
      openTrees = rocks.trees();
    }
    return disk.read(tree, openTrees);
  }

  private void endWork() {
    working.clear();
    hitsShown = hits;
    missesShown = misses;
    if (openTrees != null) {
      openTrees.close();
      openTrees = null;
    }
  }

  /// Whether a source's events are remembered for ever. A source never changes its kind.
  private boolean imported(int source) {
    return isImport(resident.get(new Key.Source(source)));
  }

  /// For the writer: the source may have been staged in the same batch.
  private boolean importedByNow(int source) {
    return isImport(get(new Key.Source(source)));
  }

  private static boolean isImport(@Nullable Object source) {
    return source instanceof Source known && known.kind() == SourceKind.IMPORT;
  }

  /// The form in which the cache keeps what is stored.
  private static Object kept(Object stored) {
    return stored instanceof StoredTree tree ? tree.kept() : stored;
  }

  /// What is stored, out of the form in which the cache keeps it.
  private static @Nullable Object unpacked(@Nullable Object kept) {
    return kept instanceof PackedTree tree ? TreeRows.unpack(tree) : kept;
  }

  /// What the core sees of what the store keeps.
  private static @Nullable Object value(@Nullable Object stored) {
    return stored instanceof StoredTree tree ? tree.tree() : stored;
  }

  // A key's type says what stands under it.
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <V> @Nullable V cast(@Nullable Object value) {
    return (V) value;
  }

  /// Answers every key: to read one now costs no more than to read it ahead, and spares the core
  /// from deciding again.
  @Override
  public <V> @Nullable V get(Key<V> key) {
    var slot = working.find(key);
    if (slot != null) {
      return cast(slot.value());
    }
    return cast(isResident(key) ? resident.get(key) : loaded(key).value());
  }

  @Override
  public void stage(List<Change> changes) {
    changes.forEach(working::stage);
  }

  @Override
  public void rollback() {
    endWork();
  }

  @Override
  public void commit(long position, byte[] outbox) {
    if (position <= this.position) {
      throw new IllegalArgumentException(
          "position " + position + " does not follow " + this.position);
    }
    write(position, outbox);
  }

  @Override
  public void commitBeside() {
    write(position, new byte[0]);
  }

  private void write(long position, byte[] outbox) {
    loadWhatIsReplaced();
    StateCounts after;
    try {
      after = commit.write(working.staged(), this.position, counts, position, outbox);
      healthy = true;
    } catch (StateFailure e) {
      healthy = false;
      throw e;
    }
    publish();
    counts = after;
    this.position = position;
    commit.settle(position, durablePosition);
    endWork();
  }

  /// Counts, and the number of a value's rows, need what was there before.
  private void loadWhatIsReplaced() {
    for (var slot : working.staged()) {
      if (!slot.loaded() && !isResident(slot.key()) && !(slot.key() instanceof Key.Seen)) {
        loaded(slot.key());
      }
    }
  }

  /// Shows what was written to all readers.
  private void publish() {
    for (var slot : working.staged()) {
      var key = slot.key();
      if (key instanceof Key.Seen) {
        continue;
      }
      Map<Key<?>, Object> at = isResident(key) ? resident : cache.asMap();
      var stored = slot.written();
      if (stored == null || key instanceof Key.OfProfile) {
        // The ids of profiles are looked up by readers only, and seldom.
        at.remove(key);
      } else {
        at.put(key, kept(stored));
      }
    }
  }

  @Override
  public <V> @Nullable V read(Key<V> key) {
    if (isResident(key)) {
      return cast(resident.get(key));
    }
    return cast(value(unpacked(key instanceof Key.Seen ? readBeside(key) : cached(key))));
  }

  @Override
  public <V> Look<V> look(Key<V> key) {
    if (isResident(key) || key instanceof Key.Seen) {
      return State.super.look(key);
    }
    var kept = cached(key);
    return new Look<>(cast(value(unpacked(kept))), kept);
  }

  /// From the cache, or else from disk into the cache. Whoever commits the key meanwhile waits, so
  /// that no old value comes into the cache after a new one.
  @SuppressWarnings("NullAway") // what is not there is not cached
  private @Nullable Object cached(Key<?> key) {
    return cache.get(key, this::readBeside);
  }

  private @Nullable Object readBeside(Key<?> key) {
    var stored = rocks.reading(() -> disk.read(key, new Encoder()));
    return stored == null ? null : kept(stored);
  }

  @Override
  public SortedMap<Integer, Seen> trace(String messageId) {
    return rocks.reading(() -> disk.trace(messageId));
  }

  @Override
  public <V> void forEach(Class<? extends Key<V>> kind, BiConsumer<Key<V>, V> reader) {
    rocks.reading(() -> {
      disk.each(kind, (key, value) -> visit(key, value, reader));
      return true;
    });
  }

  @SuppressWarnings("unchecked") // a kind's keys and what stands under them
  private static <V> void visit(Key<?> key, Object value, BiConsumer<Key<V>, V> reader) {
    reader.accept((Key<V>) key, (V) value);
  }

  @Override
  public <V> void from(Key<V> first, BiPredicate<Key<V>, V> reader) {
    rocks.reading(() -> {
      disk.from(first, (key, value) -> enough(key, value, reader));
      return true;
    });
  }

  @SuppressWarnings("unchecked") // a column's keys and what stands under them
  private static <V> boolean enough(Key<?> key, Object value, BiPredicate<Key<V>, V> reader) {
    return reader.test((Key<V>) key, (V) value);
  }

  @Override
  public Picture picture() {
    var frozen = rocks.frozen();
    try {
      return new RocksPicture(frozen, this::imported);
    } catch (RuntimeException e) {
      frozen.close();
      throw e;
    }
  }

  @Override
  public void outbox(long from, OutboxReader reader) {
    rocks.reading(() -> {
      disk.outbox(from, reader);
      return true;
    });
  }

  @Override
  public void forgetOutbox(long below) {
    rocks.reading(() -> {
      rocks.deleteBelow(Column.OUTBOX, KeyBytes.position(below));
      return true;
    });
  }

  @Override
  public Touch.Kept keepTouches() {
    return rocks.reading(() -> touches.keep(position));
  }

  @Override
  public void touches(long after, Touch.Reader reader) {
    rocks.reading(() -> {
      touches.each(after, reader);
      return true;
    });
  }

  @Override
  public void forgetTouches(long upTo) {
    rocks.reading(() -> {
      touches.forget(upTo);
      return true;
    });
  }

  @Override
  public long flush() {
    synchronized (flushing) {
      var committed = position;
      try {
        rocks.flush();
        healthy = true;
      } catch (StateFailure e) {
        healthy = false;
        throw e;
      }
      durablePosition = committed;
      return committed;
    }
  }

  @Override
  public long durablePosition() {
    return durablePosition;
  }

  @Override
  public StateCounts counts() {
    return counts;
  }

  @Override
  public StateMeasures measures() {
    return rocks.reading(() ->
        new StateMeasures(
            rocks.property(ON_DISK),
            PROFILES.stream().mapToLong(column -> rocks.property(column, ON_DISK)).sum(),
            rocks.nativeBytes(),
            cache.policy().eviction().orElseThrow().weightedSize().orElse(0),
            hitsShown,
            missesShown));
  }

  @Override
  public boolean healthy() {
    return healthy;
  }

  @Override
  public void close() {
    if (rocks.isClosed()) {
      return;
    }
    try {
      flush();
    } finally {
      abandon();
    }
  }

  @Override
  public void abandon() {
    if (rocks.isClosed()) {
      return;
    }
    endWork();
    commit.close();
    rocks.close();
  }
}
