package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/// A small world made from a seed: rules under which everything happens often, and acts, each
/// steward's undoing after its doing.
final class World {
  private static final List<SourceKind> KINDS = List.of(SourceKind.values());
  private static final long HOUR = 60L * 60 * 1000;

  private final Random random;
  private final Rules rules;
  private final List<Identifier> people = new ArrayList<>();
  private final List<List<Act>> strands = new ArrayList<>();

  /// Few names, low limits, and stewards who keep changing their minds.
  private final boolean fickle;

  /// People with several accounts, said to be one by aliases and stewards.
  private final boolean aliased;

  /// Types of which logins decide, and spans of time that are soon full.
  private final boolean byLogin;

  /// Most happens on one device, and is told by few kinds of source.
  private final boolean tablet;

  World(long seed) {
    // Spread out: the first draws of neighbouring seeds are all but the same.
    random = new Random(seed * 0x9e3779b97f4a7c15L);
    aliased = random.nextInt(4) == 0;
    fickle = random.nextInt(3) == 0;
    // Apart, so that worlds without logins are what they always were.
    var policies = new Random(seed * 31);
    byLogin = policies.nextInt(3) > 0;
    tablet = byLogin && policies.nextBoolean();
    rules = byLogin ? withPolicies(randomRules(), policies) : randomRules();
    populate();
    var events = 1 + random.nextInt(random.nextInt(4) == 0 ? 60 : 25);
    for (var i = 0; i < events; i++) {
      strands.add(List.of(new Act.Sent(event(i))));
    }
    if (fickle || random.nextInt(3) > 0) {
      stewards();
    }
  }

  Rules rules() {
    return rules;
  }

  /// An order in which all may arrive.
  List<Act> shuffled() {
    var heads = new ArrayList<Integer>();
    for (var strand = 0; strand < strands.size(); strand++) {
      for (var ignored : strands.get(strand)) {
        heads.add(strand);
      }
    }
    Collections.shuffle(heads, random);
    var next = new int[strands.size()];
    var acts = new ArrayList<Act>();
    for (var strand : heads) {
      acts.add(strands.get(strand).get(next[strand]++));
    }
    return acts;
  }

  Random random() {
    return random;
  }

  static Event event(
      int number, SourceKind kind, long time, long receivedAt, List<Identifier> identifiers) {
    return event("m" + number, 1, kind, time, receivedAt, identifiers);
  }

  private static Event event(
      String messageId,
      int source,
      SourceKind kind,
      long time,
      long receivedAt,
      List<Identifier> identifiers) {
    return new Event(
        new Event.Head(source, messageId, Call.TRACK, "Seen", time, receivedAt),
        kind,
        1,
        false,
        identifiers,
        Value.Fields.EMPTY,
        null,
        Value.Fields.EMPTY,
        Value.Fields.EMPTY,
        Value.Fields.EMPTY);
  }

  private Rules randomRules() {
    var types = new ArrayList<IdentifierType>();
    types.add(randomType("user_id", 1, 0));
    types.add(randomType("email", 2, 1 + random.nextInt(3)));
    types.add(randomType("phone", 3, random.nextInt(3)));
    types.add(randomType("anonymous_id", 100, 0));
    if (random.nextInt(10) == 0) {
      Collections.swap(types, 0, 1);
      types.set(0, randomType("email", 1, 1 + random.nextInt(3)));
      types.set(1, randomType("user_id", 2, 0));
    }
    return TestRules.of(types, randomType("custom", 50, random.nextInt(3)));
  }

  private static Rules withPolicies(Rules rules, Random random) {
    var types = new ArrayList<IdentifierType>();
    for (var type : rules.document().types()) {
      types.add(withPolicy(type, random));
    }
    return TestRules.of(types, withPolicy(rules.document().customType(), random))
        .withSpans(1 + random.nextInt(random.nextBoolean() ? 5 : 40));
  }

  private static IdentifierType withPolicy(IdentifierType type, Random random) {
    var policies = SharedPolicy.values();
    return type.anchor() ? type : type.with(policies[random.nextInt(policies.length)]);
  }

  private IdentifierType randomType(String name, int priority, int limit) {
    var easily = fickle || random.nextInt(3) > 0;
    var kinds = new TreeSet<SourceKind>();
    if (random.nextInt(fickle ? 3 : 8) == 0) {
      for (var kind : KINDS) {
        if (random.nextBoolean()) {
          kinds.add(kind);
        }
      }
    }
    return TestRules.type(
        name,
        priority,
        limit,
        easily ? 1 + random.nextInt(3) : 20,
        easily ? 1 + random.nextInt(5) : 1_000,
        kinds.toArray(SourceKind[]::new));
  }

