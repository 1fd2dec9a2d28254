package io.inyeon.core.segment;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.EventConditions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Conditions of the one language, asked of a single event: its name, its properties, and the
/// traits that it brings. What needs a person's past or company is no condition of one event.
public final class OneEvent implements EventConditions {
  private final Terms terms;
  private final Patterns patterns;

  /// Conditions in the terms of a workspace.
  public OneEvent(Terms terms, Patterns patterns) {
    this.terms = terms;
    this.patterns = patterns;
  }

  @Override
  public Read read(Value written, String path) {
    return switch (ConditionReader.read(written, path, patterns)) {
      case ConditionReader.Reading.Bad(var problems) -> new Read.Bad(problems);
      case ConditionReader.Reading.Good(var condition) -> {
        var problems = new ArrayList<Violation>();
        check(condition, path, problems);
        yield problems.isEmpty()
            ? new Read.Good((name, event, at) ->
                Evaluator.glance(condition, new View(name, event, at), at).truth() == Truth.MATCH)
            : new Read.Bad(problems);
      }
    };
  }

  private static void check(Condition condition, String path, List<Violation> problems) {
    switch (condition) {
      case Condition.All(var all) -> each(all, path + "/all", problems);
      case Condition.Any(var any) -> each(any, path + "/any", problems);
      case Condition.None(var none) -> each(none, path + "/none", problems);
      case Condition.OfTrait _ -> {}
      case Condition.OfEvents events -> {
        if (!(events.window() instanceof Window.Ever)) {
          problems.add(new Violation("not_of_one_event", path + "/window", ""));
        }
      }
      case Condition.Sequence _,
          Condition.InSegment _,
          Condition.OfScore _,
          Condition.Consents _,
          Condition.OfAccountTrait _,
          Condition.OfAccountMembers _ ->
          problems.add(new Violation("not_of_one_event", path, ""));
    }
  }

  private static void each(List<Condition> all, String path, List<Violation> problems) {
    for (var i = 0; i < all.size(); i++) {
      check(all.get(i), path + "/" + i, problems);
    }
  }

  /// Somebody of whom nothing is known but this event.
  private final class View implements ProfileView {
    private final String name;
    private final Value.Fields event;
    private final long at;

    View(String name, Value.Fields event, long at) {
      this.name = name;
      this.event = event;
      this.at = at;
    }

    @Override
    public Terms terms() {
      return terms;
    }

    @Override
    public @Nullable Value trait(String trait) {
      return event.fields("traits").get(trait);
    }

    @Override
    public Occurrences occurrences(Track track, Reach reach) {
      var one = track.read(name, at, event.fields("properties"), terms);
      return Occurrences.of(track.role(), one == null ? List.of() : List.of(one));
    }

    @Override
    public long grantedUntil(String purpose) {
      return Long.MIN_VALUE;
    }

    @Override
    public @Nullable BigDecimal score(String score) {
      return null;
    }

    @Override
    public @Nullable Condition segment(String id) {
      return null;
    }

    @Override
    public List<Account> accounts() {
      return List.of();
    }
  }
}
