package io.inyeon.core.govern;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the next version of a purpose that somebody wrote, and finds all that is wrong with it.
///
/// ```
/// {"key": "newsletter", "titles": {"ko": "소식지", "en": "Newsletter"}, "texts": {"ko": "..."},
///  "withdrawals": {"ko": "..."}, "basis": "consent", "recipients": ["..."], "retentionDays": 365,
///  "consentDays": 730, "minimumAge": 14, "guardian": true, "channel": "email",
///  "aliases": ["C0004"], "status": "active", "reason": "..."}
/// ```
///
/// What is left out stays as it was; a new one needs key, titles, texts, withdrawals and basis.
public final class PurposeReader {
  private static final Set<String> FIELDS =
      Set.of(
          "key",
          "titles",
          "texts",
          "withdrawals",
          "basis",
          "recipients",
          "retentionDays",
          "consentDays",
          "minimumAge",
          "guardian",
          "channel",
          "aliases",
          "status",
          "reason");

  private static final String KEY = "[a-z][a-z0-9_.-]{0,63}";
  private static final String LANGUAGE = "[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}";
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_REASON = 1_000;
  private static final int MOST = 100;
  private static final int MOST_LANGUAGES = 30;
  private static final int MOST_DAYS = 36_500;
  private static final int MOST_YEARS = 25;

  private final Value.Fields written;
  private final @Nullable Purpose before;
  private final List<Violation> problems = new ArrayList<>();

  private PurposeReader(Value.Fields written, @Nullable Purpose before) {
    this.written = written;
    this.before = before;
  }

  /// What came of reading.
  public sealed interface Reading {
    /// It can be saved.
    record Good(Purpose purpose, String reason) implements Reading {}

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
  /// @param others all purposes of the workspace
  public static Reading read(Value.Fields written, @Nullable Purpose before, Purposes others) {
    return new PurposeReader(written, before).read(others);
  }

  private Reading read(Purposes others) {
    for (var name : written.values().keySet()) {
      if (!FIELDS.contains(name)) {
        add("unknown_field", name, null);
      }
    }
    var was = before;
    var key = key(others);
    var purpose =
        new Purpose(
            key,
            was == null ? 1 : was.version() + 1,
            texts("titles", was == null ? null : was.titles(), LONGEST_TITLE),
            texts("texts", was == null ? null : was.texts(), LONGEST_TEXT),
            texts("withdrawals", was == null ? null : was.withdrawals(), LONGEST_TEXT),
            word("basis", LegalBasis.values(), was == null ? null : was.basis()),
            names("recipients", was == null ? List.of() : was.recipients()),
            number("retentionDays", MOST_DAYS, was == null ? 0 : was.retentionDays()),
            number("consentDays", MOST_DAYS, was == null ? 0 : was.consentDays()),
            number("minimumAge", MOST_YEARS, was == null ? 0 : was.minimumAge()),
            truth("guardian", was != null && was.guardian()),
            word("channel", Channel.values(), was == null ? Channel.NONE : was.channel()),
            names("aliases", was == null ? List.of() : was.aliases()),
            active(was == null || was.active()));
    check(purpose, others);
    var reason = reason();
    return problems.isEmpty() ? new Reading.Good(purpose, reason) : new Reading.Bad(problems);
  }

  private String key(Purposes others) {
    var value = written.get("key");
    if (before != null) {
      if (value != null && !new Value.Text(before.key()).equals(value)) {
        add("key_never_changes", "key", value);
      }
      return before.key();
    }
    if (value instanceof Value.Text(var text)
        && text.length() <= LONGEST_NAME
        && text.matches(KEY)) {
      if (others.all().size() >= Purposes.MOST) {
        add("too_many_purposes", "", null);
      }
      return text;
    }
    add(value == null ? "missing" : "invalid_key", "key", value);
    return "";
  }

