package io.inyeon.core;

import io.inyeon.core.Change.Put;
import io.inyeon.core.Change.Remove;
import io.inyeon.core.Decision.Decided;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.segment.Departure;
import io.inyeon.core.unify.Eraser;
import io.inyeon.core.unify.Erasure;
import io.inyeon.core.unify.ErasuresSoFar;
import java.util.ArrayList;
import java.util.List;

/// What erasing a person means for all of state: who is who, segments, and that they do not come
/// back.
public final class Erasures {
  /// Why an event of an erased person is dropped.
  public static final String REFUSED = "erased";

  private Erasures() {}

  static boolean refused(Reading reading) {
    return reading instanceof Reading.Unwanted(_, var reason) && reason.equals(REFUSED);
  }

  /// A person goes. Nothing comes of it when nobody is known by that name.
  static Decided erased(Entry.PersonErased entry, Snapshot before, Rules rules) {
    var taken = Eraser.erase(entry, before, rules);
    var leftover = taken.leftover();
    if (leftover == null) {
      return taken.decided();
    }
    var changes = new ArrayList<>(taken.decided().changes());
    Departure.leave(taken.part(), leftover.fragments(), before, rules, changes);
    changes.add(new Put<>(new Key.OfLeftover(entry.id()), leftover));
    remember(leftover.erasure(), before, changes);
    return Pipeline.followed(
        entry, new Decided(null, changes, taken.decided().effects()), before, rules);
  }

  /// What lies beside state is clear of them. In a state that was made anew this entry is the first
  /// to tell of them.
  static Decided kept(Entry.ErasureKept entry, Snapshot before, Rules rules) {
    var erasure = entry.erasure();
    var key = new Key.OfErasure(erasure.id());
    if (before.get(key) != null && before.get(new Key.OfLeftover(erasure.id())) == null) {
      return new Decided(null, List.of(), List.of()); // said twice after a crash
    }
    var leftover = before.get(new Key.OfLeftover(erasure.id()));
    if (leftover == null) {
      var haunted = Eraser.haunted(erasure, before, rules);
      var changes = new ArrayList<>(haunted.changes());
      remember(erasure, before, changes);
      changes.add(new Put<>(key, erasure));
      return new Decided(null, changes, haunted.effects());
    }
    var changes = new ArrayList<Change>();
    changes.add(new Remove<>(new Key.OfLeftover(erasure.id())));
    changes.add(new Put<>(key, erasure));
    for (var past : entry.pasts()) {
      changes.add(
          new Remove<>(
              new Key.OfPast(leftover.gone().get(past.whose()), past.cause(), past.ordinal())));
    }
    return new Decided(null, changes, List.of());
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
        new Put<>(
            new Key.OfErasures(), (all == null ? ErasuresSoFar.NONE : all).and(erasure)));
  }
}
