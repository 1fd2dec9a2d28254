package io.inyeon.bench;

import io.inyeon.bench.Options.Part;
import io.inyeon.bench.People.Uniform;
import io.inyeon.bench.People.Zipf;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/// Takes the measures, one part after another.
final class Measures {
  private static final long SECOND_NS = 1_000_000_000;
  private static final int MANY = 100;
  private static final int MANY_CONNECTIONS = 8;
  private static final int SINGLE_CONNECTIONS = 64;
  private static final int READS = 2_000;

  private final Options options;
  private final PrintStream progress;
  private final Traffic traffic;
  private final List<Row> rows = new ArrayList<>();
  private double intakeRate;

  Measures(Options options, PrintStream progress) {
    this.options = options;
    this.progress = progress;
    traffic = new Traffic(options.seed());
  }

  List<Row> all() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("inyeon-bench");
    try {
      core();
      small(folder.resolve("small"));
      large(folder.resolve("large"));
    } finally {
      DataFolder.remove(folder);
    }
    return rows;
  }

  private boolean wants(Part... parts) {
    for (var part : parts) {
      if (options.parts().contains(part)) {
        return true;
      }
    }
    return false;
  }

  private void say(String what) {
    progress.println("  " + what + " ...");
    progress.flush();
  }

  private Server start(Path data) throws IOException, InterruptedException {
    return Server.start(options.jar(), options.javaOptions(), data);
  }

  /// What of the cost is reading and deciding.
  private void core() {
    if (!wants(Part.CORE)) {
      return;
    }
    say("the core alone");
    var core = new CoreAlone(options.seed(), 1_000, 60);
    core.run();
    var reads = new ArrayList<Double>();
    var decisions = new ArrayList<Double>();
    for (var time = 0; time < options.windows(); time++) {
      var cost = core.run();
      reads.add(cost.read());
      decisions.add(cost.decide());
    }
    var how =
        String.format(
            Locale.ROOT,
            "in the bench's own process, %,d events of a generated shop, state in a map",
            core.events());
    rows.add(
        Row.plain("core_read", "core, reading JSON", Statistics.median(reads), "µs/event", how));
    rows.add(
        Row.plain("core_decide", "core, deciding", Statistics.median(decisions), "µs/event", how));
  }

  /// Starting on nothing, and what a shop's real stream leaves on disk.
  private void small(Path data) throws IOException, InterruptedException {
    if (!wants(Part.START, Part.DISK)) {
      return;
    }
    say("start on an empty folder");
    Files.createDirectories(data);
    var starts = new ArrayList<Double>();
    Replay replay = null;
    for (var time = 0; time < (wants(Part.START) ? 3 : 1); time++) {
      var own = data.resolveSibling("small" + time);
      Files.createDirectories(own);
      try (var server = start(own)) {
        starts.add(server.startTime().toMillis() / 1e3);
        if (time == 0 && wants(Part.DISK)) {
          say("a shop's stream, for its bytes on disk");
          replay = replay(server);
        }
      }
    }
    if (wants(Part.START)) {
      rows.add(
          Row.most(
              "start_empty",
              "start, empty",
              Statistics.median(starts),
              "s",
              3,
              "process start to first ready answer, median of 3"));
    }
    if (replay != null) {
      disk(replay, DataFolder.measure(data.resolveSibling("small0")));
    }
  }

  private Replay replay(Server server) throws IOException, InterruptedException {
    var people = options.people() >= 100_000 ? 3_000 : 1_000;
    var replay = new Replay(options.seed(), people, 60, server.host(), server.makeSources());
    try (var driver = new Driver(server.address(), MANY_CONNECTIONS)) {
      check(driver.closed(replay, Long.MAX_VALUE / 4));
    }
    return replay;
  }

  private void disk(Replay replay, DataFolder bytes) {
    var how =
        String.format(
            Locale.ROOT,
            "%,d events of a generated shop, after a clean end; the log's segments hold %,d MB",
            replay.events(),
            bytes.log() >> 20);
    rows.add(
        Row.most(
            "disk_event",
            "disk, archived event",
            (double) bytes.archive() / replay.events(),
            "B",
            400,
            how));
    rows.add(
        Row.most(
            "disk_profile",
            "disk, profile",
            (double) bytes.state() / replay.profiles(),
            "B",
            1_024,
            String.format(
                Locale.ROOT,
                "the whole state, memory of duplicates included, by %,d profiles",
                replay.profiles())));
  }

  /// Everything that needs a large working set.
  private void large(Path data) throws IOException, InterruptedException {
    if (!wants(
        Part.INTAKE,
        Part.SINGLE,
        Part.ACK,
        Part.READABLE,
        Part.READ,
        Part.IDLE,
        Part.COLD,
        Part.MEMORY,
        Part.START)) {
      return;
    }
    Files.createDirectories(data);
    try (var server = start(data)) {
      traffic.to(server.host(), server.makeSources());
      introduce(server, 0, options.people());
      var warm = new Zipf(options.people());
      if (wants(Part.INTAKE, Part.ACK, Part.READABLE)) {
        intake(server, warm, "intake_100", "intake, 100 a request", MANY, 20, 60_000);
      }
      if (wants(Part.ACK)) {
        ack(server, warm);
      }
      if (wants(Part.READABLE)) {
        readable(server, warm);
      }
      if (wants(Part.SINGLE)) {
        intake(server, warm, "intake_1", "intake, 1 a request", 1, 45, 20_000);
      }
      if (wants(Part.READ)) {
        read(server, warm);
      }
      if (wants(Part.COLD, Part.MEMORY, Part.START)) {
        introduce(server, options.people(), options.crowd());
      }
      if (wants(Part.COLD)) {
        cold(server);
      }
      if (wants(Part.IDLE)) {
        idle(server);
      }
      if (wants(Part.MEMORY)) {
        memory(server);
      }
    }
    if (wants(Part.START)) {
      restart(data);
    }
  }

  private void introduce(Server server, int from, int until) throws IOException {
    say(String.format(Locale.ROOT, "making %,d people known", until - from));
    try (var driver = new Driver(server.address(), MANY_CONNECTIONS)) {
      check(driver.closed(traffic.introducing(from, until, MANY), Long.MAX_VALUE / 4));
      settle(driver);
    }
  }

  private static void check(Driver.Tally tally) throws IOException {
    if (tally.failures() > 0) {
      throw new IOException(
          tally.failures()
              + " of "
              + tally.requests()
              + " requests were not answered with success");
    }
  }

  /// Waits until everything that was sent can be read.
  private Driver.Tally settle(Driver driver) throws IOException {
    var left = new int[] {1};
    var one = traffic.awaited(new Uniform(1));
    var tally = driver.closed(to -> left[0]-- > 0 ? one.next(to) : 0, SECOND_NS);
    check(tally);
    return tally;
  }

  private record Intake(List<Double> rates, List<Double> micros, long failures) {}

  /// Windows as fast as it goes, each until its last event can be read.
  private Intake windows(Server server, People people, int events, int windows) throws IOException {
    var requests = traffic.mixed(events, people);
    var connections = events == 1 ? SINGLE_CONNECTIONS : MANY_CONNECTIONS;
    var rates = new ArrayList<Double>();
    var micros = new ArrayList<Double>();
    var failures = 0L;
    try (var driver = new Driver(server.address(), connections)) {
      driver.closed(requests, nanos(1.5 * options.seconds()));
      settle(driver);
      for (var window = 0; window < windows; window++) {
        var cpu = server.readings().cpu();
        var begun = System.nanoTime();
        var tally = driver.closed(requests, nanos(options.seconds()));
        settle(driver);
        var took = System.nanoTime() - begun;
        var spent = server.readings().cpu().minus(cpu);
        rates.add(tally.events() * 1e9 / took);
        micros.add(spent.toNanos() / 1e3 / Math.max(1, tally.events()));
        failures += tally.failures();
      }
    }
    return new Intake(rates, micros, failures);
  }

  private static long nanos(double seconds) {
    return (long) (seconds * SECOND_NS);
  }

  private void intake(
      Server server,
      People people,
      String name,
      String what,
      int events,
      double budget,
      double least)
      throws IOException {
    say(what + ", " + people.words());
    var taken = windows(server, people, events, options.windows());
    var rate = Statistics.median(taken.rates());
    if (events == MANY) {
      intakeRate = rate;
    }
    if (events == MANY && !wants(Part.INTAKE)) {
      return;
    }
    var how =
        String.format(
            Locale.ROOT,
            "%s; median of %d windows of %s s (%s); %,d different bodies, stamped",
            people.words(),
            options.windows(),
            Row.number(options.seconds()),
            Statistics.range(taken.micros()),
            traffic.variety());
    rows.add(
        Row.most(
            name + "_cpu",
            what + ": CPU",
            Statistics.median(taken.micros()),
            "µs/event",
            budget,
            how));
    rows.add(
        Row.least(
            name + "_rate",
            what + ": rate",
            rate,
            "events/s",
            least,
            "until readable; the driver beside it; " + refused(taken.failures())));
  }

  private static String refused(long failures) {
    return failures + " requests refused";
  }

  private void cold(Server server) throws IOException {
    var crowd = new Uniform(options.crowd());
    say("intake, cold");
    var taken = windows(server, crowd, MANY, options.windows());
    rows.add(
        Row.most(
            "intake_cold_cpu",
            "intake, cold: CPU",
            Statistics.median(taken.micros()),
            "µs/event",
            45,
            String.format(
                Locale.ROOT,
                "%s; median of %d windows (%s); 100 a request",
                crowd.words(),
                options.windows(),
                Statistics.range(taken.micros()))));
    rows.add(
        Row.plain(
            "intake_cold_rate",
            "intake, cold: rate",
            Statistics.median(taken.rates()),
            "events/s",
            refused(taken.failures())));
  }

  /// Half of what it can take at most.
  private double half() {
    return Math.max(100, intakeRate / 2);
  }

  private void ack(Server server, People people) throws IOException {
    say("acknowledgement at half load");
    var seconds = Math.max(2, 2 * options.seconds());
    try (var driver = new Driver(server.address(), SINGLE_CONNECTIONS)) {
      var requests = traffic.mixed(MANY, people);
      var perSecond = half() / MANY;
      driver.open(requests, perSecond, nanos(1));
      var tally = driver.open(requests, perSecond, nanos(seconds));
      var how =
          String.format(
              Locale.ROOT,
              "open loop, %,.0f events/s in requests of 100 for %s s, %s",
              half(),
              Row.number(seconds),
              refused(tally.failures()));
      rows.add(Row.plain("ack_p50", "ack, p50", tally.ms(50), "ms", how));
      rows.add(Row.most("ack_p99", "ack, p99", tally.ms(99), "ms", 50, how));
    }
  }

  /// While half of the load runs, sends single events and reads their profiles back.
  private void readable(Server server, People people) throws IOException, InterruptedException {
    say("accepted to readable at half load");
    var seconds = Math.max(2, 2 * options.seconds());
    var probe = new Probe(server.host(), server.address(), traffic.awaited(people));
    var histogram = new Histogram(60 * SECOND_NS, 3);
    var failed = new ArrayList<IOException>();
    var prober =
        Thread.ofPlatform()
            .start(() -> {
              try {
                probe.run(histogram, 50, nanos(seconds));
              } catch (IOException broken) {
                failed.add(broken);
              }
            });
    try (var driver = new Driver(server.address(), SINGLE_CONNECTIONS)) {
      driver.open(
          new Traffic(options.seed() + 1, traffic).mixed(MANY, people),
          half() / MANY,
          nanos(seconds));
    }
    prober.join();
    if (!failed.isEmpty()) {
      throw failed.getFirst();
    }
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
                half(),
                Row.number(histogram.getValueAtPercentile(50) / 1e6))));
  }

  private void read(Server server, People people) throws IOException {
    say("profile reads");
    var seconds = Math.max(2, 2 * options.seconds());
    try (var driver = new Driver(server.address(), 16)) {
      var requests = traffic.reading(people, Server.KEY);
      driver.open(requests, READS, nanos(2));
      var cpu = server.readings().cpu();
      var tally = driver.open(requests, READS, nanos(seconds));
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
                  "open loop, %,d reads/s for %s s, %s; p50 %s ms, CPU %s µs/read",
                  READS,
                  Row.number(seconds),
                  refused(tally.failures()),
                  Row.number(tally.ms(50)),
                  Row.number(spent.toNanos() / 1e3 / Math.max(1, tally.requests())))));
    }
  }

  private void idle(Server server) throws IOException, InterruptedException {
    var seconds = options.windows() > 3 ? 12 : 10;
    say("idle");
    // The archive's last batch and the store's compaction come first.
    Thread.sleep(Duration.ofSeconds(options.windows() > 3 ? 8 : 3));
    var cpu = server.readings().cpu();
    Thread.sleep(Duration.ofSeconds(seconds));
    var spent = server.readings().cpu().minus(cpu);
    rows.add(
        Row.most(
            "idle_cpu",
            "idle CPU",
            spent.toNanos() / 1e7 / seconds,
            "% of a core",
            1,
            "over " + seconds + " s, with all people loaded"));
  }

  private void memory(Server server) throws IOException, InterruptedException {
    var readings = server.readings();
    var held = readings.memory();
    var resident = readings.resident();
    var heap = readings.heap();
    rows.add(
        Row.most(
            "memory",
            "memory",
            held / 1e6,
            "MB",
            1_500,
            String.format(
                Locale.ROOT,
                "heap and native with %,d profiles; %,d MB with mapped files; live heap %,d MB",
                options.crowd(),
                resident / 1_000_000,
                heap / 1_000_000)));
  }

  private void restart(Path data) throws IOException, InterruptedException {
    say("start with data");
    try (var server = start(data)) {
      rows.add(
          Row.most(
              "start_loaded",
              "start, loaded",
              server.startTime().toMillis() / 1e3,
              "s",
              10,
              String.format(Locale.ROOT, "with %,d profiles, after a clean end", options.crowd())));
    }
  }
}
