package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.quality.Alerts;
import io.inyeon.runtime.quality.QualityKeeper;
import io.inyeon.runtime.store.Encoder;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What counting how good the data is takes of the CPU for each event, with all that the keeper
/// does for it but the reading of the rows; run by hand.
final class QualitySpeed {
  private static final long START = 1_790_000_000_000L;
  private static final int EVENTS = 200_000;
  private static final int AT_ONCE = 1_000;

  private static final String ORDER =
      """
      {"type":"track","event":"Order Completed","userId":"u#","anonymousId":"a-#",
       "messageId":"m#","timestamp":"2026-01-01T00:00:00Z",
       "context":{"ip":"1.2.3.0","library":{"name":"x","version":"1"},
         "page":{"url":"https://shop.example/","title":"t"}},
       "properties":{"order_id":"o#","total":#,"revenue":11000,"shipping":1000,"tax":0,
         "discount":0,"coupon":"c","currency":"KRW","affiliation":"shop","products":[
         {"product_id":"p1","sku":"s","name":"n","price":4000,"quantity":1,"category":"a"},
         {"product_id":"p2","sku":"s","name":"n","price":4000,"quantity":1,"category":"b"},
         {"product_id":"p3","sku":"s","name":"n","price":4000,"quantity":1,"category":"c"}]}}
      """;

  private QualitySpeed() {}

  /// Prints microseconds an event: of a fast name, of which a part is looked into, and of names of
  /// which each event is.
  public static void main(String[] arguments) throws Exception {
    var fast = rows(1);
    var slow = rows(400);
    for (var round = 0; round < 6; round++) {
      System.out.printf(
          "one name %.2f us an event, each looked into %.2f, of that its reading %.2f%n",
          counted(fast), counted(slow), reading(slow));
    }
  }

  private static List<Row> rows(int names) {
    var rows = new ArrayList<Row>(EVENTS);
    for (var i = 0; i < EVENTS; i++) {
      var at = START + i;
      var body = ORDER.replace("#", Integer.toString(i)).getBytes(UTF_8);
      // Of two sources, since one counts 200 names a day.
      var envelope =
          new Envelope(1 + i % 2, at, Call.TRACK, "edge", null, Value.Fields.EMPTY, body.length);
      var payload =
          EntryCodec.encode(new Collected(envelope, body, JsonReader.event(body)), new Encoder());
      rows.add(
          new Row(
              i + 1L,
              Kind.EVENT,
              at,
              envelope.source(),
              "m" + i,
              Call.TRACK,
              "Event " + i % names,
              at,
              Status.ACCEPTED,
              "user_id:u" + i,
              List.of(),
              0,
              null,
              Arrays.copyOf(payload, EntryCodec.bodyAt(payload)),
              body));
    }
    return rows;
  }

  private static double counted(List<Row> rows) throws Exception {
    var record = new Rows(rows);
    try (var keeper = QualityKeeper.start(Files.createTempDirectory("inyeon-quality"), record)) {
      var from = spent();
      record.decided = rows.size();
      keeper.settle();
      if (keeper.position() != rows.size()) {
        throw new AssertionError();
      }
      return (spent() - from) / 1_000.0 / rows.size();
    }
  }

  /// What this thread and the keeper's have taken, nanoseconds.
  private static long spent() {
    var threads = ManagementFactory.getThreadMXBean();
    var spent = threads.getCurrentThreadCpuTime();
    for (var thread : threads.dumpAllThreads(false, false)) {
      if (thread.getThreadName().equals("data-quality")) {
        spent += threads.getThreadCpuTime(thread.getThreadId());
      }
    }
    return spent;
  }

  private static double reading(List<Row> rows) {
    var record = new Rows(rows);
    var from = spent();
    for (var row : rows) {
      if (record.body(row) == null) {
        throw new AssertionError();
      }
    }
    return (spent() - from) / 1_000.0 / rows.size();
  }

  /// Rows at hand, read as those of a workspace are.
  private static final class Rows implements QualityKeeper.OnRecord {
    private final List<Row> rows;
    private volatile long decided;

    Rows(List<Row> rows) {
      this.rows = rows;
    }

    @Override
    public List<Row> rows(long from, long to) {
      return rows.subList((int) from - 1, (int) Math.min(to, from - 1 + AT_ONCE));
    }

    @Override
    public boolean released(Row row) {
      return QualityRecord.isReleased(row);
    }

    @Override
    public long restored(Row row) {
      return -1;
    }

    @Override
    public void tell(Alerts.News news) {
      throw new AssertionError(news);
    }

    @Override
    public Value.@Nullable Fields body(Row row) {
      return QualityRecord.read(row);
    }

    @Override
    public List<Source> sources() {
      return List.of(
          Histories.source(1, SourceKind.SERVER), Histories.source(2, SourceKind.SERVER));
    }

    @Override
    public ZoneId zone() {
      return ZoneId.of("Asia/Seoul");
    }

    @Override
    public long decided() {
      return decided;
    }

    @Override
    public long now() {
      return START + EVENTS;
    }
  }
}
