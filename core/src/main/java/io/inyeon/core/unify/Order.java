package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One order as its events tell it, in whatever order they came: placed, changed, refunded,
/// cancelled.
///
/// @param placed what was said last of its amount, by a completion or an update, either of which
///   makes it an order; `null` while only refunds or a cancellation came
/// @param placedAt when it was first placed; [Long#MAX_VALUE] while it was not
/// @param refunds what was refunded, by currency; under `""` in the order's own
/// @param refundedWhole whether a refund named no amount and so means all of it
/// @param cancelled cancelled for good
/// @param events how many told of it
public record Order(
    @Nullable Placement placed,
    long placedAt,
    Table<String, BigDecimal> refunds,
    boolean refundedWhole,
    boolean cancelled,
    long events) {
  public static final Table<String, BigDecimal> NO_REFUNDS = Table.empty(Table.BYTES);

  /// An order's amount as one event has it. One that has an amount stands before any that has none.
  ///
  /// @param money `null` when the event has no amount
  public record Placement(@Nullable Money money, long time, String messageId, int source)
      implements Comparable<Placement> {
    /// The one to believe is the greater.
    @Override
    public int compareTo(Placement other) {
      var compared = Boolean.compare(money != null, other.money != null);
      if (compared == 0) {
        compared = Long.compare(time, other.time);
      }
      if (compared == 0) {
        compared = Identifier.compareBytes(messageId, other.messageId);
      }
      if (compared == 0) {
        compared = Integer.compare(source, other.source);
      }
      if (compared != 0 || money == null || other.money == null) {
        return compared;
      }
      compared = money.amount().compareTo(other.money.amount());
      return compared != 0 ? compared : money.currency().compareTo(other.money.currency());
    }
  }

  static Order ofPlacement(Placement placement) {
    return new Order(placement, placement.time(), NO_REFUNDS, false, false, 1);
  }

  /// A refund of an amount.
  ///
  /// @param currency `""` when none was named
  static Order ofRefund(BigDecimal amount, String currency) {
    var refunds = Table.of(Table.BYTES, currency, amount.abs());
    return new Order(null, Long.MAX_VALUE, refunds, false, false, 1);
  }

  static Order ofWholeRefund() {
    return new Order(null, Long.MAX_VALUE, NO_REFUNDS, true, false, 1);
  }

  static Order ofCancellation() {
    return new Order(null, Long.MAX_VALUE, NO_REFUNDS, false, true, 1);
  }

  /// Both as one.
  public Order plus(Order other) {
    return new Order(
        placed == null || (other.placed != null && other.placed.compareTo(placed) > 0)
            ? other.placed
            : placed,
        Math.min(placedAt, other.placedAt),
        refunds.plus(other.refunds, BigDecimal::add),
        refundedWhole || other.refundedWhole,
        cancelled || other.cancelled,
        events + other.events);
  }
}
