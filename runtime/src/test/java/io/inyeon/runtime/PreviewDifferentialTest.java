package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Computation;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.ConditionWriter;
import io.inyeon.core.segment.Evaluator;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Heading;
import io.inyeon.core.segment.MemberCount;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.segment.PersonView;
import io.inyeon.core.segment.ProfileView;
import io.inyeon.core.segment.Reach;
import io.inyeon.core.segment.RecordedView;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.segment.Track;
import io.inyeon.core.segment.Truth;
import io.inyeon.core.segment.Uses;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.analytics.AnyCondition;
import io.inyeon.runtime.analytics.AnyFormula;
import io.inyeon.runtime.analytics.Previews;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.http.SegmentDesk;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Live memberships, the evaluator over the events themselves, and SQL on a real DuckDB name the
/// same people: in worlds where people merge and are divided, where devices are shared by each
/// policy, and events come late, early and twice, at chosen instants and on both sides of each at
/// which an answer changes. A failing seed is one of the numbers below.
class PreviewDifferentialTest {
  private static final Instant START = Instant.parse("2026-03-26T00:00:00Z");

  /// Questions under way at once; no more than previews let wait.
  private static final int AHEAD = 4;

  @TempDir Path folder;
  private volatile Instant now = START;
  private final List<String> segments = List.of("s0", "s1", "s2");
  private final Map<String, Condition> active = new TreeMap<>();
  private SharedPolicy policy = SharedPolicy.FIRST;
  private int number;
  private final List<Cut> cuts = new ArrayList<>();
  private long checks;

  private final Deque<Future<?>> asked = new ArrayDeque<>();
  private final ExecutorService asking = Executors.newFixedThreadPool(2);

