package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Rules;
import io.inyeon.core.Said;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Channel;
import io.inyeon.core.govern.ConsentReader;
import io.inyeon.core.govern.ConsentStatement;
import io.inyeon.core.govern.LegalBasis;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.unify.Permission.Ground;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// No use of anybody's data without a grant that is valid at that instant.
class PermissionsTest {
  private static final Rules RULES = Said.rules(Map.of());
  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final List<LegalBasis> BASES =
      List.of(LegalBasis.CONSENT, LegalBasis.LEGITIMATE_INTEREST, LegalBasis.CONTRACT);
  private static final long DAY_MS = 86_400_000;
  private static final Identifier USER = Said.identifier("user_id:u1");
  private static final List<Identifier> ALL =
      List.of(
          USER,
          Said.identifier("email:hong@example.kr"),
          Said.identifier("anonymous_id:a1"),
          Said.identifier("ios.id:i1"));

  private static Purpose purpose(
      LegalBasis basis, int consentDays, int minimumAge, boolean guardian, List<String> aliases) {
    return new Purpose(
        "ads",
        1,
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        basis,
        List.of(),
        0,
        consentDays,
        minimumAge,
        guardian,
        Channel.NONE,
        aliases,
        true);
  }

  private static Purpose plain() {
    return purpose(LegalBasis.CONSENT, 0, 0, false, List.of());
  }

  /// A person as the tests make them up.
  private static final class World {
    private final List<Said> events = new ArrayList<>();
    private final Map<String, LinkPath.Path> paths = new HashMap<>();
    private @Nullable LocalDate born;

    LinkPath links() {
      return (a, b) ->
          a.equals(b)
              ? LinkPath.Path.NONE
              : paths.getOrDefault(
                  a.compareTo(b) < 0 ? a + " " + b : b + " " + a, LinkPath.UNKNOWN.between(a, b));
    }

    Permission permission(Purpose purpose) {
      return permission(purpose, Restrictions.NONE);
    }

    Permission permission(Purpose purpose, Restrictions restrictions) {
      var fragments = new LinkedHashMap<FragmentKey, Fragment>();
      for (var said : events) {
        var event = said.event();
        fragments.merge(FragmentKey.of(event), Fragment.of(event, 1, RULES), Fragment::plus);
      }
      return new Permissions(
              ConsentChoice.of(fragments, new TreeSet<>(ALL), USER, links()),
              () -> born,
              SEOUL,
              restrictions.of(ALL, RULES.document().workspaceKey()))
          .of(purpose);
    }

    /// The definition, statement by statement: the latest grant that is admitted, stands against
    /// every withdrawal and binds the person decides, from its time until its end.
    boolean permitted(Purpose purpose, long at) {
      if (!purpose.active()) {
        return false;
      }
      var comesOfAge =
          purpose.minimumAge() == 0
              ? Long.MIN_VALUE
              : born == null
                  ? Long.MAX_VALUE
                  : born.plusYears(purpose.minimumAge())
                      .atStartOfDay(SEOUL)
                      .toInstant()
                      .toEpochMilli();
      var said = new ArrayList<Stated>();
      for (var each : events) {
        var event = each.event();
        for (var statement : ConsentReader.read(event)) {
          if (purpose.names().contains(statement.purpose())
              || statement.purpose().equals(ConsentStatement.EVERYTHING)) {
            said.add(new Stated(statement, event.identifiers(), event.kind()));
          }
        }
      }
      var no = said.stream().filter(each -> !each.statement.granted()).toList();
      ConsentStatement latest = null;
      for (var yes : said) {
        var grant = yes.statement;
        if (grant.granted() && binds(yes) && no.stream().allMatch(each -> beats(yes, each))) {
          var admitted =
              grant.time() >= comesOfAge
                  || (grant.guardian() && purpose.guardian() && comesOfAge != Long.MAX_VALUE);
          latest = admitted ? ConsentStatement.later(latest, grant) : latest;
        }
      }
      return switch (purpose.basis()) {
        case CONSENT -> latest != null && latest.time() <= at && at < purpose.endOf(latest);
        case LEGITIMATE_INTEREST ->
            comesOfAge <= at && comesOfAge != Long.MAX_VALUE && !opposed(said, no);
        case CONTRACT, LEGAL_OBLIGATION, VITAL, PUBLIC ->
            comesOfAge <= at && comesOfAge != Long.MAX_VALUE;
      };
    }

