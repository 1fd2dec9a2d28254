package io.inyeon.core.unify;

import static io.inyeon.core.collect.SourceKind.APP;
import static io.inyeon.core.collect.SourceKind.BROWSER;
import static io.inyeon.core.collect.SourceKind.IMPORT;
import static io.inyeon.core.collect.SourceKind.SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.Value;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The troubles that every shop has with who is who, each from events as they are sent to whose
/// they end up being, with the rules that a new workspace has. The reasons stand beside each.
class ClassicTroublesTest {
  private static final int HOUR = 60;
  private static final long DAY_MS = 24L * 60 * Shop.MINUTE;

  // ---- one device, several people

  /// Two accounts never become one person by a device that both use. Whose the browsing is that
  /// nobody signed in for is a choice: as it comes, theirs whose the tablet was first.
  @Test
  void aFamilyTabletIsItsFirstUsersUntilSomebodyChoosesOtherwise() {
    var shop = anEveningWithTheTablet(new Shop());
    assertThat(shop.person("user_id:mum")).containsExactly("anonymous_id:tablet", "user_id:mum");
    assertThat(shop.person("user_id:dad")).containsExactly("user_id:dad");
    assertThat(shop.events("user_id:mum")).as("hers, and all that nobody signed").isEqualTo(6);
    assertThat(shop.events("user_id:dad")).as("only what names him").isEqualTo(1);
    shop.inAnyOrder();
  }

  /// By login, each has what came from their login on, and the first what came before.
  @Test
  void onAFamilyTabletEachHasTheirOwnEveningByLogin() {
    var shop = anEveningWithTheTablet(new Shop(SharedPolicy.BY_LOGIN));
    assertThat(shop.person("user_id:dad")).containsExactly("user_id:dad");
    assertThat(shop.events("user_id:mum")).as("one before, the login, two after").isEqualTo(4);
    assertThat(shop.events("user_id:dad")).as("the login, two after").isEqualTo(3);
    shop.inAnyOrder();
  }

  private static Shop anEveningWithTheTablet(Shop shop) {
    return shop.says(BROWSER, 1, "page", "anonymousId", "tablet")
        .says(BROWSER, 2, "identify", "userId", "mum", "anonymousId", "tablet")
        .says(BROWSER, 3, "page", "anonymousId", "tablet")
        .says(BROWSER, 4, "page", "anonymousId", "tablet")
        .says(BROWSER, 5, "identify", "userId", "dad", "anonymousId", "tablet")
        .says(BROWSER, 6, "page", "anonymousId", "tablet")
        .says(BROWSER, 7, "page", "anonymousId", "tablet");
  }

  /// The app forgot `reset()` on logout, so the next customer's cookie is the last one's. What
  /// carries a user id is that user's in any case; the cookie stays with whom it was with first,
  /// until a steward says otherwise, and then all of it follows, the past included.
  @Test
  void aForgottenResetOnLogoutMakesNobodySomebodyElse() {
    var shop =
        new Shop()
            .says(APP, 1, "identify", "userId", "kim", "anonymousId", "c", "email", "kim@a.kr")
            .says(
                APP,
                2,
                "track",
                "event",
                "Order Completed",
                "userId",
                "kim",
                "anonymousId",
                "c",
                "order_id",
                "o1",
                "total",
                10_000)
            .says(APP, 60, "identify", "userId", "lee", "anonymousId", "c", "email", "lee@a.kr")
            .says(
                APP,
                61,
                "track",
                "event",
                "Order Completed",
                "userId",
                "lee",
                "anonymousId",
                "c",
                "order_id",
                "o2",
                "total",
                7_000)
            .says(APP, 62, "page", "anonymousId", "c");
    assertThat(shop.person("user_id:kim")).contains("anonymous_id:c", "email:kim@a.kr");
    assertThat(shop.person("user_id:lee")).containsExactly("email:lee@a.kr", "user_id:lee");
    assertThat(shop.revenue("user_id:kim")).isEqualTo(10_000);
    assertThat(shop.revenue("user_id:lee")).isEqualTo(7_000);
    assertThat(shop.events("user_id:kim")).isEqualTo(3);
    shop.inAnyOrder();

    shop.cuts("anonymous_id:c", "user_id:kim", "email:kim@a.kr");
    assertThat(shop.person("user_id:lee")).contains("anonymous_id:c");
    assertThat(shop.events("user_id:lee")).as("his two and the page").isEqualTo(3);
    assertThat(shop.revenue("user_id:kim")).isEqualTo(10_000);
    shop.inAnyOrder();
  }

