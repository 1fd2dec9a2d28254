package io.inyeon.core.segment.text;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the words that somebody wrote down for what the workspace has, and finds all that is wrong
/// with them.
///
/// ```
/// {"synonyms": [{"word": "가전 매니아", "kind": "segment", "name": "seg_7"}], "reason": "..."}
/// ```
public final class SynonymsReader {
  private static final Set<String> KNOWN = Set.of("synonyms", "reason", "version");
  private static final Set<String> FIELDS = Set.of("word", "kind", "name");
  private static final int MOST = 1_000;
  private static final int LONGEST_WORD = 100;
  private static final int LONGEST = 200;
  private static final int LONGEST_REASON = 1_000;

  private final List<Violation> problems = new ArrayList<>();

  private SynonymsReader() {}

  /// What came of reading.
  public sealed interface Reading {
    /// They can be saved.
    record Good(List<Names.Synonym> words, String reason) implements Reading {
      public Good {
        words = List.copyOf(words);
      }
    }

    /// They cannot, for all these reasons.
    record Bad(List<Violation> problems) implements Reading {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads all of them.
  public static Reading read(Value.Fields written) {
    return new SynonymsReader().all(written);
  }

  private Reading all(Value.Fields written) {
    unknown(written, KNOWN, "");
    var reason = written.get("reason") == null ? "" : text(written, "", "reason", LONGEST_REASON);
    var words = new ArrayList<Names.Synonym>();
    if (!(written.get("synonyms") instanceof Value.Items(var items))) {
      problem(
          written.get("synonyms") == null ? "missing" : "not_a_list",
          "/synonyms",
          written.get("synonyms"));
    } else if (items.size() > MOST) {
      problems.add(new Violation("too_many", "/synonyms", Integer.toString(items.size())));
    } else {
      var met = new HashSet<String>();
      for (var i = 0; i < items.size(); i++) {
        var word = one(items.get(i), "/synonyms/" + i);
        if (word != null && !met.add(word.kind() + " " + word.name() + " " + word.word())) {
          problems.add(new Violation("duplicate", "/synonyms/" + i, word.word()));
        } else if (word != null) {
          words.add(word);
        }
      }
    }
    return problems.isEmpty()
        ? new Reading.Good(words, reason == null ? "" : reason)
        : new Reading.Bad(problems);
  }

  private Names.@Nullable Synonym one(Value item, String path) {
    if (!(item instanceof Value.Fields fields)) {
      problem("not_an_object", path, item);
      return null;
    }
    unknown(fields, FIELDS, path);
    var word = text(fields, path, "word", LONGEST_WORD);
    var kind = kind(fields, path);
    var name = text(fields, path, "name", LONGEST);
    return word == null || kind == null || name == null
        ? null
        : new Names.Synonym(word.strip(), kind, name);
  }

  private Names.@Nullable Kind kind(Value.Fields fields, String path) {
    var written = text(fields, path, "kind", LONGEST);
    if (written == null) {
      return null;
    }
    for (var kind : Names.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(written)) {
        return kind;
      }
    }
    problems.add(new Violation("unknown_word", path + "/kind", written));
    return null;
  }

  private @Nullable String text(Value.Fields fields, String path, String name, int longest) {
    var value = fields.get(name);
    if (value instanceof Value.Text(var text) && !text.isBlank() && text.length() <= longest) {
      return text;
    }
    problem(
        value == null || (value instanceof Value.Text(var blank) && blank.isBlank())
            ? "missing"
            : value instanceof Value.Text ? "too_long" : "not_a_text",
        path + "/" + name,
        value);
    return null;
  }

  private void unknown(Value.Fields fields, Set<String> known, String path) {
    for (var name : fields.values().keySet()) {
      if (!known.contains(name)) {
        problems.add(
            new Violation(
                "unknown_field", path + "/" + name.replace("~", "~0").replace("/", "~1"), ""));
      }
    }
  }

  private void problem(String code, String path, @Nullable Value found) {
    problems.add(new Violation(code, path, found == null ? "" : Violation.excerpt(found)));
  }
}
