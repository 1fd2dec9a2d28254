package io.inyeon.core.unify;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Order.Placement;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the e-commerce events of the public specification that tell of an order.
final class OrderReader {
  private static final int LONGEST_ID = 200;

  private final Event event;
  private final String workspaceCurrency;
  private int unusable;

  private OrderReader(Event event, String workspaceCurrency) {
    this.event = event;
    this.workspaceCurrency = workspaceCurrency;
  }

  /// What happened to the order.
  private enum Step {
    PLACED,
    REFUNDED,
    CANCELLED
  }

  /// What an event tells of an order; [Orders#EMPTY] when it is not of that kind.
  ///
  /// @param workspaceCurrency of amounts that name none
  static Orders read(Event event, String workspaceCurrency) {
    var step = event.head().call() == Call.TRACK ? step(event.head().name()) : null;
    return step == null ? Orders.EMPTY : new OrderReader(event, workspaceCurrency).read(step);
  }

  private static @Nullable Step step(String name) {
    if (name.length() < "order updated".length()
        || name.length() > "order completed".length()
        || !name.regionMatches(true, 0, "order", 0, 5)
        || (name.charAt(5) != ' ' && name.charAt(5) != '_')) {
      return null;
    }
    return switch (name.substring(6).toLowerCase(Locale.ROOT)) {
      case "completed", "updated" -> Step.PLACED;
      case "refunded" -> Step.REFUNDED;
      case "cancelled", "canceled" -> Step.CANCELLED;
      default -> null;
    };
  }

  private Orders read(Step step) {
    var id = id();
    var key =
        id == null
            ? Orders.unnamed(event.head().source(), event.head().messageId())
            : Orders.named(id);
    if (key.length() > LONGEST_ID) {
      return Orders.unusable(key);
    }
    var order =
        switch (step) {
          case PLACED -> placed();
          case REFUNDED -> refunded();
          case CANCELLED -> Order.ofCancellation();
        };
    return Orders.of(key, order, unusable);
  }

  private Order placed() {
    var amount = amount();
    if (amount != null && amount.signum() < 0) {
      unusable++;
      amount = null;
    }
    var currency = currency();
    var head = event.head();
    return Order.ofPlacement(
        new Placement(
            amount == null
                ? null
                : new Money(amount, currency.isEmpty() ? workspaceCurrency : currency),
            head.time(),
            head.messageId(),
            head.source()));
  }

  private Order refunded() {
    var amount = amount();
    return amount == null ? Order.ofWholeRefund() : Order.ofRefund(amount, currency());
  }

  private @Nullable String id() {
    for (var name : new String[] {"order_id", "orderId", "id"}) {
      var value = event.properties().get(name);
      if (value instanceof Value.Text(var text) && !text.isBlank()) {
        return text.strip();
      }
      if (value instanceof Value.Decimal(var number)) {
        // An exponent of a billion must not be written out.
        return Math.abs((long) number.scale()) > LONGEST_ID
            ? number.toString()
            : number.toPlainString();
      }
    }
    return null;
  }

  /// The currency's code; `""` when the event names none.
  private String currency() {
    var currency = event.properties().get("currency");
    if (currency == null || (currency instanceof Value.Text(var text) && text.isBlank())) {
      return "";
    }
    return currency instanceof Value.Text(var text) ? Money.code(text) : Money.NONE;
  }

  private @Nullable BigDecimal amount() {
    for (var name : new String[] {"revenue", "total", "value"}) {
      var value = event.properties().get(name);
      if (value != null) {
        var amount = Money.amount(value);
        if (amount != null) {
          return amount;
        }
        unusable++;
      }
    }
    return event.properties().get("products") instanceof Value.Items(var products)
        ? sum(products)
        : null;
  }

  /// The sum of price times quantity; `null` when no product has a price.
  private @Nullable BigDecimal sum(Iterable<Value> products) {
    BigDecimal sum = null;
    for (var product : products) {
      if (product instanceof Value.Fields fields) {
        var price = usable(fields.get("price"));
        if (price != null) {
          var quantity =
              fields.get("quantity") == null ? BigDecimal.ONE : usable(fields.get("quantity"));
          if (quantity != null) {
            sum = (sum == null ? BigDecimal.ZERO : sum).add(price.multiply(quantity));
          }
        }
      }
    }
    if (sum == null) {
      return null;
    }
    var bounded = Money.bounded(sum);
    if (bounded == null) {
      unusable++;
    }
    return bounded;
  }

  private @Nullable BigDecimal usable(@Nullable Value value) {
    if (value == null) {
      return null;
    }
    var amount = Money.amount(value);
    if (amount == null) {
      unusable++;
    }
    return amount;
  }
}
