package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.segment.Vocabulary.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds a condition against the names that the workspace knows: whether what it asks is likely to
/// be answered at all.
public final class ConditionCheck {
  private final Vocabulary vocabulary;
  private final Problems problems = new Problems();
  private final Problems notices = new Problems();

  private ConditionCheck(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// What came of it.
  ///
  /// @param problems names of segments that are not there
  /// @param notices names that nobody has met so far, and values of another type than those met;
  ///   they may be right all the same, and stop nobody from saving
  public record Checked(List<Violation> problems, List<Violation> notices) {
    public Checked {
      problems = List.copyOf(problems);
      notices = List.copyOf(notices);
    }
  }

  /// Checks a condition.
  ///
  /// @param path of the condition in what somebody wrote
  public static Checked of(Condition condition, String path, Vocabulary vocabulary) {
    var check = new ConditionCheck(vocabulary);
    check.condition(condition, path);
    return new Checked(check.problems.all(), check.notices.all());
  }

  private void condition(Condition condition, String path) {
    switch (condition) {
      case Condition.All(var all) -> each(all, path + "/all");
      case Condition.Any(var any) -> each(any, path + "/any");
      case Condition.None(var none) -> each(none, path + "/none");
      case Condition.OfTrait(var trait, var operator) -> trait(trait, operator, path);
      case Condition.OfEvents events -> events(events, path);
      case Condition.Sequence(var steps, var window) -> {
        for (var i = 0; i < steps.size(); i++) {
          filter(steps.get(i).filter(), path + "/sequence/" + i);
        }
        window(window, path);
      }
      case Condition.InSegment(var segment) -> {
        if (!vocabulary.segments().contains(segment)) {
          problems.add("unknown_segment", path + "/segment", segment);
        }
      }
      case Condition.OfScore(var score, _) ->
          met(vocabulary.scores(), score, "unknown_score", path + "/score");
      case Condition.Consents(var purpose) ->
          met(vocabulary.purposes(), purpose, "unknown_purpose", path + "/consent");
      case Condition.OfAccountTrait _ -> {}
      case Condition.OfAccountMembers(_, var inner) ->
          condition(inner, path + "/account/condition");
    }
  }

  private void each(List<Condition> conditions, String path) {
    for (var i = 0; i < conditions.size(); i++) {
      condition(conditions.get(i), path + "/" + i);
    }
  }

  /// What was met so far is of another type. What comes may be right all the same.
  private void mismatch(String path, Kind kind) {
    notices.add("type_mismatch", path, kind.name().toLowerCase(Locale.ROOT));
  }

  private void met(Set<String> known, String name, String code, String path) {
    if (!known.contains(name)) {
      notices.add(code, path, name);
    }
  }

  private void trait(FieldPath trait, Operator operator, String path) {
    var kind = vocabulary.traits().get(trait.toString());
    if (kind == null) {
      notices.add("unknown_trait", path + "/trait", trait.toString());
    } else {
      fits(operator, kind, path);
    }
  }

  private void window(Window window, String path) {
    if (window instanceof Window.Since(var trait)) {
      var kind = vocabulary.traits().get(trait.toString());
      if (kind == null) {
        notices.add("unknown_trait", path + "/window/since", trait.toString());
      } else if (kind != Kind.TEXT && kind != Kind.ANY) {
        mismatch(path + "/window/since", kind);
      }
    }
  }

  private void filter(Filter filter, String path) {
    if (!vocabulary.events().containsKey(filter.event())) {
      notices.add("unknown_event", path + "/event", filter.event());
      return;
    }
    for (var i = 0; i < filter.where().size(); i++) {
      var where = filter.where().get(i);
      var place = path + "/where/" + i;
      var kind = property(filter, where.property(), place);
      if (kind != null) {
        fits(where.operator(), kind, place);
      }
    }
  }

  private @Nullable Kind property(Filter filter, FieldPath property, String path) {
    var kind = vocabulary.property(filter.event(), property);
    if (kind == null) {
      notices.add("unknown_property", path + "/property", property.toString());
    }
    return kind;
  }

  private void events(Condition.OfEvents events, String path) {
    filter(events.filter(), path);
    window(events.window(), path);
    var property = events.property();
    if (property == null || !vocabulary.events().containsKey(events.filter().event())) {
      return;
    }
    var kind = property(events.filter(), property, path);
    if (kind == null || kind == Kind.ANY) {
      return;
    }
    switch (events.aggregate()) {
      case COUNT -> {}
      case SUM, AVG, MIN, MAX -> {
        if (kind != Kind.NUMBER) {
          mismatch(path + "/property", kind);
        }
      }
      case DISTINCT -> {
        if (kind == Kind.LIST) {
          mismatch(path + "/property", kind);
        }
      }
      case FIRST, LAST -> {
        if (kind == Kind.LIST) {
          mismatch(path + "/property", kind);
        } else {
          fits(events.operator(), kind, path);
        }
      }
    }
  }

  /// An operator that asks something of another type than the values have never holds.
  private void fits(Operator operator, Kind kind, String path) {
    var fits =
        switch (operator) {
          case Operator.Equals(var value) -> kind == Kind.ANY || kind == kindOf(value);
          case Operator.NotEquals(var value) -> kind == Kind.ANY || kind == kindOf(value);
          case Operator.In(var values) ->
              kind == Kind.ANY || values.stream().anyMatch(value -> kind == kindOf(value));
          case Operator.Contains(var value) ->
              kind == Kind.ANY
                  || kind == Kind.LIST
                  || (kind == Kind.TEXT && value instanceof Value.Text);
          case Operator.Compares _, Operator.Between _ -> kind == Kind.ANY || kind == Kind.NUMBER;
          case Operator.StartsWith _,
              Operator.EndsWith _,
              Operator.Matches _,
              Operator.Before _,
              Operator.After _,
              Operator.WithinLast _,
              Operator.WithinNext _,
              Operator.AnniversaryWithin _ ->
              kind == Kind.ANY || kind == Kind.TEXT;
          case Operator.Exists _, Operator.NotExists _ -> true;
        };
    if (!fits) {
      mismatch(path + "/operator", kind);
    }
  }

  private static Kind kindOf(Value value) {
    return switch (value) {
      case Value.Text _ -> Kind.TEXT;
      case Value.Decimal _ -> Kind.NUMBER;
      case Value.Truth _ -> Kind.TRUTH;
      case Value.Items _ -> Kind.LIST;
      case Value.Nothing _, Value.Time _, Value.Fields _ -> Kind.ANY;
    };
  }
}
