package io.inyeon.core.segment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must hold of a person: one form for live segments, previews, back-fills and explanations.
///
/// Three-valued (Kleene): besides *match* and *no match* there is *unknown*, which is no match, and
/// whose negation is none either. In JSON see [ConditionReader].
public sealed interface Condition {
  /// Every one of these holds; with none it holds.
  record All(List<Condition> of) implements Condition {
    public All {
      of = List.copyOf(of);
    }
  }

  /// One of these holds at least; with none it does not.
  record Any(List<Condition> of) implements Condition {
    public Any {
      of = List.copyOf(of);
    }
  }

  /// Not one of these holds; with none it holds. The negation of [Any].
  record None(List<Condition> of) implements Condition {
    public None {
      of = List.copyOf(of);
    }
  }

  /// Something holds of a trait that stands.
  record OfTrait(FieldPath trait, Operator operator) implements Condition {}

  /// Something holds of the events that pass a filter, taken together.
  ///
  /// @param filter which events
  /// @param aggregate what is made of them
  /// @param property whose values are taken; `null` just for a count
  /// @param operator what the aggregate is compared with
  record OfEvents(
      Filter filter,
      Aggregate aggregate,
      @Nullable FieldPath property,
      Operator operator,
      Window window)
      implements Condition {
    public OfEvents {
      if ((property == null) != (aggregate == Aggregate.COUNT)) {
        throw new IllegalArgumentException("a count, and nothing else, is of no property");
      }
    }

    /// The occurrences that it looks at.
    public Track track() {
      return new Track(filter, property, aggregate.role());
    }
  }

  /// Things happened one after the other.
  ///
  /// @param steps two at least; only the last may be one that did *not* follow
  /// @param window all steps but a last negative one lie in it
  record Sequence(List<Step> steps, Window window) implements Condition {
    public Sequence {
      steps = List.copyOf(steps);
      if (steps.size() < 2) {
        throw new IllegalArgumentException("a sequence of " + steps.size());
      }
      if (steps.getFirst().within() != null) {
        throw new IllegalArgumentException("the first step follows nothing");
      }
      for (var step : steps.subList(0, steps.size() - 1)) {
        if (step.negative()) {
          throw new IllegalArgumentException("only the last step may be a negative one");
        }
      }
    }
  }

  /// One step of a sequence.
  ///
  /// @param within how long after the step before, at most (exclusive, as windows are); `null` for
  ///   ever, and for the first
  /// @param negative whether it must *not* follow. With a time the sequence holds when that has
  ///   passed without it; without one as long as it has not happened
  record Step(Filter filter, @Nullable Span within, boolean negative) {
    /// The occurrences that it looks at.
    public Track track() {
      return new Track(filter, null, Track.Role.TIMES);
    }
  }

  /// The person is a member of another segment.
  record InSegment(String segment) implements Condition {}

  /// A prediction for the person is such.
  record OfScore(String score, Operator operator) implements Condition {}

  /// The person granted a purpose. Never unknown: what is missing permits nothing.
  record Consents(String purpose) implements Condition {}

  /// Something holds of a trait of an account that the person belongs to; one of them is enough.
  record OfAccountTrait(FieldPath trait, Operator operator) implements Condition {}

  /// Something holds of the members of an account that the person belongs to; one such account is
  /// enough.
  record OfAccountMembers(Quantifier members, Condition condition) implements Condition {}

  /// How many of an account's members.
  enum Quantifier {
    ANY,
    ALL,
    NONE
  }
}
