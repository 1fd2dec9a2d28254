package io.inyeon.runtime.store;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.Seen;
import io.inyeon.core.Snapshot;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Everything that is known now, as far as the log has been decided: a function of the log's
/// entries up to [#position].
///
/// One writer thread calls `load`, `get`, `stage`, `commit`, `rollback` and at last `close`. Every
/// other method may be called by any thread at any time. Commits survive a crash from the last
/// flush on only by luck, but never in part: what a crash leaves behind is exactly the state after
/// some commit that is no older than [#durablePosition], and the log says the rest.
///
/// Every method throws [StateFailure] when the storage fails.
public interface State extends Snapshot, AutoCloseable {
  /// The position of the last entry whose changes are committed; 0 before the first.
  long position();

  /// Brings keys into the writer's working set, those under which nothing stands, too. They stay
  /// there until the next commit or rollback.
  void load(Set<Key<?>> keys);

  /// What stands under the key for the writer: staged, or else committed. Sources, counts, access
  /// keys, the rules and the next tree's number never need loading; anything else may.
  ///
  /// @throws Snapshot.Unloaded when it is not in the working set, if this state is one that minds
  @Override
  <V> @Nullable V get(Key<V> key);

  /// Makes changes visible to the writer's next `get`, and to nobody else.
  void stage(List<Change> changes);

  /// Makes everything that was staged true for all, at once; each key counts once, with its last
  /// value. On a failure nothing has become true, and the same call may be made again.
  ///
  /// @param position of the last entry that led to these changes; above the one before
  /// @param outbox what is to be told to the world, kept until it is forgotten; empty for nothing
  void commit(long position, byte[] outbox);

  /// Makes what was staged true without a new entry: work on what is on record already, which goes
  /// on after a crash from where a commit left it.
  void commitBeside();

  /// Forgets what was staged.
  void rollback();

  /// What stands under the key, committed. Two reads need not see the same commit.
  <V> @Nullable V read(Key<V> key);

  /// What stands under the key, committed, and by what to tell later whether it still does.
  default <V> Look<V> look(Key<V> key) {
    var value = read(key);
    return new Look<>(value, value);
  }

  /// What a look at a key has found.
  ///
  /// @param stored equal to that of another look at the key just when the same stands there; to
  ///   compare it is cheap
  record Look<V>(@Nullable V value, @Nullable Object stored) {}

  /// What became of the events with this messageId, of every source.
  SortedMap<Integer, Seen> trace(String messageId);

  /// Everything committed of one kind, in an order that stays the same; e.g.
  /// `forEach(Key.Source.class, (key, source) -> ...)`.
  <V> void forEach(Class<? extends Key<V>> kind, BiConsumer<Key<V>, V> reader);

  /// Everything committed from a key on, in the order of the keys' bytes, until the reader has
  /// enough: of timers, members, standings, occurrences, facts and erasures; of one kind of key
  /// only. A member's key follows those of its segment in the order of its identifier's bytes, a
  /// timer's in the order of its time.
  <V> void from(Key<V> first, BiPredicate<Key<V>, V> reader);

  /// What is committed now, kept as it is for as long as it takes to look at it.
  Picture picture();

  /// Rows of the outbox from a position on, oldest first, until the reader has enough.
  void outbox(long from, OutboxReader reader);

  /// Forgets the outbox's rows below a position. After a crash some of them may be there again.
  void forgetOutbox(long below);

  /// Keeps, from the next commit on, which trees each commit touched; for good.
  ///
  /// @return since when it does so, which may be long ago
  Touch.Kept keepTouches();

  /// The touches of the commits after a position, oldest first, as far as they are kept. A tree may
  /// come several times.
  void touches(long after, Touch.Reader reader);

  /// Forgets the touches of commits up to a position. After a crash some of them may be there
  /// again.
  void forgetTouches(long upTo);

  /// Makes what is committed survive a crash.
  ///
  /// @return the position up to which it does
  long flush();

  /// The position up to which everything is sure to survive a crash.
  long durablePosition();

  /// How much there is.
  StateCounts counts();

  /// What it takes.
  StateMeasures measures();

  /// Whether the last attempt to write succeeded; a disk that was full is noticed to have space
  /// again by the next attempt.
  boolean healthy();

  /// Ends without flushing, as a crash would.
  void abandon();

  /// Flushes and ends.
  @Override
  void close();

  /// Takes rows of the outbox.
  @FunctionalInterface
  interface OutboxReader {
    /// Takes a row.
    ///
    /// @param position that it was committed with
    /// @return whether to go on with the next one
    boolean row(long position, byte[] row);
  }
}