  // ---- one address or number, many people

  /// The number of the call centre stands in everybody's record. From the twenty-first on it names
  /// nobody; until then it is the first one's, and nobody was united by it even then.
  @Test
  void aCallCentrePhoneNumberIsNobodysFromTheTwentyFirstCustomerOn() {
    var shop = new Shop();
    for (var i = 1; i <= 20; i++) {
      shop.says(SERVER, i, "identify", "userId", "u" + i, "phone", "+8215881588");
    }
    assertThat(shop.person("user_id:u1")).containsExactly("phone:+8215881588", "user_id:u1");
    assertThat(shop.person("user_id:u2")).containsExactly("user_id:u2");
    assertThat(shop.alarms()).isZero();
    shop.says(SERVER, 21, "identify", "userId", "u21", "phone", "+8215881588");
    assertThat(shop.person("phone:+8215881588")).containsExactly("phone:+8215881588");
    assertThat(shop.person("user_id:u1")).containsExactly("user_id:u1");
    assertThat(shop.alarms()).isEqualTo(1);

    shop.says(SERVER, 30, "identify", "email", "caller@a.kr", "phone", "+8215881588");
    assertThat(shop.person("email:caller@a.kr"))
        .as("who calls from there is not one of the customers")
        .containsExactly("email:caller@a.kr");
    assertThat(shop.events("user_id:u7")).as("each keeps what they did").isEqualTo(1);
    shop.inAnyOrder();
  }

  /// Colleagues order with `info@` of their company. Their accounts stay theirs, and who clicks in
  /// a letter to that address is none of them.
  @Test
  void anInfoAddressOfTwentyOneAccountsNamesNobody() {
    var shop = new Shop();
    for (var i = 1; i <= 21; i++) {
      shop.says(
          SERVER,
          i,
          "track",
          "event",
          "Order Completed",
          "userId",
          "u" + i,
          "email",
          "info@company.kr",
          "order_id",
          "o" + i,
          "total",
          i * 1_000);
    }
    shop.says(BROWSER, 30, "identify", "anonymousId", "click", "email", "info@company.kr");
    assertThat(shop.person("email:info@company.kr")).containsExactly("email:info@company.kr");
    assertThat(shop.person("anonymous_id:click")).containsExactly("anonymous_id:click");
    assertThat(shop.revenue("user_id:u1")).isEqualTo(1_000);
    assertThat(shop.revenue("user_id:u21")).isEqualTo(21_000);
    shop.inAnyOrder();
  }

  /// Somebody's tests all sign in as `test`, from a fresh browser each time. A person has no
  /// thousand cookies: its links to cookies fall away, each cookie is on its own with its events,
  /// and one alarm is told, not ninety-nine thousand.
  @Test
  @Tag("slow")
  void aTestAccountWithAHundredThousandCookiesIsNotOnePerson() {
    var shop = new Shop();
    shop.says(SERVER, 0, "identify", "userId", "test", "email", "qa@a.kr");
    for (var i = 1; i <= 100_000; i++) {
      shop.says(BROWSER, 1 + i % 1_000, "identify", "userId", "test", "anonymousId", "c" + i);
    }
    assertThat(shop.person("user_id:test")).containsExactly("email:qa@a.kr", "user_id:test");
    assertThat(shop.person("anonymous_id:c1")).containsExactly("anonymous_id:c1");
    assertThat(shop.events("anonymous_id:c100000")).isEqualTo(1);
    assertThat(shop.alarms()).isEqualTo(1);

    shop.says(BROWSER, 2_000, "identify", "userId", "kim", "anonymousId", "c77");
    assertThat(shop.person("user_id:kim"))
        .as("a cookie that tests have used can still be somebody's")
        .containsExactly("anonymous_id:c77", "user_id:kim");
  }

  // ---- aliases

