package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Effect;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Whose the events of a family's tablet are.
class LoginSlicesTest {
  private static final Identifier MOTHER = new Identifier("user_id", "mother");
  private static final Identifier SON = new Identifier("user_id", "son");
  private static final Identifier TABLET = new Identifier("anonymous_id", "tablet");
  private static final Identifier INFO = new Identifier("email", "info@example.kr");

  private int number;

  @Test
  void whoeverTreeHoldsTheDeviceHasItsEventsByDefault() {
    var replica = afternoon(SharedPolicy.FIRST);
    assertThat(times(replica, MOTHER)).isEqualTo("5 10 15 25 35");
    assertThat(times(replica, SON)).isEqualTo("20");
  }

  @Test
  void theLastToLogInHasThemAll() {
    var replica = afternoon(SharedPolicy.LAST);
    assertThat(times(replica, MOTHER)).isEqualTo("10");
    assertThat(times(replica, SON)).isEqualTo("5 15 20 25 35");
  }

  @Test
  void eachHasWhatCameFromTheirLoginOnAndTheFirstWhatCameBefore() {
    var replica = afternoon(SharedPolicy.BY_LOGIN);
    assertThat(times(replica, MOTHER)).isEqualTo("5 10 15");
    assertThat(times(replica, SON)).isEqualTo("20 25 35");
  }

  @Test
  void aLateLoginTakesItsShareOfWhatWasSomebodyElses() {
    var replica = afternoon(SharedPolicy.BY_LOGIN);
    send(replica, 30, MOTHER, TABLET);
    assertThat(times(replica, MOTHER)).isEqualTo("5 10 15 30 35");
    assertThat(times(replica, SON)).isEqualTo("20 25");
    // Among her own logins nobody else's was known until now.
    send(replica, 12, SON, TABLET);
    assertThat(times(replica, MOTHER)).isEqualTo("5 10 30 35");
    assertThat(times(replica, SON)).isEqualTo("12 15 20 25");
  }

  @Test
  void aLoginAmongAnothersLoginsEndsWithTheNextOfThose() {
    var replica = new Replica(rules(SharedPolicy.BY_LOGIN));
    for (var time : List.of(10, 20, 30, 40)) {
      send(replica, time, MOTHER, TABLET);
      send(replica, time + 5, TABLET);
    }
    send(replica, 22, SON, TABLET);
    assertThat(times(replica, SON)).isEqualTo("22 25");
    assertThat(times(replica, MOTHER)).isEqualTo("10 15 20 30 35 40 45");
  }

  @Test
  void aLoginAcrossACutDoesNotCount() {
    var replica = afternoon(SharedPolicy.BY_LOGIN);
    var cut =
        new Cut("c", new TreeSet<>(List.of(SON)), new TreeSet<>(List.of(TABLET)), 0, "kim", "hers");
    replica.take(new Act.Divided(cut));
    assertThat(times(replica, MOTHER)).isEqualTo("5 10 15 25 35");
    assertThat(times(replica, SON)).isEqualTo("20");
    replica.take(new Act.Undivided(cut));
    assertThat(times(replica, SON)).isEqualTo("20 25 35");
  }

  @Test
  void whatASharedAddressOwnedIsDividedAmongThoseWhoLoggedInOnTheDevice() {
    var replica = new Replica(rules(SharedPolicy.BY_LOGIN));
    send(replica, 5, INFO, TABLET);
    send(replica, 25, INFO, TABLET);
    send(replica, 10, MOTHER, TABLET);
    send(replica, 20, SON, TABLET);
    assertThat(times(replica, SON)).isEqualTo("20");
    for (var i = 0; i < 21; i++) {
      send(replica, 100, new Identifier("user_id", "customer" + i), INFO);
    }
    assertThat(times(replica, MOTHER)).isEqualTo("5 10");
    assertThat(times(replica, SON)).isEqualTo("20 25");
  }

