package io.inyeon.core;

import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.StandardTypes;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.unify.Survivorship;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads a rules document that somebody wrote, and finds all that is wrong with it at once.
public final class RulesReader {
  private static final int MOST_TYPES = 250;
  private static final int MOST_TEXTS = 10_000;
  private static final int LONGEST = 512;
  private static final Set<String> DOCUMENT =
      Set.of(
          "region",
          "currency",
          "timeZone",
          "weekStart",
          "types",
          "customType",
          "traits",
          "rates",
          "sessionGapMinutes");
  private static final Set<String> TYPE =
      Set.of(
          "name",
          "priority",
          "anchor",
          "limit",
          "blocked",
          "blockedPatterns",
          "normaliser",
          "sharedAbove",
          "hubAbove",
          "linkedBy",
          "shared");

  private final Patterns patterns;
  private final List<Violation> problems = new ArrayList<>();

  private RulesReader(Patterns patterns) {
    this.patterns = patterns;
  }

  /// Reads a document; every field of [RulesForm] must be there, except `shared` and
  /// `sessionGapMinutes`, and no other.
  ///
  /// @param version that it shall have
  /// @param workspaceKey of the workspace
  public static RulesForm.Reading read(
      Value.Fields written, int version, String workspaceKey, Patterns patterns) {
    return new RulesReader(patterns).document(written, version, workspaceKey);
  }

