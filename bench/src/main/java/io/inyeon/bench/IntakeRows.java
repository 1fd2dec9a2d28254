package io.inyeon.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rows of intake: how many events a second, and how much CPU each takes of the server.
final class IntakeRows {
  private final Bed bed;
  private final List<Row> rows = new ArrayList<>();

  IntakeRows(Bed bed) {
    this.bed = bed;
  }

  List<Row> rows() {
    return rows;
  }

  /// What windows gave.
  ///
  /// @param warmUp events before the first
  /// @param others the share of the machine that other processes took, 0 to 1
  private record Intake(
      long warmUp,
      List<Double> rates,
      List<Double> micros,
      long refusals,
      long failures,
      Shares shares,
      double others) {}

  /// Windows as fast as it goes, each until its last event can be read.
  private Intake windows(Server server, People people, int events) throws IOException {
    var requests = bed.traffic().mixed(events, people);
    var connections = events == 1 ? Bed.MANY_CONNECTIONS : Bed.FEW_CONNECTIONS;
    var rates = new ArrayList<Double>();
    var micros = new ArrayList<Double>();
    var refusals = 0L;
    var failures = 0L;
    try (var driver = new Driver(server.address(), connections)) {
      var warmUp = bed.warm(server, driver, requests);
      var own = new Readings(ProcessHandle.current());
      var machine = Machine.now();
      var shares = server.readings().shares();
      var ours = own.cpu().plus(server.readings().cpu());
      for (var window = 0; window < bed.options().windows(); window++) {
        var cpu = server.readings().cpu();
        var begun = System.nanoTime();
        var tally = driver.closed(requests, Bed.nanos(bed.options().seconds()));
        bed.settle(driver);
        var took = System.nanoTime() - begun;
        var spent = server.readings().cpu().minus(cpu);
        rates.add(tally.events() * 1e9 / took);
        micros.add(spent.toNanos() / 1e3 / Math.max(1, tally.events()));
        refusals += tally.refusals();
        failures += tally.failures();
      }
      var us = own.cpu().plus(server.readings().cpu()).minus(ours);
      return new Intake(
          warmUp,
          rates,
          micros,
          refusals,
          failures,
          server.readings().shares().since(shares),
          Machine.now().since(machine).others(us.toNanos()));
    }
  }

  /// Requests of 100 events, of people most of whom are in the cache.
  ///
  /// @return events a second
  double warm(Server server, People people) throws IOException {
    return intake(server, people, "intake_100", "intake, 100 a request", Bed.MANY, 20, 60_000);
  }

  /// Requests of one event.
  void single(Server server, People people) throws IOException {
    intake(server, people, "intake_1", "intake, 1 a request", 1, 45, 20_000);
  }

  /// Requests of 100 events, of people most of whom are not in the cache.
  void cold(Server server, People people) throws IOException {
    // No rate is promised for it.
    intake(server, people, "intake_cold", "intake, 100 a request, cold", Bed.MANY, 45, 0);
  }

  private double intake(
      Server server,
      People people,
      String name,
      String what,
      int events,
      double budget,
      double least)
      throws IOException {
    bed.say(what + ", " + people.words());
    var options = bed.options();
    var taken = windows(server, people, events);
    var rate = Statistics.median(taken.rates());
    var how =
        String.format(
            Locale.ROOT,
            "%s; median of %d windows of %s s (%s) after %,d events; %,d bodies, stamped;"
                + " %d %% of browsers' bring a new cookie; %s",
            people.words(),
            options.windows(),
            Row.number(options.seconds()),
            Statistics.range(taken.micros()),
            taken.warmUp(),
            bed.traffic().variety(),
            Traffic.NEW_COOKIES,
            taken.shares().words());
    rows.add(
        Row.most(
            name + "_cpu",
            what + ": CPU",
            Statistics.median(taken.micros()),
            "µs/event",
            budget,
            how));
    var until = "until readable; the driver beside it; " + held(taken);
    rows.add(
        least > 0
            ? Row.least(name + "_rate", what + ": rate", rate, "events/s", least, until)
            : Row.plain(name + "_rate", what + ": rate", rate, "events/s", until));
    return rate;
  }

  /// The driver sends more than the server decides: it is told to wait, now and then.
  private static String held(Intake taken) {
    return String.format(
        Locale.ROOT,
        "%d requests told to wait, %d failed; other processes took %.0f %% of the machine",
        taken.refusals(),
        taken.failures(),
        100 * taken.others());
  }
}