    private boolean opposed(List<Stated> said, List<Stated> no) {
      return !no.isEmpty()
          && said.stream()
              .filter(each -> each.statement.granted() && binds(each))
              .noneMatch(yes -> no.stream().allMatch(each -> beats(yes, each)));
    }

    private boolean binds(Stated yes) {
      return yes.kind.trusted()
          || yes.of.stream()
              .filter(each -> ConsentChoice.namesDevice(each.type()))
              .anyMatch(each -> links().between(each, USER).trusted());
    }

    private boolean beats(Stated yes, Stated no) {
      return yes.statement.time() > no.statement.time()
          && yes.statement.time()
              > links().between(yes.of.getFirst(), no.of.getFirst()).latestFirstSeen();
    }
  }

  private record Stated(ConsentStatement statement, List<Identifier> of, SourceKind kind) {}

  @Test
  void aNoHoldsWhateverTheCaseOfItsLettersAndAYesOnlyAsItIsWritten() {
    var world = new World();
    world.events.add(granted());
    assertThat(world.permission(plain()).ground()).isEqualTo(Ground.GRANTED);
    world.events.add(Said.track("Consent Withdrawn").at(Said.DAY + 9).properties("purpose", "Ads"));
    assertThat(world.permission(plain()).ground()).isEqualTo(Ground.WITHDRAWN);
    var other = new World();
    other.events.add(Said.track("Consent Granted").of(USER).properties("purpose", "ADS"));
    assertThat(other.permission(plain()).ground()).isEqualTo(Ground.NOT_ASKED);
  }

  @Test
  void everyUseRestsOnTheDefinitionInAnyHistory() {
    var permitted = 0;
    var refused = 0;
    for (var seed = 0; seed < 40_000; seed++) {
      var random = new Random(seed);
      var world = world(random);
      var purpose =
          purpose(
              BASES.get(random.nextInt(4) == 0 ? random.nextInt(BASES.size()) : 0),
              random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 0,
              random.nextInt(3) == 0 ? 14 : 0,
              random.nextBoolean(),
              random.nextInt(3) == 0 ? List.of("C4") : List.of());
      var permission = world.permission(purpose);
      for (var i = 0; i < 6; i++) {
        var at = Said.DAY + (random.nextInt(30) - 5) * DAY_MS / 2;
        assertThat(permission.at(at))
            .as("seed %d at %d: %s", seed, at, permission)
            .isEqualTo(world.permitted(purpose, at));
        permitted += permission.at(at) ? 1 : 0;
        refused += permission.at(at) ? 0 : 1;
      }
    }
    // Both happen, so both are tested.
    assertThat(permitted).isGreaterThan(20_000);
    assertThat(refused).isGreaterThan(20_000);
  }

  private static World world(Random random) {
    var world = new World();
    for (var a : ALL) {
      for (var b : ALL) {
        if (a.compareTo(b) < 0 && random.nextInt(5) > 0) {
          world.paths.put(
              a + " " + b,
              new LinkPath.Path(
                  Said.DAY + (random.nextInt(16) - 8) * DAY_MS / 2, random.nextBoolean()));
        }
      }
    }
    if (random.nextBoolean()) {
      world.born = LocalDate.of(2012, 2, 24).plusDays(random.nextInt(12));
    }
    for (var left = 1 + random.nextInt(7); left > 0; left--) {
      world.events.add(said(random, left));
    }
    return world;
  }

  private static Said said(Random random, int number) {
    var time = Said.DAY + (random.nextInt(20) - 2) * DAY_MS / 2;
    var kind = random.nextInt(3) == 0 ? SourceKind.BROWSER : SourceKind.SERVER;
    var names = List.of("ads", "ads", "C4", "other");
    var purpose = names.get(random.nextInt(names.size()));
    var said =
        switch (random.nextInt(8)) {
          case 0 -> Said.track("Consent Withdrawn");
          case 1, 2 -> Said.track("Consent Withdrawn").properties("purpose", purpose);
          case 3 ->
              Said.track("x")
                  .context(
                      "consent",
                      Map.of("categoryPreferences", Said.fields(purpose, random.nextBoolean())));
          case 4 ->
              Said.track("Consent Granted")
                  .properties("purpose", purpose, "expiresAt", malformed(random, time));
          case 5 ->
              Said.track("Consent Granted").properties("purpose", purpose, "guardian", "mother");
          default -> Said.track("Consent Granted").properties("purpose", purpose);
        };
    var first = random.nextInt(ALL.size());
    var of =
        random.nextInt(3) == 0
            ? ALL.subList(first, ALL.size()).toArray(Identifier[]::new)
            : new Identifier[] {ALL.get(first)};
    return said.at(time).id("m-" + number).by(kind, kind.trusted() ? 1 : 2).of(of);
  }

