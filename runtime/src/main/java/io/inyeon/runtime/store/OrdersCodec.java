package io.inyeon.runtime.store;

import io.inyeon.core.unify.Money;
import io.inyeon.core.unify.Order;
import io.inyeon.core.unify.Order.Placement;
import io.inyeon.core.unify.Orders;
import io.inyeon.core.unify.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// A bucket of orders as bytes.
final class OrdersCodec {
  private static final int PLACED = 1;
  private static final int MONEY = 2;
  private static final int REFUNDS = 4;
  private static final int REFUNDED_WHOLE = 8;
  private static final int CANCELLED = 16;

  private OrdersCodec() {}

  static void write(Encoder to, Orders.Bucket bucket) {
    to.varint(bucket.beyond()).varint(bucket.unusable());
    var orders = bucket.orders();
    to.varint(orders.size());
    long before = 0;
    for (var i = 0; i < orders.size(); i++) {
      to.text(orders.key(i));
      before = order(to, orders.value(i), before);
    }
  }

  static Orders.Bucket read(Decoder from) {
    var beyond = from.varint();
    var unusable = from.varint();
    var size = from.count();
    var keys = new ArrayList<String>(size);
    var orders = new ArrayList<Order>(size);
    long before = 0;
    for (var i = 0; i < size; i++) {
      keys.add(from.text());
      var order = order(from, before);
      before = order.placed() == null ? before : order.placed().time();
      orders.add(order);
    }
    return new Orders.Bucket(from.table(Table.BYTES, keys, orders), beyond, unusable);
  }

  private static long order(Encoder to, Order order, long before) {
    var placed = order.placed();
    var money = placed == null ? null : placed.money();
    to.octet(
        (placed == null ? 0 : PLACED)
            | (money == null ? 0 : MONEY)
            | (order.refunds().isEmpty() ? 0 : REFUNDS)
            | (order.refundedWhole() ? REFUNDED_WHOLE : 0)
            | (order.cancelled() ? CANCELLED : 0));
    to.varint(order.events());
    if (money != null) {
      to.decimal(money.amount()).text(money.currency());
    }
    if (!order.refunds().isEmpty()) {
      to.varint(order.refunds().size());
      for (var i = 0; i < order.refunds().size(); i++) {
        to.text(order.refunds().key(i)).decimal(order.refunds().value(i));
      }
    }
    if (placed == null) {
      return before;
    }
    to.signed(placed.time() - before).id(placed.messageId()).varint(placed.source());
    to.signed(placed.time() - order.placedAt());
    return placed.time();
  }

  private static Order order(Decoder from, long before) {
    var flags = from.number(PLACED | MONEY | REFUNDS | REFUNDED_WHOLE | CANCELLED);
    if ((flags & (PLACED | MONEY)) == MONEY) {
      throw from.wrong("an amount of no order");
    }
    var events = from.varint();
    var money = (flags & MONEY) == 0 ? null : new Money(from.decimal(), from.name());
    var refunds = (flags & REFUNDS) == 0 ? Order.NO_REFUNDS : refunds(from);
    var placed = (flags & PLACED) == 0 ? null : placement(from, money, before);
    var placedAt = placed == null ? Long.MAX_VALUE : placed.time() - from.signed();
    return new Order(
        placed, placedAt, refunds, (flags & REFUNDED_WHOLE) != 0, (flags & CANCELLED) != 0, events);
  }

  private static Placement placement(Decoder from, @Nullable Money money, long before) {
    return new Placement(money, from.signed() + before, from.id(), from.number(Integer.MAX_VALUE));
  }

  private static Table<String, BigDecimal> refunds(Decoder from) {
    var size = from.count();
    var currencies = new ArrayList<String>(size);
    var amounts = new ArrayList<BigDecimal>(size);
    for (var i = 0; i < size; i++) {
      currencies.add(from.name());
      amounts.add(from.decimal());
    }
    return from.table(Table.BYTES, currencies, amounts);
  }
}
