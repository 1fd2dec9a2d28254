package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Fact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FactRunsTest {
  @Test
  void entriesAndExitsOfManyAreTwoRuns() {
    var facts = new ArrayList<Fact>();
    for (var i = 0; i < 400; i++) {
      facts.add(fact(i, 0, i % 2 == 0, "p" + i));
    }

    var runs = FactRuns.of(facts, 7);

    assertThat(runs).hasSize(2);
    assertThat(runs.get(0)).hasSize(200).allMatch(e -> e.fact().entered());
    assertThat(runs.get(1)).hasSize(200).noneMatch(e -> e.fact().entered());
  }

  @Test
  void noneIsLostAndOrderHoldsForAPersonAndForACause() {
    for (var seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var facts = new ArrayList<Fact>();
      var cause = 0L;
      for (var i = 0; i < 3_000; i++) {
        var more = !facts.isEmpty() && random.nextInt(4) == 0;
        cause += more ? 0 : 1;
        var ordinal = more ? facts.getLast().ordinal() + 1 : 0;
        facts.add(fact(cause, ordinal, random.nextBoolean(), "p" + random.nextInt(500)));
      }

      var runs = FactRuns.of(facts, 7);

      assertThat(runs)
          .allSatisfy(run -> {
            assertThat(run).hasSizeBetween(1, 1_000);
            assertThat(run.stream().map(e -> e.fact().entered()).distinct()).hasSize(1);
          });
      var flat = runs.stream().flatMap(List::stream).map(Entry.MembershipChanged::fact).toList();
      assertThat(flat).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(facts);
      for (var person : new HashSet<>(facts.stream().map(Fact::who).toList())) {
        assertThat(flat.stream().filter(f -> f.who().equals(person)))
            .isSortedAccordingTo(FactRunsTest::compare);
      }
      var places = new HashMap<Long, Integer>();
      for (var f : flat) {
        var expected = places.merge(f.cause(), 1, Integer::sum) - 1;
        assertThat(f.ordinal()).as("seed %d, cause %d", seed, f.cause()).isEqualTo(expected);
      }
    }
  }

  private static int compare(Fact a, Fact b) {
    var byCause = Long.compare(a.cause(), b.cause());
    return byCause != 0 ? byCause : Integer.compare(a.ordinal(), b.ordinal());
  }

  private static Fact fact(long cause, int ordinal, boolean entered, String who) {
    return new Fact(
        cause,
        ordinal,
        entered,
        "s",
        1,
        new Identifier("email", who),
        5,
        new Value.Fields(Map.of()));
  }
}
