package io.inyeon.core.segment;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the next version of a segment that somebody wrote, and finds all that is wrong with it.
///
/// ```
/// {"id": "big_buyers", "name": "Big buyers", "folder": "Sales", "labels": ["vip"],
///  "status": "active", "condition": {...}, "reason": "..."}
/// ```
///
/// What is left out stays as it was; a new one needs a name and a condition, and is a draft.
public final class SegmentReader {
  /// What stands at their places is no segment.
  private static final Set<String> PLACES = Set.of("preview", "explain", "overlap");

  private SegmentReader() {}

  /// What came of reading.
  public sealed interface Reading {
    /// It can be saved.
    record Good(Segment segment, String reason) implements Reading {}

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
      Value.Fields written, @Nullable Segment before, String fresh, Patterns patterns) {
    var problems = new Problems();
    var heading =
        Heading.read(
            written,
            before == null ? null : before.heading(),
            fresh,
            Set.of("condition"),
            problems);
    if (PLACES.contains(heading.id())) {
      problems.add("invalid_id", "/id", heading.id());
    }
    var reason = Heading.reason(written, problems);
    var condition = before == null ? null : before.condition();
    var asked = written.get("condition");
    if (asked != null || before == null) {
      switch (ConditionReader.read(asked, "/condition", patterns)) {
        case ConditionReader.Reading.Good(var good) -> condition = good;
        case ConditionReader.Reading.Bad(var bad) ->
            bad.forEach(each -> problems.add(each.code(), each.path(), each.found()));
      }
    }
    if (problems.size() > 0 || condition == null) {
      return new Reading.Bad(problems.all());
    }
    return new Reading.Good(
        new Segment(
            heading.id(),
            heading.name(),
            heading.folder(),
            heading.labels(),
            heading.status(),
            before == null ? 1 : before.version() + 1,
            false,
            Collections.emptySortedMap(),
            condition),
        reason);
  }
}
