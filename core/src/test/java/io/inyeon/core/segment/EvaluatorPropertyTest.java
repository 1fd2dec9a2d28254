package io.inyeon.core.segment;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/// Incremental is the same as from scratch: the evaluator over occurrences that were summed up in
/// parts, in any order, and trimmed on the way, against the oracle over the events themselves.
class EvaluatorPropertyTest {
  private static final long START = RandomConditions.START;

  @Property(tries = 600)
  void incrementalIsFromScratchAtEveryInstant(@ForAll Random random) {
    var world = World.of(random, ZoneId.of("Asia/Seoul"), START);
    check(world, new RandomConditions(random).next(3), random, START);
  }

  /// The clocks go forward on the 29th of March and back on the 25th of October.
  @Property(tries = 200)
  void alsoWhereTheClocksChange(@ForAll Random random) {
    var start =
        Instant.parse(random.nextBoolean() ? "2026-03-27T00:00:00Z" : "2026-10-23T00:00:00Z")
            .toEpochMilli();
    var world = World.of(random, ZoneId.of("Europe/Berlin"), start);
    var conditions = new RandomConditions(random);
    var events = conditions.events();
    var condition =
        new Condition.OfEvents(
            events.filter(),
            events.aggregate(),
            events.property(),
            events.operator(),
            new Window.Calendar(conditions.pick(List.of(Window.Period.values()))));
    check(world, condition, random, start);
  }

  private static void check(World world, Condition condition, Random random, long start) {
    var now = start + random.nextInt(7_200) * 60_000L + random.nextInt(3) - 1;
    for (var step = 0; step < 12 && now != Long.MAX_VALUE; step++) {
      world.trim(now);
      var glance = Evaluator.glance(condition, world, now);
      same(world, condition, now, glance.truth());
      var evaluation = Evaluator.evaluate(condition, world, Instant.ofEpochMilli(now));
      assertThat(evaluation.truth()).isEqualTo(glance.truth());
      var until = Math.min(glance.changesAt(), now + 40L * 86_400_000);
      assertThat(until).isGreaterThan(now);
      for (var i = 0; i < 6; i++) {
        same(world, condition, now + random.nextLong(until - now), glance.truth());
      }
      same(world, condition, until - 1, glance.truth());
      now = glance.changesAt();
    }
  }

  private static void same(World world, Condition condition, long now, Truth truth) {
    var expected = world.oracle.ask(condition, now);
    assertThat(truth)
        .as("%s at %s in %s", condition, Instant.ofEpochMilli(now), world.oracle)
        .isEqualTo(expected == null ? Truth.UNKNOWN : Truth.of(expected));
  }

  /// A person with some events, in some fragments.
  private static final class World implements ProfileView {
    private final Oracle oracle;
    private final Terms terms;
    private final Random random;
    private final List<List<Oracle.Happened>> fragments = new ArrayList<>();
    private final Map<Track, Map<Reach, List<Occurrences>>> kept = new HashMap<>();

    private World(Oracle oracle, Random random) {
      this.oracle = oracle;
      this.random = random;
      terms =
          new Terms(
              oracle.zone(),
              DayOfWeek.MONDAY,
              pattern -> Pattern.compile(pattern).asMatchPredicate());
      for (var i = 0; i < 3; i++) {
        fragments.add(new ArrayList<>());
      }
      oracle.events().forEach(each -> fragments.get(random.nextInt(3)).add(each));
    }

    private static Map<String, Value> traits(RandomConditions conditions) {
      var traits = new HashMap<String, Value>();
      for (var name : RandomConditions.TRAITS) {
        var value = conditions.value();
        if (value != null) {
          traits.put(name, value);
        }
      }
      return traits;
    }

    static World of(Random random, ZoneId zone, long start) {
      var conditions = new RandomConditions(random);
      var events = new ArrayList<Oracle.Happened>();
      for (var i = random.nextInt(14); i > 0; i--) {
        var properties = new LinkedHashMap<String, Value>();
        for (var name : RandomConditions.PROPERTIES) {
          var value = name.equals("price") ? price(random, conditions) : conditions.value();
          if (value != null) {
            properties.put(name, value);
          }
        }
        events.add(
            new Oracle.Happened(
                start + random.nextInt(7_200) * 60_000L,
                conditions.pick(RandomConditions.EVENTS),
                new Value.Fields(properties)));
      }
      var traits = traits(conditions);
      var accounts = new ArrayList<Map<String, Value>>();
      for (var i = random.nextInt(3); i > 0; i--) {
        accounts.add(traits(conditions));
      }
      var granted = new HashSet<String>();
      if (random.nextBoolean()) {
        granted.add("email");
      }
      var segments = Map.<String, Condition>of("buyers", conditions.events());
      return new World(
          new Oracle(events, traits, granted, segments, accounts, List::of, zone), random);
    }

    private static @Nullable Value price(Random random, RandomConditions conditions) {
      return random.nextInt(6) == 0 ? conditions.value() : new Value.Decimal(conditions.number());
    }

    /// Forgets what is out of reach, in some of the parts.
    void trim(long now) {
      kept.values()
          .forEach(byReach ->
              byReach.forEach((reach, parts) ->
                  parts.replaceAll(
                      part -> random.nextBoolean() ? part.trimmed(reach, now) : part)));
    }

    @Override
    public Terms terms() {
      return terms;
    }

    @Override
    public @Nullable Value trait(String name) {
      return oracle.traits().get(name);
    }

    @Override
    public Occurrences occurrences(Track track, Reach reach) {
      var parts =
          kept.computeIfAbsent(track, _ -> new HashMap<>())
              .computeIfAbsent(
                  reach,
                  _ -> {
                    var all = new ArrayList<Occurrences>();
                    fragments.forEach(each -> all.add(part(track, each)));
                    return all;
                  });
      var sum = Occurrences.none(track.role());
      for (var part : parts) {
        sum = random.nextBoolean() ? sum.plus(part) : part.plus(sum);
      }
      return sum;
    }

    private Occurrences part(Track track, List<Oracle.Happened> events) {
      var sum = Occurrences.none(track.role());
      for (var each : events) {
        var one = track.read(each.name(), each.time(), each.properties(), terms);
        if (one != null) {
          sum = sum.plus(Occurrences.one(track.role(), one));
        }
      }
      return sum;
    }

    @Override
    public long grantedUntil(String purpose) {
      return oracle.granted().contains(purpose) ? Long.MAX_VALUE : Long.MIN_VALUE;
    }

    @Override
    public @Nullable BigDecimal score(String name) {
      return null;
    }

    @Override
    public @Nullable Condition segment(String id) {
      return oracle.segments().get(id);
    }

    @Override
    public List<Account> accounts() {
      return oracle.accounts().stream().<Account>map(OneAccount::new).toList();
    }

    private record OneAccount(Map<String, Value> traits) implements Account {
      @Override
      public String id() {
        return "a";
      }

      @Override
      public @Nullable Value trait(String name) {
        return traits.get(name);
      }

      @Override
      public MemberCount members(Condition condition) {
        throw new UnsupportedOperationException();
      }
    }
  }
}
