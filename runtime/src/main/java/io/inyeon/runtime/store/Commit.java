package io.inyeon.runtime.store;

import io.inyeon.core.Key;
import io.inyeon.core.Seen;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.unify.Suppressions;
import io.inyeon.core.unify.Tree;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// Turns staged values into rows, and writes them at once.
final class Commit implements AutoCloseable {
  private final Rocks rocks;
  private final RowBatch batch;
  private final TreeRows trees;
  private final SeenColumns seen;
  private final TouchRows touches;
  private final QueueHeads queues;
  private final IntPredicate imported;
  private final Committed committed;
  private final Encoder scratch = new Encoder();

  /// What is committed.
  @FunctionalInterface
  interface Committed {
    <V> @Nullable V read(Key<V> key);
  }

  /// Writes to a database.
  ///
  /// @param imported whether a source's events are remembered for ever
  /// @param committed what stood there before
  Commit(
      Rocks rocks,
      RowBatch batch,
      TreeRows trees,
      SeenColumns seen,
      TouchRows touches,
      QueueHeads queues,
      IntPredicate imported,
      Committed committed) {
    this.rocks = rocks;
    this.batch = batch;
    this.trees = trees;
    this.seen = seen;
    this.touches = touches;
    this.queues = queues;
    this.imported = imported;
    this.committed = committed;
  }

  /// Writes everything or nothing, and says in each slot what is on disk then.
  ///
  /// @param before the position and the counts so far
  /// @return the counts from now on
  StateCounts write(
      List<WorkingSet.Slot> staged, long before, StateCounts counts, long position, byte[] outbox) {
    batch.clear();
    seen.begin();
    touches.begin();
    queues.clear();
    long treesMore = 0;
    long identifiersMore = 0;
    long accountsMore = 0;
    for (var slot : staged) {
      collect(slot);
      var more = (slot.value() == null ? 0 : 1) - (slot.stored() == null ? 0 : 1);
      if (slot.key() instanceof Key.Tree) {
        treesMore += more;
      } else if (slot.key() instanceof Key.OfIdentifier) {
        identifiersMore += more;
      } else if (slot.key() instanceof Key.Account) {
        accountsMore += more;
      }
    }
    touches.end(batch, position);
    var after = counts.plus(treesMore, identifiersMore, accountsMore);
    meta(before, position, after);
    if (outbox.length > 0) {
      scratch.reset().octet(Records.VERSION).raw(outbox, 0, outbox.length);
      batch.put(rocks.column(Column.OUTBOX), KeyBytes.position(position), scratch);
    }
    batch.write();
    queues.written();
    return after;
  }

  private void meta(long before, long position, StateCounts counts) {
    var meta = rocks.column(Column.META);
    if (before == 0) {
      batch.putSmall(meta, KeyBytes.FORMAT, Meta.numbers(Meta.FORMAT));
    }
    batch.putSmall(meta, KeyBytes.POSITION, Meta.numbers(position));
    batch.putSmall(
        meta,
        KeyBytes.COUNTS,
        Meta.numbers(counts.trees(), counts.identifiers(), counts.accounts()));
    seen.note(batch, meta);
  }

  /// Ends a commit that was written and that readers see.
  void settle(long position, long durablePosition) {
    batch.settle();
    seen.settle(position);
    seen.expire(durablePosition);
  }

  private void collect(WorkingSet.Slot slot) {
    switch (slot.key()) {
      case Key.Tree _ -> tree(slot);
      case Key.Seen key -> seen(key, (Seen) slot.value());
      case Key.OfRights key -> {
        point(slot);
        suppression(key);
      }
      case Key.OfMentions _ -> throw new IllegalStateException("a change of what is on record");
      case Key.OfIdentifier _,
          Key.Account _,
          Key.OfJoined _,
          Key.OfAccountChange _,
          Key.OfMemberCount _,
          Key.OfShare _,
          Key.OfMembersCounted _,
          Key.IdleLink _,
          Key.OfCut _,
          Key.OfStewardLinks _,
          Key.Estranged _,
          Key.OfSpans _,
          Key.OfLogins _,
          Key.OfProfile _,
          Key.Source _,
          Key.OfUndone _,
          Key.Outcomes _,
          Key.Access _,
          Key.OfRules _,
          Key.OfSavedRules _,
          Key.OfSegment _,
          Key.OfSegmentVersion _,
          Key.OfSegmentSize _,
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
          Key.NextTree _ ->
          point(slot);
    }
  }

  private void tree(WorkingSet.Slot slot) {
    var before = (StoredTree) slot.stored();
    var now = (Tree) slot.value();
    if (now != null) {
      slot.written(trees.put(batch, before, now));
      touches.add(now.id(), trees.written(), trees.latest());
    } else if (before != null) {
      trees.remove(batch, before);
      slot.written(null);
      touches.add(before.tree().id(), Touch.Kind.GONE, Long.MIN_VALUE);
    }
  }

  /// Whoever holds an address that is suppressed, or is so no more, is to be looked at again. Who
  /// comes to hold it in this very commit is touched by that.
  private void suppression(Key.OfRights key) {
    if (key.room().equals(Suppressions.ROOM)) {
      var address = committed.read(new Key.OfProfile(Suppressions.subject(key.id())));
      var holder = address == null ? null : committed.read(new Key.OfIdentifier(address));
      if (holder != null) {
        touches.add(holder.tree(), Touch.Kind.CONSENTED, Long.MIN_VALUE);
      }
    }
  }

  private void seen(Key.Seen key, @Nullable Seen now) {
    var forEver = imported.test(key.source());
    var bytes = KeyBytes.of(key, scratch);
    if (now == null) {
      seen.remove(batch, bytes, forEver);
    } else {
      seen.put(batch, bytes, now, forEver, Records.write(scratch, key, now));
    }
  }

  private void point(WorkingSet.Slot slot) {
    var column = Column.of(slot.key());
    var bytes = KeyBytes.of(slot.key(), scratch);
    var value = slot.value();
    slot.written(value);
    if (value instanceof Occurrences now) {
      occurrences(bytes, slot, now);
    } else if (value == null) {
      batch.delete(rocks.column(column), bytes);
    } else {
      batch.put(rocks.column(column), bytes, Records.write(scratch, slot.key(), value));
      queues.put(column, bytes);
    }
  }

  /// Of what was only added to, nothing else is written again.
  private void occurrences(byte[] key, WorkingSet.Slot slot, Occurrences now) {
    var column = rocks.column(Column.OCCURRENCES);
    var added = slot.stored() instanceof Occurrences before ? now.addedTo(before) : null;
    if (added == null
        || (!added.isEmpty()
            && !batch.append(column, key, OccurrencesCodec.added(scratch, added)))) {
      batch.putToGrow(column, key, Records.write(scratch, slot.key(), now), Occurrences.SINCE);
    }
  }

  @Override
  public void close() {
    batch.close();
  }
}
