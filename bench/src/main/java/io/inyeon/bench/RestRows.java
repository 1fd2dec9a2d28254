package io.inyeon.bench;

import io.inyeon.core.collect.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// Rows of a server at rest, with everybody loaded.
final class RestRows {
  private static final int STEP_SECONDS = 3;
  private static final int ERASED = 10;

  private final Bed bed;
  private final List<Row> rows = new ArrayList<>();

  RestRows(Bed bed) {
    this.bed = bed;
  }

  List<Row> rows() {
    return rows;
  }

  /// What it does when nobody asks anything of it.
  void idle(Server server) throws IOException, InterruptedException {
    var seconds = bed.options().quick() ? 10 : 12;
    bed.say("idle");
    var waited = settle(server);
    var before = server.readings().shares();
    Thread.sleep(Duration.ofSeconds(seconds));
    var spent = server.readings().shares().since(before);
    rows.add(
        Row.most(
            "idle_cpu",
            "idle CPU",
            spent.total() / 1e7 / seconds,
            "% of a core",
            1,
            String.format(
                Locale.ROOT,
                "over %d s, with all people loaded, %d s after the last event; %s",
                seconds,
                waited,
                spent.words())));
  }

  /// Waits until the archive's last batch and the store's compaction are done with, but not for
  /// ever: what then still works is no remainder of the load.
  ///
  /// @return seconds
  private int settle(Server server) throws IOException, InterruptedException {
    var most = bed.options().quick() ? 12 : 90;
    for (var waited = STEP_SECONDS; ; waited += STEP_SECONDS) {
      var before = server.readings().shares();
      Thread.sleep(Duration.ofSeconds(STEP_SECONDS));
      var busy = server.readings().shares().since(before).total() / 1e9 / STEP_SECONDS;
      if (busy < 0.01 || waited >= most) {
        return waited;
      }
    }
  }

  /// What it holds.
  void memory(Server server, int people) throws IOException, InterruptedException {
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
                people,
                resident / 1_000_000,
                heap / 1_000_000)));
  }

  /// How soon nothing finds somebody any more, who was asked to be erased: of some people, one
  /// after the other, the slowest.
  ///
  /// @param people with numbers from 0
  void erasure(Server server, int people) throws IOException, InterruptedException {
    bed.say("erasures");
    var events = server.durable();
    var slowest = 0L;
    for (var i = 0; i < ERASED; i++) {
      var who = Integer.toString(1_000_000 + (int) ((long) people * i / ERASED));
      var identifier = new LinkedHashMap<String, Value>();
      identifier.put("type", new Value.Text("user_id"));
      identifier.put("value", new Value.Text(who));
      var asked = new LinkedHashMap<String, Value>();
      asked.put("identifier", new Value.Fields(identifier));
      asked.put("reason", new Value.Text("the bench asks"));
      var begun = System.nanoTime();
      var erasure = server.ask("POST", "/api/v1/erasures", new Value.Fields(asked));
      slowest = Math.max(slowest, System.nanoTime() - begun);
      if (!"effective".equals(erasure.text("state"))) {
        throw new IOException("an erasure ended so: " + erasure);
      }
    }
    rows.add(
        Row.most(
            "erasure",
            "erasure of one person",
            slowest / 1e9,
            "s",
            2,
            String.format(
                Locale.ROOT,
                "until no read finds them, the slowest of %d, with %,d entries on record",
                ERASED,
                events)));
  }

  /// How soon it is back.
  void restart(Path data, int people) throws IOException, InterruptedException {
    bed.say("start with data");
    try (var server = bed.start(data)) {
      rows.add(
          Row.most(
              "start_loaded",
              "start, loaded",
              server.startTime().toMillis() / 1e3,
              "s",
              10,
              String.format(Locale.ROOT, "with %,d profiles, after a clean end", people)));
    }
  }
}
