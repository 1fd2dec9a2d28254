package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers conditions. Pure: the same person and instant give the same answer everywhere.
public final class Evaluator {
  private final ProfileView view;
  private final long now;

  /// Nothing is expected to change.
  private static final long NEVER = Long.MAX_VALUE;

  private Evaluator(ProfileView view, long now) {
    this.view = view;
    this.now = now;
  }

  /// An answer without its reasons.
  ///
  /// @param changesAt milliseconds since 1970; [Long#MAX_VALUE] for never
  public record Glance(Truth truth, long changesAt) {}

  /// The answer with its reasons.
  public static Evaluation evaluate(Condition condition, ProfileView view, Instant now) {
    var reason = new Evaluator(view, now.toEpochMilli()).reason(condition);
    return new Evaluation(reason.truth(), reason, reason.changesAt());
  }

  /// The answer alone, for the hot path.
  ///
  /// @param now milliseconds since 1970
  public static Glance glance(Condition condition, ProfileView view, long now) {
    return new Evaluator(view, now).glance(condition);
  }

  private Glance glance(Condition condition) {
    return switch (condition) {
      case Condition.All(var all) -> together(all, Truth.NO_MATCH);
      case Condition.Any(var any) -> together(any, Truth.MATCH);
      case Condition.None(var none) -> {
        var any = together(none, Truth.MATCH);
        yield new Glance(any.truth().not(), any.changesAt());
      }
      case Condition.InSegment(var id) -> {
        var other = view.segment(id);
        yield other == null ? new Glance(Truth.NO_MATCH, NEVER) : glance(other);
      }
      case Condition.OfTrait _,
          Condition.OfEvents _,
          Condition.Sequence _,
          Condition.OfScore _,
          Condition.Consents _,
          Condition.OfAccountTrait _,
          Condition.OfAccountMembers _ -> {
        var leaf = leaf(condition);
        yield new Glance(leaf.at(now), leaf.changesAt(now));
      }
    };
  }

  /// Some conditions together.
  ///
  /// @param deciding the answer of one of them that is the answer of all: *no match* where each
  ///   must hold, *match* where one is enough
  private Glance together(List<Condition> conditions, Truth deciding) {
    var glances = new ArrayList<Glance>(conditions.size());
    for (var condition : conditions) {
      var glance = glance(condition);
      if (glance.truth() == deciding && glance.changesAt() == NEVER) {
        return glance;
      }
      glances.add(glance);
    }
    return together(glances, deciding, deciding.not());
  }

  /// As long as one that decides stays as it is, so does the whole: that is until the last of these
  /// may change. Otherwise any of them may change it.
  private static Glance together(List<Glance> glances, Truth deciding, Truth otherwise) {
    var truth = otherwise;
    var soonest = NEVER;
    var latestDeciding = Long.MIN_VALUE;
    for (var glance : glances) {
      soonest = Math.min(soonest, glance.changesAt());
      if (glance.truth() == deciding) {
        truth = deciding;
        latestDeciding = Math.max(latestDeciding, glance.changesAt());
      } else if (glance.truth() == Truth.UNKNOWN && truth != deciding) {
        truth = Truth.UNKNOWN;
      }
    }
    return new Glance(truth, truth == deciding ? latestDeciding : soonest);
  }

  // ---- with reasons

  private Reason reason(Condition condition) {
    return switch (condition) {
      case Condition.All(var all) -> reasons(all, Truth.NO_MATCH, false);
      case Condition.Any(var any) -> reasons(any, Truth.MATCH, false);
      case Condition.None(var none) -> reasons(none, Truth.MATCH, true);
      case Condition.InSegment(var id) -> {
        var other = view.segment(id);
        if (other == null) {
          yield new Reason(Truth.NO_MATCH, null, Map.of(), List.of());
        }
        var reason = reason(other);
        yield new Reason(reason.truth(), reason.changesAt(), Map.of(), List.of(reason));
      }
      case Condition.OfTrait _,
          Condition.OfEvents _,
          Condition.Sequence _,
          Condition.OfScore _,
          Condition.Consents _,
          Condition.OfAccountTrait _,
          Condition.OfAccountMembers _ -> {
        var leaf = leaf(condition);
        yield new Reason(leaf.at(now), instant(leaf.changesAt(now)), leaf.facts(now), List.of());
      }
    };
  }

