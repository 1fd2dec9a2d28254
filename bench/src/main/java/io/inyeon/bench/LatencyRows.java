package io.inyeon.bench;

import io.inyeon.core.segment.ConditionWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// Rows of latency, under a load that goes on whatever the server does.
final class LatencyRows {
  private static final int READS = 2_000;
  private static final int PROBES = 50;
  private static final int SEGMENTS = 20;
  private static final String ENTERED = "bench_entered";

  /// Reads until the server's code is compiled: a first read costs ten times as much as a later
  /// one.
  private static final int FIRST_READS = 60_000;

  private final Bed bed;
  private final double perSecond;
  private final List<Row> rows = new ArrayList<>();

  /// Prepares.
  ///
  /// @param perSecond events a second, half of what the server takes at most
  LatencyRows(Bed bed, double perSecond) {
    this.bed = bed;
    this.perSecond = perSecond;
  }

  List<Row> rows() {
    return rows;
  }

  /// From when a request was due until its events are durable.
  void ack(Server server, People people) throws IOException {
    bed.say("acknowledgement at half load");
    var seconds = bed.longer();
    try (var driver = new Driver(server.address(), Bed.MANY_CONNECTIONS)) {
      var requests = bed.traffic().mixed(Bed.MANY, people);
      var often = perSecond / Bed.MANY;
      driver.open(requests, often, Bed.nanos(1));
      var tally = driver.open(requests, often, Bed.nanos(seconds));
      var how =
          String.format(
              Locale.ROOT,
              "open loop, %,.0f events/s in requests of 100 for %s s, %s",
              perSecond,
              Row.number(seconds),
              refused(tally.failures()));
      rows.add(Row.plain("ack_p50", "ack, p50", tally.ms(50), "ms", how));
      rows.add(Row.most("ack_p99", "ack, p99", tally.ms(99), "ms", 50, how));
    }
  }

  /// While half of the load runs, sends single events and reads their profiles back.
  void readable(Server server, People people) throws IOException, InterruptedException {
    bed.say("accepted to readable at half load");
    warmUp(server, people);
    var load = new Traffic(bed.options().seed() + 1, bed.traffic()).mixed(Bed.MANY, people);
    var probe = new Probe(server.host(), server.address(), bed.traffic().awaited(people));
    beside(load, perSecond, server, probe, new Histogram(60 * Bed.SECOND_NS, 3), Bed.nanos(4));
    var histogram = new Histogram(60 * Bed.SECOND_NS, 3);
    beside(load, perSecond, server, probe, histogram, Bed.nanos(bed.longer()));
    rows.add(
        Row.most(
            "readable_p99",
            "sent to readable, p99",
            histogram.getValueAtPercentile(99) / 1e6,
            "ms",
            100,
            String.format(
                Locale.ROOT,
                "one event sent with ack=full, then its profile with at-least; %d times a second"
                    + " beside %,.0f events/s; p50 %s ms",
                50,
                perSecond,
                Row.number(histogram.getValueAtPercentile(50) / 1e6))));
  }

  /// While half of the load runs and twenty segments are on, sends the event by which somebody
  /// enters one of them, and asks until the person is a member.
  void member(Server server, People people) throws IOException, InterruptedException {
    bed.say("sent to member of a segment at half load");
    for (var segment : SampleSegments.of(SEGMENTS)) {
      server.activate(segment.id(), ConditionWriter.of(segment.condition()));
    }
    var event = "Bench Entered";
    server.activate(ENTERED, TimerRows.within(event, "2 days"));
    for (var segment : SampleSegments.of(SEGMENTS)) {
      server.awaitSegment(segment.id());
    }
    server.awaitSegment(ENTERED);
    server.awaitQuiet();
    var load = new Traffic(bed.options().seed() + 2, bed.traffic()).mixed(Bed.MANY, people);
    var half = withSegments(server, load) / 2;
    var probe =
        new Probe(
            server.host(),
            server.address(),
            bed.traffic().firstOf(event, "entered-"),
            "/segments",
            "\"" + ENTERED + "\"");
    beside(load, half, server, probe, new Histogram(60 * Bed.SECOND_NS, 3), Bed.nanos(4));
    var histogram = new Histogram(60 * Bed.SECOND_NS, 3);
    beside(load, half, server, probe, histogram, Bed.nanos(bed.longer()));
    rows.add(
        Row.most(
            "member_p99",
            "sent to member, p99",
            histogram.getValueAtPercentile(99) / 1e6,
            "ms",
            100,
            String.format(
                Locale.ROOT,
                "the first event of a new person sent with ack=full, then the person's segments"
                    + " until one says so; %d times a second beside %,.0f events/s and %d segments;"
                    + " p50 %s ms",
                PROBES,
                half,
                SEGMENTS + 1,
                Row.number(histogram.getValueAtPercentile(50) / 1e6))));
  }