  private void populate() {
    for (var type :
        List.of("user_id", "email", "phone", "crm", "loyalty", "anonymous_id", "anonymous_id")) {
      var most = 1 + random.nextInt(fickle && !aliased ? 2 : type.equals("anonymous_id") ? 6 : 5);
      for (var i = 0; i < most; i++) {
        people.add(new Identifier(type, type.charAt(0) + "가" + people.size()));
      }
    }
    people.add(new Identifier("user_id", "null"));
    people.add(new Identifier("phone", "000-0000"));
  }

  private Identifier anyone() {
    return people.get(random.nextInt(people.size()));
  }

  private Event event(int number) {
    var kind =
        aliased && random.nextBoolean()
            ? SourceKind.SERVER
            : KINDS.get(random.nextInt(tablet ? 1 + random.nextInt(KINDS.size()) : KINDS.size()));
    // Where logins decide, events crowd together, also on one moment.
    var time = random.nextInt(72) * (byLogin && number % 3 > 0 ? 1 : HOUR);
    var receivedAt = time + random.nextInt(72) * HOUR;
    // Now and then another source's message has the same id, and so perhaps the same stamp.
    var again = random.nextInt(10) == 0;
    return event(
        "m" + (again ? random.nextInt(number + 1) : number),
        again ? 100 + number : 1,
        kind,
        time,
        receivedAt,
        list());
  }

  private List<Identifier> list() {
    var list = new TreeSet<>(rules.types().strongestFirst());
    if (tablet && random.nextInt(4) > 0) {
      // Somebody uses the tablet, and now and then logs in on it.
      list.add(
          people.stream().filter(each -> each.type().equals("anonymous_id")).findFirst().get());
      if (random.nextInt(3) == 0) {
        var able = people.stream().filter(each -> each.type().equals("user_id")).toList();
        list.add(able.get(random.nextInt(able.size())));
      } else if (random.nextInt(3) == 0) {
        list.add(people.stream().filter(each -> each.type().equals("email")).findFirst().get());
      }
    } else if (random.nextInt(aliased ? 2 : 12) == 0) {
      // As an alias does, also of two accounts.
      var accounts = aliased || random.nextBoolean();
      var able =
          people.stream().filter(each -> !accounts || each.type().equals("user_id")).toList();
      var one = able.get(random.nextInt(able.size()));
      var others = able.stream().filter(each -> each.type().equals(one.type())).toList();
      list.add(one);
      list.add(others.get(random.nextInt(others.size())));
    } else {
      var types = new TreeSet<String>();
      var most = 1 + random.nextInt(4);
      for (var i = 0; i < most; i++) {
        var one = anyone();
        if (types.add(one.type())) {
          list.add(one);
        }
      }
    }
    return list.stream().allMatch(rules.types()::blocked) ? list() : List.copyOf(list);
  }

  private void stewards() {
    var links = random.nextInt(fickle ? 10 : 5);
    for (var i = 0; i < links; i++) {
      var a = aliased ? people.get(random.nextInt(3)) : anyone();
      var b = anyone();
      if (!a.equals(b)) {
        var link =
            new StewardLink(
                "link" + i, Pair.of(a, b, rules.types()), random.nextInt(9) * HOUR, "kim", "seen");
        strands.add(doneAndUndone(new Act.Linked(link), new Act.Unlinked(link)));
        if (random.nextInt(4) == 0) {
          // Two stewards say the same.
          var twice =
              new StewardLink("again" + i, link.pair(), random.nextInt(9) * HOUR, "kim", "seen");
          strands.add(doneAndUndone(new Act.Linked(twice), new Act.Unlinked(twice)));
        }
      }
    }
    var cuts = random.nextInt(4);
    for (var i = 0; i < cuts; i++) {
      var left = new TreeSet<Identifier>();
      var right = new TreeSet<Identifier>();
      var most = 1 + random.nextInt(3);
      for (var j = 0; j < most; j++) {
        left.add(anyone());
        right.add(anyone());
      }
      right.removeAll(left);
      if (!right.isEmpty()) {
        var cut = new Cut("cut" + i, left, right, 0, "kim", "not they");
        strands.add(doneAndUndone(new Act.Divided(cut), new Act.Undivided(cut)));
      }
    }
  }

  private List<Act> doneAndUndone(Act done, Act undone) {
    return switch (random.nextInt(4)) {
      case 0 -> List.of(done);
      case 1 -> List.of(done, done);
      case 2 -> List.of(done, undone);
      default -> List.of(done, undone, undone);
    };
  }
}
