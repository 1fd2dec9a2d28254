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

  /// Everybody has been looked at, or every member of an account. What asked for it again meanwhile
  /// goes on asking.
  public static Decided swept(Entry.Swept swept, Snapshot before) {
    var account = new Key.OfAccountChange(swept.since());
    if (before.get(account) != null) {
      return new Decided(null, List.of(new Change.Remove<>(account)), List.of());
    }
    var key = new Key.OfSweep();
    var since = before.get(key);
    return new Decided(
        null,
        since != null && since == swept.since() ? List.of(new Change.Remove<>(key)) : List.of(),
        List.of());
  }
}
