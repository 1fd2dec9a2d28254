package io.inyeon.core.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// A person as of another time against a workspace to which nothing else ever came. More worlds:
/// `-Dinyeon.worlds=20000`, from another seed on: `-Dinyeon.seed=...`.
class AsOfTest {
  private static final long FIRST = Long.getLong("inyeon.seed", 1);
  private static final long WORLDS = Long.getLong("inyeon.worlds", 150);
  private static final long HOUR = 60L * 60 * 1000;

  @Test
  void aPersonIsAsAWorkspaceKnowsThemToWhichNothingElseEverCame() {
    var found = 0;
    var read = 0L;
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      var world = new PastWorld(seed, seed % 3 == 0);
      var random = world.random();
      for (var question = 0; question < 3; question++) {
        var at = instant(world);
        var known = random.nextBoolean() ? Long.MAX_VALUE : instant(world);
        Predicate<Recorded> within = each -> each.time() <= at && arrived(each) <= known;
        var rules = rulesAt(world, Math.min(at, known));
        var oracle = world.ledger().replayed(rules, within);
        for (var who : world.people()) {
          var profile = asOf(world, who, rules, within, 1 + random.nextInt(5));
          assertThat(profile)
              .as("seed %d, %s at %d known %d", seed, who, at, known)
              .isEqualTo(oracle.profile(who));
          found += profile == null ? 0 : 1;
        }
        read += world.ledger().read;
      }
    }
    assertThat(found).isGreaterThan(0);
    assertThat(read).isGreaterThan(0);
  }

  @Test
  void asOfTheEndIsWhatIsLive() {
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      var world = new PastWorld(seed, false);
      for (var who : world.people()) {
        assertThat(asOf(world, who, world.ledger().rules().document(), _ -> true, 3))
            .as("seed %d, %s", seed, who)
            .isEqualTo(world.ledger().profile(who));
      }
    }
  }

  private static long instant(PastWorld world) {
    return PastWorld.START + world.random().nextInt(PastWorld.HOURS) * HOUR;
  }

  private static long arrived(Recorded recorded) {
    return switch (recorded) {
      case Recorded.Said said -> said.envelope().receivedAt();
      case Recorded.Ruled ruled -> ruled.time();
    };
  }

  private static RulesDocument rulesAt(PastWorld world, long at) {
    var rules = new ArrayList<>(List.of(world.first()));
    for (var entry : world.ledger().entries()) {
      if (entry instanceof Entry.RulesSaved saved && saved.at() <= at) {
        rules.add(saved.rules());
      }
    }
    return rules.getLast();
  }

  private static io.inyeon.core.unify.@org.jspecify.annotations.Nullable Profile asOf(
      PastWorld world, Identifier who, RulesDocument rules, Predicate<Recorded> within, int part) {
    var ledger = world.ledger();
    ledger.read = 0;
    return AsOf.profile(
        who, Ledger.ready(rules), ledger.words(within), ledger.live(), ledger.reader(within, part));
  }
}
