package io.inyeon.core.segment;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// What a condition asks for: by this the engine knows whom an event concerns, and the operator
/// what depends on what.
///
/// @param tracks occurrences
/// @param traits the names of traits, `since` included
/// @param segments other segments, named directly
/// @param purposes of consents
/// @param scores of predictions
/// @param members what it asks of the members of accounts
public record Uses(
    SequencedSet<Track> tracks,
    SequencedSet<String> traits,
    SequencedSet<String> segments,
    SequencedSet<String> purposes,
    SequencedSet<String> scores,
    SequencedSet<Condition> members) {
  /// Looks through a condition, whatever it is made of included.
  public static Uses of(Condition condition) {
    var walk = new Walk();
    walk.through(condition);
    return walk.uses();
  }

  /// Looks through a formula.
  public static Uses of(Formula formula) {
    var walk = new Walk();
    formula.tracks((track, _) -> walk.tracks.add(track));
    formula.conditions().forEach(walk::through);
    if (formula instanceof Formula.Anniversary(var trait)) {
      walk.traits.add(trait.head());
    }
    return walk.uses();
  }

  private static final class Walk {
    private final LinkedHashSet<Track> tracks = new LinkedHashSet<>();
    private final LinkedHashSet<String> traits = new LinkedHashSet<>();
    private final LinkedHashSet<String> segments = new LinkedHashSet<>();
    private final LinkedHashSet<String> purposes = new LinkedHashSet<>();
    private final LinkedHashSet<String> scores = new LinkedHashSet<>();
    private final LinkedHashSet<Condition> members = new LinkedHashSet<>();

    Uses uses() {
      return new Uses(
          Collections.unmodifiableSequencedSet(tracks),
          Collections.unmodifiableSequencedSet(traits),
          Collections.unmodifiableSequencedSet(segments),
          Collections.unmodifiableSequencedSet(purposes),
          Collections.unmodifiableSequencedSet(scores),
          Collections.unmodifiableSequencedSet(members));
    }

    void through(Condition condition) {
      switch (condition) {
        case Condition.All(var all) -> all.forEach(this::through);
        case Condition.Any(var any) -> any.forEach(this::through);
        case Condition.None(var none) -> none.forEach(this::through);
        case Condition.OfTrait(var trait, _) -> traits.add(trait.head());
        case Condition.OfEvents events -> {
          tracks.add(events.track());
          window(events.window());
        }
        case Condition.Sequence(var steps, var window) -> {
          steps.forEach(step -> tracks.add(step.track()));
          window(window);
        }
        case Condition.InSegment(var segment) -> segments.add(segment);
        case Condition.OfScore(var score, _) -> scores.add(score);
        case Condition.Consents(var purpose) -> purposes.add(purpose);
        case Condition.OfAccountTrait _ -> {}
        case Condition.OfAccountMembers(_, var inner) -> {
          members.add(inner);
          through(inner);
        }
      }
    }

    private void window(Window window) {
      if (window instanceof Window.Since(var trait)) {
        traits.add(trait.head());
      }
    }
  }
}