  /// Some SDKs say `previousId` -> `userId`, some sites the other way round. Said right it joins a
  /// cookie to its account; said backwards it names things that nobody else names, and harms
  /// nobody.
  @Test
  void anAliasOfACookieWorksAndBackwardsHarmsNobody() {
    var shop =
        new Shop()
            .says(BROWSER, 1, "page", "anonymousId", "c")
            .says(BROWSER, 2, "identify", "userId", "kim", "email", "kim@a.kr")
            .says(BROWSER, 3, "alias", "userId", "c", "previousId", "kim");
    assertThat(shop.person("user_id:kim")).containsExactly("email:kim@a.kr", "user_id:kim");
    assertThat(shop.person("anonymous_id:c")).containsExactly("anonymous_id:c");
    shop.says(BROWSER, 4, "alias", "userId", "kim", "previousId", "c");
    assertThat(shop.person("user_id:kim")).contains("anonymous_id:c", "email:kim@a.kr");
    assertThat(shop.person("user_id:c"))
        .as("what was said backwards")
        .containsExactly("anonymous_id:kim", "user_id:c");
    shop.inAnyOrder();
  }

  /// A server whose source may join accounts renames them, and another job says it the other way
  /// round: one person, no circle, however often.
  @Test
  void anAliasOfTwoAccountsInBothDirectionsIsOnePerson() {
    var shop =
        new Shop(true)
            .says(SERVER, 1, "identify", "userId", "old", "email", "kim@a.kr")
            .says(SERVER, 2, "identify", "userId", "new", "phone", "+821012345678")
            .says(SERVER, 3, "alias", "userId", "new", "previousId", "old")
            .says(SERVER, 4, "alias", "userId", "old", "previousId", "new")
            .says(BROWSER, 5, "alias", "userId", "thief", "previousId", "old");
    assertThat(shop.person("user_id:old"))
        .containsExactly("email:kim@a.kr", "phone:+821012345678", "user_id:new", "user_id:old");
    assertThat(shop.person("user_id:thief"))
        .as("a browser joins no accounts")
        .doesNotContain("user_id:old");
    shop.inAnyOrder();
  }

  // ---- accounts

  /// One address, two accounts: maybe one person, maybe a couple. Nothing a machine sees makes two
  /// accounts one; a steward can, and can take it back with nothing lost.
  @Test
  void onePersonWithTwoAccountsIsTwoUntilASteward() {
    var shop =
        new Shop()
            .says(
                SERVER,
                1,
                "track",
                "event",
                "Order Completed",
                "userId",
                "kim",
                "email",
                "kim@a.kr",
                "order_id",
                "o1",
                "total",
                10_000)
            .says(
                SERVER,
                2,
                "track",
                "event",
                "Order Completed",
                "userId",
                "kim-work",
                "email",
                "kim@a.kr",
                "order_id",
                "o2",
                "total",
                5_000)
            .says(BROWSER, 3, "identify", "userId", "kim", "anonymousId", "laptop")
            .says(BROWSER, 4, "identify", "userId", "kim-work", "anonymousId", "laptop");
    assertThat(shop.person("user_id:kim-work")).containsExactly("user_id:kim-work");
    assertThat(shop.person("user_id:kim")).contains("email:kim@a.kr", "anonymous_id:laptop");
    shop.inAnyOrder();

    var link = shop.links("user_id:kim", "user_id:kim-work");
    assertThat(shop.person("user_id:kim-work")).contains("user_id:kim", "email:kim@a.kr");
    assertThat(shop.revenue("user_id:kim")).isEqualTo(15_000);
    shop.inAnyOrder();
    shop.unlinks(link);
    assertThat(shop.revenue("user_id:kim")).isEqualTo(10_000);
    assertThat(shop.revenue("user_id:kim-work")).isEqualTo(5_000);
  }

  /// A guest buys with an address, a year later signs up with it: the order was theirs all along.
  @Test
  void aGuestWhoSignsUpLaterHasTheirOldOrders() {
    var shop =
        new Shop()
            .says(BROWSER, 1, "page", "anonymousId", "c")
            .says(
                SERVER,
                2,
                "track",
                "event",
                "Order Completed",
                "userId",
                "guest",
                "anonymousId",
                "c",
                "email",
                "kim@a.kr",
                "order_id",
                "o1",
                "total",
                30_000);
    assertThat(shop.person("email:kim@a.kr"))
        .as("`guest` is no account, however often it is sent")
        .containsExactly("anonymous_id:c", "email:kim@a.kr");
    shop.says(SERVER, 600, "identify", "userId", "kim", "email", "kim@a.kr");
    assertThat(shop.person("user_id:kim"))
        .containsExactly("anonymous_id:c", "email:kim@a.kr", "user_id:kim");
    assertThat(shop.revenue("user_id:kim")).isEqualTo(30_000);
    shop.inAnyOrder();
  }

