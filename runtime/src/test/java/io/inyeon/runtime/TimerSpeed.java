package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.http.SegmentDesk;
import io.inyeon.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// Measures timers, by hand: so many pending, of which 10,000 are due in one second. Say how many
/// (1,000,000).
final class TimerSpeed {
  private static final int DUE = 10_000;
  private static final long DAY_MS = 86_400_000;

  private TimerSpeed() {}

  public static void main(String[] arguments) throws Exception {
    var people = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
    var now = new AtomicLong(Instant.parse("2026-03-02T00:00:00Z").toEpochMilli());
    InstantSource clock = () -> Instant.ofEpochMilli(now.get());
    var folder = Files.createTempDirectory("inyeon-timers");
    try (var workspace = Workspace.open(folder.resolve("w"), RebuildTest.config(folder), clock)) {
      workspace.enter(
          new Entry.SourceSaved(0, now.get(), "t", Histories.source(1, SourceKind.SERVER)));
      var office =
          new SegmentOffice(
              workspace,
              new People(workspace, new Happenings(workspace)),
              new VocabularyOffice(workspace));
      var saved =
          office.save(
              null,
              (Value.Fields)
                  JsonReader.event(
                      ("{\"id\":\"s\",\"name\":\"s\",\"status\":\"active\",\"condition\":{\"event\":\"Done\",\"window\":{\"last\":\"30"
                           + " days\"}}}")
                          .getBytes(StandardCharsets.UTF_8)),
              0,
              "t");
      if (!(saved instanceof SegmentDesk.Saved.Done)) {
        throw new IllegalStateException(saved.toString());
      }
      workspace.settleSegments();
      // All but those due leave over the days before that second, or after it.
      var due = now.get() - DAY_MS;
      var begun = System.nanoTime();
      for (var from = 0; from < people; from += 1_000) {
        var batch = new ArrayList<Collected>(1_000);
        for (var i = from; i < Math.min(people, from + 1_000); i++) {
          var time = i < DUE ? due - 1_000 + i * 1_000L / DUE : due + DAY_MS / 4 + i * 50L;
          batch.add(event(i, Math.min(time, now.get()), now.get()));
        }
        workspace.hand(batch).receipt();
      }
      workspace.settleSegments();
      System.out.printf(
          "%,d members with a timer each in %.1f s%n", people, (System.nanoTime() - begun) / 1e9);
      now.set(due + 30 * DAY_MS);
      begun = System.nanoTime();
      workspace.settleSegments();
      var seconds = (System.nanoTime() - begun) / 1e9;
      var size = workspace.state().read(new Key.OfSegmentSize("s"));
      System.out.printf(
          "%,d timers of %,d went off in %.2f s, %,.0f a second; %,d members are left%n",
          DUE, people, seconds, DUE / seconds, size == null ? 0 : size);
    }
  }

  private static Collected event(int who, long time, long now) {
    var bytes =
        ("{\"type\":\"track\",\"event\":\"Done\",\"userId\":\"u"
                + who
                + "\",\"messageId\":\"m"
                + who
                + "\",\"timestamp\":\""
                + Instant.ofEpochMilli(time)
                + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    return new Collected(
        new Envelope(1, now, null, "e", null, Value.Fields.EMPTY, bytes.length),
        bytes,
        JsonReader.event(bytes));
  }
}
