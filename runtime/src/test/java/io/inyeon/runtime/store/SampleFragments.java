package io.inyeon.runtime.store;

import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.AccountProfile;
import io.inyeon.core.unify.Activity;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.Survivorship;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;

/// Fragments of made-up events, for tests of how they are stored.
final class SampleFragments {
  static final Rules RULES = rules();
  private static final long DAY = 1_772_323_200_000L;
  private static final String ID = "0b6f1c1e-5f0a-4c3e-9b1a-2f9a7d0c4e51";

  private SampleFragments() {}

  /// What the golden file holds.
  static Map<String, Fragment> named() {
    var named = new LinkedHashMap<String, Fragment>();
    named.put("page", pageView());
    named.put("shopper", shopper());
    named.put("everything", everything());
    named.put("visits", visits());
    return named;
  }

  static Fragment pageView() {
    return of(Call.PAGE, "page", 1, DAY, ID, Map.of(), Map.of(), Map.of());
  }

  /// A few events of one customer of a shop.
  static Fragment shopper() {
    var traits = new LinkedHashMap<String, Object>();
    traits.put("email", "hong@example.kr");
    traits.put("name", "홍길동");
    traits.put("plan", "gold");
    traits.put("age", 34);
    return pageView()
        .plus(of(Call.IDENTIFY, "identify", 1, DAY + 5, ID, traits, Map.of(), Map.of()))
        .plus(track("Product Viewed", DAY + 60_000, Map.of()))
        .plus(track("Product Viewed", DAY + 90_000, Map.of()))
        .plus(track("Product Added", DAY + 95_000, Map.of()))
        .plus(
            track("Order Completed", DAY + 180_000, Map.of("order_id", "A-1001", "total", 35_000)))
        .plus(track("Order Refunded", DAY + 999_000, Map.of("order_id", "A-1001", "total", 5_000)));
  }

  /// Something of everything that can stand in a fragment.
  static Fragment everything() {
    var traits = new LinkedHashMap<String, Object>();
    traits.put("frequent", "a");
    traits.put("least", 3);
    traits.put("greatest", Value.Nothing.NOTHING);
    traits.put("union", List.of("x", "y"));
    traits.put("nested", Map.of("city", "서울"));
    traits.put("yes", true);
    traits.put("since", new Value.Time(Instant.ofEpochMilli(DAY)));
    traits.put("large", "x".repeat(9_000));
    traits.put("exact", new BigDecimal("-12345678901234567890.125"));
    var more = new LinkedHashMap<String, Object>();
    more.put("frequent", "b");
    more.put("least", 2);
    more.put("greatest", 9);
    more.put("union", "z");
    var consent =
        Map.<String, Object>of(
            "consent",
            Map.of("categoryPreferences", new TreeMap<>(Map.of("ads", true, "b", false))));
    return shopper()
        .plus(of(Call.IDENTIFY, "identify", 2, DAY + 7, "m-7", traits, Map.of(), Map.of()))
        .plus(of(Call.IDENTIFY, "identify", 1, DAY + 8, "m-8", more, Map.of(), consent))
        .plus(of(Call.GROUP, "group", 1, DAY - 8, "m-9", Map.of(), Map.of(), Map.of()))
        .plus(track("Consent Withdrawn", DAY + 1, Map.of()))
        .plus(
            track(
                "Consent Granted",
                DAY + 2,
                Map.of("purpose", "sms_marketing", "wordingVersion", "3", "language", "ko")))
        .plus(track("Order Cancelled", DAY + 3, Map.of("order_id", "A-2")))
        .plus(track("Order Refunded", DAY + 4, Map.of("order_id", "A-3")))
        .plus(track("Order Completed", DAY + 5, Map.of("revenue", "20.5", "currency", "USD")))
        .plus(track("Order Completed", DAY + 6, Map.of("order_id", 7, "revenue", "many")));
  }

  static AccountProfile account() {
    var traits = new LinkedHashMap<String, Object>();
    traits.put("name", "Initech");
    traits.put("employees", 329);
    return AccountProfile.of(
        event(Call.GROUP, "group", 1, DAY, ID, traits, Map.of(), Map.of()), RULES);
  }

  static AccountProfile account(Random random) {
    var account = account();
    for (var i = random.nextInt(9); i > 0; i--) {
      var event =
          event(
              Call.GROUP,
              "group",
              1,
              DAY + random.nextInt(),
              "m" + i,
              Map.of("union", any(random), "t" + i, any(random)),
              Map.of(),
              Map.of());
      account = account.plus(AccountProfile.of(event, RULES));
    }
    return account;
  }

  /// More minutes of activity than are kept one by one.
  static Fragment visits() {
    var fragment = landing(0, "spring");
    for (var minute = 1; minute < Activity.RECENT + Activity.OLDER + 2; minute++) {
      fragment = fragment.plus(minute % 100 == 0 ? landing(minute, "봄") : pageView(minute));
    }
    return fragment;
  }

  /// A page seen in a browser, so many minutes after the day began.
  static Fragment pageView(int minute) {
    return landing(minute, "");
  }

  /// One that a campaign led to.
  static Fragment landing(int minute, String campaign) {
    Map<String, Object> context = Map.of("campaign", Map.of("name", campaign));
    var time = DAY + minute * 60_000L;
    return of(Call.PAGE, "page", 2, time, "m" + minute, Map.of(), Map.of(), context);
  }