  private static Object malformed(Random random, long time) {
    return switch (random.nextInt(5)) {
      case 0 -> "soon";
      case 1 -> true;
      case 2 -> Map.of("days", 3);
      default -> Instant.ofEpochMilli(time + (random.nextInt(9) - 1) * DAY_MS).toString();
    };
  }

  private static Permission of(Purpose purpose, Said... events) {
    var world = new World();
    world.events.addAll(List.of(events));
    return world.permission(purpose);
  }

  private static Said granted(Object... properties) {
    var all = new ArrayList<Object>(List.of("purpose", "ads"));
    all.addAll(List.of(properties));
    return Said.track("Consent Granted").properties(all.toArray());
  }

  @Test
  void aGrantHoldsUntilItsEndAndAnEndThatCannotBeReadIsOverAtOnce() {
    var ends = of(plain(), granted("expiresAt", Instant.ofEpochMilli(Said.DAY + 5).toString()));
    assertThat(ends.at(Said.DAY - 1)).isFalse();
    assertThat(ends.at(Said.DAY)).isTrue();
    assertThat(ends.at(Said.DAY + 4)).isTrue();
    assertThat(ends.at(Said.DAY + 5)).isFalse();
    assertThat(of(plain(), granted("expiresAt", "next spring")).ever()).isFalse();
    var days = of(purpose(LegalBasis.CONSENT, 2, 0, false, List.of()), granted());
    assertThat(days.at(Said.DAY + 2 * DAY_MS - 1)).isTrue();
    assertThat(days.at(Said.DAY + 2 * DAY_MS)).isFalse();
  }

  @Test
  void aPurposeHearsItsOtherNames() {
    var purpose = purpose(LegalBasis.CONSENT, 0, 0, false, List.of("C0004"));
    var banner =
        Said.track("x")
            .context("consentManagement", Said.fields("deniedConsentIds", List.of("C0004")))
            .at(Said.DAY + 1);
    assertThat(of(purpose, granted()).at(Said.DAY)).isTrue();
    assertThat(of(purpose, granted(), banner).ground()).isEqualTo(Ground.WITHDRAWN);
  }

  @Test
  void aChildNeedsAGuardianAndAnUnknownAgeRefuses() {
    var purpose = purpose(LegalBasis.CONSENT, 0, 14, true, List.of());
    var world = new World();
    world.events.add(granted());
    assertThat(world.permission(purpose).ground()).isEqualTo(Ground.AGE_UNKNOWN);
    world.born = LocalDate.of(2016, 1, 1);
    assertThat(world.permission(purpose).ground()).isEqualTo(Ground.UNDERAGE);
    world.events.add(granted("guardian", Map.of("name", "a mother")));
    assertThat(world.permission(purpose).at(Said.DAY)).isTrue();
    // The child's own banner says yes with each event, and takes nothing from the guardian's.
    world.events.add(granted().at(Said.DAY + 9));
    assertThat(world.permission(purpose).at(Said.DAY + 10)).isTrue();
    assertThat(world.permission(purpose(LegalBasis.CONSENT, 0, 14, false, List.of())).ground())
        .isEqualTo(Ground.UNDERAGE);
    world.events.add(Said.track("Consent Withdrawn").at(Said.DAY + 10));
    assertThat(world.permission(purpose).ground()).isEqualTo(Ground.WITHDRAWN);
  }

  @Test
  void aBrowserThatNamesAGuardianProvesNothing() {
    var purpose = purpose(LegalBasis.CONSENT, 0, 14, true, List.of());
    var world = new World();
    world.born = LocalDate.of(2016, 1, 1);
    world.events.add(
        granted("guardian", "a mother")
            .by(SourceKind.BROWSER, 2)
            .of(Said.identifier("anonymous_id:a1")));
    world.paths.put("anonymous_id:a1 user_id:u1", new LinkPath.Path(Long.MIN_VALUE, true));
    assertThat(world.permission(purpose).ever()).isFalse();
  }

