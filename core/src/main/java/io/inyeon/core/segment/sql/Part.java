package io.inyeon.core.segment.sql;

import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Track;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a condition that looks at what happened: of some people, or of everybody, not SQL but
/// the evaluator says what it answers, in `heavy(leaf, person, answer)`.
///
/// Of people with more events than are kept one by one always; of everybody with any events where
/// `told` names them.
///
/// @param condition on events, a sequence, or on a computed trait
/// @param computed what its trait is; `null` for another condition
/// @param tracks one SELECT of `person`, `time` and the kept pieces for each track, of those whose
///   `person` is in the table `candidate`; of everybody where a track takes lists apart
/// @param told the same of everybody, of those events alone that count now; none where SQL itself
///   answers
/// @param own what of a person's traits it asks; `null` for nothing
public record Part(
    Condition condition,
    @Nullable ComputedTrait computed,
    List<Track> of,
    List<String> tracks,
    List<String> told,
    @Nullable Own own) {
  public Part {
    of = List.copyOf(of);
    tracks = List.copyOf(tracks);
    told = List.copyOf(told);
  }

  /// A trait that says a point in time.
  ///
  /// @param trait which
  /// @param select for conditions on events a SELECT of `person` and `m`, the first millisecond of
  ///   it, of those in `candidate`; for computed traits of `person` and `d`, the day as the number
  ///   20260131, of those for whom the evaluator is to answer
  public record Own(FieldPath trait, String select) {}

  Part with(Own trait) {
    return new Part(condition, computed, of, tracks, told, trait);
  }

  Part telling(List<String> everybody) {
    return new Part(condition, computed, of, tracks, everybody, own);
  }

  /// Whether the evaluator answers for others than those with many events.
  boolean answersForAll() {
    return !told.isEmpty() || (computed != null && own != null);
  }

  /// Whether anybody may have more than is kept one by one, not only those in `candidate`.
  public boolean apart() {
    return of.stream().anyMatch(track -> track.role() == Track.Role.EACH);
  }
}
