package io.inyeon.core.govern.personal;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Edits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Looks through what came in and proposes labels: what a field holds of people, as most of its
/// values say by their form, or as its name says.
public final class Proposals {
  private static final int MOST_FIELDS = 5_000;
  private static final int DEEPEST = 8;

  /// Fewer values than these say nothing.
  private static final int FEWEST = 3;

  /// So many of a field's values must be of a kind.
  private static final double SHARE = 0.6;

  private static final List<String> SPECIAL =
      List.of(
          "health",
          "disease",
          "diagnos",
          "medical",
          "disab",
          "religio",
          "faith",
          "politic",
          "union",
          "ethnic",
          "race",
          "sexual",
          "biometric",
          "genetic",
          "건강",
          "질병",
          "진단",
          "장애",
          "종교",
          "신념",
          "정당",
          "노조",
          "민족",
          "인종",
          "유전",
          "전과");

  private static final List<String> PERSONAL =
      List.of("birth", "gender", "생년", "생일", "성별", "salary", "income", "연봉", "소득");

  private final Map<String, Field> fields = new HashMap<>();

  /// What is known of one field.
  private static final class Field {
    private long values;
    private final Map<PersonalKind, Long> recognised = new EnumMap<>(PersonalKind.class);
  }

  /// One label that is proposed.
  ///
  /// @param values texts and numbers that were looked at
  /// @param recognised how many of them are of the kinds
  public record Proposal(
      String field, Label.Grade grade, Set<PersonalKind> kinds, long values, long recognised) {
    public Proposal {
      kinds = Set.copyOf(kinds);
    }
  }

  /// Looks at a part of an event.
  ///
  /// @param section `traits`, `properties` or `context`
  public void add(String section, Value.Fields part) {
    part.values().forEach((name, value) -> look(Edits.below("/" + section, name), name, value, 0));
  }

  private void look(String path, String name, Value value, int depth) {
    switch (value) {
      case Value.Text(var text) -> count(path, name, text);
      case Value.Decimal(var number) ->
          count(path, name, number.precision() > 40 ? "" : number.toPlainString());
      case Value.Fields inner -> {
        if (depth < DEEPEST) {
          inner
              .values()
              .forEach((each, below) -> look(Edits.below(path, each), each, below, depth + 1));
        }
      }
      case Value.Items(var items) -> {
        if (depth < DEEPEST) {
          items.forEach(item -> look(path + "/*", name, item, depth + 1));
        }
      }
      case Value.Truth _, Value.Time _, Value.Nothing _ -> {}
    }
  }

  private void count(String path, String name, String text) {
    var field = fields.get(path);
    if (field == null) {
      if (fields.size() >= MOST_FIELDS || path.length() > 500) {
        return;
      }
      field = new Field();
      fields.put(path, field);
    }
    field.values++;
    for (var kind : Recogniser.of(name, text)) {
      field.recognised.merge(kind, 1L, Long::sum);
    }
  }

  /// What follows, by field.
  public List<Proposal> proposals() {
    var all = new ArrayList<Proposal>();
    fields.forEach((path, field) -> {
      var kinds = EnumSet.noneOf(PersonalKind.class);
      var most = 0L;
      for (var each : field.recognised.entrySet()) {
        var count = each.getValue();
        // One forbidden number is one too many.
        if (each.getKey().forbidden() || (count >= FEWEST && count >= SHARE * field.values)) {
          kinds.add(each.getKey());
          most = Math.max(most, count);
        }
      }
      var grade = grade(path, kinds);
      if (grade != Label.Grade.NONE) {
        all.add(new Proposal(path, grade, kinds, field.values, most));
      }
    });
    all.sort(Comparator.comparing(Proposal::field));
    return all;
  }

  private static Label.Grade grade(String path, Set<PersonalKind> kinds) {
    var steps = Edits.steps(path);
    var name = steps[steps.length - 1].toLowerCase(Locale.ROOT);
    if (SPECIAL.stream().anyMatch(name::contains)) {
      return Label.Grade.SPECIAL;
    }
    if (kinds.contains(PersonalKind.CARD)
        || kinds.contains(PersonalKind.RESIDENT_NUMBER)
        || kinds.contains(PersonalKind.PASSPORT)) {
      return Label.Grade.SENSITIVE;
    }
    return kinds.isEmpty() && PERSONAL.stream().noneMatch(name::contains)
        ? Label.Grade.NONE
        : Label.Grade.PERSONAL;
  }
}
