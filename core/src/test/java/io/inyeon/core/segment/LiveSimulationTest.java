package io.inyeon.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Change;
import io.inyeon.core.Decision;
import io.inyeon.core.DefaultRules;
import io.inyeon.core.Effect;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Outcome;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.AccountProfile;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Mentions;
import io.inyeon.core.unify.Trait;
import io.inyeon.core.unify.Tree;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/// A small world of people who merge and are divided, of devices whose events are the first
/// person's, the last's to log in, or each one's from their login on, of events that come late,
/// early and twice, and a shell that crashes: whenever everything due is done, the members of every
/// segment are those that the oracle names from the events alone, and each fact is on record once.
class LiveSimulationTest {
  @Property(tries = 150)
  void membersAreWhoTheEventsSayWhateverCrashes(@ForAll Random random) {
    new World(random).run();
  }

  /// State in memory, that a crash takes back to the last flush.
  private static final class Memory implements Snapshot {
    private Map<Key<?>, Object> values = new HashMap<>();
    private Map<Key<?>, Object> flushed = new HashMap<>();
    private long position;
    private long flushedPosition;
    private Function<Key.OfMentions, Mentions> record = _ -> new Mentions(List.of());

    @Override
    @SuppressWarnings("unchecked") // a put under a Key<V> holds a V
    public <V> @Nullable V get(Key<V> key) {
      return key instanceof Key.OfMentions wanted ? (V) record.apply(wanted) : (V) values.get(key);
    }

    void apply(List<Change> changes, long to) {
      for (var change : changes) {
        switch (change) {
          case Change.Put<?>(var key, var value) -> values.put(key, value);
          case Change.Remove<?>(var key) -> values.remove(key);
        }
      }
      position = to;
    }

    void flush() {
      flushed = new HashMap<>(values);
      flushedPosition = position;
    }

    void crash() {
      values = new HashMap<>(flushed);
      position = flushedPosition;
    }
  }

  private static final class World {
    private final Random random;
    private final RandomConditions conditions;
    private final Memory state = new Memory();
    private final List<Entry> log = new ArrayList<>();
    private final Map<Long, Event> accepted = new LinkedHashMap<>();
    private final List<Segment> segments = new ArrayList<>();
    private final List<ComputedTrait> traits = new ArrayList<>();
    private final Set<List<Long>> told = new HashSet<>();
    private final SharedPolicy policy;

    /// How many cookies there are: few where logins on them matter.
    private final int cookies;

    private Rules rules;

    /// The cuts in force, the last one last.
    private final List<Cut> cutsMade = new ArrayList<>();

    private long now = RandomConditions.START;
    private int number;
    private int cuts;

    World(Random random) {
      this.random = random;
      conditions = new RandomConditions(random);
      var policies = SharedPolicy.values();
      policy = policies[random.nextInt(policies.length)];
      cookies = policy == SharedPolicy.FIRST ? 3 : 1 + random.nextInt(2);
      rules =
          Rules.of(
                  rules(policy),
                  (written, _) -> written,
                  pattern -> Pattern.compile(pattern).asMatchPredicate())
              .withSpans(4);
      state.record = this::mentions;
    }

    private static RulesDocument rules(SharedPolicy policy) {
      var plain = DefaultRules.of("5eed".repeat(16), "KR", "KRW", "Asia/Seoul");
      return new RulesDocument(
          plain.version(),
          plain.workspaceKey(),
          plain.region(),
          plain.currency(),
          plain.timeZone(),
          plain.types().stream()
              .map(type -> type.name().equals("anonymous_id") ? type.with(policy) : type)
              .toList(),
          plain.customType(),
          plain.traits(),
          plain.rates());
    }

    /// The events on record before the entry that is being decided.
    private Mentions mentions(Key.OfMentions wanted) {
      var events = new ArrayList<Event>();
      accepted.forEach((position, event) -> {
        if (position <= state.position
            && event.identifiers().contains(wanted.device())
            && wanted.span().holds(event.head().time())) {
          events.add(event);
        }
      });
      return new Mentions(events);
    }

