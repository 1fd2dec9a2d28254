package io.inyeon.core.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// How many members an account has, and for how many of them a condition holds: now, and at the
/// instants shortly before.
///
/// The past is kept because people are looked at one after another: whoever is looked at for an
/// instant is told what was the case then, not what has become of it since.
///
/// @param matching members for whom the condition holds
/// @param members all of them
/// @param steps how it came to that, ascending: the latest instants at which an answer became
///   another one, and what fits in between. Before the first it is taken as it was just before it
public record MemberCount(long matching, long members, List<Step> steps) {
  /// Kept of the past.
  static final int MOST_STEPS = 16;

  /// Of an account without members.
  public static final MemberCount NONE = new MemberCount(0, 0, List.of());

  public MemberCount {
    steps = List.copyOf(steps);
  }

  /// What changed at an instant.
  ///
  /// @param at milliseconds since 1970
  /// @param matching more of those for whom it holds
  /// @param members more members
  public record Step(long at, long matching, long members) {
    private Step and(Step other) {
      return new Step(at, matching + other.matching, members + other.members);
    }

    private boolean nothing() {
      return matching == 0 && members == 0;
    }
  }

  /// Counts as they are, without a past.
  public static MemberCount of(long matching, long members) {
    return new MemberCount(matching, members, List.of());
  }

  /// So many more from an instant on.
  MemberCount plus(Step step) {
    var all = new ArrayList<>(steps);
    var place = all.size();
    while (place > 0 && all.get(place - 1).at() > step.at()) {
      place--;
    }
    if (place > 0 && all.get(place - 1).at() == step.at()) {
      all.set(place - 1, all.get(place - 1).and(step));
    } else {
      all.add(place, step);
    }
    all.removeIf(Step::nothing);
    var more = new MemberCount(matching + step.matching(), members + step.members(), all);
    return all.size() <= MOST_STEPS ? more : more.shorter();
  }

  /// The same without a step that changed no answer; else without the first.
  private MemberCount shorter() {
    var then = before();
    for (var i = 0; i < steps.size(); i++) {
      var next = then.after(steps.get(i));
      if (then.sameAnswers(next)) {
        return without(i);
      }
      then = next;
    }
    return without(0);
  }

  /// What changed then is taken to have changed with the step before.
  private MemberCount without(int place) {
    var fewer = new ArrayList<>(steps);
    var gone = fewer.remove(place);
    if (place > 0) {
      fewer.set(place - 1, fewer.get(place - 1).and(gone));
    }
    return new MemberCount(matching, members, fewer);
  }

  private MemberCount before() {
    var then = of(matching, members);
    for (var step : steps) {
      then = of(then.matching - step.matching(), then.members - step.members());
    }
    return then;
  }

  private MemberCount after(Step step) {
    return of(matching + step.matching(), members + step.members());
  }

  private boolean sameAnswers(MemberCount other) {
    return holds(Condition.Quantifier.ANY) == other.holds(Condition.Quantifier.ANY)
        && holds(Condition.Quantifier.ALL) == other.holds(Condition.Quantifier.ALL);
  }

  /// How it was at an instant.
  ///
  /// @param at milliseconds since 1970
  public MemberCount at(long at) {
    var then = of(matching, members);
    for (var step : steps.reversed()) {
      if (step.at() <= at) {
        break;
      }
      then = of(then.matching - step.matching(), then.members - step.members());
    }
    return then;
  }

  /// Whether so many members are as they should be, now.
  boolean holds(Condition.Quantifier quantifier) {
    return switch (quantifier) {
      case ANY -> matching > 0;
      case ALL -> matching == members;
      case NONE -> matching == 0;
    };
  }

  /// The first instant after this one at which the answer became another one; [Long#MAX_VALUE] for
  /// none.
  long next(Condition.Quantifier quantifier, long at) {
    var truth = at(at).holds(quantifier);
    for (var step : steps) {
      if (step.at() > at && at(step.at()).holds(quantifier) != truth) {
        return step.at();
      }
    }
    return Long.MAX_VALUE;
  }

  /// The first instant at which it answers otherwise than another; [Long#MAX_VALUE] for none.
  ///
  /// @param some whether anybody asks for any or none of the members
  /// @param all whether anybody asks for all
  long differsFrom(MemberCount other, boolean some, boolean all) {
    var instants = new TreeSet<Long>();
    steps.forEach(step -> instants.add(step.at()));
    other.steps.forEach(step -> instants.add(step.at()));
    for (var instant : instants) {
      var mine = at(instant);
      var that = other.at(instant);
      if ((some && mine.holds(Condition.Quantifier.ANY) != that.holds(Condition.Quantifier.ANY))
          || (all
              && mine.holds(Condition.Quantifier.ALL) != that.holds(Condition.Quantifier.ALL))) {
        return instant;
      }
    }
    return Long.MAX_VALUE;
  }
}