  private RulesForm.Reading document(Value.Fields written, int version, String workspaceKey) {
    known(written, "", DOCUMENT, Set.of());
    var region = text(written, "", "region");
    if (region != null && !Set.of(Locale.getISOCountries()).contains(region)) {
      problem("unknown_region", "/region", region);
    }
    var currency = text(written, "", "currency");
    if (currency != null && !currencyKnown(currency)) {
      problem("unknown_currency", "/currency", currency);
    }
    var zone = text(written, "", "timeZone");
    if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
      problem("unknown_time_zone", "/timeZone", zone);
    }
    var weekStart = weekStart(written.get("weekStart"));
    var types = types(written.get("types"));
    var custom =
        written.get("customType") instanceof Value.Fields fields
            ? type(fields, "/customType", false)
            : missing("/customType");
    var traits = traits(written.get("traits"));
    var rates = rates(written.get("rates"));
    // Documents from before it could be chosen say nothing of it.
    var gap =
        written.get("sessionGapMinutes") == null
            ? RulesDocument.SESSION_GAP_MINUTES
            : number(written, "", "sessionGapMinutes", 1, RulesDocument.LONGEST_SESSION_GAP);
    if (!problems.isEmpty()
        || region == null
        || currency == null
        || zone == null
        || custom == null) {
      return new RulesForm.Reading.Bad(problems);
    }
    return new RulesForm.Reading.Good(
        new RulesDocument(
                version, workspaceKey, region, currency, zone, types, custom, traits, rates, gap)
            .withWeekStart(weekStart));
  }

  /// Rules from before weeks had a first day of their own say none.
  private DayOfWeek weekStart(@Nullable Value written) {
    if (written == null) {
      return RulesDocument.WEEK_START;
    }
    for (var day : DayOfWeek.values()) {
      if (written.equals(new Value.Text(day.name().toLowerCase(Locale.ROOT)))) {
        return day;
      }
    }
    problem("unknown_day", "/weekStart", Violation.excerpt(written));
    return RulesDocument.WEEK_START;
  }

  private static boolean currencyKnown(String code) {
    return Currency.getAvailableCurrencies().stream()
        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
  }

  // ---- types

  private List<IdentifierType> types(@Nullable Value written) {
    if (!(written instanceof Value.Items(var items))) {
      problem("missing_field", "/types", "");
      return List.of();
    }
    if (items.size() > MOST_TYPES) {
      problem("too_many", "/types", "at most " + MOST_TYPES);
      return List.of();
    }
    var types = new ArrayList<IdentifierType>();
    for (var i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Value.Fields fields) {
        var type = type(fields, "/types/" + i, true);
        if (type != null) {
          types.add(type);
        }
      } else {
        problem("not_an_object", "/types/" + i, "");
      }
    }
    if (types.size() == items.size()) {
      together(types);
    }
    types.sort(
        Comparator.comparingInt(IdentifierType::priority).thenComparing(IdentifierType::name));
    return types;
  }

  /// What is wrong with several types together.
  private void together(List<IdentifierType> types) {
    var names = new HashSet<String>();
    var anchors = 0;
    var byPriority = new HashMap<Integer, String>();
    for (var i = 0; i < types.size(); i++) {
      var type = types.get(i);
      if (!names.add(type.name())) {
        problem("duplicate_name", "/types/" + i + "/name", type.name());
      }
      anchors += type.anchor() ? 1 : 0;
      if (StandardTypes.has(type.name())) {
        var other = byPriority.putIfAbsent(type.priority(), type.name());
        if (other != null) {
          problem("duplicate_priority", "/types/" + i + "/priority", "the same as " + other);
        }
      }
    }
    if (anchors != 1) {
      problem("one_anchor", "/types", anchors + " types are anchors; exactly one is");
    }
  }

  private @Nullable IdentifierType type(Value.Fields written, String at, boolean listed) {
    var before = problems.size();
    known(written, at, TYPE, listed ? Set.of() : Set.of("name", "anchor"));
    var name = listed ? text(written, at, "name") : "custom";
    if (name != null && listed && !name.equals(IdentifierTypes.typeName(name))) {
      problem("invalid_name", at + "/name", name);
    }
    var anchor = listed && truth(written, at + "/anchor", "anchor");
    var priority = number(written, at, "priority", 1, 1_000_000);
    var limit = number(written, at, "limit", 0, 1_000_000);
    var shared = number(written, at, "sharedAbove", 1, Integer.MAX_VALUE);
    var hub = number(written, at, "hubAbove", 1, Integer.MAX_VALUE);
    var blocked = texts(written, at, "blocked");
    var blockedPatterns = texts(written, at, "blockedPatterns");
    for (var i = 0; i < blocked.size(); i++) {
      if (!blocked.get(i).equals(blocked.get(i).toLowerCase(Locale.ROOT))) {
        problem("not_lower_case", at + "/blocked/" + i, blocked.get(i));
      }
    }
    for (var i = 0; i < blockedPatterns.size(); i++) {
      try {
        patterns.matching(blockedPatterns.get(i));
      } catch (IllegalArgumentException e) {
        problem("invalid_pattern", at + "/blockedPatterns/" + i, String.valueOf(e.getMessage()));
      }
    }
    var normaliser = word(written, at, "normaliser", RulesForm.NORMALISERS);
    var kinds = texts(written, at, "linkedBy");
    for (var i = 0; i < kinds.size(); i++) {
      if (!RulesForm.KINDS.containsKey(kinds.get(i))) {
        problem("unknown_value", at + "/linkedBy/" + i, kinds.get(i));
      }
    }
    // Documents from before there was a choice say nothing of it.
    var policy =
        written.get("shared") == null
            ? SharedPolicy.FIRST
            : word(written, at, "shared", RulesForm.POLICIES);
    if (anchor && policy != SharedPolicy.FIRST) {
      problem("anchor_not_first", at + "/shared", "nobody logs in on an anchor");
    }
    if (problems.size() > before || name == null || normaliser == null || policy == null) {
      return null;
    }
    return new IdentifierType(
        name,
        priority,
        anchor,
        limit,
        blocked,
        blockedPatterns,
        normaliser,
        shared,
        hub,
        kinds.stream().map(RulesForm.KINDS::get).distinct().sorted().toList(),
        policy);
  }

  // ---- traits and rates

  private SortedMap<String, Survivorship> traits(@Nullable Value written) {
    var traits = new TreeMap<String, Survivorship>();
    if (!(written instanceof Value.Fields fields)) {
      problem("missing_field", "/traits", "");
      return traits;
    }
    for (var name : fields.values().keySet()) {
      var how = word(fields, "/traits", name, RulesForm.SURVIVORSHIPS);
      if (how != null) {
        traits.put(name, how);
      }
    }
    return Collections.unmodifiableSortedMap(traits);
  }

  private SortedMap<String, SortedMap<LocalDate, BigDecimal>> rates(@Nullable Value written) {
    var rates = new TreeMap<String, SortedMap<LocalDate, BigDecimal>>();
    if (!(written instanceof Value.Fields fields)) {
      problem("missing_field", "/rates", "");
      return rates;
    }
    fields
        .values()
        .forEach((currency, days) -> {
          var at = "/rates/" + escaped(currency);
          if (!currencyKnown(currency)) {
            problem("unknown_currency", at, currency);
          }
          if (days instanceof Value.Fields(var byDay)) {
            var dated = new TreeMap<LocalDate, BigDecimal>();
            byDay.forEach((day, rate) -> rate(at + "/" + escaped(day), day, rate, dated));
            rates.put(currency, Collections.unmodifiableSortedMap(dated));
          } else {
            problem("not_an_object", at, "");
          }
        });
    return Collections.unmodifiableSortedMap(rates);
  }

  private void rate(String at, String day, Value rate, Map<LocalDate, BigDecimal> dated) {
    try {
      if (rate instanceof Value.Decimal(var number)
          && number.signum() > 0
          && number.precision() <= 30
          && Math.abs(number.scale()) <= 30) {
        dated.put(LocalDate.parse(day), number);
      } else {
        problem("invalid_rate", at, "");
      }
    } catch (DateTimeException e) {
      problem("invalid_day", at, day);
    }
  }

  // ---- single values

  private void known(Value.Fields written, String at, Set<String> names, Set<String> butNot) {
    for (var name : written.values().keySet()) {
      if (!names.contains(name) || butNot.contains(name)) {
        problem("unknown_field", at + "/" + escaped(name), "");
      }
    }
  }

  private @Nullable String text(Value.Fields written, String at, String name) {
    var text = written.text(name);
    if (text == null) {
      problem("missing_field", at + "/" + name, "");
    }
    return text;
  }

  private boolean truth(Value.Fields written, String at, String name) {
    if (written.get(name) instanceof Value.Truth(var truth)) {
      return truth;
    }
    problem("missing_field", at, "");
    return false;
  }

  private int number(Value.Fields written, String at, String name, int least, int most) {
    var value = written.get(name);
    if (value instanceof Value.Decimal(var number)
        && number.compareTo(BigDecimal.valueOf(least)) >= 0
        && number.compareTo(BigDecimal.valueOf(most)) <= 0
        && number.stripTrailingZeros().scale() <= 0) {
      return number.intValueExact();
    }
    problem(
        value == null ? "missing_field" : "out_of_range",
        at + "/" + name,
        "a whole number, " + least + " to " + most);
    return least;
  }

  private List<String> texts(Value.Fields written, String at, String name) {
    if (!(written.get(name) instanceof Value.Items(var items))) {
      problem("missing_field", at + "/" + name, "");
      return List.of();
    }
    if (items.size() > MOST_TEXTS) {
      problem("too_many", at + "/" + name, "at most " + MOST_TEXTS);
      return List.of();
    }
    var texts = new ArrayList<String>();
    for (var i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Value.Text(var text) && text.length() <= LONGEST) {
        texts.add(text);
      } else {
        problem("not_a_text", at + "/" + name + "/" + i, "of at most " + LONGEST + " characters");
      }
    }
    return texts;
  }

  private <T> @Nullable T word(Value.Fields written, String at, String name, Map<String, T> words) {
    var word = text(written, at, name);
    if (word == null) {
      return null;
    }
    var meant = words.get(word);
    if (meant == null) {
      problem("unknown_value", at + "/" + escaped(name), word);
    }
    return meant;
  }

  private @Nullable IdentifierType missing(String at) {
    problem("missing_field", at, "");
    return null;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private void problem(String code, String at, String detail) {
    problems.add(new Violation(code, at, detail));
  }
}