  /// As fast as it goes with those segments on.
  ///
  /// @return events a second
  private double withSegments(Server server, Requests load)
      throws IOException, InterruptedException {
    try (var driver = new Driver(server.address(), Bed.FEW_CONNECTIONS)) {
      bed.warm(server, driver, load);
      var cpu = server.readings().cpu();
      var position = server.durable();
      var begun = System.nanoTime();
      var tally = driver.closed(load, Bed.nanos(bed.longer()));
      bed.settle(driver);
      var rate = tally.events() * 1e9 / (System.nanoTime() - begun);
      var spent = server.readings().cpu().minus(cpu);
      rows.add(
          Row.most(
              "intake_segments_cpu",
              "intake, 100 a request, 20 segments: CPU",
              spent.toNanos() / 1e3 / Math.max(1, tally.events()),
              "µs/event",
              20,
              String.format(
                  Locale.ROOT,
                  "who comes in and goes out on record, too, so that an event is %s entries of the"
                      + " log; one window of %s s, %,.0f events/s until readable",
                  Row.number((server.durable() - position) / (double) Math.max(1, tally.events())),
                  Row.number(bed.longer()),
                  rate)));
      return rate;
    }
  }

  private void beside(
      Requests load, double perSecond, Server server, Probe probe, Histogram histogram, long nanos)
      throws IOException, InterruptedException {
    var failed = new ArrayList<IOException>();
    var prober =
        Thread.ofPlatform()
            .start(() -> {
              try {
                probe.run(histogram, PROBES, nanos);
              } catch (IOException broken) {
                failed.add(broken);
              }
            });
    try (var driver = new Driver(server.address(), Bed.MANY_CONNECTIONS)) {
      driver.open(load, perSecond / Bed.MANY, nanos);
    }
    prober.join();
    if (!failed.isEmpty()) {
      throw failed.getFirst();
    }
  }

  /// Reads as fast as it goes, until the server's code is compiled; but not for ever.
  ///
  /// @return how many that were
  private long warmUp(Server server, People people) throws IOException {
    var quick = bed.options().quick();
    var enough = FIRST_READS / (quick ? 4 : 1);
    var until = System.nanoTime() + Bed.nanos(quick ? 8 : 30);
    var taken = 0L;
    try (var driver = new Driver(server.address(), 16)) {
      var requests = bed.traffic().reading(people, Server.KEY);
      while (taken < enough && System.nanoTime() < until) {
        taken += driver.closed(requests, Bed.SECOND_NS).requests();
      }
    }
    return taken;
  }

  /// From when a read was due until it is answered.
  void read(Server server, People people) throws IOException {
    bed.say("profile reads");
    var seconds = bed.longer();
    var first = warmUp(server, people);
    try (var driver = new Driver(server.address(), 16)) {
      var requests = bed.traffic().reading(people, Server.KEY);
      driver.open(requests, READS, Bed.nanos(2));
      var cpu = server.readings().cpu();
      var tally = driver.open(requests, READS, Bed.nanos(seconds));
      var spent = server.readings().cpu().minus(cpu);
      rows.add(
          Row.most(
              "read_p99",
              "profile read, p99",
              tally.ms(99),
              "ms",
              5,
              String.format(
                  Locale.ROOT,
                  "open loop, %,d reads/s for %s s after %,d reads, %s; p50 %s ms, CPU %s µs/read",
                  READS,
                  Row.number(seconds),
                  first,
                  refused(tally.failures()),
                  Row.number(tally.ms(50)),
                  Row.number(spent.toNanos() / 1e3 / Math.max(1, tally.requests())))));
    }
  }

  private static String refused(long failures) {
    return failures + " requests refused";
  }
}
