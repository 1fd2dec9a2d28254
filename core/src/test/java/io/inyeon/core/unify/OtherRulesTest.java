package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Repeat;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.recall.Ledger;
import io.inyeon.core.recall.PastWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is made of the record by other rules, against the definition under those rules and against
/// a workspace that had them from the start. More worlds: `-Dinyeon.worlds=20000`, from another
/// seed on: `-Dinyeon.seed=...`.
class OtherRulesTest {
  private static final long FIRST = Long.getLong("inyeon.seed", 1);
  private static final long WORLDS = Long.getLong("inyeon.worlds", 150);
  private static final List<SourceKind> KINDS = List.of(SourceKind.values());

  @Test
  void peopleAreWhatTheDefinitionSaysUnderTheNewRules() {
    var moved = 0;
    var nobodys = 0;
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      var world = new PastWorld(seed, false, true);
      var rules = ready(other(world.ledger().rules().document(), world), seed);
      var made = new Repeated(world, rules);
      assertThat(made.replica.draw())
          .as("seed %d", seed)
          .isEqualTo(Definition.of(made.acts, rules));
      nobodys += made.nobodys;
      for (var who : world.people()) {
        var profile = made.profile(who);
        moved += Objects.equals(profile, world.ledger().profile(who)) ? 0 : 1;
        assertThat(world.ledger().asOfNow(who, rules))
            .as("seed %d, %s read from the record", seed, who)
            .isEqualTo(profile);
      }
    }
    assertThat(moved).isGreaterThan(100);
    assertThat(nobodys).isGreaterThan(5);
  }

  /// With spans of time that are soon full, where logins decide.
  private static Rules ready(RulesDocument document, long seed) {
    return Ledger.ready(document).withSpans(seed % 3 == 0 ? Rules.SPAN_EVENTS : 1 + (int) seed % 5);
  }

  @Test
  void peopleAreAsIfTheRulesHadBeenSoFromTheFirstEventOn() {
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      var world = new PastWorld(seed, false);
      var rules = Ledger.ready(other(world.ledger().rules().document(), world));
      var made = new Repeated(world, rules);
      var scratch = world.ledger().replayed(rules.document(), _ -> true);
      for (var who : world.people()) {
        assertThat(made.profile(who)).as("seed %d, %s", seed, who).isEqualTo(scratch.profile(who));
      }
    }
  }

  /// The record of a world, repeated by other rules.
  private static final class Repeated {
    private final List<Act> acts = new ArrayList<>();
    private final Replica replica;
    private final Rules rules;
    private int nobodys;

    Repeated(PastWorld world, Rules rules) {
      this.rules = rules;
      replica = new Replica(rules);
      for (var entry : world.ledger().entries()) {
        if (entry instanceof Entry.Received received) {
          event(world.ledger(), received);
        } else if (!(entry instanceof Entry.RulesSaved)) {
          replica.memory().decide(before -> Pipeline.decide(entry, before, rules));
          steward(entry);
        }
      }
    }

    private void event(Ledger ledger, Entry.Received received) {
      var named = ledger.named(received.position());
      if (named == null) {
        return; // it was not accepted, and is not by other rules
      }
      var envelope = received.envelope();
      var source = ledger.source(envelope.source());
      var read = EventReader.read(envelope, received.body(), source, rules.types());
      var reading = Repeat.narrowed(read, named::contains, rules.types());
      replica
          .memory()
          .decide(
              before -> Repeat.accepted(read.head(), reading, received.position(), before, rules));
      if (reading instanceof Reading.Understood(var event, var newTypes)) {
        assertThat(newTypes).isEmpty();
        assertThat(named).containsAll(event.identifiers());
        replica.memory().record(event);
        acts.add(new Act.Sent(event));
      } else {
        nobodys++;
      }
    }

    private void steward(Entry entry) {
      switch (entry) {
        case Entry.LinkMade(_, _, _, var link) -> acts.add(new Act.Linked(link));
        case Entry.LinkUndone(_, _, _, var link, _) -> acts.add(new Act.Unlinked(link));
        case Entry.CutMade(_, _, _, var cut) -> acts.add(new Act.Divided(cut));
        case Entry.CutUndone(_, _, _, var cutId, _) ->
            acts.stream()
                .filter(act -> act instanceof Act.Divided(var cut) && cut.id().equals(cutId))
                .findFirst()
                .ifPresent(act -> acts.add(new Act.Undivided(((Act.Divided) act).cut())));
        default -> {} // says nothing of who is who
      }
    }

    @Nullable Profile profile(Identifier who) {
      return replica.memory().peek(new io.inyeon.core.Key.OfIdentifier(who)) == null
          ? null
          : replica.tree(who).profile(who, rules);
    }
  }

  /// Other priorities, another anchor, other thresholds, limits, permissions, blocked values and
  /// policies for the events of devices.
  private static RulesDocument other(RulesDocument before, PastWorld world) {
    var random = world.random();
    var anchor = random.nextInt(3) == 0 ? "email" : "user_id";
    var turned = random.nextBoolean();
    var byLogin = random.nextBoolean();
    var policies = SharedPolicy.values();
    var types = new ArrayList<IdentifierType>();
    for (var type : before.types()) {
      types.add(
          new IdentifierType(
              type.name(),
              turned ? 200 - type.priority() : type.priority(),
              type.name().equals(anchor),
              random.nextInt(4),
              random.nextBoolean() ? world.blocked() : List.of(),
              type.blockedPatterns(),
              type.normaliser(),
              few(random, 20),
              few(random, 1_000),
              random.nextInt(4) == 0
                  ? KINDS.subList(random.nextInt(3), 3 + random.nextInt(2))
                  : List.of(),
              byLogin && !type.name().equals(anchor)
                  ? policies[random.nextInt(policies.length)]
                  : SharedPolicy.FIRST));
    }
    return new RulesDocument(
        before.version() + 1,
        before.workspaceKey(),
        before.region(),
        before.currency(),
        before.timeZone(),
        types,
        before.customType(),
        before.traits(),
        before.rates(),
        before.sessionGapMinutes());
  }

  private static int few(Random random, int standard) {
    return random.nextInt(3) > 0 ? 1 + random.nextInt(4) : standard;
  }
}