  /// The sum of random events.
  static Fragment random(Random random, int events) {
    var fragment = Fragment.EMPTY;
    for (var i = 0; i < events; i++) {
      fragment = fragment.plus(one(random));
    }
    return fragment;
  }

  private static Fragment one(Random random) {
    var time = DAY + random.nextLong(-5_000_000_000L, 5_000_000_000L);
    var id =
        random.nextBoolean()
            ? new UUID(random.nextLong(), random.nextLong()).toString()
            : "m" + random.nextInt();
    var source = random.nextInt(1, 300);
    var number = random.nextInt(6);
    if (number == 0) {
      return of(Call.GROUP, "group", source, time, id, Map.of(), Map.of(), Map.of());
    }
    if (number == 1) {
      var traits = new LinkedHashMap<String, Object>();
      for (var name : List.of("frequent", "least", "greatest", "union", "a", "b\uD800", "이름")) {
        if (random.nextBoolean()) {
          traits.put(name, any(random));
        }
      }
      return of(Call.IDENTIFY, "identify", source, time, id, traits, Map.of(), Map.of());
    }
    if (number == 2) {
      Map<String, Object> preferences =
          Map.of("ads", random.nextBoolean(), "광고", random.nextBoolean());
      return of(
          Call.TRACK,
          "이벤트" + random.nextInt(3),
          source,
          time,
          id,
          Map.of(),
          Map.of(),
          Map.of("consent", Map.of("categoryPreferences", preferences)));
    }
    var name =
        List.of(
                "Order Completed",
                "Order Updated",
                "Order Refunded",
                "Order Cancelled",
                "Consent Granted",
                "Consent Withdrawn",
                "Product Viewed")
            .get(random.nextInt(7));
    var properties = new LinkedHashMap<String, Object>();
    properties.put("order_id", "o" + random.nextInt(30));
    properties.put("currency", List.of("KRW", "USD", "?").get(random.nextInt(3)));
    properties.put("purpose", random.nextInt(5) == 0 ? "*" : "p" + random.nextInt(4));
    if (random.nextInt(3) > 0) {
      properties.put("total", BigDecimal.valueOf(random.nextInt(), random.nextInt(8)));
    }
    return of(Call.TRACK, name, source, time, id, Map.of(), properties, Map.of());
  }

  private static Object any(Random random) {
    return switch (random.nextInt(7)) {
      case 0 -> Value.Nothing.NOTHING;
      case 1 -> random.nextInt();
      case 2 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(20));
      case 3 -> List.of("a", random.nextInt(3), true);
      case 4 -> Map.of("k", List.of());
      case 5 -> random.nextBoolean();
      default -> "v" + random.nextInt(50);
    };
  }

  private static Fragment track(String name, long time, Map<String, Object> properties) {
    return of(Call.TRACK, name, 1, time, "m-" + time, Map.of(), properties, Map.of());
  }

  private static Fragment of(
      Call call,
      String name,
      int source,
      long time,
      String messageId,
      Map<String, Object> traits,
      Map<String, Object> properties,
      Map<String, Object> context) {
    var event = event(call, name, source, time, messageId, traits, properties, context);
    return Fragment.of(event, 1, RULES);
  }

  static Event event(
      Call call,
      String name,
      int source,
      long time,
      String messageId,
      Map<String, Object> traits,
      Map<String, Object> properties,
      Map<String, Object> context) {
    return new Event(
        new Event.Head(source, messageId, call, name, time, time),
        source % 2 == 1 ? SourceKind.SERVER : SourceKind.BROWSER,
        source % 4,
        false,
        List.of(new Identifier("user_id", "u-1")),
        fields(traits),
        call == Call.GROUP ? "account-" + source : null,
        fields(properties),
        fields(context),
        Value.Fields.EMPTY);
  }

  private static Value.Fields fields(Map<?, ?> map) {
    var fields = new LinkedHashMap<String, Value>();
    map.forEach((name, value) -> fields.put((String) name, value(value)));
    return new Value.Fields(fields);
  }

  private static Value value(Object object) {
    return switch (object) {
      case Value value -> value;
      case String text -> new Value.Text(text);
      case Boolean truth -> new Value.Truth(truth);
      case Integer number -> new Value.Decimal(BigDecimal.valueOf(number));
      case BigDecimal number -> new Value.Decimal(number);
      case List<?> items -> new Value.Items(items.stream().map(SampleFragments::value).toList());
      case Map<?, ?> map -> fields(map);
      default -> throw new IllegalArgumentException(object.toString());
    };
  }

  private static Rules rules() {
    var survivorship =
        new TreeMap<>(
            Map.of(
                "frequent", Survivorship.FREQUENT,
                "least", Survivorship.MIN,
                "greatest", Survivorship.MAX,
                "union", Survivorship.UNION));
    var type =
        new IdentifierType(
            "user_id",
            1,
            true,
            1,
            List.of(),
            List.of(),
            IdentifierType.Normaliser.PLAIN,
            20,
            1000,
            List.of());
    return Rules.of(
        new RulesDocument(
            1,
            "00",
            "KR",
            "KRW",
            "Asia/Seoul",
            List.of(type),
            type,
            survivorship,
            Collections.emptySortedMap()),
        (written, _) -> written,
        pattern -> pattern.toLowerCase(Locale.ROOT)::equals);
  }
}
