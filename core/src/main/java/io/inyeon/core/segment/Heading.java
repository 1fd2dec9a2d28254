package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What everything that operators define has in common: by what it is named, where it is listed,
/// whether it is in use.
///
/// @param id by which others and the API name it; never changes
/// @param name for people
/// @param folder where the console lists it; may be empty
/// @param labels free words
public record Heading(
    String id, String name, String folder, List<String> labels, Segment.Status status) {
  private static final int LONGEST = 200;
  private static final int LONGEST_ID = 64;
  private static final int LONGEST_REASON = 1_000;
  private static final int MOST_LABELS = 50;

  public Heading {
    labels = List.copyOf(labels);
  }

  /// Reads what changes; what is left out stays as it was.
  ///
  /// @param before as it was; `null` when it is new
  /// @param fresh the id of a new one that names none
  /// @param own the fields besides those of a heading
  static Heading read(
      Value.Fields written,
      @Nullable Heading before,
      String fresh,
      Set<String> own,
      Problems problems) {
    for (var name : written.values().keySet()) {
      if (!own.contains(name)
          && !Set.of("id", "name", "folder", "labels", "status", "reason", "version")
              .contains(name)) {
        problems.add("unknown_field", Problems.below("", name), "");
      }
    }
    var id = before == null ? text(written, "id", fresh, LONGEST_ID, problems) : before.id();
    if (before != null && written.get("id") != null && !id.equals(written.text("id"))) {
      problems.add("id_never_changes", "/id", written.get("id"));
    } else if (id.isEmpty() || !id.chars().allMatch(Heading::plain)) {
      problems.add("invalid_id", "/id", id);
    }
    var name = text(written, "name", before == null ? "" : before.name(), LONGEST, problems);
    if (name.isBlank()) {
      problems.add("missing", "/name", "");
    }
    var folder = text(written, "folder", before == null ? "" : before.folder(), LONGEST, problems);
    return new Heading(
        id,
        name.strip(),
        folder.strip(),
        labels(written, before, problems),
        status(written, before, problems));
  }

  /// Why it is saved, in the author's words.
  static String reason(Value.Fields written, Problems problems) {
    return text(written, "reason", "", LONGEST_REASON, problems);
  }

  private static boolean plain(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '-';
  }

  private static String text(
      Value.Fields written, String name, String otherwise, int longest, Problems problems) {
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

  private static List<String> labels(
      Value.Fields written, @Nullable Heading before, Problems problems) {
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

  private static Segment.Status status(
      Value.Fields written, @Nullable Heading before, Problems problems) {
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
