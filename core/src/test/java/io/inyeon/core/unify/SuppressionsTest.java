package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Channel;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuppressionsTest {
  private static final String KEY = "00".repeat(32);
  private static final Identifier MAIL = new Identifier("email", "kim@example.kr");
  private static final Identifier OTHER = new Identifier("email", "kim@example.com");
  private static final Identifier USER = new Identifier("user_id", "kim");
  private static final Identifier PHONE = new Identifier("phone", "+821012345678");

  private final Map<Key<Value.Fields>, Value.Fields> documents = new HashMap<>();
  private final Suppressions suppressions = new Suppressions(documents::get, KEY);

  private void suppress(String channel, Identifier identifier, long until) {
    documents.put(
        new Key.OfRights(
            Suppressions.ROOM, Suppressions.id(channel, ProfileIds.of(KEY, identifier))),
        new Value.Fields(Map.of("expiresAt", new Value.Decimal(BigDecimal.valueOf(until)))));
  }

  private long email(Identifier... part) {
    return suppressions.reachableFrom(Channel.EMAIL, List.of(part));
  }

  @Test
  void whoeverHasNoAddressIsNeverReached() {
    assertThat(email(USER, PHONE)).isEqualTo(Long.MAX_VALUE);
    assertThat(suppressions.reachableFrom(Channel.NONE, List.of(USER))).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void theLongerOfChannelAndAllDecidesForAnAddress() {
    assertThat(email(MAIL)).isEqualTo(Long.MIN_VALUE);
    suppress("email", MAIL, 500);
    assertThat(email(MAIL)).isEqualTo(500);
    suppress("all", MAIL, 900);
    assertThat(email(MAIL)).isEqualTo(900);
    suppress("email", MAIL, 0);
    assertThat(email(MAIL)).isEqualTo(Long.MAX_VALUE);
    assertThat(suppressions.reachableFrom(Channel.SMS, List.of(MAIL, PHONE)))
        .as("an address stands for itself")
        .isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void oneOfSeveralAddressesIsEnoughUnlessThePersonIsSuppressed() {
    suppress("email", MAIL, 0);
    assertThat(email(MAIL, OTHER)).isEqualTo(Long.MIN_VALUE);
    suppress("email", USER, 700);
    assertThat(email(MAIL, OTHER, USER)).isEqualTo(700);
    assertThat(suppressions.reachableFrom(Channel.SMS, List.of(USER, PHONE)))
        .isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void deliveriesGoByTheSame() {
    suppress("email", USER, 700);
    var part = List.of(OTHER, USER);
    assertThat(suppressions.inForce("email", OTHER, part, 699)).startsWith("email.");
    assertThat(suppressions.inForce("email", OTHER, part, 700)).isNull();
    assertThat(suppressions.inForce("sms", OTHER, part, 699)).isNull();
    suppress("ALL", OTHER, 800);
    assertThat(suppressions.inForce("email", OTHER, part, 700)).startsWith("all.");
  }

  @Test
  void whatCannotBeReadSuppressesForEver() {
    suppress("email", MAIL, 500);
    documents.replaceAll((_, _) -> new Value.Fields(Map.of("expiresAt", new Value.Text("soon"))));
    assertThat(email(MAIL)).isEqualTo(Long.MAX_VALUE);
  }
}
