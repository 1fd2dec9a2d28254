package io.inyeon.core.recall;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.Entry;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.Said;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.IdentifierType.Normaliser;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.StewardLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// A world made from a seed, as the log has it: sources, events as they came, stewards who change
/// their minds, rules that change now and then. Few people and low thresholds, so that everything
/// happens often.
public final class PastWorld {
  private static final long HOUR = 60L * 60 * 1000;
  static final long START = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
  static final int HOURS = 24 * 6;

  private final Random random;

  /// Apart, so that who buys changes nothing else of the worlds.
  private final Random shop;

  private final Ledger ledger = new Ledger();
  private final List<Identifier> people = new ArrayList<>();
  private final RulesDocument first;
  private final boolean wild;
  private final List<StewardLink> links = new ArrayList<>();
  private final List<Cut> cuts = new ArrayList<>();
  private long position;

  /// Whether logins decide whose the events of some are.
  private final boolean byLogin;

  /// One in which no value is blocked, and every type is listed.
  public PastWorld(long seed, boolean changesRules) {
    this(seed, changesRules, false);
  }

  /// Made from a seed.
  ///
  /// @param wild whether some values are blocked, and one type is known to nobody at first
  public PastWorld(long seed, boolean changesRules, boolean wild) {
    byLogin = !wild && seed % 2 == 0;
    random = new Random(seed * 0x9e3779b97f4a7c15L);
    shop = new Random(seed * 31);
    this.wild = wild;
    first = rules(1);
    ledger.enter(new Entry.RulesSaved(++position, START, "kim", first, ""));
    var number = 1;
    for (var kind : SourceKind.values()) {
      ledger.enter(
          Ledger.source(
              ++position,
              new Source("s" + number, number++, "s", kind, List.of(), true, 1, true, true, 0)));
    }
    for (var type : List.of("user_id", "email", "phone", "crm", "anonymous_id", "anonymous_id")) {
      var most = 1 + random.nextInt(5);
      for (var i = 0; i < most; i++) {
        people.add(new Identifier(type, type.charAt(0) + "-" + people.size() + "@x"));
      }
    }
    var entries = 5 + random.nextInt(60);
    for (var i = 0; i < entries; i++) {
      enter(i, START + (long) i * HOURS / entries * HOUR, changesRules);
    }
  }

  public Ledger ledger() {
    return ledger;
  }

  RulesDocument first() {
    return first;
  }

  public List<Identifier> people() {
    return people;
  }

  public Random random() {
    return random;
  }

  private RulesDocument rules(int version) {
    var types = new ArrayList<IdentifierType>();
    types.add(type("user_id", 1, 0));
    types.add(type("email", 2, 1 + random.nextInt(3)));
    types.add(type("phone", 3, random.nextInt(3)));
    if (!wild || random.nextBoolean()) {
      types.add(type("crm", 50, 2));
    }
    types.add(type("anonymous_id", 100, 0));
    var plain = DefaultRules.of("0f".repeat(32), "KR", "KRW", "Asia/Seoul");
    return new RulesDocument(
        version,
        plain.workspaceKey(),
        plain.region(),
        plain.currency(),
        plain.timeZone(),
        types,
        type("custom", 50, 2),
        plain.traits(),
        plain.rates(),
        30 + 60 * (version % 4));
  }

  /// Some of the values that people may have.
  public List<String> blocked() {
    var all = new ArrayList<String>();
    for (var i = random.nextInt(4); i >= 0; i--) {
      all.add("uepca".charAt(random.nextInt(5)) + "-" + random.nextInt(18) + "@x");
    }
    return all;
  }

  private IdentifierType type(String name, int priority, int limit) {
    var easily = random.nextInt(3) > 0;
    var policies = SharedPolicy.values();
    var policy =
        !byLogin || name.equals("user_id")
            ? SharedPolicy.FIRST
            : policies[random.nextInt(policies.length)];
    return new IdentifierType(
        name,
        priority,
        name.equals("user_id"),
        limit,
        wild && random.nextBoolean() ? blocked() : List.of("null"),
        List.of(),
        Normaliser.PLAIN,
        easily ? 1 + random.nextInt(3) : 20,
        easily ? 1 + random.nextInt(5) : 1_000,
        random.nextInt(10) == 0 ? List.of(SourceKind.SERVER, SourceKind.BROWSER) : List.of(),
        policy);
  }

  private Identifier anyone() {
    return people.get(random.nextInt(people.size()));
  }

