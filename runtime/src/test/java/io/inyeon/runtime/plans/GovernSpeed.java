package io.inyeon.runtime.plans;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Edit;
import io.inyeon.core.govern.Edits;
import io.inyeon.core.govern.Governance;
import io.inyeon.core.govern.bots.Bots;
import io.inyeon.core.govern.personal.Labels;
import io.inyeon.core.govern.plan.Plan;
import io.inyeon.core.govern.transform.Transformations;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.personal.Masking;
import io.inyeon.runtime.text.LinearPatterns;
import io.inyeon.runtime.text.NumberingPlans;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;

/// What plans and transformations take of the CPU for each event; run by hand.
final class GovernSpeed {
  private static final LinearPatterns PATTERNS = new LinearPatterns();
  private static final Rules RULES =
      Rules.of(
          DefaultRules.of("5eed".repeat(16), "KR", "KRW", "Asia/Seoul"),
          new NumberingPlans(),
          PATTERNS);
  private static final Source SOURCE =
      new Source("src_1", 1, "web", SourceKind.BROWSER, List.of(), true, 1, false, false, 0);
  private static final int EVENTS = 200_000;

  private GovernSpeed() {}

  private static Value.Fields json(String text) {
    return (Value.Fields) JsonReader.event(text.getBytes(UTF_8));
  }

  private static final String ORDER_TEXT =
      """
      {"type":"track","event":"Order Completed","userId":"u1","anonymousId":"a-1",
       "messageId":"m1","timestamp":"2026-01-01T00:00:00Z",
       "context":{"ip":"1.2.3.4","library":{"name":"x","version":"1"},
         "page":{"url":"https://shop.example/","title":"t"}},
       "properties":{"order_id":"o1","total":12000,"revenue":11000,"shipping":1000,"tax":0,
         "discount":0,"coupon":"c","currency":"KRW","affiliation":"shop","products":[
         {"product_id":"p1","sku":"s","name":"n","price":4000,"quantity":1,"category":"a"},
         {"product_id":"p2","sku":"s","name":"n","price":4000,"quantity":1,"category":"b"},
         {"product_id":"p3","sku":"s","name":"n","price":4000,"quantity":1,"category":"c"}]}}
      """;

  private static final Value.Fields ORDER = json(ORDER_TEXT);

  private static final String BROWSER =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/126.0.0.0 Safari/537.36";

  private static final Value.Fields AGENT =
      Edits.made(ORDER, List.of(new Edit("/context/userAgent", new Value.Text(BROWSER))));

  private static final Value.Fields PLAN =
      json(
          """
          {"name":"x","models":["profile","activity","privacy"],"common":{"type":"object",
             "properties":{"context":{"type":"object","required":["library"]}}},
           "sources":[{"source":"src_1","unplannedEvents":"quarantine",
             "unplannedProperties":"omit","violations":"quarantine"}]}
          """);

  private static final Value.Fields STEPS =
      json(
          """
          {"transformations":[{"id":"a","events":["Order Completed"],"steps":[
             {"do":"cast","path":"/properties/total","to":"text"},
             {"do":"cast","path":"/properties/total","to":"number"},
             {"do":"default","path":"/properties/market","value":"KR"}]}]}
          """);

  /// Prints microseconds an event, of the reading alone and of all the rest with it.
  public static void main(String[] arguments) {
    var plan = List.of(new Plan("x", 1, PLAN));
    var plain = Governance.NONE;
    var planned = Governing.governance(Transformations.NONE, plan, RULES, PATTERNS);
    var both = Governing.governance(new Transformations(1, STEPS), plan, RULES, PATTERNS);
    var labelled =
        planned.with(
            Bots.saved(1, Crawlers.document(true, new Value.Items(List.of())), PATTERNS),
            Labels.NONE);
    for (var round = 0; round < 6; round++) {
      System.out.printf(
          "masking: nothing to mask %.2f, an address %.2f us an event; with a user agent planned"
              + " %.2f, robots told too %.2f; a new user agent each time %.2f%n",
          masking(ORDER_TEXT.replace("1.2.3.4", "1.2.3.0")),
          masking(ORDER_TEXT),
          micros(planned, AGENT),
          micros(labelled, AGENT),
          agents(labelled.bots()));
      System.out.printf(
          "read %.2f, planned %.2f, with an unplanned property left out %.2f, transformed and"
              + " planned %.2f us an event%n",
          micros(plain, ORDER),
          micros(planned, ORDER),
          micros(planned, extra()),
          micros(both, ORDER));
    }
  }

  private static double agents(Bots bots) {
    var threads = ManagementFactory.getThreadMXBean();
    var from = threads.getCurrentThreadCpuTime();
    var flagged = 0;
    for (var i = 0; i < EVENTS / 10; i++) {
      flagged += bots.flagged(BROWSER.replace("126", Integer.toString(i))) == null ? 0 : 1;
    }
    if (flagged > 0) {
      throw new AssertionError();
    }
    return (threads.getCurrentThreadCpuTime() - from) / 100.0 / EVENTS;
  }

  /// A hundred events of a request, masked as they come in.
  private static double masking(String text) {
    var masking = new Masking(() -> RULES, _ -> SOURCE);
    var bytes = text.getBytes(UTF_8);
    var events =
        Collections.nCopies(100, new Collected(envelope(0), bytes, JsonReader.event(bytes)));
    var threads = ManagementFactory.getThreadMXBean();
    var from = threads.getCurrentThreadCpuTime();
    var size = 0L;
    for (var i = 0; i < EVENTS / 100; i++) {
      size += masking.masked(events).size();
    }
    if (size != EVENTS) {
      throw new AssertionError();
    }
    return (threads.getCurrentThreadCpuTime() - from) / 1_000.0 / EVENTS;
  }

  private static Value.Fields extra() {
    return Edits.made(ORDER, List.of(new Edit("/properties/colour", new Value.Text("red"))));
  }

  private static Envelope envelope(int later) {
    var at = 1_790_000_000_000L + later;
    return new Envelope(1, at, null, "edge", null, Value.Fields.EMPTY, 900);
  }

  private static double micros(Governance governance, Value.Fields event) {
    // Two in turn: of the same one again the answer is at hand.
    var envelopes = new Envelope[] {envelope(0), envelope(1)};
    var threads = ManagementFactory.getThreadMXBean();
    var from = threads.getCurrentThreadCpuTime();
    var edits = 0L;
    for (var i = 0; i < EVENTS; i++) {
      edits += governance.judge(envelopes[i & 1], event, SOURCE, RULES.types()).edits().size();
    }
    if (edits < 0) {
      throw new AssertionError();
    }
    return (threads.getCurrentThreadCpuTime() - from) / 1_000.0 / EVENTS;
  }
}
