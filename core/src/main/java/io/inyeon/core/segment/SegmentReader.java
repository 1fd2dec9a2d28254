package io.inyeon.core.segment;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.ArrayList;
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
  private static final Set<String> KNOWN =
      Set.of("id", "name", "folder", "labels", "status", "condition", "reason", "version");

  /// What stands at their places is no segment.
  private static final Set<String> PLACES = Set.of("preview", "explain", "overlap");

  private static final int LONGEST = 200;
  private static final int LONGEST_ID = 64;
  private static final int MOST_LABELS = 50;

  private final Problems problems = new Problems();
  private final Value.Fields written;

  private SegmentReader(Value.Fields written) {
    this.written = written;
  }

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
    return new SegmentReader(written).read(before, fresh, patterns);
  }

  private Reading read(@Nullable Segment before, String fresh, Patterns patterns) {
    for (var name : written.values().keySet()) {
      if (!KNOWN.contains(name)) {
        problems.add("unknown_field", Problems.below("", name), "");
      }
    }
    var id = before == null ? text("id", fresh, LONGEST_ID) : before.id();
    if (before != null && written.get("id") != null && !before.id().equals(written.text("id"))) {
      problems.add("id_never_changes", "/id", written.get("id"));
    } else if (!id.chars().allMatch(SegmentReader::plain) || PLACES.contains(id)) {
      problems.add("invalid_id", "/id", id);
    }
    var name = text("name", before == null ? "" : before.name(), LONGEST);
    if (name.isBlank()) {
      problems.add("missing", "/name", "");
    }
    var folder = text("folder", before == null ? "" : before.folder(), LONGEST);
    var reason = text("reason", "", 1_000);
    var labels = labels(before);
    var status = status(before);
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
            id,
            name.strip(),
            folder.strip(),
            labels,
            status,
            before == null ? 1 : before.version() + 1,
            false,
            Collections.emptySortedMap(),
            condition),
        reason);
  }

  private static boolean plain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  private String text(String name, String otherwise, int longest) {
    var value = written.get(name);
    if (value == null) {
      return otherwise;
    }
    if (!(value instanceof Value.Text(var text)) || text.length() > longest) {
      problems.add(
          value instanceof Value.Text ? "too_long" : "not_a_text", Problems.below("", name), value);
      return otherwise;
    }
    return text;
  }

  private List<String> labels(@Nullable Segment before) {
    var value = written.get("labels");
    if (value == null) {
      return before == null ? List.of() : before.labels();
    }
    var labels = new ArrayList<String>();
    if (value instanceof Value.Items(var items) && items.size() <= MOST_LABELS) {
      for (var item : items) {
        if (item instanceof Value.Text(var label)
            && !label.isBlank()
            && label.length() <= LONGEST) {
          labels.add(label);
        }
      }
      if (labels.size() == items.size()) {
        return labels;
      }
    }
    problems.add("not_labels", "/labels", value);
    return labels;
  }

  private Segment.Status status(@Nullable Segment before) {
    var value = written.get("status");
    if (value == null) {
      return before == null ? Segment.Status.DRAFT : before.status();
    }
    for (var status : Segment.Status.values()) {
      if (value instanceof Value.Text(var word) && word.equals(ConditionReader.word(status))) {
        return status;
      }
    }
    problems.add("unknown_word", "/status", value);
    return Segment.Status.DRAFT;
  }
}