  private void enter(int i, long now, boolean changesRules) {
    position++;
    var rules = ledger.rules();
    ledger.enter(
        switch (random.nextInt(12)) {
          case 0 -> linkMade(i, now, rules);
          case 1 -> {
            if (links.isEmpty()) {
              yield event(i, now);
            }
            var link = links.get(random.nextInt(links.size()));
            yield new Entry.LinkUndone(position, now, "kim", link, "");
          }
          case 2 -> cutMade(i, now);
          case 3 -> {
            if (cuts.isEmpty()) {
              yield event(i, now);
            }
            var cut = cuts.get(random.nextInt(cuts.size()));
            yield new Entry.CutUndone(position, now, "kim", cut.id(), "");
          }
          case 4 ->
              changesRules
                  ? new Entry.RulesSaved(position, now, "kim", rules(i), "")
                  : event(i, now);
          default -> event(i, now);
        });
  }

  private Entry linkMade(int i, long now, Rules rules) {
    var a = anyone();
    var b = anyone();
    if (a.equals(b)) {
      return event(i, now);
    }
    var link = new StewardLink("link" + i, Pair.of(a, b, rules.types()), now, "kim", "seen");
    links.add(link);
    return new Entry.LinkMade(position, now, "kim", link);
  }

  private Entry cutMade(int i, long now) {
    var left = new TreeSet<Identifier>();
    var right = new TreeSet<Identifier>();
    for (var j = random.nextInt(2); j >= 0; j--) {
      left.add(anyone());
      right.add(anyone());
    }
    right.removeAll(left);
    if (right.isEmpty()) {
      return event(i, now);
    }
    var cut = new Cut("cut" + i, left, right, now, "kim", "not they");
    cuts.add(cut);
    return new Entry.CutMade(position, now, "kim", cut);
  }

  private Entry event(int i, long now) {
    var body = new LinkedHashMap<String, Value>();
    var context = new LinkedHashMap<String, Value>();
    var traits = new LinkedHashMap<String, Value>();
    var external = new ArrayList<Value>();
    var sent = now - (random.nextInt(3) == 0 ? random.nextInt(72) * HOUR : 0);
    body.put(
        "messageId", new Value.Text("m" + (random.nextInt(12) == 0 ? random.nextInt(i + 1) : i)));
    body.put("timestamp", new Value.Text(Instant.ofEpochMilli(sent).toString()));
    for (var j = random.nextInt(3); j >= 0; j--) {
      var one = anyone();
      var value = new Value.Text(one.value());
      switch (one.type()) {
        case "user_id" -> body.put("userId", value);
        case "anonymous_id" -> body.put("anonymousId", value);
        case "email" -> traits.put("email", value);
        default ->
            external.add(
                Said.fields(
                    "type",
                    one.type(),
                    "id",
                    one.value(),
                    "collection",
                    "users",
                    "encoding",
                    "none"));
      }
    }
    if (!external.isEmpty()) {
      context.put("externalIds", new Value.Items(external));
    }
    if (random.nextInt(3) == 0) {
      context.put(
          "consent", Said.fields("categoryPreferences", Said.fields("ads", random.nextBoolean())));
    }
    var call = List.of("identify", "track", "group", "alias").get(random.nextInt(4));
    body.put("type", new Value.Text(call));
    switch (call) {
      case "track" -> {
        body.put("event", new Value.Text("Seen " + random.nextInt(3)));
        if (shop.nextInt(3) > 0) {
          var refund = shop.nextInt(4) == 0;
          body.put("event", new Value.Text(refund ? "Order Refunded" : "Order Completed"));
          body.put(
              "properties",
              Said.fields("order_id", "o" + shop.nextInt(9), "total", 1 + shop.nextInt(90_000)));
        }
      }
      case "group" -> body.put("groupId", new Value.Text("g" + random.nextInt(3)));
      case "alias" -> body.put("previousId", new Value.Text(anyone().value()));
      default -> {
        traits.put("city", new Value.Text(random.nextBoolean() ? "Seoul" : "Busan"));
        traits.put(
            "age", Said.value(random.nextInt(3) == 0 ? "null" : (Object) (20 + random.nextInt(3))));
      }
    }
    if (call.equals("identify") || !traits.isEmpty()) {
      body.put("traits", new Value.Fields(traits));
      context.put("traits", new Value.Fields(traits));
    }
    body.put("context", new Value.Fields(context));
    var envelope =
        new Envelope(
            1 + random.nextInt(SourceKind.values().length),
            now,
            null,
            "edge" + i,
            null,
            Value.Fields.EMPTY,
            300);
    return new Entry.Received(position, envelope, new Value.Fields(body));
  }
}