  private void check(Purpose purpose, Purposes others) {
    if (!purpose.texts().keySet().containsAll(purpose.titles().keySet())) {
      add("language_without_text", "texts", null);
    }
    if (!purpose.withdrawals().keySet().containsAll(purpose.titles().keySet())) {
      add("language_without_text", "withdrawals", null);
    }
    if (purpose.guardian() && purpose.minimumAge() == 0) {
      add("guardian_without_age", "guardian", null);
    }
    for (var other : others.all().values()) {
      if (other.key().equals(purpose.key())) {
        continue;
      }
      for (var name : purpose.names()) {
        if (other.names().contains(name)) {
          add("name_in_use", "aliases", new Value.Text(name));
        }
      }
    }
  }

  private SortedMap<String, String> texts(
      String name, @Nullable SortedMap<String, String> otherwise, int longest) {
    var value = written.get(name);
    if (value == null) {
      if (otherwise == null) {
        add("missing", name, null);
        return new TreeMap<>();
      }
      return otherwise;
    }
    var texts = new TreeMap<String, String>();
    if (!(value instanceof Value.Fields(var fields))
        || fields.isEmpty()
        || fields.size() > MOST_LANGUAGES) {
      add("not_texts", name, value);
      return texts;
    }
    fields.forEach((language, text) -> {
      if (language.length() > LONGEST_NAME || !language.matches(LANGUAGE)) {
        add("invalid_language", name, new Value.Text(language));
      } else if (!(text instanceof Value.Text(var words)) || words.isBlank()) {
        add("missing", name + "/" + language, text);
      } else if (words.length() > longest) {
        add("too_long", name + "/" + language, null);
      } else {
        texts.put(language, words.strip());
      }
    });
    return texts;
  }

  private <E extends Enum<E>> E word(String name, E[] words, @Nullable E otherwise) {
    var value = written.get(name);
    if (value == null && otherwise != null) {
      return otherwise;
    }
    if (value instanceof Value.Text(var text)) {
      for (var word : words) {
        if (word.name().toLowerCase(Locale.ROOT).equals(text)) {
          return word;
        }
      }
    }
    add(value == null ? "missing" : "unknown_word", name, value);
    return otherwise == null ? words[0] : otherwise;
  }

  private List<String> names(String name, List<String> otherwise) {
    var value = written.get(name);
    if (value == null) {
      return otherwise;
    }
    var names = new LinkedHashSet<String>();
    if (value instanceof Value.Items(var items) && items.size() <= MOST) {
      for (var item : items) {
        if (item instanceof Value.Text(var text)
            && !text.isBlank()
            && text.length() <= ConsentReader.LONGEST
            && !text.strip().equals(ConsentStatement.EVERYTHING)) {
          names.add(text.strip());
        }
      }
      if (names.size() == items.size()) {
        return List.copyOf(names);
      }
    }
    add("not_names", name, value);
    return otherwise;
  }

  private int number(String name, int most, int otherwise) {
    return switch (written.get(name)) {
      case null -> otherwise;
      case Value.Decimal(var number)
          when number.signum() >= 0
              && number.compareTo(BigDecimal.valueOf(most)) <= 0
              && number.stripTrailingZeros().scale() <= 0 ->
          number.intValue();
      case Value other -> {
        add("not_a_number", name, other);
        yield otherwise;
      }
    };
  }

  private boolean truth(String name, boolean otherwise) {
    return switch (written.get(name)) {
      case null -> otherwise;
      case Value.Truth(var truth) -> truth;
      case Value other -> {
        add("not_a_truth", name, other);
        yield otherwise;
      }
    };
  }

  private boolean active(boolean otherwise) {
    return switch (written.get("status")) {
      case null -> otherwise;
      case Value.Text(var word) when Arrays.asList("active", "retired").contains(word) ->
          word.equals("active");
      case Value other -> {
        add("unknown_word", "status", other);
        yield otherwise;
      }
    };
  }

  private String reason() {
    return switch (written.get("reason")) {
      case null -> "";
      case Value.Text(var text) when text.length() <= LONGEST_REASON -> text;
      case Value other -> {
        add("not_a_text", "reason", other);
        yield "";
      }
    };
  }

  private void add(String code, String place, @Nullable Value offending) {
    problems.add(
        new Violation(
            code,
            place.isEmpty() ? "" : "/" + place,
            offending == null ? "" : Violation.excerpt(offending)));
  }
}
