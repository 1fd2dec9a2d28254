package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Outcome;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.Said;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A shop with a web site, an app, a server and files, with the rules that a new workspace has;
/// told in events as SDKs send them.
final class Shop {
  static final long MINUTE = 60_000;

  /// The day on which everything happens.
  static final long DAY = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

  private static final List<String> TRAITS = List.of("email", "phone", "name", "grade");
  private static final List<String> PROPERTIES = List.of("order_id", "total");

  private final Rules rules;
  private final boolean aliasesAccounts;
  private final Replica replica;
  private final List<Entry> entries = new ArrayList<>();

  /// One as it comes.
  Shop() {
    this(SharedPolicy.FIRST);
  }

  /// One in which somebody has chosen whose the events of a browser are.
  Shop(SharedPolicy cookies) {
    this(with(cookies), false);
  }

  /// One whose server's aliases may make two accounts one.
  Shop(boolean aliasesAccounts) {
    this(with(SharedPolicy.FIRST), aliasesAccounts);
  }

  private Shop(Rules rules, boolean aliasesAccounts) {
    this.rules = rules;
    this.aliasesAccounts = aliasesAccounts;
    replica = new Replica(rules);
    for (var kind : SourceKind.values()) {
      var trusted = kind.trusted();
      var number = number(kind);
      decide(
          new Entry.SourceSaved(
              number,
              0,
              "kim",
              new Source(
                  "s" + number,
                  number,
                  kind.name(),
                  kind,
                  List.of(),
                  true,
                  1,
                  trusted,
                  aliasesAccounts,
                  0)));
    }
  }

  private static Rules with(SharedPolicy cookies) {
    var plain = DefaultRules.of("0f".repeat(32), "KR", "KRW", "Asia/Seoul");
    var types =
        plain.types().stream()
            .map(type -> type.name().equals("anonymous_id") ? type.with(cookies) : type)
            .toList();
    return Rules.of(
        new RulesDocument(
            1,
            plain.workspaceKey(),
            plain.region(),
            plain.currency(),
            plain.timeZone(),
            types,
            plain.customType(),
            plain.traits(),
            plain.rates(),
            plain.sessionGapMinutes()),
        (written, _) -> written,
        pattern -> Pattern.compile(pattern).asMatchPredicate());
  }

  // ---- what happens

  /// A source says something, which arrives at once.
  ///
  /// @param minute of the day
  /// @param fields names and values by turns: top-level ones, traits and properties
  Shop says(SourceKind kind, int minute, String call, Object... fields) {
    return says(kind, DAY + minute * MINUTE, DAY + minute * MINUTE, call, fields);
  }

  /// A source says something.
  ///
  /// @param time as it says; milliseconds since 1970
  /// @param receivedAt when it really comes
  Shop says(SourceKind kind, long time, long receivedAt, String call, Object... fields) {
    var body = new LinkedHashMap<String, Value>();
    var traits = new LinkedHashMap<String, Value>();
    var properties = new LinkedHashMap<String, Value>();
    body.put("type", new Value.Text(call));
    body.put("messageId", new Value.Text("m" + entries.size()));
    body.put("timestamp", new Value.Text(Instant.ofEpochMilli(time).toString()));
    for (var i = 0; i < fields.length; i += 2) {
      var name = (String) fields[i];
      var into = TRAITS.contains(name) ? traits : PROPERTIES.contains(name) ? properties : body;
      into.put(name, Said.value(fields[i + 1]));
    }
    if (call.equals("track")) {
      // What a server knows of the person beside the order.
      properties.putAll(traits);
    } else {
      body.put("traits", new Value.Fields(traits));
    }
    body.put("properties", new Value.Fields(properties));
    var envelope =
        new Envelope(
            number(kind), receivedAt, null, "e" + entries.size(), null, Value.Fields.EMPTY, 300);
    return enter(new Entry.Received(next(), envelope, new Value.Fields(body)));
  }

  /// A steward takes somebody off others.
  void cuts(String left, String... right) {
    var cut =
        new Cut(
            "cut" + entries.size(),
            new TreeSet<>(List.of(Said.identifier(left))),
            new TreeSet<>(Stream.of(right).map(Said::identifier).toList()),
            0,
            "lee",
            "two people");
    enter(new Entry.CutMade(next(), 0, "lee", cut));
  }

  /// A steward links two.
  StewardLink links(String a, String b) {
    var pair = Pair.of(Said.identifier(a), Said.identifier(b), rules.types());
    var link = new StewardLink("link" + entries.size(), pair, 0, "lee", "one person");
    enter(new Entry.LinkMade(next(), 0, "lee", link));
    return link;
  }

  /// And takes it back.
  void unlinks(StewardLink link) {
    enter(new Entry.LinkUndone(next(), 0, "lee", link, "no"));
  }

  private static int number(SourceKind kind) {
    return 1 + List.of(SourceKind.values()).indexOf(kind);
  }

  private long next() {
    return 100L + entries.size();
  }

  private Shop enter(Entry entry) {
    entries.add(entry);
    decide(entry);
    return this;
  }

  private void decide(Entry entry) {
    var memory = replica.memory();
    memory.cool();
    var decided = memory.decide(before -> Pipeline.decide(entry, before, rules));
    replica.effects().addAll(decided.effects());
    if (entry instanceof Entry.Received) {
      var outcome = decided.outcome();
      assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
      memory.record(((Outcome.Accepted) Objects.requireNonNull(outcome)).event());
    }
  }

  // ---- who is who

  /// The identifiers of the person who holds one.
  List<String> person(String who) {
    return replica.profile(Said.identifier(who)).stream().map(Identifier::toString).toList();
  }

  /// Everything that is known of that person.
  Profile profile(String who) {
    return replica.tree(Said.identifier(who)).profile(Said.identifier(who), rules);
  }

  /// How many events are that person's.
  long events(String who) {
    return profile(who).events().total();
  }

  /// What that person bought, in won.
  int revenue(String who) {
    return profile(who).commerce().revenue().intValueExact();
  }

  /// How many alarms of somebody shared were told.
  int alarms() {
    return replica.effects().size();
  }

  private SortedMap<Identifier, @Nullable Profile> everybody() {
    var all = new TreeMap<Identifier, @Nullable Profile>();
    replica
        .memory()
        .values()
        .keySet()
        .forEach(key -> {
          if (key instanceof Key.OfIdentifier(var identifier)) {
            all.put(identifier, replica.tree(identifier).profile(identifier, rules));
          }
        });
    return all;
  }

  /// Everybody is who they are, with all that is known of them, had the same come in another order.
  /// Not for what takes something back.
  void inAnyOrder() {
    var everybody = everybody();
    var random = new Random(7);
    for (var i = 0; i < 5; i++) {
      var other = new Shop(rules, aliasesAccounts);
      var shuffled = new ArrayList<>(entries);
      Collections.shuffle(shuffled, random);
      shuffled.forEach(other::enter);
      assertThat(other.everybody()).isEqualTo(everybody);
    }
  }

  /// The names of traits and their values.
  Map<String, Value> traits(String who) {
    var traits = new TreeMap<String, Value>();
    profile(who).traits().forEach((name, trait) -> traits.put(name, trait.value()));
    return traits;
  }
}
