package io.inyeon.core.unify;

import io.inyeon.core.RulesDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a person bought, in the workspace's currency.
///
/// Every amount is exact until the end and rounded once, half to even, to the currency's own
/// places.
///
/// @param orders placed and not cancelled
/// @param revenue gross less refunded
/// @param returns how many of the orders were refunded in whole or in part
/// @param currency the workspace's
/// @param gross what the orders came to
/// @param refunded what went back, at most each order's amount
/// @param cancelled orders placed and cancelled; they count nowhere else
/// @param lastOrderAt when the last of the orders was placed
/// @param unconverted what could not be converted for want of a rate, by its own currency; no part
///   of revenue
public record Commerce(
    long orders,
    BigDecimal revenue,
    long returns,
    String currency,
    BigDecimal gross,
    BigDecimal refunded,
    long cancelled,
    @Nullable Long lastOrderAt,
    SortedMap<String, Apart> unconverted) {
  /// Amounts in a currency that has no rate.
  public record Apart(BigDecimal gross, BigDecimal refunded) {
    Apart plus(Apart other) {
      return new Apart(gross.add(other.gross), refunded.add(other.refunded));
    }
  }

  /// Whether nobody bought anything, nor took an order back.
  public boolean nothing() {
    return orders == 0 && cancelled == 0;
  }

  /// Sums up orders at the rates of the rules.
  static Commerce of(Orders orders, RulesDocument rules) {
    var till = new Till(rules);
    for (var i = 0; i < Orders.BUCKETS; i++) {
      orders.bucket(i).orders().values().forEach(till::add);
    }
    return till.total();
  }

  /// Adds up one order after the other.
  private static final class Till {
    private final RulesDocument rules;
    private final ZoneId zone;
    private final TreeMap<String, Apart> apart = new TreeMap<>();
    private BigDecimal gross = BigDecimal.ZERO;
    private BigDecimal refunded = BigDecimal.ZERO;
    private long orders;
    private long returns;
    private long cancelled;
    private @Nullable Long lastOrderAt;

    Till(RulesDocument rules) {
      this.rules = rules;
      this.zone = ZoneId.of(rules.timeZone());
    }

    void add(Order order) {
      var placed = order.placed();
      if (placed == null) {
        return; // only a refund or a cancellation so far: it waits for its order
      }
      if (order.cancelled()) {
        cancelled++;
        return;
      }
      orders++;
      lastOrderAt =
          lastOrderAt == null ? order.placedAt() : Math.max(lastOrderAt, order.placedAt());
      if (order.refundedWhole() || order.refunds().values().stream().anyMatch(Till::positive)) {
        returns++;
      }
      if (placed.money() != null) {
        add(placed.money(), order);
      } else {
        order.refunds().forEach((currency, amount) -> aside(orNone(currency), ZERO, amount));
      }
    }

    private static final BigDecimal ZERO = BigDecimal.ZERO;

    private static boolean positive(BigDecimal amount) {
      return amount.signum() > 0;
    }

    private static String orNone(String currency) {
      return currency.isEmpty() ? Money.NONE : currency;
    }

    private void add(Money money, Order order) {
      var day = Instant.ofEpochMilli(order.placedAt()).atZone(zone).toLocalDate();
      var own = ownRefunds(money, order);
      var converted = converted(money.amount(), money.currency(), day);
      if (converted == null) {
        aside(money.currency(), money.amount(), own);
      } else {
        gross = gross.add(converted);
      }
      var back = converted == null ? ZERO : convertedOrZero(own, money.currency(), day);
      for (var refund : order.refunds().entrySet()) {
        var currency = refund.getKey();
        if (!currency.isEmpty() && !currency.equals(money.currency())) {
          var part = converted == null ? null : converted(refund.getValue(), currency, day);
          if (part == null) {
            aside(currency, ZERO, refund.getValue());
          } else {
            back = back.add(part);
          }
        }
      }
      if (converted != null) {
        refunded = refunded.add(back.min(converted));
      }
    }

    /// What was refunded in the order's own currency, at most all of it.
    private static BigDecimal ownRefunds(Money money, Order order) {
      if (order.refundedWhole()) {
        return money.amount();
      }
      var unnamed = order.refunds().getOrDefault("", ZERO);
      var named = order.refunds().getOrDefault(money.currency(), ZERO);
      return unnamed.add(named).min(money.amount());
    }

    private BigDecimal convertedOrZero(BigDecimal amount, String currency, LocalDate day) {
      var converted = converted(amount, currency, day);
      return converted == null ? ZERO : converted;
    }

    /// The amount at the latest rate on or before the day; `null` when there is none.
    private @Nullable BigDecimal converted(BigDecimal amount, String currency, LocalDate day) {
      if (currency.equals(rules.currency())) {
        return amount;
      }
      var rates = rules.rates().get(currency);
      if (rates == null) {
        return null;
      }
      var upToThen = rates.headMap(day.plusDays(1));
      return upToThen.isEmpty() ? null : amount.multiply(upToThen.get(upToThen.lastKey()));
    }

    private void aside(String currency, BigDecimal gross, BigDecimal refunded) {
      apart.merge(currency, new Apart(gross, refunded), Apart::plus);
    }

    Commerce total() {
      var places = Money.places(rules.currency());
      var roundGross = gross.setScale(places, RoundingMode.HALF_EVEN);
      var roundRefunded = refunded.setScale(places, RoundingMode.HALF_EVEN);
      apart.replaceAll((currency, sums) ->
          new Apart(rounded(sums.gross, currency), rounded(sums.refunded, currency)));
      return new Commerce(
          orders,
          roundGross.subtract(roundRefunded),
          returns,
          rules.currency(),
          roundGross,
          roundRefunded,
          cancelled,
          lastOrderAt,
          Collections.unmodifiableSortedMap(apart));
    }

    private static BigDecimal rounded(BigDecimal amount, String currency) {
      return amount.setScale(Money.places(currency), RoundingMode.HALF_EVEN);
    }
  }
}
