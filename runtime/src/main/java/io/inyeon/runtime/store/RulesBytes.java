package io.inyeon.runtime.store;

import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.IdentifierType.Normaliser;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.unify.Survivorship;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The rules document as bytes.
final class RulesBytes {
  private RulesBytes() {}

  static void write(Encoder to, RulesDocument rules) {
    to.signed(rules.version()).text(rules.workspaceKey()).text(rules.region());
    to.text(rules.currency()).text(rules.timeZone());
    to.varint(rules.types().size());
    for (var type : rules.types()) {
      type(to, type);
    }
    type(to, rules.customType());
    to.varint(rules.traits().size());
    rules.traits().forEach((name, survivorship) -> to.text(name).octet(number(survivorship)));
    to.varint(rules.rates().size());
    rules
        .rates()
        .forEach((currency, rates) -> {
          to.text(currency).varint(rates.size());
          rates.forEach((day, rate) -> to.signed(day.toEpochDay()).decimal(rate));
        });
    // Rules from before there were sessions end here; those that say nothing new still do.
    var policies = new ArrayList<SharedPolicy>();
    rules.types().forEach(type -> policies.add(type.policy()));
    policies.add(rules.customType().policy());
    var anyPolicy = policies.stream().anyMatch(policy -> policy != SharedPolicy.FIRST);
    var otherWeek = rules.weekStart() != RulesDocument.WEEK_START;
    if (anyPolicy || otherWeek || rules.sessionGapMinutes() != RulesDocument.SESSION_GAP_MINUTES) {
      to.varint(rules.sessionGapMinutes());
    }
    // The same of rules from before there were policies.
    if (anyPolicy || otherWeek) {
      policies.forEach(policy -> to.octet(number(policy)));
    }
    // And of those from before weeks had a first day of their own.
    if (otherWeek) {
      to.octet(rules.weekStart().getValue());
    }
  }

  static RulesDocument read(Decoder from) {
    var version = Records.integer(from);
    var workspaceKey = from.text();
    var region = from.text();
    var currency = from.text();
    var timeZone = from.text();
    var types = new ArrayList<IdentifierType>();
    for (var i = from.count(); i > 0; i--) {
      types.add(type(from));
    }
    var customType = type(from);
    var traits = traits(from);
    var rates = rates(from);
    var gap = from.ended() ? RulesDocument.SESSION_GAP_MINUTES : sessionGapMinutes(from);
    if (!from.ended()) {
      types.replaceAll(type -> with(type, from));
      customType = with(customType, from);
    }
    var weekStart = from.ended() ? RulesDocument.WEEK_START : weekStart(from);
    return new RulesDocument(
        version,
        workspaceKey,
        region,
        currency,
        timeZone,
        types,
        customType,
        traits,
        rates,
        gap,
        weekStart);
  }

  private static DayOfWeek weekStart(Decoder from) {
    var day = from.octet();
    if (day < 1 || day > 7) {
      throw from.wrong("no day of a week");
    }
    return DayOfWeek.of(day);
  }

  private static IdentifierType with(IdentifierType type, Decoder from) {
    var policy = policy(from.octet());
    if (type.anchor() && policy != SharedPolicy.FIRST) {
      throw from.wrong("an anchor with logins");
    }
    return type.with(policy);
  }

  private static int sessionGapMinutes(Decoder from) {
    var minutes = from.number(1_440);
    if (minutes == 0) {
      throw from.wrong("a session without a pause");
    }
    return minutes;
  }

  private static SortedMap<String, Survivorship> traits(Decoder from) {
    var traits = new TreeMap<String, Survivorship>();
    for (var i = from.count(); i > 0; i--) {
      traits.put(from.text(), survivorship(from.octet()));
    }
    return Collections.unmodifiableSortedMap(traits);
  }

  private static SortedMap<String, SortedMap<LocalDate, BigDecimal>> rates(Decoder from) {
    var rates = new TreeMap<String, SortedMap<LocalDate, BigDecimal>>();
    for (var i = from.count(); i > 0; i--) {
      var currency = from.text();
      var days = new TreeMap<LocalDate, BigDecimal>();
      for (var j = from.count(); j > 0; j--) {
        days.put(day(from.signed()), from.decimal());
      }
      rates.put(currency, Collections.unmodifiableSortedMap(days));
    }
    return Collections.unmodifiableSortedMap(rates);
  }

  private static LocalDate day(long epochDay) {
    try {
      return LocalDate.ofEpochDay(epochDay);
    } catch (DateTimeException e) {
      throw new Undecodable("no such day: " + e.getMessage(), 0);
    }
  }

  private static void type(Encoder to, IdentifierType type) {
    to.text(type.name()).signed(type.priority()).truth(type.anchor()).signed(type.limit());
    Records.texts(to, type.blocked());
    Records.texts(to, type.blockedPatterns());
    to.octet(number(type.normaliser())).signed(type.sharedAbove()).signed(type.hubAbove());
    to.varint(type.linkedBy().size());
    type.linkedBy().forEach(kind -> to.octet(Records.kind(kind)));
  }

  private static IdentifierType type(Decoder from) {
    return new IdentifierType(
        from.text(),
        Records.integer(from),
        from.truth(),
        Records.integer(from),
        Records.texts(from),
        Records.texts(from),
        normaliser(from.octet()),
        Records.integer(from),
        Records.integer(from),
        kinds(from));
  }

  private static List<SourceKind> kinds(Decoder from) {
    var kinds = new ArrayList<SourceKind>();
    for (var i = from.count(); i > 0; i--) {
      kinds.add(Records.kind(from.octet()));
    }
    return kinds;
  }

  private static int number(SharedPolicy policy) {
    return switch (policy) {
      case FIRST -> 1;
      case LAST -> 2;
      case BY_LOGIN -> 3;
    };
  }

  private static SharedPolicy policy(int number) {
    return switch (number) {
      case 1 -> SharedPolicy.FIRST;
      case 2 -> SharedPolicy.LAST;
      case 3 -> SharedPolicy.BY_LOGIN;
      default -> throw new Undecodable("no policy: " + number, 0);
    };
  }

  private static int number(Normaliser normaliser) {
    return switch (normaliser) {
      case PLAIN -> 1;
      case EMAIL -> 2;
      case PHONE -> 3;
    };
  }

  private static Normaliser normaliser(int number) {
    return switch (number) {
      case 1 -> Normaliser.PLAIN;
      case 2 -> Normaliser.EMAIL;
      case 3 -> Normaliser.PHONE;
      default -> throw new Undecodable("no normaliser: " + number, 0);
    };
  }

  private static int number(Survivorship survivorship) {
    return switch (survivorship) {
      case LATEST -> 1;
      case TRUSTED -> 2;
      case FREQUENT -> 3;
      case MIN -> 4;
      case MAX -> 5;
      case UNION -> 6;
    };
  }

  private static Survivorship survivorship(int number) {
    return switch (number) {
      case 1 -> Survivorship.LATEST;
      case 2 -> Survivorship.TRUSTED;
      case 3 -> Survivorship.FREQUENT;
      case 4 -> Survivorship.MIN;
      case 5 -> Survivorship.MAX;
      case 6 -> Survivorship.UNION;
      default -> throw new Undecodable("no survivorship: " + number, 0);
    };
  }
}