  private Reason reasons(List<Condition> conditions, Truth deciding, boolean negated) {
    var reasons = conditions.stream().map(this::reason).toList();
    var glances =
        reasons.stream()
            .map(reason ->
                new Glance(
                    reason.truth(),
                    reason.changesAt() == null ? NEVER : reason.changesAt().toEpochMilli()))
            .toList();
    var all = together(glances, deciding, deciding.not());
    return new Reason(
        negated ? all.truth().not() : all.truth(), instant(all.changesAt()), Map.of(), reasons);
  }

  private static @Nullable Instant instant(long at) {
    return at == NEVER ? null : Instant.ofEpochMilli(at);
  }

  // ---- leaves

  private Leaf leaf(Condition condition) {
    return switch (condition) {
      case Condition.OfTrait(var trait, var operator) -> {
        var computed = view.computed(trait.head());
        yield computed == null
            ? new ValueLeaf(operator, trait.below(view.trait(trait.head())), view.terms())
            : new ComputedLeaf(trait, operator, computed, view.terms());
      }
      case Condition.OfEvents events ->
          new EventsLeaf(events, view.occurrences(events.track(), Reach.of(events)), view);
      case Condition.Sequence sequence -> {
        var reach = Reach.of(sequence);
        yield new SequenceLeaf(
            sequence,
            sequence.steps().stream().map(step -> view.occurrences(step.track(), reach)).toList(),
            view);
      }
      case Condition.OfScore(var score, var operator) -> {
        var number = view.score(score);
        yield new ValueLeaf(
            operator, number == null ? null : new Value.Decimal(number), view.terms());
      }
      case Condition.Consents(var purpose) -> new GrantLeaf(view.grantedUntil(purpose));
      case Condition.OfAccountTrait(var trait, var operator) -> accountTrait(trait, operator);
      case Condition.OfAccountMembers(var members, var inner) -> accountMembers(members, inner);
      case Condition.All _, Condition.Any _, Condition.None _, Condition.InSegment _ ->
          throw new IllegalArgumentException("no leaf: " + condition);
    };
  }

  private Leaf accountTrait(FieldPath trait, Operator operator) {
    var leaves = new ArrayList<Leaf>();
    for (var account : view.accounts()) {
      leaves.add(new ValueLeaf(operator, trait.below(account.trait(trait.head())), view.terms()));
    }
    return new OneOf(leaves);
  }

  private Leaf accountMembers(Condition.Quantifier quantifier, Condition inner) {
    var leaves = new ArrayList<Leaf>();
    for (var account : view.accounts()) {
      leaves.add(new MembersLeaf(account.id(), quantifier, account.members(inner)));
    }
    return new OneOf(leaves);
  }

  /// The same asked of several accounts; one is enough.
  private record OneOf(List<Leaf> leaves) implements Leaf {
    @Override
    public Truth at(long now) {
      var truth = Truth.NO_MATCH;
      for (var leaf : leaves) {
        truth = truth.or(leaf.at(now));
      }
      return truth;
    }

    @Override
    public long next(long now) {
      var next = NEVER;
      for (var leaf : leaves) {
        next = Math.min(next, leaf.next(now));
      }
      return next;
    }

    @Override
    public int patience() {
      return 8;
    }

    @Override
    public Map<String, Value> facts(long now) {
      return Map.of(
          "accounts",
          new Value.Items(
              leaves.stream().<Value>map(leaf -> new Value.Fields(leaf.facts(now))).toList()));
    }
  }
}