  @AfterEach
  void end() {
    asking.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void memberSetsAreTheSameThreeTimes(long seed) throws Exception {
    var random = new Random(seed);
    var zone = random.nextInt(3) == 0 ? "Asia/Seoul" : "Europe/Berlin";
    policy =
        List.of(SharedPolicy.FIRST, SharedPolicy.LAST, SharedPolicy.BY_LOGIN).get((int) (seed % 3));
    try (var workspace = Workspace.open(folder.resolve("w"), config(zone), () -> now)) {
      share(workspace);
      workspace.enter(new Entry.SourceSaved(0, 1, "t", Histories.source(1, SourceKind.SERVER)));
      workspace.enter(new Entry.SourceSaved(0, 1, "t", Histories.source(2, SourceKind.BROWSER)));
      var any = new AnyCondition(random, START);
      var formulas = new AnyFormula(random, any);
      for (var kind = 0; kind < 12; kind++) {
        var formula = formulas.next(kind);
        compute(workspace, "k" + kind, formula);
        any.computed("k" + kind, formula);
      }
      for (var id : segments) {
        save(
            workspace,
            id,
            id.equals("s2")
                ? new Condition.All(List.of(any.next(1, segments.subList(0, 2))))
                : any.next(2, List.of()));
      }
      save(workspace, "s4", any.account());
      save(workspace, "s5", any.members(1, segments));
      save(workspace, "s6", new Condition.All(List.of(any.members(1, List.of("s5")))));
      save(workspace, "s3", formulas.asking("k1", Objects.requireNonNull(any.formula("k1"))));
      for (var round = 0; round < 2; round++) {
        for (var i = 0; i < 25; i++) {
          step(workspace, random, any);
        }
        workspace.settleSegments();
        check(workspace, any, seed);
      }
    }
  }

  private void share(Workspace workspace) throws Exception {
    if (policy != SharedPolicy.FIRST) {
      var rules = SharedDevices.rules(workspace.rules().document(), policy);
      assertThat(RulesOffice.of(workspace).save(rules, 1, "t", "shared tablets")).isTrue();
      workspace.tasks().await();
    }
  }

  private Config config(String zone) {
    var flags = List.of("--data", folder.toString(), "--disk-reserve-mb", "1", "--time-zone", zone);
    if (Config.read(Setting.Command.SERVE, flags, Map.of())
        instanceof Config.Reading.Good(var config)) {
      return config;
    }
    throw new AssertionError("no config");
  }

  private void save(Workspace workspace, String id, Condition condition) throws Exception {
    var written = new LinkedHashMap<String, Value>();
    written.put("id", new Value.Text(id));
    written.put("name", new Value.Text(id));
    written.put("status", new Value.Text("active"));
    written.put("condition", ConditionWriter.of(condition));
    var saved = desk(workspace).save(null, new Value.Fields(written), -1, "t");
    assertThat(saved).isInstanceOf(SegmentDesk.Saved.Done.class);
    active.put(id, condition);
    workspace.settleSegments();
  }

  private void compute(Workspace workspace, String id, Formula formula) throws Exception {
    var heading = new Heading(id, id, "", List.of(), Segment.Status.ACTIVE);
    var trait = new ComputedTrait(heading, 1, false, Collections.emptySortedMap(), formula, null);
    workspace.enter(new Entry.ComputedTraitSaved(0, now.toEpochMilli(), "t", trait, ""));
    workspace.settleSegments();
  }

  private static SegmentDesk desk(Workspace workspace) {
    return new SegmentOffice(
        workspace,
        new People(workspace, new Happenings(workspace)),
        new VocabularyOffice(workspace));
  }

  private void step(Workspace workspace, Random random, AnyCondition any) throws Exception {
    now = now.plusSeconds(random.nextInt(4 * 3_600));
    if (random.nextInt(12) == 0) {
      steward(workspace, random);
      return;
    }
    var fields = new LinkedHashMap<String, Value>();
    var kind = random.nextInt(12);
    fields.put("type", new Value.Text(kind == 0 ? "identify" : "track"));
    var twice = number > 0 && random.nextInt(10) == 0;
    fields.put("messageId", new Value.Text("m" + (twice ? random.nextInt(number) : number++)));
    if (random.nextInt(3) > 0) {
      fields.put("userId", new Value.Text("u" + random.nextInt(3)));
    }
    if (!fields.containsKey("userId") || random.nextInt(4) == 0) {
      fields.put("anonymousId", new Value.Text("c" + random.nextInt(4)));
    }
    var time = now.plusSeconds(random.nextInt(5) == 0 ? 3_600 : -random.nextInt(90) * 3_600L);
    fields.put("timestamp", new Value.Text(time.toString()));
    var values = new LinkedHashMap<String, Value>();
    var names = kind == 0 || kind > 9 ? AnyCondition.TRAITS : AnyCondition.PROPERTIES;
    for (var name : names) {
      var value = any.value(2);
      if (value != null) {
        values.put(name, value);
      }
    }
    if (kind == 1) {
      fields.put(
          "event",
          new Value.Text(random.nextInt(3) == 0 ? "Consent Withdrawn" : "Consent Granted"));
      values.put(
          "purpose", new Value.Text(random.nextBoolean() ? "email_marketing" : "sms_marketing"));
    } else if (kind > 9) {
      fields.put("type", new Value.Text("group"));
      fields.put("groupId", new Value.Text(any.pick(List.of("g1", "g2", "그룹"))));
    } else if (kind > 7) {
      fields.put("type", new Value.Text("page"));
      fields.put("context", new Value.Fields(new AnyFormula(random, any).page()));
      fields.remove("userId");
      fields.putIfAbsent("anonymousId", new Value.Text("c" + random.nextInt(4)));
      time = now.minusSeconds(random.nextInt(4_000));
      fields.put("timestamp", new Value.Text(time.toString()));
    } else if (kind > 1) {
      fields.put("event", new Value.Text(any.pick(AnyCondition.EVENTS)));
    }
    fields.put(kind == 0 || kind > 9 ? "traits" : "properties", new Value.Fields(values));
    var bytes = JsonWriter.bytes(new Value.Fields(fields));
    var envelope =
        new Envelope(
            kind == 8 || kind == 9 ? 2 : 1,
            now.toEpochMilli(),
            null,
            "e",
            null,
            Value.Fields.EMPTY,
            bytes.length);
    workspace.take(List.of(new Collected(envelope, bytes, JsonReader.event(bytes))), true);
  }

  private void steward(Workspace workspace, Random random) throws Exception {
    var at = now.toEpochMilli();
    if (!cuts.isEmpty() && random.nextBoolean()) {
      workspace.enter(new Entry.CutUndone(0, at, "t", cuts.removeLast().id(), ""));
      return;
    }
    var a = new Identifier("user_id", "u" + random.nextInt(3));
    var b = new Identifier("anonymous_id", "c" + random.nextInt(4));
    var cut =
        new Cut(
            "cut" + cuts.size(), new TreeSet<>(List.of(a)), new TreeSet<>(List.of(b)), at, "t", "");
    workspace.enter(new Entry.CutMade(0, at, "t", cut));
    cuts.add(cut);
  }

  // ---- what must be the same

  private void check(Workspace workspace, AnyCondition any, long seed) throws Exception {
    var people = people(workspace);
    assertThat(workspace.analytics().await(workspace.state().position(), 60_000)).isTrue();
    for (var segment : active.entrySet()) {
      var condition = segment.getValue();
      var live = new TreeSet<String>();
      desk(workspace)
          .members(segment.getKey(), null, 1_000)
          .forEach(member -> live.add(member.who().toString()));
      assertThat(live)
          .as("%s of seed %d: %s", segment.getKey(), seed, condition)
          .isEqualTo(holding(same(workspace, condition, people, now.toEpochMilli(), seed)));
    }
    // A third of them each time, since each is a question of its own.
    var turn = seed + checks++;
    for (var kind = turn % 3; kind < 12; kind += 3) {
      var whole = FieldPath.of("k" + kind);
      var path =
          kind % 2 == 0 || turn % 2 == 0 ? whole : new FieldPath(List.of("k" + kind, "score"));
      var condition =
          turn % 4 < 2 ? any.next(1, segments) : new Condition.All(List.<Condition>of());
      brokenDown(workspace, condition, path, people, seed);
    }
    var conditions = new ArrayList<Condition>();
    for (var i = 0; i < 15; i++) {
      conditions.add(any.next(2, segments));
    }
    for (var i = 0; i < 2; i++) {
      conditions.addAll(any.ofEachComputed());
      conditions.add(any.account());
      conditions.add(any.members(2, List.of("s0", "s1", "s5")));
    }
    for (var condition : conditions) {
      var at = now.toEpochMilli();
      for (var instant = 0; instant < 4 && at != Long.MAX_VALUE; instant++) {
        var next = Long.MAX_VALUE;
        for (var glance : same(workspace, condition, people, at, seed).values()) {
          next = Math.min(next, glance.changesAt());
        }
        if (next != Long.MAX_VALUE) {
          same(workspace, condition, people, next - 1, seed);
        }
        at = next;
      }
      same(workspace, condition, people, any.instant().toEpochMilli(), seed);
    }
    answered(0);
  }

  /// Has SQL say what the evaluator says: the one is asked while the other works out what is next.
  ///
  /// @return what the evaluator says of everybody
  private Map<String, Evaluator.Glance> same(
      Workspace workspace, Condition condition, Map<String, ProfileView> people, long at, long seed)
      throws Exception {
    var glances = glances(condition, people, at);
    var holding = holding(glances);
    var expected = new TreeMap<String, Long>();
    expected.put("", (long) holding.size());
    below(condition, "", people, at, expected);
    asked.add(
        asking.submit(() -> {
          var question = new Previews.Question(condition, at, 50, null, 10, null);
          var counted = workspace.previews().ask(question, () -> false);
          var because =
              "seed %d at %s: %s with %s"
                  .formatted(
                      seed, Instant.ofEpochMilli(at), condition, named(workspace, condition));
          assertThat(counted.of()).as(because).isEqualTo(people.size());
          assertThat(new TreeSet<>(counted.sample())).as(because).isEqualTo(holding);
          assertThat(new TreeMap<>(counted.perNode())).as(because).isEqualTo(expected);
          return counted;
        }));
    answered(AHEAD);
    return glances;
  }

  /// Waits until all but some of what was asked is answered, and right.
  private void answered(int but) throws Exception {
    while (asked.size() > but) {
      try {
        asked.removeFirst().get();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof AssertionError wrong) {
          throw wrong;
        }
        throw e;
      }
    }
  }

