package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Outcome;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.recall.Ledger;
import io.inyeon.core.recall.PastWorld;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What stewards do destroys nothing: taken back, everything is as if it had never been done, and
/// while it stands, each has what they always would have had. Of everybody's whole profile: traits,
/// counts, sessions, orders, accounts, consents. More worlds: `-Dinyeon.worlds=20000`, from another
/// seed on: `-Dinyeon.seed=...`.
class TakenBackTest {
  private static final long FIRST = Long.getLong("inyeon.seed", 1);
  private static final long WORLDS = Long.getLong("inyeon.worlds", 150);

  private int parted;
  private int united;
  private int bought;

  @Test
  void aCutTakenBackLeavesNothingBehindWhateverCameMeanwhile() {
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      var world = new PastWorld(seed, false);
      var random = new Random(seed);
      var entries = entries(world);
      var meanwhile = random.nextInt(entries.size() / 2);
      var early = entries.subList(0, entries.size() - meanwhile);
      var late = received(entries.subList(entries.size() - meanwhile, entries.size()));

      var place = new Place(world.ledger()).taking(early);
      var cut = cut(place, world, random);
      if (cut != null) {
        var before = place.profiles(world);
        place.enter(new Entry.CutMade(place.next(), 0, "kim", cut));
        parted += place.profiles(world).equals(before) ? 0 : 1;
        place.enter(new Entry.CutUndone(place.next(), 0, "kim", cut.id(), ""));
        assertThat(place.profiles(world)).as("seed %d, at once", seed).isEqualTo(before);

        place.enter(new Entry.CutMade(place.next(), 0, "kim", cut)).taking(late);
        place.assertApart(cut, world);
        assertThat(place.profiles(world))
            .as("seed %d, on its side is what came later", seed)
            .isEqualTo(
                new Place(world.ledger())
                    .taking(early)
                    .taking(late)
                    .enter(new Entry.CutMade(1_000, 0, "kim", cut))
                    .profiles(world));
        place.enter(new Entry.CutUndone(place.next(), 0, "kim", cut.id(), ""));
        assertThat(place.profiles(world))
            .as("seed %d, and what came meanwhile", seed)
            .isEqualTo(new Place(world.ledger()).taking(early).taking(late).profiles(world));
      }
    }
    assertThat(parted).as("cuts that changed somebody").isGreaterThan(20);
    assertThat(bought).as("profiles with orders").isGreaterThan(100);
  }

  @Test
  void aLinkTakenBackLeavesNothingBehindWhateverCameMeanwhile() {
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      var world = new PastWorld(seed, false);
      var random = new Random(seed);
      var entries = entries(world);
      var meanwhile = random.nextInt(entries.size() / 2);
      var early = entries.subList(0, entries.size() - meanwhile);
      var late = received(entries.subList(entries.size() - meanwhile, entries.size()));

      var place = new Place(world.ledger()).taking(early);
      var known = place.known(world);
      var a = known.get(random.nextInt(known.size()));
      var b = known.get(random.nextInt(known.size()));
      if (!a.equals(b)) {
        var link = link(a, b, place.rules);
        var before = place.profiles(world);
        place.enter(new Entry.LinkMade(place.next(), 0, "kim", link));
        united += place.profiles(world).equals(before) ? 0 : 1;
        place.enter(new Entry.LinkUndone(place.next(), 0, "kim", link, ""));
        assertThat(place.profiles(world)).as("seed %d, at once", seed).isEqualTo(before);

        place.enter(new Entry.LinkMade(place.next(), 0, "kim", link)).taking(late);
        place.enter(new Entry.LinkUndone(place.next(), 0, "kim", link, ""));
        assertThat(place.profiles(world))
            .as("seed %d, and what came meanwhile", seed)
            .isEqualTo(new Place(world.ledger()).taking(early).taking(late).profiles(world));
      }
    }
    assertThat(united).as("links that changed somebody").isGreaterThan(20);
  }

  /// Two people merged by hand, unmerged by hand, the unmerging undone, the merging undone. Nobody
  /// is shared here: a link counts towards that even while a cut takes it out.
  @Test
  void mergedUnmergedAndUndoneEverybodyIsWhoTheyWere() {
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      var world = new PastWorld(seed, false);
      var random = new Random(seed);
      var place = new Place(world.ledger(), unshared(world.ledger().rules()));
      place.taking(received(entries(world)));
      var known = place.known(world);
      var a = known.get(random.nextInt(known.size()));
      var b = known.get(random.nextInt(known.size()));
      if (place.replica.tree(a).id() != place.replica.tree(b).id()) {
        var apart = place.profiles(world);
        var left = place.replica.profile(a);
        var right = place.replica.profile(b);
        var link = link(a, b, place.rules);
        place.enter(new Entry.LinkMade(place.next(), 0, "kim", link));
        var merged = place.profiles(world);
        united += merged.equals(apart) ? 0 : 1;

        var cut = new Cut("unmerge", left, right, 0, "kim", "two people");
        place.enter(new Entry.CutMade(place.next(), 0, "kim", cut));
        assertThat(place.profiles(world)).as("seed %d, unmerged", seed).isEqualTo(apart);
        place.enter(new Entry.CutUndone(place.next(), 0, "kim", cut.id(), ""));
        assertThat(place.profiles(world)).as("seed %d, merged again", seed).isEqualTo(merged);
        place.enter(new Entry.LinkUndone(place.next(), 0, "kim", link, ""));
        assertThat(place.profiles(world)).as("seed %d, as at first", seed).isEqualTo(apart);
      }
    }
    assertThat(united).as("people merged").isGreaterThan(20);
  }

  // ---- a place where all of it happens

  private final class Place {
    private final Rules rules;
    private final Replica replica;
    private long position = 10_000;

    Place(Ledger ledger) {
      this(ledger, ledger.rules());
    }

    Place(Ledger ledger, Rules rules) {
      this.rules = rules;
      replica = new Replica(rules);
      for (var entry : ledger.entries()) {
        if (entry instanceof Entry.SourceSaved) {
          enter(entry);
        }
      }
    }

    long next() {
      return ++position;
    }

    Place enter(Entry entry) {
      var memory = replica.memory();
      memory.cool();
      var decided = memory.decide(before -> Pipeline.decide(entry, before, rules));
      if (decided.outcome() instanceof Outcome.Accepted(var event, _, _)) {
        memory.record(event);
      }
      return this;
    }

    Place taking(List<Entry> entries) {
      entries.forEach(this::enter);
      return this;
    }

    List<Identifier> known(PastWorld world) {
      return world.people().stream()
          .filter(each -> replica.memory().peek(new Key.OfIdentifier(each)) != null)
          .toList();
    }

    /// Everybody's profile, and all accounts.
    Map<String, Object> profiles(PastWorld world) {
      var all = new TreeMap<String, Object>();
      for (var who : known(world)) {
        var profile = replica.tree(who).profile(who, rules);
        bought += profile.commerce().orders() > 0 ? 1 : 0;
        all.put(who.toString(), profile);
      }
      replica
          .memory()
          .values()
          .forEach((key, value) -> {
            if (key instanceof Key.Account || key instanceof Key.Outcomes) {
              all.put(key.toString(), value);
            }
          });
      return all;
    }

    void assertApart(Cut cut, PastWorld world) {
      for (var who : known(world)) {
        var profile = replica.profile(who);
        assertThat(
                Collections.disjoint(profile, cut.left())
                    || Collections.disjoint(profile, cut.right()))
            .as("%s has %s", who, profile)
            .isTrue();
      }
    }
  }

  /// All that bears on who is who.
  private static List<Entry> entries(PastWorld world) {
    return world.ledger().entries().stream()
        .filter(each -> !(each instanceof Entry.RulesSaved || each instanceof Entry.SourceSaved))
        .toList();
  }

  private static List<Entry> received(List<Entry> entries) {
    return entries.stream().filter(each -> each instanceof Entry.Received).toList();
  }

  private static @Nullable Cut cut(Place place, PastWorld world, Random random) {
    var known = place.known(world);
    var one = known.get(random.nextInt(known.size()));
    var members = new ArrayList<>(place.replica.profile(one));
    var left = new TreeSet<Identifier>();
    var right = new TreeSet<Identifier>();
    for (var member : members) {
      (random.nextBoolean() ? left : right).add(member);
    }
    (random.nextBoolean() ? left : right).add(known.get(random.nextInt(known.size())));
    right.removeAll(left);
    return left.isEmpty() || right.isEmpty()
        ? null
        : new Cut("here", left, right, 0, "kim", "two people");
  }

  private static StewardLink link(Identifier a, Identifier b, Rules rules) {
    return new StewardLink("here", Pair.of(a, b, rules.types()), 0, "kim", "one person");
  }

  private static Rules unshared(Rules rules) {
    var types = new ArrayList<IdentifierType>();
    for (var type : rules.document().types()) {
      types.add(TestRules.type(type.name(), type.priority(), type.limit(), 1_000, 1_000));
    }
    return TestRules.of(types, TestRules.type("custom", 50, 2, 1_000, 1_000));
  }
}