    /// Whose an event is, by the words of the policies.
    private Identifier holder(Event event) {
      var owner = event.identifiers().getFirst();
      if (!owner.type().equals("anonymous_id") || policy == SharedPolicy.FIRST) {
        return owner;
      }
      var logins = new ArrayList<Event>();
      for (var login : accepted.values()) {
        var who = login.identifiers().getFirst();
        if (login.identifiers().contains(owner)
            && who.type().equals("user_id")
            && cutsMade.stream()
                .noneMatch(cut -> cut.left().contains(who) && cut.right().contains(owner))) {
          logins.add(login);
        }
      }
      logins.sort(
          Comparator.comparingLong((Event login) -> login.head().time())
              .thenComparing(login -> login.head().messageId(), Identifier::compareBytes));
      if (logins.isEmpty()) {
        return owner;
      }
      var until =
          policy == SharedPolicy.LAST
              ? Long.MAX_VALUE
              : Math.max(event.head().time(), logins.getFirst().head().time());
      return logins.stream()
          .filter(login -> login.head().time() <= until)
          .toList()
          .getLast()
          .identifiers()
          .getFirst();
    }

    void run() {
      enter(new Entry.RulesSaved(next(), now, "t", rules.document(), ""));
      enter(
          new Entry.SourceSaved(
              next(),
              now,
              "t",
              new Source(
                  "s", 1, "s", SourceKind.SERVER, List.of("k"), true, 1, false, false, now)));
      for (var i = 0; i < 4; i++) {
        compute("t" + i, conditions.formula());
      }
      define(
          "computed",
          new Condition.Any(
              List.of(
                  new Condition.OfTrait(FieldPath.of("t0"), conditions.operator(false)),
                  new Condition.OfTrait(FieldPath.of("t1"), conditions.numeric()))));
      define("accounts", new Condition.OfAccountTrait(FieldPath.of("city"), new Operator.Exists()));
      define("large", new Condition.OfAccountTrait(FieldPath.of("age"), conditions.numeric()));
      define(
          "signed",
          new Condition.OfAccountTrait(FieldPath.of("signed"), conditions.operator(false)));
      define("buyers", conditions.events());
      define("colleagues", conditions.members(1));
      define("team", conditions.members(2));
      define(
          "named",
          new Condition.All(List.of(new Condition.InSegment("colleagues"), conditions.members(0))));
      for (var i = 0; i < 4; i++) {
        define("s" + i, conditions.next(2));
      }
      for (var step = 0; step < 60; step++) {
        if (step == 20) {
          // Asks of no events, so that there is no history to count.
          define("late", late());
        } else if (step == 40) {
          archive("team");
        }
        switch (random.nextInt(10)) {
          case 0, 1, 2, 3, 4 -> event();
          case 5, 6 -> now += random.nextInt(12 * 60) * 60_000L;
          case 7 -> steward();
          case 8 -> state.flush();
          default -> crash();
        }
        shell(random.nextInt(3));
        if (random.nextInt(4) == 0) {
          shell(Integer.MAX_VALUE);
          check();
        }
      }
      crash();
      shell(Integer.MAX_VALUE);
      check();
    }

    private long next() {
      return log.size() + 1L;
    }

    private void define(String id, Condition condition) {
      var segment =
          new Segment(
              id,
              id,
              "",
              List.of(),
              Segment.Status.ACTIVE,
              1,
              false,
              Collections.emptySortedMap(),
              condition);
      segments.add(segment);
      enter(new Entry.SegmentSaved(next(), now, "t", segment, ""));
      enter(new Entry.SegmentFilled(next(), now, id, 1));
    }

    private Condition late() {
      var trait =
          new Condition.OfTrait(
              FieldPath.of(conditions.pick(RandomConditions.TRAITS)), conditions.operator(false));
      var all = Condition.Quantifier.ALL;
      return new Condition.OfAccountMembers(
          Condition.Quantifier.ANY,
          new Condition.Any(List.of(trait, new Condition.OfAccountMembers(all, trait))));
    }

    private void archive(String id) {
      var one = segments.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
      segments.remove(one);
      var archived =
          new Segment(
              id,
              id,
              "",
              List.of(),
              Segment.Status.ARCHIVED,
              2,
              false,
              Collections.emptySortedMap(),
              one.condition());
      enter(new Entry.SegmentSaved(next(), now, "t", archived, ""));
    }

    private void compute(String id, Formula formula) {
      var trait =
          new ComputedTrait(
              new Heading(id, id, "", List.of(), Segment.Status.ACTIVE),
              1,
              false,
              Collections.emptySortedMap(),
              formula,
              null);
      traits.add(trait);
      enter(new Entry.ComputedTraitSaved(next(), now, "t", trait, ""));
      enter(new Entry.ComputedTraitFilled(next(), now, id, 1));
    }

    private void enter(Entry entry) {
      log.add(entry);
      apply(entry);
    }