  /// How many of those for whom a condition holds have which value of a computed trait.
  private void brokenDown(
      Workspace workspace,
      Condition condition,
      FieldPath path,
      Map<String, ProfileView> people,
      long seed)
      throws Exception {
    var at = now.toEpochMilli();
    var question = new Previews.Question(condition, at, 0, path, 100, null);
    var breakdown =
        Objects.requireNonNull(workspace.previews().ask(question, () -> false).breakdown());
    var found = new TreeMap<String, Long>();
    breakdown.values().forEach(each -> found.put(shown(each.value()), each.people()));
    var expected = new TreeMap<String, Long>();
    var none = 0L;
    for (var who : holding(glances(condition, people, at))) {
      var computation = Objects.requireNonNull(people.get(who)).computed(path.head());
      var values = counting(path.below(Objects.requireNonNull(computation).at(at)));
      none += values.isEmpty() ? 1 : 0;
      values.forEach(value -> expected.merge(value, 1L, Long::sum));
    }
    var because = "seed %d: %s by %s".formatted(seed, condition, path);
    assertThat(found).as(because).isEqualTo(expected);
    assertThat(breakdown.none()).as(because).isEqualTo(none);
  }

  private static Set<String> counting(@Nullable Value value) {
    return switch (value) {
      case null -> Set.of();
      case Value.Text _, Value.Decimal _, Value.Truth _, Value.Time _ -> Set.of(shown(value));
      case Value.Items(var items) -> {
        var all = new TreeSet<String>();
        items.forEach(item -> all.addAll(counting(item)));
        yield all;
      }
      case Value.Fields _, Value.Nothing _ -> Set.of();
    };
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Text(var text) -> "text " + text;
      case Value.Time(var time) -> "text " + time;
      case Value.Decimal(var number) ->
          "number "
              + number.setScale(9, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
      case Value.Truth(var truth) -> "truth " + truth;
      case Value.Items _, Value.Fields _, Value.Nothing _ -> throw new AssertionError(value);
    };
  }

