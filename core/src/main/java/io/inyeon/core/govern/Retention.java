package io.inyeon.core.govern;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// For how long what is known of people is kept: by type of event, by trait, and by purpose (GDPR
/// article 5(1)(e), KR PIPA article 21). Days count from when an event happened.
///
/// What several rules name is kept for as long as the longest of them says: as long as one lawful
/// use needs it. What none names is kept.
///
/// @param rules in the order in which they were written
public record Retention(List<Rule> rules) {
  /// Stands for all events that no other rule names.
  public static final String EVERY = "*";

  /// No rule at all.
  public static final Retention NONE = new Retention(List.of());

  private static final int MOST = 500;
  private static final int MOST_DAYS = 36_500;
  private static final int LONGEST_NAME = 200;
  private static final long DAY_MS = 86_400_000L;

  public Retention {
    rules = List.copyOf(rules);
  }

  /// What one rule says.
  public sealed interface Rule {
    /// Events of one name, or of [#EVERY] other.
    record OfEvents(String name, int days) implements Rule {}

    /// A person's trait, from when it was said.
    record OfTrait(String name, int days) implements Rule {}

    /// What is kept for a purpose: for the purpose's own days, for ever when it has none.
    record OfPurpose(String purpose, SortedSet<String> events, SortedSet<String> traits)
        implements Rule {}
  }

  /// What came of reading.
  ///
  /// @param problems codes with a JSON pointer each, `code /pointer`; empty when all is well
  public record Read(Retention retention, List<String> problems) {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  /// Reads rules as an operator writes them: `{"rules":[{"event", "days"} | {"trait", "days"} |
  /// {"purpose", "events", "traits"}]}`.
  ///
  /// @param purposes those that there are
  public static Read read(Value.Fields document, Purposes purposes) {
    if (!(document.get("rules") instanceof Value.Items(var items)) || items.size() > MOST) {
      return new Read(NONE, List.of("invalid_rules /rules"));
    }
    var rules = new ArrayList<Rule>();
    var problems = new ArrayList<String>();
    var named = new TreeSet<String>();
    for (var i = 0; i < items.size(); i++) {
      var at = "/rules/" + i;
      var rule =
          items.get(i) instanceof Value.Fields fields ? rule(fields, at, purposes, problems) : null;
      if (rule == null) {
        problems.add("invalid_rule " + at);
      } else if (!named.add(name(rule))) {
        problems.add("named_twice " + at);
      } else {
        rules.add(rule);
      }
    }
    return new Read(problems.isEmpty() ? new Retention(rules) : NONE, problems);
  }

  private static String name(Rule rule) {
    return switch (rule) {
      case Rule.OfEvents(var name, _) -> "event " + name;
      case Rule.OfTrait(var name, _) -> "trait " + name;
      case Rule.OfPurpose(var purpose, _, _) -> "purpose " + purpose;
    };
  }

  private static @Nullable Rule rule(
      Value.Fields fields, String at, Purposes purposes, List<String> problems) {
    var event = fields.text("event");
    var trait = fields.text("trait");
    var purpose = fields.text("purpose");
    if (event != null && trait == null && purpose == null && fits(event)) {
      return new Rule.OfEvents(event, days(fields, at, problems));
    }
    if (trait != null && event == null && purpose == null && fits(trait)) {
      return new Rule.OfTrait(trait, days(fields, at, problems));
    }
    if (purpose == null || event != null || trait != null) {
      return null;
    }
    if (purposes.of(purpose) == null) {
      problems.add("unknown_purpose " + at + "/purpose");
    }
    var events = names(fields, "events", at, problems);
    var traits = names(fields, "traits", at, problems);
    if (events.isEmpty() && traits.isEmpty()) {
      problems.add("nothing_named " + at);
    }
    return new Rule.OfPurpose(purpose, events, traits);
  }

  private static boolean fits(String name) {
    return !name.isBlank() && name.length() <= LONGEST_NAME;
  }

  private static int days(Value.Fields fields, String at, List<String> problems) {
    if (fields.get("days") instanceof Value.Decimal(BigDecimal days)
        && days.signum() > 0
        && days.compareTo(BigDecimal.valueOf(MOST_DAYS)) <= 0
        && days.stripTrailingZeros().scale() <= 0) {
      return days.intValue();
    }
    problems.add("invalid_days " + at + "/days");
    return 1;
  }