    private void apply(Entry entry) {
      if (!(Pipeline.decide(entry, state, rules) instanceof Decision.Decided decided)) {
        throw new AssertionError("everything is at hand");
      }
      assertThat(decided.effects()).noneMatch(Effect.SpanUnreadable.class::isInstance);
      state.apply(decided.changes(), entry.position());
      for (var change : decided.changes()) {
        if (change instanceof Change.Put<?>(Key.OfSegment _, Segment _)
            || change instanceof Change.Put<?>(Key.OfComputedTrait _, ComputedTrait _)
            || change.key() instanceof Key.OfMembersCounted) {
          follow();
        }
      }
      if (decided.outcome() instanceof Outcome.Accepted(var event, _, _)) {
        accepted.put(entry.position(), event);
      }
    }

    private void follow() {
      var all = new ArrayList<Segment>();
      for (var value : state.values.entrySet()) {
        if (value.getKey() instanceof Key.OfSegment) {
          all.add((Segment) value.getValue());
        }
      }
      var computed = new ArrayList<ComputedTrait>();
      for (var value : state.values.entrySet()) {
        if (value.getKey() instanceof Key.OfComputedTrait) {
          computed.add((ComputedTrait) value.getValue());
        }
      }
      rules = rules.with(all, computed).with(state.get(new Key.OfMembersCounted()));
    }

    private void crash() {
      state.crash();
      follow();
      for (var entry : log.subList((int) state.position, log.size())) {
        apply(entry);
      }
    }

    private void event() {
      var fields = new LinkedHashMap<String, Value>();
      var identify = random.nextInt(5) == 0;
      var group = !identify && random.nextInt(4) == 0;
      fields.put("type", new Value.Text(identify ? "identify" : group ? "group" : "track"));
      if (group) {
        fields.put("groupId", new Value.Text("g" + random.nextInt(2)));
      }
      var duplicate = number > 0 && random.nextInt(12) == 0;
      fields.put(
          "messageId", new Value.Text("m" + (duplicate ? random.nextInt(number) : number++)));
      fields.put("event", new Value.Text(conditions.pick(RandomConditions.EVENTS)));
      if (random.nextInt(3) > 0) {
        fields.put("userId", new Value.Text("u" + random.nextInt(2)));
      }
      if (random.nextInt(2) == 0 || !fields.containsKey("userId")) {
        fields.put("anonymousId", new Value.Text("c" + random.nextInt(cookies)));
      }
      var time = now + (random.nextInt(5) == 0 ? 3_600_000L : -random.nextInt(72) * 3_600_000L);
      fields.put("timestamp", new Value.Text(Instant.ofEpochMilli(time).toString()));
      var values = new LinkedHashMap<String, Value>();
      for (var name : identify || group ? RandomConditions.TRAITS : RandomConditions.PROPERTIES) {
        var value =
            name.equals("price") ? new Value.Decimal(conditions.number()) : conditions.value();
        if (value != null) {
          values.put(name, value);
        }
      }
      fields.put(identify || group ? "traits" : "properties", new Value.Fields(values));
      enter(
          new Entry.Received(
              next(),
              new Envelope(1, now, null, "e" + number, null, Value.Fields.EMPTY, 100),
              new Value.Fields(fields)));
    }

    private void steward() {
      var a = new Identifier("user_id", "u" + random.nextInt(2));
      var b = new Identifier("anonymous_id", "c" + random.nextInt(cookies));
      if (random.nextBoolean() && cuts > 0) {
        enter(new Entry.CutUndone(next(), now, "t", "cut" + (cuts - 1), ""));
        cuts--;
        cutsMade.removeLast();
      } else {
        var cut =
            new Cut(
                "cut" + cuts++, new TreeSet<>(Set.of(a)), new TreeSet<>(Set.of(b)), now, "t", "");
        enter(new Entry.CutMade(next(), now, "t", cut));
        cutsMade.add(cut);
      }
    }

    /// Puts facts on record and lets timers off, so many at most.
    private void shell(int most) {
      for (var i = 0; i < most; i++) {
        Entry found = null;
        for (var each : state.values.entrySet()) {
          if (each.getKey() instanceof Key.OfFact) {
            found = new Entry.MembershipChanged(next(), now, (Fact) each.getValue());
          } else if (each.getKey() instanceof Key.OfTimer(var due, var who) && due <= now) {
            found = new Entry.TimerFired(next(), now, due, who);
          }
        }
        if (found == null) {
          if (!account() && !sweep()) {
            return;
          }
          continue;
        }
        if (found instanceof Entry.MembershipChanged(_, _, var fact)) {
          assertThat(told.add(List.of(fact.cause(), (long) fact.ordinal()))).isTrue();
        }
        enter(found);
      }
    }