  // ---- who says it

  /// A browser may send any user id and any time. It never displaces what a server said, and among
  /// browsers it gains at most a day by lying about its clock.
  @Test
  void aForgedOrBackDatedUserIdTakesNothingFromAnybody() {
    var shop =
        new Shop()
            .says(
                SERVER,
                10 * HOUR,
                "identify",
                "userId",
                "kim",
                "anonymousId",
                "c",
                "email",
                "kim@a.kr")
            .says(
                BROWSER,
                Shop.DAY - 2_000 * DAY_MS,
                Shop.DAY + 20 * HOUR * Shop.MINUTE,
                "identify",
                "userId",
                "thief",
                "anonymousId",
                "c");
    assertThat(shop.person("user_id:kim")).contains("anonymous_id:c");
    assertThat(shop.person("user_id:thief")).containsExactly("user_id:thief");

    shop.says(BROWSER, 10 * HOUR, "identify", "userId", "lee", "anonymousId", "d")
        .says(
            BROWSER,
            Shop.DAY - 2_000 * DAY_MS,
            Shop.DAY + 35 * HOUR * Shop.MINUTE,
            "identify",
            "userId",
            "thief",
            "anonymousId",
            "d");
    assertThat(shop.person("user_id:lee"))
        .as("claimed a day and an hour later, as if years before")
        .contains("anonymous_id:d");
    shop.inAnyOrder();
  }

  /// The write key of a web site is public. Whoever claims a victim's address with it twenty-one
  /// times, from as many accounts, neither gets it nor makes it nobody's.
  @Test
  void aVictimsAddressClaimedTwentyOneTimesStaysTheirs() {
    var shop = new Shop().says(SERVER, 500, "identify", "userId", "victim", "email", "victim@a.kr");
    for (var i = 1; i <= 21; i++) {
      shop.says(BROWSER, i, "identify", "userId", "thief" + i, "email", "victim@a.kr");
    }
    shop.says(
        SERVER,
        600,
        "track",
        "event",
        "Order Completed",
        "email",
        "victim@a.kr",
        "anonymousId",
        "till",
        "order_id",
        "o1",
        "total",
        9_000);
    assertThat(shop.person("user_id:victim"))
        .containsExactly("anonymous_id:till", "email:victim@a.kr", "user_id:victim");
    assertThat(shop.revenue("user_id:victim")).isEqualTo(9_000);
    assertThat(shop.person("user_id:thief1")).containsExactly("user_id:thief1");
    shop.inAnyOrder();
  }

  /// The file of the CRM comes last, with records older than all that was seen. It says who had the
  /// address and the number all along, so it puts right what browsers guessed, to the same as if it
  /// had come first.
  @Test
  void aCrmFileThatArrivesLastPutsRightWhatBrowsersGuessed() {
    var year = Shop.DAY - 365 * DAY_MS;
    var shop =
        new Shop()
            .says(BROWSER, 1, "identify", "anonymousId", "a", "email", "kim@a.kr")
            .says(BROWSER, 2, "identify", "anonymousId", "b", "phone", "+821012345678")
            .says(BROWSER, 3, "identify", "userId", "lee", "email", "kim@a.kr");
    assertThat(shop.person("user_id:lee")).contains("email:kim@a.kr", "anonymous_id:a");
    shop.says(
        IMPORT,
        year,
        Shop.DAY + DAY_MS,
        "identify",
        "userId",
        "kim",
        "email",
        "Kim@A.kr",
        "phone",
        "+821012345678",
        "grade",
        "gold");
    assertThat(shop.person("user_id:kim"))
        .containsExactly(
            "anonymous_id:a",
            "anonymous_id:b",
            "email:kim@a.kr",
            "phone:+821012345678",
            "user_id:kim");
    assertThat(shop.person("user_id:lee")).containsExactly("user_id:lee");
    assertThat(shop.traits("user_id:kim"))
        .containsAllEntriesOf(Map.of("grade", new Value.Text("gold")));
    shop.inAnyOrder();
  }
}
