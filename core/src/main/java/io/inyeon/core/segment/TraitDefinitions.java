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
import org.jspecify.annotations.Nullable;

/// What saving a computed trait means.
///
/// One that is new, or asks something new, has its history counted first; from then on it has
/// values, and whoever's memberships depend on it is looked at once. Its values are worked out when
/// they are asked for.
public final class TraitDefinitions {
  private static final Decided NOTHING = new Decided(null, List.of(), List.of());

  private TraitDefinitions() {}

  /// An operator saved a version.
  public static Decided saved(Entry.ComputedTraitSaved saved, Snapshot before, Rules rules) {
    var trait = saved.trait();
    var key = new Key.OfComputedTrait(trait.id());
    var known = before.get(key);
    var inUse = known != null && known.active() ? known : null;
    var same = inUse != null && inUse.formula().equals(trait.formula()) ? inUse : null;
    var now =
        new ComputedTrait(
            trait.heading(),
            trait.version(),
            trait.active() && same != null && same.filled(),
            !trait.active()
                ? Collections.emptySortedMap()
                : same != null
                    ? same.epochs()
                    : rules.segments().epochs(trait.formula(), saved.position()),
            trait.formula(),
            same == null ? null : same.measured());
    var changes = new ArrayList<Change>();
    changes.add(new Change.Put<>(key, now));
    changes.add(new Change.Put<>(new Key.OfComputedTraitVersion(now.id(), now.version()), now));
    var filling = new Key.OfFilling(now.filling());
    var begun = before.get(filling);
    if (now.active() && !now.filled()) {
      var upTo = same != null && begun != null ? begun.upTo() : saved.position();
      var done = same != null && begun != null ? begun.done() : 0;
      changes.add(new Change.Put<>(filling, new Filling(now.version(), upTo, done)));
    } else if (begun != null) {
      changes.add(new Change.Remove<>(filling));
    }
    if (inUse != null
        && !now.active()
        && (rules.segments().depends(now.id()) || Definitions.asksMembers(inUse))) {
      changes.add(new Change.Put<>(new Key.OfSweep(), saved.position()));
    }
    return new Decided(null, changes, List.of());
  }

  /// Its history is counted.
  public static Decided filled(Entry.ComputedTraitFilled filled, Snapshot before, Rules rules) {
    var key = new Key.OfComputedTrait(filled.trait());
    var trait = before.get(key);
    if (trait == null || trait.version() != filled.version() || !trait.active() || trait.filled()) {
      return NOTHING;
    }
    var changes = new ArrayList<Change>();
    changes.add(new Change.Put<>(key, trait.withHistory()));
    changes.add(new Change.Remove<>(new Key.OfFilling(trait.filling())));
    if (rules.segments().depends(trait.id()) || Definitions.asksMembers(trait.withHistory())) {
      changes.add(new Change.Put<>(new Key.OfSweep(), filled.position()));
    }
    return Definitions.asked(new Decided(null, changes, List.of()), before);
  }

  /// Its quintiles were worked out.
  public static Decided measured(Entry.CutsMeasured measured, Snapshot before, Rules rules) {
    var key = new Key.OfComputedTrait(measured.trait());
    var trait = before.get(key);
    if (trait == null
        || trait.version() != measured.version()
        || !trait.live()
        || !trait.formula().measured()) {
      return NOTHING;
    }
    var changes = new ArrayList<Change>();
    changes.add(new Change.Put<>(key, trait.with(measured.cuts())));
    if (rules.segments().depends(trait.id()) && !sameCuts(trait.measured(), measured.cuts())) {
      changes.add(new Change.Put<>(new Key.OfSweep(), measured.position()));
    }
    return new Decided(null, changes, List.of());
  }

  private static boolean sameCuts(@Nullable Cuts one, Cuts other) {
    return one != null
        && one.recency().equals(other.recency())
        && one.frequency().equals(other.frequency())
        && one.monetary().equals(other.monetary());
  }
}