    /// Has some members of an account looked at that is another one; how far that is stands beside
    /// what the log says, and ends in the middle now and then.
    private boolean account() {
      for (var each : List.copyOf(state.values.entrySet())) {
        if (each.getKey() instanceof Key.OfAccountChange key) {
          var change = (AccountChange) each.getValue();
          var walk = change.walk();
          var since = walk == null ? change.since() : walk.since();
          var at = walk == null ? change.at() : walk.at();
          var left = new ArrayList<Identifier>();
          for (var who : joined(key.account())) {
            if (walk == null || who.compareTo(walk.after()) > 0) {
              left.add(who);
            }
          }
          var some = left.subList(0, Math.min(2, left.size()));
          for (var who : some) {
            if (random.nextInt(9) == 0) {
              return true;
            }
            enter(new Entry.TimerFired(next(), now, at, holder(who)));
          }
          var now = Objects.requireNonNull(state.get(key));
          var after =
              some.size() == left.size()
                  ? now.after(since)
                  : now.with(new AccountChange.Walk(since, at, some.getLast(), 0));
          if (after == null) {
            state.values.remove(key);
          } else {
            state.values.put(key, after);
          }
          return true;
        }
      }
      return false;
    }

    /// Looks at everybody, when something asked for it; begins anew when it ends in the middle.
    private boolean sweep() {
      var since = state.get(new Key.OfSweep());
      if (since == null) {
        return false;
      }
      for (var value : List.copyOf(state.values.values())) {
        if (value instanceof Tree tree) {
          for (var part : tree.parts(rules)) {
            if (random.nextInt(20) == 0) {
              return true;
            }
            var who = Tree.representative(part, rules.types());
            enter(new Entry.TimerFired(next(), now, now, who));
          }
        }
      }
      enter(new Entry.Swept(next(), now, since));
      return true;
    }

    private Identifier holder(Identifier who) {
      var holder = Objects.requireNonNull(state.get(new Key.OfIdentifier(who)));
      var tree = Objects.requireNonNull(state.get(new Key.Tree(holder.tree())));
      return Tree.representative(tree.part(who, rules), rules.types());
    }

    private Set<Identifier> joined(String account) {
      var joined = new TreeSet<Identifier>();
      for (var key : state.values.keySet()) {
        if (key instanceof Key.OfJoined(var of, var who) && of.equals(account)) {
          joined.add(who);
        }
      }
      return joined;
    }

    /// What stands of the accounts that a person's events name, by all events.
    private List<Map<String, Value>> accounts(SortedSet<Identifier> part) {
      var sums = new HashMap<String, AccountProfile>();
      for (var event : accepted.values()) {
        var id = event.account();
        if (id != null) {
          sums.merge(id, AccountProfile.of(event, rules), AccountProfile::plus);
        }
      }
      var accounts = new ArrayList<Map<String, Value>>();
      for (var id : ids(part)) {
        var values = new HashMap<String, Value>();
        Objects.requireNonNull(sums.get(id))
            .standing(rules)
            .forEach((name, trait) -> values.put(name, trait.value()));
        accounts.add(values);
      }
      return accounts;
    }

    /// The accounts that a person's events name.
    private Set<String> ids(SortedSet<Identifier> part) {
      var ids = new TreeSet<String>();
      for (var event : accepted.values()) {
        if (event.account() != null && part.contains(holder(event))) {
          ids.add(event.account());
        }
      }
      return ids;
    }

    /// Counts are the sums of what people count for.
    private void checkMemberCounts() {
      var sums = new HashMap<Key<?>, long[]>();
      state.values.forEach((key, value) -> {
        if (key instanceof Key.OfShare) {
          var share = (Share) value;
          for (var account : share.accounts()) {
            share
                .answers()
                .forEach((condition, holds) -> {
                  var sum =
                      sums.computeIfAbsent(
                          new Key.OfMemberCount(account, condition), _ -> new long[2]);
                  sum[0] += holds ? 1 : 0;
                  sum[1]++;
                });
          }
        }
      });
      state.values.forEach((key, value) -> {
        if (key instanceof Key.OfMemberCount) {
          var tally = (MemberCount) value;
          assertThat(sums.remove(key)).containsExactly(tally.matching(), tally.members());
        }
      });
      assertThat(sums).isEmpty();
    }

