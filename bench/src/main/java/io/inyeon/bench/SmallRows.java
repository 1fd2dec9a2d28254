package io.inyeon.bench;

import io.inyeon.bench.Options.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// Rows that need no large working set: the core alone, the start on nothing, bytes on disk.
final class SmallRows {
  private final Bed bed;
  private final List<Row> rows = new ArrayList<>();

  SmallRows(Bed bed) {
    this.bed = bed;
  }

  List<Row> rows() {
    return rows;
  }

  /// What of the cost is reading and deciding.
  void core() {
    bed.say("the core alone");
    var core = new CoreAlone(bed.options().seed(), 1_000, 60);
    core.run();
    var reads = new ArrayList<Double>();
    var decisions = new ArrayList<Double>();
    for (var time = 0; time < bed.options().windows(); time++) {
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

  /// What segments cost an event, and how that grows with their number.
  void segments() {
    var sizes = bed.options().quick() ? List.of(0, 20, 200) : List.of(0, 20, 200, 2_000);
    var core = new CoreAlone(bed.options().seed(), bed.options().quick() ? 200 : 1_000, 60);
    core.run(0);
    core.run(20);
    var costs = new TreeMap<Integer, List<Double>>();
    // In turn, so that whatever else the machine does falls on all alike.
    for (var time = 0; time < Math.min(3, bed.options().windows()); time++) {
      for (var size : sizes) {
        bed.say("the core with " + size + " segments");
        costs.computeIfAbsent(size, _ -> new ArrayList<>()).add(core.run(size).decide());
      }
    }
    var none = Statistics.median(costs.firstEntry().getValue());
    for (var each : costs.tailMap(1).entrySet()) {
      var cost = Statistics.median(each.getValue());
      rows.add(
          Row.plain(
              "segments_" + each.getKey(),
              String.format(Locale.ROOT, "core, deciding with %,d segments", each.getKey()),
              cost,
              "µs/event",
              String.format(
                  Locale.ROOT,
                  "%.2f times that of none (%.1f); %,d events of a generated shop, state in a map,"
                      + " memberships, timers and facts included",
                  cost / none,
                  none,
                  core.events())));
    }
  }

  /// Starting on nothing, and what a shop's real stream leaves on disk.
  void startsAndDisk(Path folder) throws IOException, InterruptedException {
    var asked = bed.options().parts();
    bed.say("start on an empty folder");
    var starts = new ArrayList<Double>();
    Replay replay = null;
    for (var time = 0; time < (asked.contains(Part.START) ? 3 : 1); time++) {
      var data = Files.createDirectories(folder.resolve("small" + time));
      try (var server = bed.start(data)) {
        starts.add(server.startTime().toMillis() / 1e3);
        if (time == 0 && asked.contains(Part.DISK)) {
          bed.say("a shop's stream, for its bytes on disk");
          replay = replay(server);
        }
      }
    }
    if (asked.contains(Part.START)) {
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
      var bytes = DataFolder.measure(folder.resolve("small0"));
      try (var server = bed.start(folder.resolve("small0"))) {
        disk(replay, bytes, server.profileBytes());
      }
    }
  }

  private Replay replay(Server server) throws IOException, InterruptedException {
    var people = bed.options().people() >= 100_000 ? 3_000 : 1_000;
    var replay = new Replay(bed.options().seed(), people, 60, server.host(), server.makeSources());
    try (var driver = new Driver(server.address(), Bed.FEW_CONNECTIONS)) {
      Bed.check(driver.closed(replay, Long.MAX_VALUE / 4));
    }
    return replay;
  }

  private void disk(Replay replay, DataFolder bytes, long profiles) {
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
            (double) profiles / replay.profiles(),
            "B",
            1_024,
            String.format(
                Locale.ROOT,
                "profiles and who is who, by %,d profiles, as flushed; the rest of the state,"
                    + " mostly the memory of duplicates, is %.0f B an event",
                replay.profiles(),
                (double) (bytes.state() - profiles) / replay.events())));
  }
}