  @Test
  void otherGroundsNeedNoGrantAndLegitimateInterestsEndWithAnObjection() {
    var interest = purpose(LegalBasis.LEGITIMATE_INTEREST, 0, 0, false, List.of());
    assertThat(of(interest).at(0)).isTrue();
    assertThat(of(interest, Said.track("Consent Withdrawn")).ground()).isEqualTo(Ground.WITHDRAWN);
    var contract = purpose(LegalBasis.CONTRACT, 0, 0, false, List.of());
    assertThat(of(contract, Said.track("Consent Withdrawn")).at(0)).isTrue();
    assertThat(of(plain()).ground()).isEqualTo(Ground.NOT_ASKED);
  }

  @Test
  void whoeverObjectsIsNotUsedFromThenOnWhateverThePurposeRestsOn() {
    for (var basis : LegalBasis.values()) {
      var purpose = purpose(basis, 0, 0, false, List.of("C0004"));
      for (var objected : List.of(List.<String>of(), List.of("ads"), List.of("x", "C0004"))) {
        var permission = restricted(purpose, USER, objected);
        assertThat(permission.ground()).isEqualTo(Ground.RESTRICTED);
        assertThat(permission.at(Said.DAY)).as(basis.name()).isTrue();
        assertThat(permission.at(Said.DAY + 99)).isTrue();
        assertThat(permission.at(Said.DAY + 100)).isFalse();
        assertThat(permission.at(Long.MAX_VALUE - 1)).isFalse();
      }
      assertThat(restricted(purpose, USER, List.of("email")).at(Said.DAY + 100)).isTrue();
      assertThat(
              restricted(purpose, Said.identifier("user_id:other"), List.of()).at(Said.DAY + 100))
          .isTrue();
    }
    var nobodyAsked = new World();
    var never = nobodyAsked.permission(plain(), restriction(USER, List.of()));
    assertThat(never.ground()).isEqualTo(Ground.RESTRICTED);
    assertThat(never.ever()).isFalse();
  }

  @Test
  void aRestrictionThatCannotBeReadIsOfAllUse() {
    var contract = purpose(LegalBasis.CONTRACT, 0, 0, false, List.of());
    for (var document :
        List.of(
            new Value.Fields(Map.of()),
            new Value.Fields(Map.of("purposes", new Value.Text("ads"))),
            new Value.Fields(
                Map.of("purposes", new Value.Items(List.of(new Value.Truth(true))))))) {
      var world = new World();
      var all =
          Restrictions.NONE.with(
              ProfileIds.of(RULES.document().workspaceKey(), USER).value(), document);
      assertThat(world.permission(contract, all).ever()).isFalse();
      assertThat(
              world
                  .permission(
                      contract,
                      all.without(ProfileIds.of(RULES.document().workspaceKey(), USER).value()))
                  .at(0))
          .isTrue();
    }
  }

  private static Permission restricted(Purpose purpose, Identifier whose, List<String> objected) {
    var world = new World();
    world.events.add(granted());
    return world.permission(purpose, restriction(whose, objected));
  }

  private static Restrictions restriction(Identifier whose, List<String> objected) {
    return Restrictions.NONE.with(
        ProfileIds.of(RULES.document().workspaceKey(), whose).value(),
        Said.fields("purposes", objected, "at", BigDecimal.valueOf(Said.DAY + 100)));
  }

  @Test
  void aBirthDateIsTheYoungestThatCouldBeMeant() {
    assertThat(born("2012-03-04")).isEqualTo(LocalDate.of(2012, 3, 4));
    assertThat(born("2012.03.04.")).isEqualTo(LocalDate.of(2012, 3, 4));
    assertThat(born("20120304")).isEqualTo(LocalDate.of(2012, 3, 4));
    assertThat(born("2012-03")).isEqualTo(LocalDate.of(2012, 3, 31));
    assertThat(born("2012")).isEqualTo(LocalDate.of(2012, 12, 31));
    assertThat(born("2012-03-04T15:00:00Z")).isEqualTo(LocalDate.of(2012, 3, 4));
    assertThat(born("2012-02-31")).isNull();
    assertThat(born("yesterday")).isNull();
    assertThat(born("")).isNull();
    assertThat(BirthDate.latest(traits("age", new Value.Decimal(java.math.BigDecimal.TEN))))
        .isEqualTo(LocalDate.of(2016, 3, 1));
  }

  private static @Nullable LocalDate born(String written) {
    return BirthDate.latest(traits("birthday", new Value.Text(written)));
  }

  private static SortedMap<String, Trait> traits(String name, Value value) {
    return new TreeMap<>(Map.of(name, new Trait(value, 1, Said.DAY, "m", 1, List.of(), 0)));
  }
}
