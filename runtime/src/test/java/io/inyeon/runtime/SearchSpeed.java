package io.inyeon.runtime;

import com.sun.management.ThreadMXBean;
import io.inyeon.core.DefaultRules;
import io.inyeon.core.Entry;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.search.SearchMeasure;
import io.inyeon.runtime.store.Encoder;
import io.inyeon.runtime.store.RocksState;
import io.inyeon.runtime.store.StateSettings;
import io.inyeon.runtime.text.LinearPatterns;
import io.inyeon.runtime.text.NumberingPlans;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Measures search by hand: `people FOLDER NUMBER` fills a workspace, asks, and makes the index
/// anew; `writer FOLDER` tells what keeping touches costs the writer. Not a test, as a figure of
/// time never is one.
final class SearchSpeed {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private SearchSpeed() {}

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[1]);
    if (arguments[0].equals("writer")) {
      writer(folder);
    } else {
      people(folder, Integer.parseInt(arguments[2]));
    }
  }

  private static Collected event(String json, long at) {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    return new Collected(
        new Envelope(1, at, null, "e", null, Value.Fields.EMPTY, bytes.length),
        bytes,
        JsonReader.event(bytes));
  }

  private static void people(Path folder, int number) throws Exception {
    var system = InstantSource.system();
    try (var workspace = Workspace.open(folder.resolve("w"), RebuildTest.config(folder), system)) {
      if (workspace.state().position() < 100) {
        workspace.enter(new Entry.SourceSaved(0, 1, "m", Histories.source(1, SourceKind.SERVER)));
        var began = System.nanoTime();
        var batch = new ArrayList<Collected>();
        var last = 0L;
        for (var i = 0; i < number; i++) {
          batch.add(event(SearchMeasure.identify(i), System.currentTimeMillis()));
          if (batch.size() == 500 || i == number - 1) {
            last = workspace.take(batch, true).position();
            batch.clear();
          }
        }
        System.out.printf("filled %d in %.0f s%n", number, (System.nanoTime() - began) / 1e9);
        workspace.search().await(last, 1_800_000);
        System.out.printf("found all after %.0f s%n", (System.nanoTime() - began) / 1e9);
      } else {
        var began = System.nanoTime();
        workspace.search().await(workspace.state().position(), 1_800_000);
        System.out.printf("caught up or made anew in %.1f s%n", (System.nanoTime() - began) / 1e9);
      }
      threads();
      SearchMeasure.ask(
          workspace.search(), workspace.state(), workspace::rules, number, System.out);
      System.gc();
      var runtime = Runtime.getRuntime();
      System.out.printf(
          "search on disk %d MB, live heap of all %d MB%n",
          workspace.search().bytes() >> 20, (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
  }

  private static void threads() {
    for (var id : THREADS.getAllThreadIds()) {
      var info = THREADS.getThreadInfo(id);
      var cpu = THREADS.getThreadCpuTime(id);
      if (info != null && cpu > 500_000_000L) {
        System.out.printf("  %-40s %.1f s CPU%n", info.getThreadName(), cpu / 1e9);
      }
    }
  }

  /// Two states are given the same batches in turn, one that keeps touches and one that does not.
  private static void writer(Path folder) throws Exception {
    var rules = DefaultRules.of("ab".repeat(32), "KR", "KRW", "Asia/Seoul");
    var states = new ArrayList<RocksState>();
    var writers = new ArrayList<Writer>();
    for (var which : List.of("without", "with")) {
      var state = RocksState.open(folder.resolve(which), new StateSettings(512, 128, 48));
      if (which.equals("with")) {
        state.keepTouches();
      }
      states.add(state);
      writers.add(
          new Writer(
              state, rules, new NumberingPlans(), new LinearPatterns(), _ -> {}, Unasked.RECORD));
    }
    for (var writer : writers) {
      writer.apply(
          List.of(
              given(new Entry.RulesSaved(1, 1, "m", rules, "")),
              given(new Entry.SourceSaved(2, 1, "m", Histories.source(1, SourceKind.BROWSER)))));
    }
    var position = 2L;
    var random = new SplittableRandom(1);
    var cpu = new long[2][401];
    var bytes = new long[2][401];
    for (var round = 0; round < cpu[0].length; round++) {
      var batch = new ArrayList<Writer.Given>();
      for (var i = 0; i < 1_000; i++) {
        position++;
        var at = 1_760_000_000_000L + position;
        var collected =
            event(
                "{\"type\":\"track\",\"event\":\"Seen\",\"messageId\":\"m"
                    + position
                    + "\",\"anonymousId\":\"a"
                    + random.nextInt(20_000)
                    + "\",\"timestamp\":\""
                    + java.time.Instant.ofEpochMilli(at)
                    + "\"}",
                at);
        batch.add(
            new Writer.Given(
                new Entry.Received(position, collected.envelope(), collected.parsed()),
                EntryCodec.encode(collected, new Encoder())));
      }
      for (var turn = 0; turn < 2; turn++) {
        var which = (round + turn) % 2;
        var self = Thread.currentThread().threadId();
        var cpuBefore = THREADS.getCurrentThreadCpuTime();
        var bytesBefore = THREADS.getThreadAllocatedBytes(self);
        writers.get(which).apply(batch);
        cpu[which][round] = THREADS.getCurrentThreadCpuTime() - cpuBefore;
        bytes[which][round] = THREADS.getThreadAllocatedBytes(self) - bytesBefore;
      }
    }
    for (var which = 0; which < 2; which++) {
      System.out.printf(
          "%s touches: median %.2f µs CPU, %d bytes an event%n",
          which == 0 ? "without" : "with", median(cpu[which]) / 1e6, median(bytes[which]) / 1_000);
    }
    for (var state : states) {
      state.close();
    }
  }

  private static long median(long[] all) {
    var later = java.util.Arrays.copyOfRange(all, all.length / 2, all.length);
    java.util.Arrays.sort(later);
    return later[later.length / 2];
  }

  private static Writer.Given given(Entry entry) {
    return new Writer.Given(entry, EntryCodec.encode(entry, new Encoder()));
  }
}
