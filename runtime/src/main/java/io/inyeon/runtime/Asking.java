package io.inyeon.runtime;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.ConditionReader;
import io.inyeon.core.segment.Uses;
import io.inyeon.runtime.text.LinearPatterns;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a condition that is asked without being saved, and says whether it can be.
final class Asking {
  private static final int MOST_PARTS = 100;

  /// Where a condition stands in what is asked.
  static final String PLACE = "/condition";

  private Asking() {}

  /// What came of reading.
  sealed interface Read {
    record Good(Condition condition) implements Read {}

    record Wrong(List<Violation> problems) implements Read {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }

  static Read read(@Nullable Value written, Workspace workspace) {
    return switch (ConditionReader.read(written, PLACE, new LinearPatterns())) {
      case ConditionReader.Reading.Bad(var problems) -> new Read.Wrong(problems);
      case ConditionReader.Reading.Good(var condition) -> {
        var problems = problems(condition, workspace);
        yield problems.isEmpty() ? new Read.Good(condition) : new Read.Wrong(problems);
      }
    };
  }

  private static List<Violation> problems(Condition condition, Workspace workspace) {
    var problems = new ArrayList<Violation>();
    var uses = Uses.of(condition);
    var known = workspace.rules().segments().all();
    for (var name : uses.segments()) {
      if (!known.containsKey(name)) {
        problems.add(new Violation("unknown_segment", PLACE, name));
      }
    }
    if (parts(condition) > MOST_PARTS) {
      problems.add(new Violation("too_many_conditions", PLACE, "" + parts(condition)));
    }
    return problems;
  }

  private static int parts(Condition condition) {
    return switch (condition) {
      case Condition.All(var all) -> parts(all);
      case Condition.Any(var any) -> parts(any);
      case Condition.None(var none) -> parts(none);
      case Condition.Sequence(var steps, _) -> steps.size();
      case Condition.OfAccountMembers(_, var inner) -> 1 + parts(inner);
      case Condition.OfTrait _,
          Condition.OfEvents _,
          Condition.InSegment _,
          Condition.OfScore _,
          Condition.Consents _,
          Condition.OfAccountTrait _ ->
          1;
    };
  }

  private static int parts(List<Condition> of) {
    return 1 + of.stream().mapToInt(Asking::parts).sum();
  }
}
