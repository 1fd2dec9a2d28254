package io.inyeon.core.segment;

import io.inyeon.core.Change;
import io.inyeon.core.Decision.Decided;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/// What saving a segment means.
///
/// One that is new, or asks something new, has its history counted first; from then on it has
/// members, and everybody is looked at once. One that only got another name goes on as it is.
public final class Definitions {
  private Definitions() {}

  /// An operator saved a version.
  public static Decided saved(Entry.SegmentSaved saved, Snapshot before, Rules rules) {
    var segment = saved.segment();
    var key = new Key.OfSegment(segment.id());
    var known = before.get(key);
    var active = segment.status() == Segment.Status.ACTIVE;
    var inUse = known != null && known.status() == Segment.Status.ACTIVE ? known : null;
    var kept = inUse != null && inUse.condition().equals(segment.condition()) ? inUse : null;
    var now =
        new Segment(
            segment.id(),
            segment.name(),
            segment.folder(),
            segment.labels(),
            segment.status(),
            segment.version(),
            active && kept != null && kept.filled(),
            !active
                ? Collections.emptySortedMap()
                : kept != null
                    ? kept.epochs()
                    : rules.segments().epochs(segment.condition(), saved.position()),
            segment.condition());
    var changes = new ArrayList<Change>();
    changes.add(new Change.Put<>(key, now));
    changes.add(new Change.Put<>(new Key.OfSegmentVersion(now.id(), now.version()), now));
    var filling = new Key.OfFilling(now.id());
    var begun = before.get(filling);
    if (active && !now.filled()) {
      var upTo = kept != null && begun != null ? begun.upTo() : saved.position();
      var done = kept != null && begun != null ? begun.done() : 0;
      changes.add(new Change.Put<>(filling, new Filling(now.version(), upTo, done)));
    } else if (begun != null) {
      changes.add(new Change.Remove<>(filling));
    }
    if (inUse != null && !active) {
      changes.add(new Change.Put<>(new Key.OfSweep(), saved.position()));
    }
    return new Decided(null, changes, List.of());
  }

  /// Its history is counted.
  public static Decided filled(Entry.SegmentFilled filled, Snapshot before) {
    return asked(decided(filled, before), before);
  }

  private static Decided decided(Entry.SegmentFilled filled, Snapshot before) {
    var key = new Key.OfSegment(filled.segment());
    var segment = before.get(key);
    if (segment == null
        || segment.version() != filled.version()
        || segment.status() != Segment.Status.ACTIVE
        || segment.filled()) {
      return new Decided(null, List.of(), List.of());
    }
    return new Decided(
        null,
        List.of(
            new Change.Put<>(key, segment.withHistory()),
            new Change.Remove<>(new Key.OfFilling(segment.id())),
            new Change.Put<>(new Key.OfSweep(), filled.position())),
        List.of());
  }

  /// From now on members of accounts are counted, when something that is in use now asks for it.
  static Decided asked(Decided decided, Snapshot before) {
    var changes = new ArrayList<>(decided.changes());
    for (var change : decided.changes()) {
      var asks =
          switch (change) {
            case Change.Put<?>(Key.OfSegment _, Segment segment) -> asksMembers(segment);
            case Change.Put<?>(Key.OfComputedTrait _, ComputedTrait trait) -> asksMembers(trait);
            case Change.Put<?> _, Change.Remove<?> _ -> false;
          };
      if (asks && before.get(new Key.OfMembersCounted()) == null) {
        changes.add(new Change.Put<>(new Key.OfMembersCounted(), MembersCounted.BEGUN));
      }
    }
    return new Decided(decided.outcome(), changes, decided.effects());
  }

  /// Whether a segment that is in use asks anything of the members of accounts.
  public static boolean asksMembers(Segment segment) {
    return segment.live() && !Uses.of(segment.condition()).members().isEmpty();
  }

  /// Whether a computed trait that is in use does.
  public static boolean asksMembers(ComputedTrait trait) {
    return trait.live() && !Uses.of(trait.formula()).members().isEmpty();
  }

  /// Everybody has been looked at. What asked for it again meanwhile goes on asking; and where
  /// members of accounts were counted for the first time, everybody is looked at once more, by what
  /// these counts say now.
  public static Decided swept(Entry.Swept swept, Snapshot before, Rules rules) {
    var key = new Key.OfSweep();
    var since = before.get(key);
    if (since == null || since != swept.since()) {
      return new Decided(null, List.of(), List.of());
    }
    var known = rules.segments().membersCounted();
    if (known == null) {
      return new Decided(null, List.of(new Change.Remove<>(key)), List.of());
    }
    var whole = new TreeSet<Long>();
    for (var each : rules.segments().counted()) {
      if (!each.waiting() || each.whole()) {
        whole.add(each.id());
      }
    }
    var changes = new ArrayList<Change>();
    changes.add(
        known.whole().containsAll(whole)
            ? new Change.Remove<>(key)
            : new Change.Put<>(key, swept.position()));
    if (rules.segments().counted().isEmpty()) {
      changes.add(new Change.Remove<>(new Key.OfMembersCounted()));
    } else if (!known.whole().equals(whole)) {
      changes.add(new Change.Put<>(new Key.OfMembersCounted(), new MembersCounted(whole)));
    }
    return new Decided(null, changes, List.of());
  }
}
