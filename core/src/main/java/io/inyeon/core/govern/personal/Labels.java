package io.inyeon.core.govern.personal;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.Edits;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The labels of a workspace's fields, as people confirmed them, in one version.
///
/// ```
/// {"unlabelled": "shown",
///  "labels": [{"field": "/traits/email", "class": "personal", "purposes": ["email_marketing"],
///     "kinds": ["email"], "note": ""}]}
/// ```
public final class Labels {
  /// Nobody ever labelled anything.
  public static final Labels NONE = new Labels(0, Value.Fields.EMPTY, Map.of(), true);

  /// Where they stand among what a workspace keeps about people's rights: under the number of their
  /// version, and under [#LATEST].
  public static final String ROOM = "labels";

  public static final String LATEST = "";

  private static final int MOST = 5_000;
  private static final Set<String> SECTIONS =
      Set.of("traits", "properties", "context", "identifiers", "integrations");

  private final int version;
  private final Value.Fields document;
  private final Map<String, Label> byField;
  private final boolean shown;

  private Labels(int version, Value.Fields document, Map<String, Label> byField, boolean shown) {
    this.version = version;
    this.document = document;
    this.byField = Map.copyOf(byField);
    this.shown = shown;
  }

  /// What came of reading.
  public sealed interface Reading {
    /// They can be used.
    record Good(Labels labels) implements Reading {}

    /// They cannot, for all these reasons.
    record Bad(List<Violation> problems) implements Reading {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads what somebody wrote.
  ///
  /// @param known whether there is a purpose of this key
  public static Reading read(int version, Value.Fields written, Predicate<String> known) {
    var problems = new ArrayList<Violation>();
    var byField = new TreeMap<String, Label>();
    for (var name : written.values().keySet()) {
      if (!name.equals("labels") && !name.equals("unlabelled")) {
        problems.add(new Violation("unknown_field", Edits.below("", name), ""));
      }
    }
    var unlabelled = written.get("unlabelled");
    var hidden = new Value.Text("hidden").equals(unlabelled);
    if (unlabelled != null && !hidden && !unlabelled.equals(new Value.Text("shown"))) {
      problems.add(new Violation("unknown_word", "/unlabelled", Violation.excerpt(unlabelled)));
    }
    var all = written.get("labels");
    if (all instanceof Value.Items(var items) && items.size() <= MOST) {
      for (var i = 0; i < items.size(); i++) {
        label(items.get(i), "/labels/" + i, known, byField, problems);
      }
    } else if (all != null) {
      problems.add(new Violation("not_a_list", "/labels", ""));
    }
    return problems.isEmpty()
        ? new Reading.Good(new Labels(version, written, byField, !hidden))
        : new Reading.Bad(problems);
  }

  private static void label(
      Value written,
      String path,
      Predicate<String> known,
      Map<String, Label> byField,
      List<Violation> problems) {
    if (!(written instanceof Value.Fields one)) {
      problems.add(new Violation("not_an_object", path, Violation.excerpt(written)));
      return;
    }
    for (var name : one.values().keySet()) {
      if (!Set.of("field", "class", "purposes", "kinds", "note").contains(name)) {
        problems.add(new Violation("unknown_field", path + Edits.below("", name), ""));
      }
    }
    var field = one.text("field");
    if (field == null
        || !field.startsWith("/")
        || field.length() > 500
        || Edits.steps(field).length < 2
        || !SECTIONS.contains(Edits.steps(field)[0])
        || byField.containsKey(field)) {
      problems.add(new Violation("invalid_place", path + "/field", field == null ? "" : field));
      return;
    }
    var grade = Label.Grade.of(one.text("class"));
    if (grade == null) {
      problems.add(new Violation("unknown_class", path + "/class", excerpt(one.get("class"))));
    }
    var purposes = new LinkedHashSet<String>();
    for (var each : texts(one.get("purposes"), path + "/purposes", problems)) {
      if (!known.test(each)) {
        problems.add(new Violation("unknown_purpose", path + "/purposes", each));
      }
      purposes.add(each);
    }
    var kinds = EnumSet.noneOf(PersonalKind.class);
    for (var each : texts(one.get("kinds"), path + "/kinds", problems)) {
      var kind = PersonalKind.of(each);
      if (kind == null) {
        problems.add(new Violation("unknown_kind", path + "/kinds", each));
      } else {
        kinds.add(kind);
      }
    }
    var note = one.get("note") == null ? "" : one.text("note");
    if (note == null || note.length() > 1_000) {
      problems.add(new Violation("invalid_note", path + "/note", ""));
    } else if (grade != null) {
      byField.put(field, new Label(field, grade, purposes, kinds, note));
    }
  }

  private static String excerpt(@Nullable Value value) {
    return value == null ? "" : Violation.excerpt(value);
  }

