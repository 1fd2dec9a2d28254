package io.inyeon.bench;

import io.inyeon.core.collect.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The row of timers: of a million people who leave a segment at an instant of their own, ten
/// thousand do so within one second.
final class TimerRows {
  private static final int DUE = 10_000;
  private static final long DAY_MS = 86_400_000;
  private static final long WINDOW_MS = 30 * DAY_MS;
  private static final String SEGMENT = "bench_done";
  private static final String EVENT = "Bench Done";

  private final Bed bed;
  private final List<Row> rows = new ArrayList<>();

  TimerRows(Bed bed) {
    this.bed = bed;
  }

  List<Row> rows() {
    return rows;
  }

  /// That an event happened within the last so many days.
  static Value within(String event, String last) {
    return new Value.Fields(
        Map.of(
            "event", new Value.Text(event),
            "window", new Value.Fields(Map.of("last", new Value.Text(last)))));
  }

  /// Takes it with a server of its own.
  void measure(Path folder) throws IOException, InterruptedException {
    var wanted = bed.options().quick() ? 50_000 : 1_000_000;
    bed.say(String.format(Locale.ROOT, "up to %,d timers", wanted));
    try (var server = bed.start(Files.createDirectories(folder));
        var driver = new Driver(server.address(), Bed.FEW_CONNECTIONS)) {
      bed.traffic().to(server.host(), server.makeSources());
      server.activate(SEGMENT, within(EVENT, "30 days"));
      server.awaitSegment(SEGMENT);
      // They leave over the coming four weeks.
      var now = System.currentTimeMillis();
      var begun = System.nanoTime();
      var until = begun + (bed.options().quick() ? 20 : 150) * Bed.SECOND_NS;
      var pending =
          driver.closed(
              bed.traffic()
                  .each(
                      EVENT,
                      "pending-",
                      0,
                      wanted - DUE,
                      who -> now - DAY_MS - who % (28 * DAY_MS / 1_000) * 1_000,
                      () -> System.nanoTime() > until),
              Long.MAX_VALUE / 4);
      Bed.check(pending);
      awaitSize(server, pending.events());
      var loaded = (System.nanoTime() - begun) / 1e9;
      // And these within one second, some seconds from now.
      var due = System.currentTimeMillis() + 8_000;
      var last =
          driver.closed(
              bed.traffic()
                  .each(
                      EVENT,
                      "due-",
                      0,
                      DUE,
                      who -> due - WINDOW_MS + who * 1_000L / DUE,
                      () -> false),
              Long.MAX_VALUE / 4);
      Bed.check(last);
      awaitSize(server, pending.events() + last.events());
      var early = due - System.currentTimeMillis();
      if (early < 0) {
        throw new IOException("the first timers were due before all were set");
      }
      awaitSize(server, pending.events());
      rows.add(
          Row.most(
              "timers",
              "timers, 10,000 due in a second",
              (System.currentTimeMillis() - (due + 1_000)) / 1e3,
              "s",
              1,
              String.format(
                  Locale.ROOT,
                  "from the end of that second until the last of them is a member no more; %,d"
                      + " others pending, set in %.0f s; all were set %.1f s before the first was"
                      + " due",
                  pending.events(),
                  loaded,
                  early / 1e3)));
    }
  }

  private static void awaitSize(Server server, long members)
      throws IOException, InterruptedException {
    while (size(server) != members) {
      Thread.sleep(10);
    }
  }

  private static long size(Server server) throws IOException, InterruptedException {
    return server.ask("GET", "/api/v1/segments/" + SEGMENT, null).get("size")
            instanceof Value.Decimal(var size)
        ? size.longValue()
        : 0;
  }
}
