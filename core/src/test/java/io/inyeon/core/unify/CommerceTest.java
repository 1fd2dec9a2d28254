package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Rules;
import io.inyeon.core.Said;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommerceTest {
  private static final Rules RULES = Said.rules(Map.of());
  private static final long HOUR = 3_600_000;

  @Test
  void anOrderCounts() {
    var commerce = commerce(order("Order Completed", 0, "revenue", 35_000));
    assertThat(commerce.orders()).isEqualTo(1);
    assertThat(commerce.revenue()).isEqualTo("35000");
    assertThat(commerce.gross()).isEqualTo("35000");
    assertThat(commerce.refunded()).isEqualTo("0");
    assertThat(commerce.returns()).isZero();
    assertThat(commerce.currency()).isEqualTo("KRW");
    assertThat(commerce.lastOrderAt()).isEqualTo(Said.DAY);
    assertThat(commerce.unconverted()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Order Completed", "order completed", "order_completed", "ORDER_UPDATED"})
  void anOrdersEventsAreKnownHoweverTheyAreSpelt(String name) {
    assertThat(commerce(order(name, 0, "revenue", 5)).orders()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Order",
        "Order Complete",
        "Orders Completed",
        "Order-Completed",
        "Order Completedx",
        "Product Viewed",
        "Border Completed",
        "order  updated"
      })
  void otherEventsAreNoOrders(String name) {
    assertThat(commerce(order(name, 0, "revenue", 5)).orders()).isZero();
  }

  @Test
  void aBrowsersAndAServersEventsOfOneOrderAreOneOrder() {
    var commerce =
        commerce(
            order("Order Completed", 0, "revenue", 100).id("browser"),
            order("Order Completed", 2, "revenue", 110).id("server"));
    assertThat(commerce.orders()).isEqualTo(1);
    assertThat(commerce.revenue()).isEqualTo("110");
  }

  @Test
  void ofTwoUpdatesOfOneMomentTheLargerMessageIdStands() {
    var commerce =
        commerce(
            order("Order Updated", 1, "revenue", 100).id("b"),
            order("Order Updated", 1, "revenue", 110).id("a"));
    assertThat(commerce.revenue()).isEqualTo("100");
  }

  @Test
  void anUpdateWithoutAnAmountLeavesTheAmountAlone() {
    var commerce = commerce(order("Order Completed", 0, "revenue", 100), order("Order Updated", 3));
    assertThat(commerce.revenue()).isEqualTo("100");
  }

  @Test
  void refundsAddUpToTheOrdersAmountAtMost() {
    var order = order("Order Completed", 0, "revenue", 100);
    var refund = order("Order Refunded", 1, "total", 30);
    assertThat(commerce(order, refund).revenue()).isEqualTo("70");
    assertThat(commerce(order, refund, refund).revenue()).isEqualTo("40");
    var all = commerce(order, refund, refund, refund, refund);
    assertThat(all.revenue()).isEqualTo("0");
    assertThat(all.refunded()).isEqualTo("100");
    assertThat(all.returns()).isEqualTo(1);
    assertThat(all.orders()).isEqualTo(1);
  }

  @Test
  void aRefundWithoutAnAmountIsOfTheWholeOrder() {
    var commerce =
        commerce(order("Order Completed", 0, "revenue", 100), order("Order Refunded", 1));
    assertThat(commerce.revenue()).isEqualTo("0");
    assertThat(commerce.returns()).isEqualTo(1);
  }

  @Test
  void aRefundsSignMeansNothing() {
    var commerce =
        commerce(
            order("Order Completed", 0, "revenue", 100),
            order("Order Refunded", 1, "revenue", -40));
    assertThat(commerce.revenue()).isEqualTo("60");
  }

  @Test
  void aCancelledOrderCountsNowhere() {
    var commerce =
        commerce(
            order("Order Completed", 0, "revenue", 100),
            order("Order Refunded", 1, "total", 10),
            order("Order Cancelled", 2));
    assertThat(commerce.orders()).isZero();
    assertThat(commerce.revenue()).isEqualTo("0");
    assertThat(commerce.refunded()).isEqualTo("0");
    assertThat(commerce.returns()).isZero();
    assertThat(commerce.cancelled()).isEqualTo(1);
    assertThat(commerce.lastOrderAt()).isNull();
  }

  @Test
  void refundsAndCancellationsWaitForTheirOrder() {
    var waiting = commerce(order("Order Refunded", 1, "total", 30), order("Order Cancelled", 2));
    assertThat(waiting.orders()).isZero();
    assertThat(waiting.revenue()).isEqualTo("0");
    assertThat(waiting.returns()).isZero();
    assertThat(waiting.cancelled()).isZero();
    assertThat(waiting.unconverted()).isEmpty();
  }

  @Property(tries = 100)
  void theWholeStoryIsTheSameInEveryOrder(@ForAll long seed) {
    var story =
        new ArrayList<>(
            List.of(
                order("Order Refunded", 5, "total", 30),
                order("Order Updated", 2, "revenue", 90),
                order("Order Completed", 0, "revenue", 100),
                order("Order Refunded", 9, "total", "20.00", "currency", "krw"),
                order("Order Updated", 1, "revenue", 120)));
    Collections.shuffle(story, new Random(seed));
    var commerce = commerce(story.toArray(Said[]::new));
    assertThat(commerce.revenue()).isEqualTo("40");
    assertThat(commerce.gross()).isEqualTo("90");
    story.add(new Random(seed).nextInt(6), order("Order Cancelled", 3));
    assertThat(commerce(story.toArray(Said[]::new)).orders()).isZero();
  }

  @Test
  void eventsWithoutAnOrderIdAreEachAnOrder() {
    var commerce =
        commerce(
            Said.track("Order Completed").id("a").properties("revenue", 10),
            Said.track("Order Completed").id("b").properties("revenue", 20, "order_id", " "),
            Said.track("Order Refunded").id("c").properties("revenue", 20));
    assertThat(commerce.orders()).isEqualTo(2);
    assertThat(commerce.revenue()).isEqualTo("30");
    assertThat(commerce.returns()).isZero();
  }

  @Test
  void anIdIsFoundUnderEachOfItsNamesAndAsANumberToo() {
    var commerce =
        commerce(
            Said.track("Order Completed").properties("order_id", 7, "revenue", 10),
            Said.track("Order Refunded").properties("orderId", "7", "total", 1),
            Said.track("Order Refunded").properties("id", Said.decimal("7"), "total", 1));
    assertThat(commerce.revenue()).isEqualTo("8");
  }

  @ParameterizedTest
  @CsvSource({
    "revenue, 25.0, 25",
    "total, 30, 30",
    "value, 7, 7",
    "revenue, '12.50', 12",
    "revenue, ' 8 ', 8"
  })
  void theAmountIsRevenueElseTotalElseValue(String name, String amount, String expected) {
    assertThat(commerce(order("Order Completed", 0, name, amount)).revenue()).isEqualTo(expected);
  }

  @Test
  void revenueComesBeforeTotalAndTotalBeforeValueAndBothBeforeTheProducts() {
    var products = List.of(Map.of("price", 1, "quantity", 1));
    assertThat(
            commerce(
                    order(
                        "Order Completed",
                        0,
                        "value",
                        3,
                        "total",
                        2,
                        "revenue",
                        1,
                        "products",
                        products))
                .revenue())
        .isEqualTo("1");
    assertThat(commerce(order("Order Completed", 0, "value", 3, "total", 2)).revenue())
        .isEqualTo("2");
    assertThat(commerce(order("Order Completed", 0, "products", products, "value", 3)).revenue())
        .isEqualTo("3");
  }

  @Test
  void withoutAnAmountTheProductsAddUp() {
    var products =
        List.of(
            Map.of("price", new BigDecimal("19.5"), "quantity", 2),
            Map.of("price", "3"),
            Map.of("sku", "free"),
            "not a product");
    assertThat(commerce(order("Order Completed", 0, "products", products)).revenue())
        .isEqualTo("42");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e99", "-5", "many", "1,000", "", "1000000000000000", "1E+2147483647", "0x10"})
  void whatIsNoAmountIsCountedAndNeverAddedUp(String amount) {
    var profile = profile(order("Order Completed", 0, "revenue", amount));
    assertThat(profile.commerce().orders()).isEqualTo(1);
    assertThat(profile.commerce().revenue()).isEqualTo("0");
    assertThat(profile.leftOut().amounts()).isEqualTo(1);
    assertThat(profile.leftOut().nothing()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "1E+2147483647, ",
    "-1E+2147483647, ",
    "1E-2147483647, 0",
    "0E+2147483647, 0",
    "999999999999999.999999999, 999999999999999.999999999",
    "1E15, ",
    "1E14, 100000000000000",
    "0.30000000000000004, 0.3",
    "-19.990000000000002, -19.99",
    "0.0000000004, 0",
    "25.00, 25"
  })
  void anAmountIsExactAndBounded(String number, String expected) {
    var amount = Money.bounded(new BigDecimal(number));
    assertThat(amount == null ? null : amount.toPlainString()).isEqualTo(expected);
  }

  @Test
  void anOrderInDollarsIsConvertedAtTheRateOfItsDayInTheWorkspacesTimeZone() {
    var before = commerce(order("Order Completed", 0, "revenue", "10.50", "currency", "USD"));
    assertThat(before.revenue()).isEqualTo("14700");
    // 15:00 UTC is midnight in Seoul: the next day's rate.
    var nextDay = commerce(order("Order Completed", 15, "revenue", "10.50", "currency", "usd"));
    assertThat(nextDay.revenue()).isEqualTo("15230");
    assertThat(nextDay.unconverted()).isEmpty();
  }

  @Test
  void anUpdateDoesNotMoveTheOrderToAnotherDaysRate() {
    var commerce =
        commerce(
            order("Order Completed", 0, "revenue", 1, "currency", "USD"),
            order("Order Updated", 48, "revenue", 2, "currency", "USD"));
    assertThat(commerce.revenue()).isEqualTo("2800");
    assertThat(commerce.lastOrderAt()).isEqualTo(Said.DAY);
  }

  @Test
  void withoutARateAnOrderStandsApart() {
    var commerce =
        commerce(
            order("Order Completed", 0, "revenue", 10, "currency", "EUR"),
            order("Order Refunded", 0, "total", 4),
            Said.track("Order Completed").properties("revenue", 500));
    assertThat(commerce.orders()).isEqualTo(2);
    assertThat(commerce.revenue()).isEqualTo("500");
    assertThat(commerce.returns()).isEqualTo(1);
    assertThat(commerce.unconverted())
        .containsExactly(
            Map.entry("EUR", new Commerce.Apart(new BigDecimal("10.00"), new BigDecimal("4.00"))));
  }

  @Test
  void beforeTheFirstRateThereIsNone() {
    var commerce = commerce(order("Order Completed", -24 * 60, "revenue", 1, "currency", "USD"));
    assertThat(commerce.revenue()).isEqualTo("0");
    assertThat(commerce.unconverted()).containsOnlyKeys("USD");
  }

  @ParameterizedTest
  @ValueSource(strings = {"points", "XXX", "???", "US"})
  void aCodeThatIsNoCurrencyStandsApartUnderNoCurrency(String code) {
    var commerce = commerce(order("Order Completed", 0, "revenue", 9, "currency", code));
    assertThat(commerce.revenue()).isEqualTo("0");
    assertThat(commerce.unconverted()).containsOnlyKeys("XXX");
  }

  @Test
  void aRefundInAnotherCurrencyIsConvertedToo() {
    var commerce =
        commerce(
            order("Order Completed", 0, "revenue", 10_000),
            order("Order Refunded", 1, "total", 2, "currency", "USD"),
            order("Order Refunded", 2, "total", 3, "currency", "EUR"));
    assertThat(commerce.revenue()).isEqualTo("7200");
    assertThat(commerce.unconverted())
        .containsExactly(
            Map.entry("EUR", new Commerce.Apart(new BigDecimal("0.00"), new BigDecimal("3.00"))));
  }

  @Test
  void totalsAreRoundedOnceAtTheEnd() {
    var orders = new Said[4];
    for (var i = 0; i < orders.length; i++) {
      orders[i] = Said.track("Order Completed").id("m" + i).properties("revenue", "0.3");
    }
    assertThat(commerce(orders).revenue()).isEqualTo("1");
  }

  @Test
  void anOrderIdOfUnreasonableLengthIsCountedAndNoOrder() {
    var profile = profile(Said.track("Order Completed").properties("order_id", "x".repeat(300)));
    assertThat(profile.commerce().orders()).isZero();
    assertThat(profile.leftOut().amounts()).isEqualTo(1);
    var number = Said.decimal("1E+2147483647");
    assertThat(commerce(Said.track("Order Completed").properties("order_id", number)).orders())
        .isEqualTo(1);
  }

  private static Said order(String name, int hour, Object... properties) {
    var all = new Object[properties.length + 2];
    all[0] = "order_id";
    all[1] = "A-1";
    System.arraycopy(properties, 0, all, 2, properties.length);
    return Said.track(name).at(Said.DAY + hour * HOUR).id("m" + name + hour).properties(all);
  }

  private static Commerce commerce(Said... events) {
    return profile(events).commerce();
  }

  private static Profile profile(Said... events) {
    return Profiles.of(RULES, LinkPath.UNKNOWN, events);
  }
}
