package io.inyeon.core;

import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.IdentifierType.Normaliser;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.unify.Survivorship;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/// The rules document as fields, as people read and write it. The workspace's key and the version
/// are no part of it.
///
/// ```
/// {"region": "KR", "currency": "KRW", "timeZone": "Asia/Seoul",
///  "weekStart": "monday",
///  "types": [{"name": "user_id", "priority": 1, "anchor": true, "limit": 0, "blocked": ["null"],
///    "blockedPatterns": ["^[0-]*$"], "normaliser": "plain", "sharedAbove": 20, "hubAbove": 1000,
///    "linkedBy": []}, {"name": "anonymous_id", ..., "shared": "by_login"}, ...],
///  "customType": {the same without name and anchor},
///  "traits": {"plan": "trusted"}, "rates": {"USD": {"2025-01-01": 1370.5}},
///  "sessionGapMinutes": 30}
/// ```
public final class RulesForm {
  private RulesForm() {}

  /// What came of reading a document.
  public sealed interface Reading {
    /// It can be put in force.
    record Good(RulesDocument rules) implements Reading {}

    /// It cannot, for all these reasons; each names its place by a JSON pointer.
    record Bad(List<Violation> problems) implements Reading {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// As people read it.
  public static Value.Fields of(RulesDocument rules) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("region", new Value.Text(rules.region()));
    fields.put("currency", new Value.Text(rules.currency()));
    fields.put("timeZone", new Value.Text(rules.timeZone()));
    fields.put("weekStart", new Value.Text(rules.weekStart().name().toLowerCase(Locale.ROOT)));
    fields.put(
        "types",
        new Value.Items(rules.types().stream().<Value>map(type -> type(type, true)).toList()));
    fields.put("customType", type(rules.customType(), false));
    var traits = new LinkedHashMap<String, Value>();
    rules.traits().forEach((name, how) -> traits.put(name, new Value.Text(word(how))));
    fields.put("traits", new Value.Fields(traits));
    var rates = new LinkedHashMap<String, Value>();
    rules.rates().forEach((currency, days) -> rates.put(currency, days(days)));
    fields.put("rates", new Value.Fields(rates));
    fields.put("sessionGapMinutes", number(rules.sessionGapMinutes()));
    return new Value.Fields(fields);
  }

  private static Value days(SortedMap<LocalDate, BigDecimal> rates) {
    var days = new LinkedHashMap<String, Value>();
    rates.forEach((day, rate) -> days.put(day.toString(), new Value.Decimal(rate)));
    return new Value.Fields(days);
  }

  private static Value type(IdentifierType type, boolean listed) {
    var fields = new LinkedHashMap<String, Value>();
    if (listed) {
      fields.put("name", new Value.Text(type.name()));
    }
    fields.put("priority", number(type.priority()));
    if (listed) {
      fields.put("anchor", new Value.Truth(type.anchor()));
    }
    fields.put("limit", number(type.limit()));
    fields.put("blocked", texts(type.blocked()));
    fields.put("blockedPatterns", texts(type.blockedPatterns()));
    fields.put("normaliser", new Value.Text(word(type.normaliser())));
    fields.put("sharedAbove", number(type.sharedAbove()));
    fields.put("hubAbove", number(type.hubAbove()));
    fields.put("linkedBy", texts(type.linkedBy().stream().map(RulesForm::word).toList()));
    fields.put("shared", new Value.Text(word(type.policy())));
    return new Value.Fields(fields);
  }

  private static Value number(int number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }

  private static Value texts(List<String> texts) {
    return new Value.Items(texts.stream().<Value>map(Value.Text::new).toList());
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static final Map<String, Normaliser> NORMALISERS =
      Map.of("plain", Normaliser.PLAIN, "email", Normaliser.EMAIL, "phone", Normaliser.PHONE);

  static final Map<String, SharedPolicy> POLICIES =
      Map.of(
          "first", SharedPolicy.FIRST,
          "last", SharedPolicy.LAST,
          "by_login", SharedPolicy.BY_LOGIN);

  static final Map<String, SourceKind> KINDS =
      Map.of(
          "browser", SourceKind.BROWSER,
          "app", SourceKind.APP,
          "server", SourceKind.SERVER,
          "import", SourceKind.IMPORT);

  static final Map<String, Survivorship> SURVIVORSHIPS =
      Map.of(
          "latest", Survivorship.LATEST,
          "trusted", Survivorship.TRUSTED,
          "frequent", Survivorship.FREQUENT,
          "min", Survivorship.MIN,
          "max", Survivorship.MAX,
          "union", Survivorship.UNION);
}