  @Test
  void anAnchorOfTooManyDevicesLogsInOnNone() {
    var replica = new Replica(rules(SharedPolicy.BY_LOGIN));
    var test = new Identifier("user_id", "test");
    send(replica, 10, MOTHER, TABLET);
    send(replica, 15, TABLET);
    send(replica, 20, test, TABLET);
    send(replica, 25, TABLET);
    assertThat(times(replica, MOTHER)).isEqualTo("10 15");
    assertThat(times(replica, test)).isEqualTo("20 25");
    for (var i = 0; i < 1_000; i++) {
      send(replica, 100, test, new Identifier("anonymous_id", "ci" + i));
    }
    assertThat(times(replica, MOTHER)).isEqualTo("10 15 20 25");
  }

  @Test
  void aLongDayOnOneDeviceIsReadAgainInSmallPartsOnly() {
    var rules = rules(SharedPolicy.BY_LOGIN).withSpans(10);
    var replica = new Replica(rules);
    send(replica, 0, MOTHER, TABLET);
    for (var time = 1; time < 1_000; time++) {
      send(replica, time, TABLET);
    }
    send(replica, 500, SON, TABLET);
    assertThat(count(replica, MOTHER)).isEqualTo(500);
    assertThat(count(replica, SON)).isEqualTo(501);
    replica
        .memory()
        .values()
        .forEach((key, value) -> {
          if (key instanceof Key.OfLogins && value instanceof Logins logins) {
            assertThat(logins.count()).isLessThanOrEqualTo(10);
          }
        });
  }

  @Test
  void whatCannotBeReadAgainStaysAndIsTold() {
    var replica = new Replica(rules(SharedPolicy.BY_LOGIN));
    send(replica, 10, MOTHER, TABLET);
    send(replica, 15, TABLET);
    send(replica, 25, TABLET);
    replica.memory().lose();
    send(replica, 20, SON, TABLET);
    assertThat(times(replica, MOTHER)).isEqualTo("10 15 25");
    assertThat(times(replica, SON)).isEqualTo("20");
    assertThat(replica.effects())
        .contains(new Effect.SpanUnreadable(TABLET, Long.MIN_VALUE, Long.MAX_VALUE));
  }

  // ---- the world

  private Replica afternoon(SharedPolicy policy) {
    var replica = new Replica(rules(policy));
    send(replica, 5, TABLET);
    send(replica, 10, MOTHER, TABLET);
    send(replica, 15, TABLET);
    send(replica, 20, SON, TABLET);
    send(replica, 25, TABLET);
    send(replica, 35, TABLET);
    return replica;
  }

  private static Rules rules(SharedPolicy policy) {
    var document = TestRules.standard().document();
    return TestRules.of(
        document.types().stream().map(type -> with(type, policy)).toList(), document.customType());
  }

  private static IdentifierType with(IdentifierType type, SharedPolicy policy) {
    return type.name().equals("anonymous_id") ? type.with(policy) : type;
  }

  /// An event that has its time for a name.
  private void send(Replica replica, int time, Identifier... identifiers) {
    replica.send(
        new Event(
            new Event.Head(1, "m" + number++, Call.TRACK, String.valueOf(time), time, time),
            SourceKind.BROWSER,
            1,
            false,
            List.of(identifiers),
            Value.Fields.EMPTY,
            null,
            Value.Fields.EMPTY,
            Value.Fields.EMPTY,
            Value.Fields.EMPTY));
  }

  private static Collection<Fragment> fragments(Replica replica, Identifier of) {
    var tree = replica.tree(of);
    return tree.fragments(tree.part(of, replica.rules()), replica.rules()).values();
  }

  private static long count(Replica replica, Identifier of) {
    return fragments(replica, of).stream().mapToLong(Fragment::count).sum();
  }

  /// The times of somebody's events.
  private static String times(Replica replica, Identifier of) {
    var times = new TreeSet<Integer>();
    fragments(replica, of)
        .forEach(fragment ->
            fragment.names().byName().keySet().forEach(name -> times.add(Integer.valueOf(name))));
    return String.join(" ", times.stream().map(String::valueOf).toList());
  }
}
