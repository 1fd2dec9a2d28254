package io.inyeon.runtime.http;

import io.inyeon.core.collect.Timestamps;
import org.jspecify.annotations.Nullable;

/// The instants that a question about another time names, read from its address.
final class Instants {
  private Instants() {}

  /// As of when.
  ///
  /// @param at the latest time of what counts, or [Recall#EVER]
  /// @param known the latest arrival, or [Recall#EVER]
  record AsOf(long at, long known) {}

  /// Between when.
  ///
  /// @param from what happened later than this
  /// @param to up to and including this, or [Recall#EVER]
  /// @param known the latest arrival, or [Recall#EVER]
  record Period(long from, long to, long known) {}

  /// `null` when it is about now.
  static @Nullable AsOf asOf(Exchange exchange) throws Refusal {
    var at = instant(exchange, "at");
    var known = instant(exchange, "known");
    return at == null && known == null ? null : new AsOf(or(at), or(known));
  }

  static Period period(Exchange exchange) throws Refusal {
    var from = instant(exchange, "from");
    var to = or(instant(exchange, "to"));
    if (from == null || from > to) {
      throw new Refusal(
          400, "invalid_period", "Say from when: ?from= and, if you like, &to=, which is later.");
    }
    return new Period(from, to, or(instant(exchange, "known")));
  }

  private static long or(@Nullable Long instant) {
    return instant == null ? Recall.EVER : instant;
  }

  /// A parameter that is an instant, milliseconds since 1970; `null` when it is absent.
  static @Nullable Long instant(Exchange exchange, String name) throws Refusal {
    var written = exchange.parameter(name);
    if (written == null) {
      return null;
    }
    var instant = Timestamps.read(written);
    if (instant == Timestamps.UNREADABLE) {
      throw new Refusal(
          400,
          "invalid_instant",
          name + " is an instant such as 2026-03-01T09:00:00Z, its + written as %2B.");
    }
    return instant;
  }
}