  private static List<String> texts(
      @Nullable Value written, String path, List<Violation> problems) {
    var texts = new ArrayList<String>();
    if (written == null) {
      return texts;
    }
    if (written instanceof Value.Items(var items)) {
      for (var item : items) {
        if (item instanceof Value.Text(var text)) {
          texts.add(text);
        } else {
          problems.add(new Violation("not_a_text", path, Violation.excerpt(item)));
        }
      }
    } else {
      problems.add(new Violation("not_a_list", path, Violation.excerpt(written)));
    }
    return texts;
  }

  /// 1, 2, ...; 0 when nobody ever labelled anything.
  public int version() {
    return version;
  }

  /// As it was written.
  public Value.Fields document() {
    return document;
  }

  /// What is said of a field: of itself, or of the nearest that it is a part of; `null` for
  /// nothing.
  ///
  /// @param pointer numbers of items stand for `*`
  public @Nullable Label of(String pointer) {
    if (byField.isEmpty()) {
      return null;
    }
    for (var field = general(pointer); ; field = field.substring(0, field.lastIndexOf('/'))) {
      var label = byField.get(field);
      if (label != null || field.lastIndexOf('/') <= 0) {
        return label;
      }
    }
  }

  /// A pointer with `*` for the numbers of items.
  static String general(String pointer) {
    var digits = false;
    for (var i = 1; i < pointer.length() && !digits; i++) {
      digits = pointer.charAt(i - 1) == '/' && Character.isDigit(pointer.charAt(i));
    }
    if (!digits) {
      return pointer;
    }
    var general = new StringBuilder();
    for (var step : pointer.substring(1).split("/", -1)) {
      var number = !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9');
      general.append('/').append(number ? "*" : step);
    }
    return general.toString();
  }

  /// What whoever reads for a purpose may see.
  ///
  /// @param purpose its key
  public Seen seenFor(String purpose) {
    return new Seen(purpose);
  }

  /// What one purpose sees.
  public final class Seen {
    private final String purpose;

    private Seen(String purpose) {
      this.purpose = purpose;
    }

    /// Whether it sees all there is.
    public boolean everything() {
      return shown && byField.values().stream().allMatch(this::permits);
    }

    private boolean permits(@Nullable Label label) {
      return label == null
          ? shown
          : label.grade() == Label.Grade.NONE || label.purposes().contains(purpose);
    }

    /// Whether it sees a field.
    public boolean field(String pointer) {
      return permits(Labels.this.of(pointer));
    }

    /// Whether it sees a trait.
    public boolean trait(String name) {
      return field(Edits.below("/traits", name));
    }

    /// Whether it sees the identifiers of a type: what is said of them, or else of the trait of
    /// this name that they come from.
    public boolean identifier(String type) {
      var own = Labels.this.of("/identifiers/" + type);
      return permits(own == null ? Labels.this.of(Edits.below("/traits", type)) : own);
    }

    /// An event with nothing in the fields that it does not see.
    ///
    /// @param hidden is told where
    public Value.Fields event(Value.Fields event, List<String> hidden) {
      return fields(event, "", hidden) instanceof Value.Fields seen ? seen : Value.Fields.EMPTY;
    }

    private Value fields(Value.Fields fields, String path, List<String> hidden) {
      var seen = new LinkedHashMap<String, Value>();
      fields
          .values()
          .forEach((name, value) -> seen.put(name, value(value, Edits.below(path, name), hidden)));
      return new Value.Fields(seen);
    }

    private Value value(Value value, String path, List<String> hidden) {
      return switch (value) {
        case Value.Fields inner -> fields(inner, path, hidden);
        case Value.Items(var items) -> {
          var seen = new ArrayList<Value>();
          for (var i = 0; i < items.size(); i++) {
            seen.add(value(items.get(i), path + "/" + i, hidden));
          }
          yield new Value.Items(seen);
        }
        case Value.Text _, Value.Decimal _, Value.Truth _, Value.Time _, Value.Nothing _ -> {
          if (leaf(path)) {
            yield value;
          }
          hidden.add(path);
          yield Value.Nothing.NOTHING;
        }
      };
    }

    private boolean leaf(String path) {
      return switch (path) {
        case "/userId", "/previousId" -> identifier("user_id");
        case "/anonymousId" -> identifier("anonymous_id");
        default ->
            path.startsWith("/context/traits/")
                ? field(path.substring("/context".length()))
                : path.startsWith("/context/externalIds/")
                    ? shown || byField.containsKey("/context/externalIds")
                    : section(path) ? field(path) : true;
      };
    }

    private static boolean section(String path) {
      var steps = Edits.steps(path);
      return steps.length > 1 && SECTIONS.contains(steps[0]);
    }
  }
}
