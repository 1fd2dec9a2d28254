package io.inyeon.runtime.demo;

import io.inyeon.core.collect.SourceKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Carries events as networks and SDKs do: most at once, some days later, some twice and in other
/// company, some spoilt.
final class Post {
  private static final long MINUTE_MS = 60_000;
  private static final double LATE = 0.03;
  private static final double TWICE = 0.03;

  private final Truth truth;
  private final Agenda agenda;
  private final Mishaps mishaps;
  private final Consumer<Delivery> sink;
  private final Map<Sdk, List<Shipment>> retries = new EnumMap<>(Sdk.class);

  Post(Truth truth, Agenda agenda, Mishaps mishaps, Consumer<Delivery> sink) {
    this.truth = truth;
    this.agenda = agenda;
    this.mishaps = mishaps;
    this.sink = sink;
  }

  /// What an SDK has gathered, at the time of its last event.
  void send(Sdk sdk, List<Shipment> events, long clockAheadMs, long at, Dice dice) {
    if (events.isEmpty()) {
      return;
    }
    var all = new ArrayList<>(events);
    if (sdk != Sdk.ANALYTICS_JS && dice.chance(0.02 + 0.002 * events.size())) {
      all.add(dice.below(all.size() + 1), mishaps.next(sdk.kind(), at, dice));
    }
    if (sdk.kind() == SourceKind.APP && dice.chance(LATE)) {
      // In a lift, on a plane, on the mountain: it comes when the phone is online again.
      var later = at + dice.between(60, 6 * 24 * 60) * MINUTE_MS;
      agenda.carry(later, () -> post(sdk, all, clockAheadMs, later, dice));
    } else {
      post(sdk, all, clockAheadMs, at, dice);
    }
  }

  private void post(Sdk sdk, List<Shipment> events, long clockAheadMs, long at, Dice dice) {
    if (dice.chance(TWICE)) {
      // The answer got lost, so the SDK sends them again; not all, not in the same order.
      var again = new ArrayList<Shipment>();
      for (var event : events.subList(0, dice.between(1, events.size())).reversed()) {
        if (event.expected() == Expected.ACCEPTED) {
          again.add(event.again());
        }
      }
      agenda.carry(
          at + dice.between(1, 2 * 24 * 60) * MINUTE_MS, () -> retry(sdk, again, clockAheadMs));
    }
    var waiting = retries.remove(sdk);
    if (waiting == null) {
      deliver(sdk, events, clockAheadMs);
    } else {
      var all = new ArrayList<>(waiting);
      all.addAll(events);
      deliver(sdk, all, clockAheadMs);
    }
  }

  /// One by one, or with the next ones that this SDK sends.
  private void retry(Sdk sdk, List<Shipment> again, long clockAheadMs) {
    if (again.isEmpty()) {
      return;
    }
    if (sdk == Sdk.ANALYTICS_JS || clockAheadMs != 0 || again.size() % 2 == 0) {
      deliver(sdk, again, clockAheadMs);
    } else {
      retries.merge(
          sdk,
          again,
          (a, b) -> {
            var both = new ArrayList<>(a);
            both.addAll(b);
            return both;
          });
    }
  }

  /// Sends what still waits for company.
  void close() {
    retries.forEach((sdk, waiting) -> deliver(sdk, waiting, 0));
    retries.clear();
  }

  private void deliver(Sdk sdk, List<Shipment> events, long clockAheadMs) {
    for (var event : events) {
      truth.expect(sdk.kind(), event.expected());
    }
    if (sdk == Sdk.ANALYTICS_JS) {
      for (var event : events) {
        sink.accept(new Delivery(sdk, List.of(event), clockAheadMs));
      }
    } else {
      sink.accept(new Delivery(sdk, events, clockAheadMs));
    }
  }
}
