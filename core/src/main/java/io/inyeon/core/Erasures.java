package io.inyeon.core;

import io.inyeon.core.Change.Put;
import io.inyeon.core.Change.Remove;
import io.inyeon.core.Decision.Decided;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Departure;
import io.inyeon.core.unify.Eraser;
import io.inyeon.core.unify.Erasure;
import io.inyeon.core.unify.ErasuresSoFar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What erasing a person means for all of state: who is who, segments, and that they do not come
/// back.
public final class Erasures {
  /// Why an event of an erased person is dropped.
  public static final String REFUSED = "erased";

  /// The room of [Key.OfRights] that says since when nobody can read who was erased: `at`,
  /// milliseconds since 1970, by the erasure's id.
  public static final String EFFECTIVE = "effective";

  /// The room that says that all but state, search and read-model is clear of them on the disk, so
  /// that the next state that is made anew leaves out what was still to be cleared.
  public static final String CLEARING = "clearing";

  /// The room that says since when nothing of them is on the disk.
  public static final String SCRUBBED = "scrubbed";

  private Erasures() {}

  static boolean refused(Reading reading) {
    return reading instanceof Reading.Unwanted(_, var reason, _) && reason.equals(REFUSED);
  }

  /// A person goes. Nothing comes of it when nobody is known by that name.
  static Decided erased(Entry.PersonErased entry, Snapshot before, Rules rules) {
    var taken = Eraser.erase(entry, before, rules);
    var leftover = taken.leftover();
    if (leftover == null) {
      return taken.decided();
    }
    var changes = new ArrayList<>(taken.decided().changes());
    Departure.leave(
        taken.part(), leftover.fragments(), entry.at(), entry.position(), before, rules, changes);
    changes.add(new Put<>(new Key.OfLeftover(entry.id()), leftover));
    remember(leftover.erasure(), before, changes);
    return Pipeline.followed(
        entry, new Decided(null, changes, taken.decided().effects()), before, rules);
  }

  /// What lies beside state is clear of them, so that nobody can read them any more. In a state
  /// that was made anew this entry is the first to tell of them.
  static Decided kept(Entry.ErasureKept entry, Snapshot before, Rules rules) {
    var erasure = entry.erasure();
    var key = new Key.OfErasure(erasure.id());
    var changes = new ArrayList<Change>();
    if (before.get(key) != null) {
      return new Decided(null, changes, List.of()); // said twice after a crash
    }
    var leftover = before.get(new Key.OfLeftover(erasure.id()));
    changes.add(new Put<>(key, erasure));
    changes.add(new Put<>(new Key.OfRights(EFFECTIVE, erasure.id()), at(entry.at())));
    if (leftover == null) {
      var haunted = Eraser.haunted(erasure, before, rules);
      changes.addAll(haunted.changes());
      remember(erasure, before, changes);
      return new Decided(null, changes, haunted.effects());
    }
    for (var past : entry.pasts()) {
      changes.add(
          new Remove<>(
              new Key.OfPast(leftover.gone().get(past.whose()), past.cause(), past.ordinal())));
    }
    return new Decided(null, changes, List.of());
  }

  /// Nothing is left of them anywhere.
  static Decided scrubbed(Entry.ErasuresScrubbed entry, Snapshot before) {
    var changes = new ArrayList<Change>();
    for (var id : entry.erasures()) {
      if (before.get(new Key.OfLeftover(id)) != null) {
        changes.add(new Remove<>(new Key.OfLeftover(id)));
      }
      changes.add(new Put<>(new Key.OfRights(SCRUBBED, id), at(entry.at())));
    }
    return new Decided(null, changes, List.of());
  }

  private static Value.Fields at(long time) {
    return new Value.Fields(Map.of("at", new Value.Decimal(BigDecimal.valueOf(time))));
  }

  private static void remember(Erasure erasure, Snapshot before, List<Change> changes) {
    for (var hash : erasure.gone()) {
      var tombstone = new Key.OfTombstone(hash);
      var known = before.get(tombstone);
      changes.add(
          new Put<>(tombstone, known == null ? erasure.until() : Math.max(known, erasure.until())));
    }
    var all = before.get(new Key.OfErasures());
    changes.add(
        new Put<>(new Key.OfErasures(), (all == null ? ErasuresSoFar.NONE : all).and(erasure)));
  }
}
