package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.demo.Shop;
import io.inyeon.runtime.http.Tasks.Kind;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Measures a rebuild and a rehearsal by hand: arguments are a folder, people, and days of a shop;
/// 0 days for people who are nothing but five links each. Not a test, as a figure of time never is
/// one.
final class RebuildSpeed {
  private RebuildSpeed() {}

  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    try (var workspace =
        Workspace.open(folder.resolve("w"), RebuildTest.config(folder), InstantSource.system())) {
      if (workspace.state().position() < 100) {
        fill(workspace, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
      }
      System.out.println(
          "entries " + workspace.state().position() + ", " + workspace.state().counts());
      for (var i = 0; i < Integer.getInteger("rebuilds", 2); i++) {
        show(workspace, Kind.REBUILD, workspace.tasks().rebuild("bench"));
      }
      var other = RebuildTest.stricter(workspace.rules().document());
      for (var i = 0; i < 2; i++) {
        show(workspace, Kind.REHEARSAL, workspace.tasks().rehearse(other, "bench"));
      }
      var runtime = Runtime.getRuntime();
      System.out.println("heap " + ((runtime.totalMemory() - runtime.freeMemory()) >> 20) + " MB");
    }
  }

  private static void show(Workspace workspace, Kind kind, Value.Fields task) throws Exception {
    workspace.tasks().await();
    var id = String.valueOf(task.text("id"));
    var ended = Objects.requireNonNull(workspace.tasks().one(kind, id));
    System.out.println(new String(JsonWriter.bytes(ended), StandardCharsets.UTF_8));
  }

  private static void fill(Workspace workspace, int people, int days) throws Exception {
    for (var kind : SourceKind.values()) {
      workspace.enter(
          new Entry.SourceSaved(
              0,
              1,
              "bench",
              Histories.source(List.of(SourceKind.values()).indexOf(kind) + 1, kind)));
    }
    var waiting = new ArrayList<Collected>();
    var began = System.nanoTime();
    var last = new long[1];
    if (days == 0) {
      last[0] = linked(workspace, people);
    }
    new Shop(1, days == 0 ? 10 : people, Math.max(1, days), Instant.now())
        .play(delivery -> {
          var source = List.of(SourceKind.values()).indexOf(delivery.sdk().kind()) + 1;
          for (var event : delivery.events()) {
            var bytes = event.body();
            waiting.add(
                new Collected(
                    new Envelope(
                        source,
                        System.currentTimeMillis(),
                        null,
                        "e" + waiting.size(),
                        null,
                        Value.Fields.EMPTY,
                        bytes.length),
                    bytes,
                    JsonReader.event(bytes)));
          }
          if (waiting.size() >= 500) {
            try {
              last[0] = workspace.take(waiting, true).position();
            } catch (Intake.Unavailable e) {
              throw new IllegalStateException(e);
            }
            waiting.clear();
          }
        });
    System.out.println(
        "filled to " + last[0] + " in " + Duration.ofNanos(System.nanoTime() - began));
    workspace.filing().flushUpTo(last[0], Duration.ofMinutes(2));
  }

  /// A user id with an e-mail and a phone, and two cookies: five links by three events.
  private static long linked(Workspace workspace, int people) throws Intake.Unavailable {
    var last = 0L;
    var waiting = new ArrayList<Collected>();
    for (var i = 0; i < people; i++) {
      waiting.add(
          identify(
              3, "i" + i, "\"traits\":{\"email\":\"p%d@example.com\",\"phone\":\"010%08d\"},", i));
      waiting.add(identify(1, "a" + i, "\"anonymousId\":\"a%d\",", i));
      waiting.add(identify(1, "b" + i, "\"anonymousId\":\"b%d\",", i));
      if (waiting.size() >= 600) {
        last = workspace.take(waiting, true).position();
        waiting.clear();
      }
    }
    return waiting.isEmpty() ? last : workspace.take(waiting, true).position();
  }

  private static Collected identify(int source, String messageId, String more, int person) {
    var bytes =
        ("{\"type\":\"identify\",\"messageId\":\""
                + messageId
                + "\","
                + String.format(java.util.Locale.ROOT, more, person, person)
                + "\"userId\":\"u"
                + person
                + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    return new Collected(
        new Envelope(
            source, System.currentTimeMillis(), null, "e", null, Value.Fields.EMPTY, bytes.length),
        bytes,
        JsonReader.event(bytes));
  }
}
