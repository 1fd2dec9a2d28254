package io.inyeon.bench;

import io.inyeon.bench.Options.Part;
import io.inyeon.bench.People.Uniform;
import io.inyeon.bench.People.Zipf;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Takes the measures, one part after another.
final class Measures {
  private final Bed bed;
  private final List<Row> rows = new ArrayList<>();

  Measures(Options options, PrintStream progress) {
    bed = new Bed(options, new Traffic(options.seed()), progress);
  }

  List<Row> all() throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("inyeon-bench");
    try {
      small(folder);
      if (wants(Part.PREVIEW)) {
        var previews = new PreviewRows(bed);
        previews.measure(folder.resolve("preview"));
        rows.addAll(previews.rows());
        DataFolder.remove(folder.resolve("preview"));
      }
      if (wants(Part.IMPORT, Part.REHEARSE, Part.REBUILD, Part.BACKFILL)) {
        var history = new HistoryRows(bed);
        history.measure(folder);
        rows.addAll(history.rows());
        DataFolder.remove(folder.resolve("history"));
      }
      if (wants(Part.TIMERS)) {
        var timers = new TimerRows(bed);
        timers.measure(folder.resolve("timers"));
        rows.addAll(timers.rows());
        DataFolder.remove(folder.resolve("timers"));
      }
      if (wants(
          Part.INTAKE,
          Part.SINGLE,
          Part.ACK,
          Part.READABLE,
          Part.MEMBER,
          Part.READ,
          Part.IDLE,
          Part.COLD,
          Part.ERASURE,
          Part.MEMORY,
          Part.START)) {
        large(Files.createDirectories(folder.resolve("large")));
      }
    } finally {
      DataFolder.remove(folder);
    }
    return rows;
  }

  private boolean wants(Part... parts) {
    for (var part : parts) {
      if (bed.options().parts().contains(part)) {
        return true;
      }
    }
    return false;
  }

  private void small(Path folder) throws IOException, InterruptedException {
    var small = new SmallRows(bed);
    if (wants(Part.CORE)) {
      small.core();
    }
    if (wants(Part.SEGMENTS)) {
      small.segments();
    }
    if (wants(Part.START, Part.DISK)) {
      small.startsAndDisk(folder);
    }
    rows.addAll(small.rows());
  }

  /// Everything that needs many people.
  private void large(Path data) throws IOException, InterruptedException {
    var options = bed.options();
    var rest = new RestRows(bed);
    var known = 0;
    try (var server = bed.start(data)) {
      bed.traffic().to(server.host(), server.makeSources());
      known = introduce(server, 0, options.people());
      load(server, new Zipf(known));
      if (wants(Part.COLD, Part.ERASURE, Part.MEMORY, Part.START)) {
        known = introduce(server, known, options.crowd());
      }
      if (wants(Part.COLD)) {
        var intake = new IntakeRows(bed);
        intake.cold(server, new Uniform(known));
        rows.addAll(intake.rows());
      }
      if (wants(Part.ERASURE)) {
        rest.erasure(server, known);
      }
      if (wants(Part.IDLE)) {
        rest.idle(server);
      }
      if (wants(Part.MEMORY)) {
        rest.memory(server, known);
      }
    }
    if (wants(Part.START)) {
      rest.restart(data, known);
    }
    rows.addAll(rest.rows());
  }

  /// Rates, and latencies at half of the rate.
  private void load(Server server, People people) throws IOException, InterruptedException {
    var intake = new IntakeRows(bed);
    var most =
        wants(Part.INTAKE, Part.ACK, Part.READABLE, Part.MEMBER) ? intake.warm(server, people) : 0;
    if (wants(Part.SINGLE)) {
      intake.single(server, people);
    }
    rows.addAll(intake.rows());
    var latency = new LatencyRows(bed, Math.max(100, most / 2));
    if (wants(Part.ACK)) {
      latency.ack(server, people);
    }
    if (wants(Part.READABLE)) {
      latency.readable(server, people);
    }
    if (wants(Part.READ)) {
      latency.read(server, people);
    }
    if (wants(Part.MEMBER)) {
      latency.member(server, people);
    }
    rows.addAll(latency.rows());
  }

  /// Makes people known, as many as time allows.
  ///
  /// @return how many are known now
  private int introduce(Server server, int from, int people) throws IOException {
    bed.say(String.format(Locale.ROOT, "making up to %,d people known", people));
    var until = System.nanoTime() + (bed.options().quick() ? 15 : 60) * Bed.SECOND_NS;
    try (var driver = new Driver(server.address(), Bed.FEW_CONNECTIONS)) {
      var tally =
          driver.closed(
              bed.traffic().introducing(from, people, () -> System.nanoTime() > until),
              Long.MAX_VALUE / 4);
      Bed.check(tally);
      bed.settle(driver);
      return from + (int) (tally.events() / Traffic.EVENTS_A_PERSON);
    }
  }
}
