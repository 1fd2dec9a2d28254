package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Seen;
import io.inyeon.runtime.store.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Compares two states of the same position that should be the same, key by key.
///
/// Of the memory of duplicates only one in [#SEEN_SAMPLE] is compared, since that has one for each
/// event; everything else is compared whole.
final class Sameness {
  static final int SEEN_SAMPLE = 16;
  private static final int EXAMPLES = 100;

  private final Picture before;
  private final Picture after;
  private final AtomicBoolean cancelled;
  private long compared;
  private long different;
  private final List<String> examples = new ArrayList<>();

  /// What came of it.
  ///
  /// @param different keys under which not the same stands on both sides
  /// @param examples the first of them
  record Result(long compared, long different, List<String> examples) {
    Result {
      examples = List.copyOf(examples);
    }
  }

  Sameness(Picture before, Picture after, AtomicBoolean cancelled) {
    this.before = before;
    this.after = after;
    this.cancelled = cancelled;
  }

  Result compare() {
    kind(Key.Tree.class);
    kind(Key.OfIdentifier.class);
    kind(Key.IdleLink.class);
    kind(Key.OfStewardLinks.class);
    kind(Key.Estranged.class);
    kind(Key.OfSpans.class);
    kind(Key.OfLogins.class);
    kind(Key.OfCut.class);
    kind(Key.OfProfile.class);
    kind(Key.Account.class);
    kind(Key.Source.class);
    kind(Key.Outcomes.class);
    kind(Key.Access.class);
    kind(Key.OfRules.class);
    kind(Key.OfSavedRules.class);
    kind(Key.NextTree.class);
    kind(Key.OfPurpose.class);
    kind(Key.OfPurposeVersion.class);
    kind(Key.OfPlan.class);
    kind(Key.OfPlanVersion.class);
    kind(Key.OfTransformations.class);
    kind(Key.OfTransformationsVersion.class);
    kind(Key.OfQuarantineGroup.class);
    kind(Key.OfHeld.class);
    kind(Key.OfHeldPerson.class);
    kind(Key.OfGroupsOfSource.class);
    kind(Key.OfRepair.class);
    kind(Key.OfErasure.class);
    kind(Key.OfErasures.class);
    kind(Key.OfTombstone.class);
    kind(Key.OfRights.class);
    kind(Key.OfSegment.class);
    kind(Key.OfSegmentVersion.class);
    kind(Key.OfComputedTraitVersion.class);
    kind(Key.OfSynonyms.class);
    kind(Key.OfUndone.class);
    seen();
    return new Result(compared, different, examples);
  }

  private <V> void kind(Class<? extends Key<V>> kind) {
    before.beside(
        after,
        kind,
        new Picture.Beside<V>() {
          @Override
          public void same() {
            next();
          }

          @Override
          public void unlike(Key<V> key, @Nullable V here, @Nullable V there) {
            next();
            if (!Objects.equals(here, there)) {
              differs(key);
            }
          }
        });
  }

  private void seen() {
    before.forEach(
        Key.Seen.class,
        (Key<Seen> key, Seen seen) -> {
          if (sampled(key)) {
            next();
            if (!seen.equals(after.read(key))) {
              differs(key);
            }
          }
        });
    after.forEach(
        Key.Seen.class,
        (Key<Seen> key, Seen _) -> {
          if (sampled(key) && before.read(key) == null) {
            next();
            differs(key);
          }
        });
  }

  private static boolean sampled(Key<?> key) {
    return key instanceof Key.Seen seen && seen.messageId().hashCode() % SEEN_SAMPLE == 0;
  }

  private void next() {
    if (cancelled.get()) {
      throw new CancellationException("cancelled");
    }
    compared++;
  }

  private void differs(Key<?> key) {
    different++;
    if (examples.size() < EXAMPLES) {
      examples.add(key.toString());
    }
  }
}