    private void check() {
      checkMemberCounts();
      var members = new HashMap<String, Set<Identifier>>();
      segments.forEach(segment -> members.put(segment.id(), new HashSet<>()));
      var meanings = new HashMap<String, Condition>();
      segments.forEach(segment -> meanings.put(segment.id(), segment.condition()));
      var people = new LinkedHashMap<Identifier, Oracle>();
      var accounts = new HashMap<String, List<Oracle>>();
      for (var value : List.copyOf(state.values.values())) {
        if (value instanceof Tree tree) {
          for (var part : tree.parts(rules)) {
            var oracle = oracle(tree, part, meanings, accounts);
            people.put(Tree.representative(part, rules.types()), oracle);
            for (var account : ids(part)) {
              accounts.computeIfAbsent(account, _ -> new ArrayList<>()).add(oracle);
            }
            values(tree, part, oracle);
          }
        }
      }
      people.forEach((who, oracle) -> {
        for (var segment : segments) {
          if (Boolean.TRUE.equals(oracle.ask(segment.condition(), now))) {
            members.getOrDefault(segment.id(), new HashSet<>()).add(who);
          }
        }
      });
      for (var segment : segments) {
        var id = segment.id();
        var found = new HashSet<Identifier>();
        var flow = new long[1];
        state.values.forEach((key, value) -> {
          if (key instanceof Key.OfMember(var of, var who) && of.equals(id)) {
            found.add(who);
          } else if (key instanceof Key.OfFlow(var of, _) && of.equals(id)) {
            flow[0] += ((Flow) value).entered() - ((Flow) value).left();
          }
        });
        assertThat(found)
            .as("%s at %s", segment.condition(), Instant.ofEpochMilli(now))
            .isEqualTo(members.get(id));
        var size = state.get(new Key.OfSegmentSize(id));
        assertThat(size == null ? 0 : size).isEqualTo(found.size());
        assertThat(flow[0]).isEqualTo(found.size());
      }
    }

    /// Every computed trait is what the events say, now and at both sides of when it may change.
    private void values(Tree tree, SortedSet<Identifier> part, Oracle oracle) {
      var view = new PersonView(tree, part, state, rules);
      for (var trait : traits) {
        var computation = view.computed(trait.id());
        if (computation == null) {
          throw new AssertionError(trait.id() + " has no values");
        }
        var at = now;
        for (var i = 0; i < 2 && at != Long.MAX_VALUE; i++) {
          var value = told(computation.at(at));
          assertThat(value)
              .as("%s at %s", trait.formula(), Instant.ofEpochMilli(at))
              .isEqualTo(oracle.value(trait.formula(), at));
          var next = computation.next(at);
          assertThat(next).isGreaterThan(at);
          if (next != Long.MAX_VALUE) {
            assertThat(told(computation.at(next - 1)))
                .as("%s until %s", trait.formula(), Instant.ofEpochMilli(next))
                .isEqualTo(value);
          }
          at = next;
        }
      }
    }

    /// Of recency, frequency and monetary value the scores.
    private static @Nullable Value told(@Nullable Value value) {
      return value instanceof Value.Fields fields ? fields.get("score") : value;
    }

    /// Somebody, by the events alone.
    ///
    /// @param others everybody by account, once all are known
    private Oracle oracle(
        Tree tree,
        SortedSet<Identifier> part,
        Map<String, Condition> meanings,
        Map<String, List<Oracle>> others) {
      var fragments = tree.fragments(part, rules);
      var events = new ArrayList<Oracle.Happened>();
      for (var event : accepted.values()) {
        if (part.contains(holder(event))) {
          events.add(
              new Oracle.Happened(event.head().time(), event.head().name(), event.properties()));
        }
      }
      var traits = new HashMap<String, Value>();
      for (Map.Entry<String, Trait> each : tree.traits(fragments, rules).entrySet()) {
        traits.put(each.getKey(), each.getValue().value());
      }
      var zone = ZoneId.of("Asia/Seoul");
      var accounts = accounts(part);
      Supplier<List<List<Oracle>>> members =
          () -> ids(part).stream().map(id -> others.getOrDefault(id, List.of())).toList();
      var plain =
          new Oracle(events, Map.copyOf(traits), Set.of(), meanings, accounts, members, zone);
      for (var trait : this.traits) {
        var value = plain.value(trait.formula(), now);
        if (value == null) {
          traits.remove(trait.id());
        } else {
          traits.put(
              trait.id(),
              trait.formula() instanceof Formula.Rfm
                  ? new Value.Fields(Map.of("score", value))
                  : value);
        }
      }
      return new Oracle(events, traits, Set.of(), meanings, accounts, members, zone);
    }
  }
}