  private static SortedSet<String> names(
      Value.Fields fields, String of, String at, List<String> problems) {
    var names = new TreeSet<String>();
    var given = fields.get(of);
    if (given == null) {
      return names;
    }
    if (given instanceof Value.Items(var items) && items.size() <= MOST) {
      for (var item : items) {
        if (item instanceof Value.Text(var name) && fits(name) && !name.equals(EVERY)) {
          names.add(name);
        } else {
          problems.add("invalid_name " + at + "/" + of);
        }
      }
    } else {
      problems.add("invalid_names " + at + "/" + of);
    }
    return names;
  }

  /// The same as an operator writes it.
  public Value.Fields written() {
    var items = new ArrayList<Value>();
    for (var rule : rules) {
      var fields = new LinkedHashMap<String, Value>();
      switch (rule) {
        case Rule.OfEvents(var name, var days) -> {
          fields.put("event", new Value.Text(name));
          fields.put("days", new Value.Decimal(BigDecimal.valueOf(days)));
        }
        case Rule.OfTrait(var name, var days) -> {
          fields.put("trait", new Value.Text(name));
          fields.put("days", new Value.Decimal(BigDecimal.valueOf(days)));
        }
        case Rule.OfPurpose(var purpose, var events, var traits) -> {
          fields.put("purpose", new Value.Text(purpose));
          fields.put("events", texts(events));
          fields.put("traits", texts(traits));
        }
      }
      items.add(new Value.Fields(fields));
    }
    return new Value.Fields(Map.of("rules", new Value.Items(items)));
  }

  private static Value texts(SortedSet<String> names) {
    return new Value.Items(names.stream().<Value>map(Value.Text::new).toList());
  }

  /// In how many days things go; what is not named stays.
  ///
  /// @param others of events that no rule names; [Integer#MAX_VALUE] for never
  public record Terms(
      SortedMap<String, Integer> events, int others, SortedMap<String, Integer> traits) {}

  /// What the rules come to, by the purposes as they stand.
  public Terms terms(Purposes purposes) {
    var events = new TreeMap<String, Integer>();
    var traits = new TreeMap<String, Integer>();
    ToIntFunction<String> daysOf =
        key -> {
          var purpose = purposes.of(key);
          return purpose == null || purpose.retentionDays() == 0
              ? Integer.MAX_VALUE
              : purpose.retentionDays();
        };
    for (var rule : rules) {
      switch (rule) {
        case Rule.OfEvents(var name, var days) -> events.merge(name, days, Math::max);
        case Rule.OfTrait(var name, var days) -> traits.merge(name, days, Math::max);
        case Rule.OfPurpose(var purpose, var names, var someTraits) -> {
          var days = daysOf.applyAsInt(purpose);
          names.forEach(name -> events.merge(name, days, Math::max));
          someTraits.forEach(name -> traits.merge(name, days, Math::max));
        }
      }
    }
    var others = events.remove(EVERY);
    return new Terms(events, others == null ? Integer.MAX_VALUE : others, traits);
  }

  /// Before which instants things go, milliseconds since 1970, exclusive; [Long#MIN_VALUE] for
  /// never.
  ///
  /// @param others of events that are not named
  public record Cutoffs(
      SortedMap<String, Long> events, long others, SortedMap<String, Long> traits) {
    /// Whether nothing can go.
    public boolean none() {
      return traits.isEmpty()
          && others == Long.MIN_VALUE
          && events.values().stream().allMatch(each -> each == Long.MIN_VALUE);
    }
  }

  /// The instants as of now.
  ///
  /// @param statutory events that a law obliges to keep stay for its term at least
  public static Cutoffs cutoffs(Terms terms, List<StatutoryRule> statutory, long now) {
    var events = new TreeMap<String, Long>();
    terms.events().forEach((name, days) -> events.put(name, before(days, now)));
    var others = before(terms.others(), now);
    for (var rule : statutory) {
      var law =
          Instant.ofEpochMilli(now)
              .atOffset(ZoneOffset.UTC)
              .minusMonths(rule.months())
              .toInstant()
              .toEpochMilli();
      for (var name : rule.events()) {
        events.put(name, Math.min(events.getOrDefault(name, others), law));
      }
    }
    var traits = new TreeMap<String, Long>();
    terms
        .traits()
        .forEach((name, days) -> {
          if (days != Integer.MAX_VALUE) {
            traits.put(name, before(days, now));
          }
        });
    return new Cutoffs(events, others, traits);
  }

  private static long before(int days, long now) {
    return days == Integer.MAX_VALUE ? Long.MIN_VALUE : now - days * DAY_MS;
  }
}