  /// The computed traits that a condition names.
  private static List<ComputedTrait> named(Workspace workspace, Condition condition) {
    return Uses.of(condition).traits().stream()
        .map(id -> workspace.rules().segments().trait(id))
        .filter(Objects::nonNull)
        .toList();
  }

  private static Map<String, Evaluator.Glance> glances(
      Condition condition, Map<String, ProfileView> people, long at) {
    var glances = new TreeMap<String, Evaluator.Glance>();
    people.values().forEach(view -> ((Scanned) view).asked()[0] = at);
    people.forEach((who, view) -> glances.put(who, Evaluator.glance(condition, view, at)));
    return glances;
  }

  private static Set<String> holding(Map<String, Evaluator.Glance> glances) {
    var holding = new TreeSet<String>();
    glances.forEach((who, glance) -> {
      if (glance.truth() == Truth.MATCH) {
        holding.add(who);
      }
    });
    return holding;
  }

  /// For how many each part of a condition holds.
  private static void below(
      Condition condition,
      String pointer,
      Map<String, ProfileView> people,
      long at,
      Map<String, Long> to) {
    var of =
        switch (condition) {
          case Condition.All(var all) -> all;
          case Condition.Any(var any) -> any;
          case Condition.None(var none) -> none;
          default -> List.<Condition>of();
        };
    var form =
        condition instanceof Condition.All
            ? "all"
            : condition instanceof Condition.Any ? "any" : "none";
    for (var i = 0; i < of.size(); i++) {
      var part = pointer + "/" + form + "/" + i;
      to.put(part, (long) holding(glances(of.get(i), people, at)).size());
      below(of.get(i), part, people, at, to);
    }
  }

  /// Everybody with all their events, as they are on record.
  private Map<String, ProfileView> people(Workspace workspace) throws Exception {
    var events = new ArrayList<Event>();
    var accepted = workspace.acceptedRows();
    var last = workspace.state().position();
    for (var from = 1L; from <= last; ) {
      var rows = workspace.history().from(from, last).rows();
      for (var row : rows) {
        if (row.kind() == Kind.EVENT && row.status() == Status.ACCEPTED) {
          var event = accepted.event(row);
          if (event != null) {
            events.add(event);
          }
        }
      }
      from = rows.getLast().position() + 1;
    }
    var people = new TreeMap<String, ProfileView>();
    var accounts = new TreeMap<String, List<ProfileView>>();
    var asked = new long[1];
    var rules = workspace.rules();
    workspace
        .state()
        .forEach(
            Key.Tree.class,
            (Key<Tree> _, Tree tree) -> {
              for (var part : tree.parts(rules)) {
                var mine =
                    events.stream()
                        .filter(
                            each -> part.contains(SharedDevices.holder(each, events, cuts, policy)))
                        .toList();
                var person =
                    new PersonView(tree, part, new CommittedState(workspace.state()), rules);
                var view =
                    new Scanned(new RecordedView(person, rules.segments(), mine), accounts, asked);
                people.put(Tree.representative(part, rules.types()).toString(), view);
                for (var account : person.accounts()) {
                  accounts.computeIfAbsent(account.id(), _ -> new ArrayList<>()).add(view);
                }
              }
            });
    return people;
  }

  /// A person whose accounts' members are asked one by one.
  ///
  /// @param members everybody by account
  /// @param asked for which instant, the same for all
  private record Scanned(ProfileView person, Map<String, List<ProfileView>> members, long[] asked)
      implements ProfileView {
    @Override
    public Terms terms() {
      return person.terms();
    }

    @Override
    public @Nullable Value trait(String name) {
      return person.trait(name);
    }

    @Override
    public @Nullable Computation computed(String name) {
      return person.computed(name);
    }

    @Override
    public Occurrences occurrences(Track track, Reach reach) {
      return person.occurrences(track, reach);
    }

    @Override
    public long grantedUntil(String purpose) {
      return person.grantedUntil(purpose);
    }

    @Override
    public @Nullable BigDecimal score(String name) {
      return person.score(name);
    }

    @Override
    public @Nullable Condition segment(String id) {
      return person.segment(id);
    }

    @Override
    public List<Account> accounts() {
      return person.accounts().stream().<Account>map(each -> new OneByOne(each, this)).toList();
    }

    private record OneByOne(Account account, Scanned of) implements Account {
      @Override
      public String id() {
        return account.id();
      }

      @Override
      public @Nullable Value trait(String name) {
        return account.trait(name);
      }

      @Override
      public MemberCount members(Condition condition) {
        var all = of.members().getOrDefault(id(), List.of());
        var matching =
            all.stream()
                .filter(
                    each -> Evaluator.glance(condition, each, of.asked()[0]).truth() == Truth.MATCH)
                .count();
        return MemberCount.of(matching, all.size());
      }
    }
  }
}
