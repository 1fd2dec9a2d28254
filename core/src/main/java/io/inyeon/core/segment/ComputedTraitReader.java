package io.inyeon.core.segment;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the next version of a computed trait that somebody wrote, and finds all that is wrong with
/// it.
///
/// ```
/// {"id": "orders_90d", "name": "Orders in 90 days", "folder": "Sales", "labels": [],
///  "status": "active", "definition": {...}, "reason": "..."}
/// ```
///
/// What is left out stays as it was; a new one needs a name and a definition, and is a draft.
public final class ComputedTraitReader {
  /// Where the API has something else.
  private static final Set<String> TAKEN = Set.of("templates");

  private ComputedTraitReader() {}

  /// What came of reading.
  public sealed interface Reading {
    /// It can be saved.
    record Good(ComputedTrait trait, String reason) implements Reading {}

    /// It cannot, for all these reasons.
    record Bad(List<Violation> problems) implements Reading {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads what changes.
  ///
  /// @param before the version before; `null` when it is new
  /// @param fresh the id of a new one that names none
  public static Reading read(
      Value.Fields written, @Nullable ComputedTrait before, String fresh, Patterns patterns) {
    var problems = new Problems();
    var heading =
        Heading.read(
            written,
            before == null ? null : before.heading(),
            fresh,
            Set.of("definition"),
            problems);
    if (TAKEN.contains(heading.id())) {
      problems.add("invalid_id", "/id", heading.id());
    }
    var reason = Heading.reason(written, problems);
    var formula = before == null ? null : before.formula();
    var asked = written.get("definition");
    if (asked != null || before == null) {
      switch (FormulaReader.read(asked, "/definition", patterns)) {
        case FormulaReader.Reading.Good(var good) -> formula = good;
        case FormulaReader.Reading.Bad(var bad) ->
            bad.forEach(each -> problems.add(each.code(), each.path(), each.found()));
      }
    }
    if (problems.size() > 0 || formula == null) {
      return new Reading.Bad(problems.all());
    }
    return new Reading.Good(
        new ComputedTrait(
            heading,
            before == null ? 1 : before.version() + 1,
            false,
            Collections.emptySortedMap(),
            formula,
            null),
        reason);
  }
}
