package io.inyeon.core.recall;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.recall.History.Version;
import io.inyeon.core.recall.ProfileChange.What;
import io.inyeon.core.unify.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What became different between two instants, against the person as of each of them.
class HistoryTest {
  private static final long FIRST = Long.getLong("inyeon.seed", 1);
  private static final long WORLDS = Long.getLong("inyeon.worlds", 150);
  private static final long HOUR = 60L * 60 * 1000;

  @Test
  void theChangesLeadFromThePersonAsOfOneInstantToThePersonAsOfTheOther() {
    var merges = 0;
    var splits = 0;
    var sessions = 0;
    var orders = 0;
    var changes = 0;
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      var world = new PastWorld(seed, seed % 3 == 0);
      var from = instant(world);
      var to = from + instant(world) - PastWorld.START;
      var versions = versions(world, to);
      for (var who : world.people()) {
        var told =
            History.of(
                who,
                from,
                versions,
                world.ledger().words(by(to)),
                live(world),
                world.ledger().reader(by(to), 4));
        assertThat(applied(Facts.of(asOf(world, who, from)), told))
            .as("seed %d, %s from %d to %d", seed, who, from, to)
            .isEqualTo(Facts.of(asOf(world, who, to)));
        for (var i = 1; i < told.size(); i++) {
          assertThat(told.get(i).time()).isGreaterThanOrEqualTo(told.get(i - 1).time());
        }
        changes += told.size();
        merges += (int) told.stream().filter(each -> each.what() instanceof What.Merged).count();
        sessions +=
            (int) told.stream().filter(each -> each.what() instanceof What.SessionGone).count();
        orders +=
            (int) told.stream().filter(each -> each.what() instanceof What.OfCommerce).count();
        splits += (int) told.stream().filter(each -> each.what() instanceof What.Split).count();
        checkOthers(world, told);
      }
    }
    assertThat(changes).isGreaterThan(0);
    assertThat(merges).isGreaterThan(0);
    assertThat(splits).isGreaterThan(0);
    assertThat(sessions).isGreaterThan(0);
    assertThat(orders).isGreaterThan(0);
  }

  /// Those who came were another profile just before, and those who went are another just after.
  private static void checkOthers(PastWorld world, List<ProfileChange> told) {
    for (var change : told) {
      if (change.cause() instanceof ProfileChange.Cause.ByOperator(Entry.RulesSaved _)) {
        continue;
      }
      switch (change.what()) {
        case What.Merged(var other, var identifiers) -> {
          for (var identifier : identifiers) {
            var was = Objects.requireNonNull(asOf(world, identifier, before(change)));
            assertThat(was.id()).isEqualTo(other);
          }
        }
        case What.Split(var other, var identifiers) -> {
          for (var identifier : identifiers) {
            var is = Objects.requireNonNull(asOf(world, identifier, upTo(change)));
            assertThat(is.id()).isEqualTo(other);
          }
        }
        default -> {} // names no other profile
      }
    }
  }

  private static Predicate<Recorded> before(ProfileChange change) {
    return each ->
        each.time() < change.time()
            || (each.time() == change.time() && each.position() < change.position());
  }

  private static Predicate<Recorded> upTo(ProfileChange change) {
    return each ->
        each.time() < change.time()
            || (each.time() == change.time() && each.position() <= change.position());
  }

  private static Predicate<Recorded> by(long time) {
    return each -> each.time() <= time;
  }

  /// What the changes speak of, of one person at one moment.
  private record Facts(
      TreeSet<Identifier> identifiers,
      TreeSet<String> accounts,
      Map<String, String> traits,
      Map<String, String> consents,
      TreeSet<String> sessions,
      Map<String, String> commerce) {
    static Facts of(@Nullable Profile profile) {
      var facts =
          new Facts(
              new TreeSet<>(),
              new TreeSet<>(),
              new TreeMap<>(),
              new TreeMap<>(),
              new TreeSet<>(),
              new TreeMap<>());
      if (profile != null) {
        profile
            .identifiers()
            .forEach(each -> facts.identifiers.add(new Identifier(each.type(), each.value())));
        profile.accounts().forEach(each -> facts.accounts.add(each.id()));
        profile.traits().forEach((name, trait) -> facts.traits.put(name, trait.value().toString()));
        profile
            .consents()
            .forEach((purpose, consent) ->
                facts.consents.put(purpose, consent.state() + " " + consent.devices()));
        assertThat(profile.sessions().earlier()).isNull();
        profile
            .sessions()
            .known()
            .forEach(each -> facts.sessions.add(each.start() + " " + each.campaign()));
        if (profile.commerce().orders() > 0) {
          facts.commerce.put("", profile.commerce().toString());
        }
      }
      return facts;
    }
  }

  private static Facts applied(Facts facts, List<ProfileChange> changes) {
    for (var change : changes) {
      switch (change.what()) {
        case What.Joined(var identifier) ->
            assertThat(facts.identifiers.add(identifier)).as("%s", change).isTrue();
        case What.Left(var identifier) ->
            assertThat(facts.identifiers.remove(identifier)).as("%s", change).isTrue();
        case What.AccountJoined(var id) ->
            assertThat(facts.accounts.add(id)).as("%s", change).isTrue();
        case What.AccountLeft(var id) ->
            assertThat(facts.accounts.remove(id)).as("%s", change).isTrue();
        case What.OfTrait(var name, var old, var now) ->
            swap(facts.traits, name, text(old), text(now));
        case What.OfConsent(var purpose, var old, var now) ->
            swap(
                facts.consents,
                purpose,
                old == null ? null : old.state() + " " + old.devices(),
                now == null ? null : now.state() + " " + now.devices());
        case What.SessionBegan(var start, var campaign) ->
            assertThat(facts.sessions.add(start + " " + campaign)).as("%s", change).isTrue();
        case What.SessionGone(var start, var campaign) ->
            assertThat(facts.sessions.remove(start + " " + campaign)).as("%s", change).isTrue();
        case What.OfCommerce(var old, var now) -> swap(facts.commerce, "", text(old), text(now));
        case What.Merged(_, var identifiers) ->
            assertThat(facts.identifiers).doesNotContainAnyElementsOf(identifiers);
        case What.Split(_, var identifiers) ->
            assertThat(facts.identifiers).containsAll(identifiers);
      }
    }
    return facts;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  private static void swap(
      Map<String, String> map, String name, @Nullable String old, @Nullable String now) {
    assertThat(map.get(name)).isEqualTo(old);
    if (now == null) {
      map.remove(name);
    } else {
      map.put(name, now);
    }
  }

  /// A workspace's state is made anew when rules change; a ledger's is not, so then it cannot say
  /// who was never shared.
  private static Snapshot live(PastWorld world) {
    var live = world.ledger().live();
    var changed = versions(world, Long.MAX_VALUE).size() > 1;
    return new Snapshot() {
      @Override
      public <V> @Nullable V get(Key<V> key) {
        return changed && key instanceof Key.OfRules ? null : live.get(key);
      }
    };
  }

  private static long instant(PastWorld world) {
    return PastWorld.START + world.random().nextInt(PastWorld.HOURS) * HOUR;
  }

  private static List<Version> versions(PastWorld world, long to) {
    var versions = new ArrayList<Version>();
    for (var entry : world.ledger().entries()) {
      if (entry instanceof Entry.RulesSaved saved && saved.at() <= to) {
        versions.add(new Version(saved, saved.at(), saved.position(), Ledger.ready(saved.rules())));
      }
    }
    return versions;
  }

  private static @Nullable Profile asOf(PastWorld world, Identifier who, long at) {
    return asOf(world, who, by(at), versions(world, at));
  }

  private static @Nullable Profile asOf(
      PastWorld world, Identifier who, Predicate<Recorded> within) {
    var versions = new ArrayList<Version>();
    for (var version : versions(world, Long.MAX_VALUE)) {
      if (versions.isEmpty() || within.test(at(version))) {
        versions.add(version);
      }
    }
    return asOf(world, who, within, versions);
  }

  /// The moment of a version of the rules, as if something of who is who had been decided then.
  private static Recorded at(Version version) {
    var entry = version.entry();
    return new Recorded.Ruled(
        new Entry.CutUndone(entry.position(), entry.at(), entry.author(), "none", ""));
  }

  private static @Nullable Profile asOf(
      PastWorld world, Identifier who, Predicate<Recorded> within, List<Version> versions) {
    return AsOf.profile(
        who,
        versions.getLast().ready(),
        world.ledger().words(within),
        live(world),
        world.ledger().reader(within, 4));
  }
}
