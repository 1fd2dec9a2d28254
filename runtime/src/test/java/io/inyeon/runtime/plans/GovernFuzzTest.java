package io.inyeon.runtime.plans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.Outcome;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.ConsentReader;
import io.inyeon.core.govern.Edits;
import io.inyeon.core.govern.Governance;
import io.inyeon.core.govern.OptOuts;
import io.inyeon.core.govern.plan.Plan;
import io.inyeon.core.govern.plan.PlanFiles;
import io.inyeon.core.govern.plan.PlanInForce;
import io.inyeon.core.govern.plan.PlanReader;
import io.inyeon.core.govern.transform.Transformations;
import io.inyeon.core.govern.transform.TransformationsReader;
import io.inyeon.core.govern.transform.Transforming;
import io.inyeon.core.segment.OneEvent;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.json.Reasons;
import io.inyeon.runtime.text.LinearPatterns;
import io.inyeon.runtime.text.NumberingPlans;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// Whatever somebody writes for a plan, a transformation or an event: it is read or refused with
/// reasons, and what an event became can be made of what is on record.
class GovernFuzzTest {
  private static final LinearPatterns PATTERNS = new LinearPatterns();
  static final Rules RULES =
      Rules.of(
          DefaultRules.of("5eed".repeat(16), "KR", "KRW", "Asia/Seoul"),
          new NumberingPlans(),
          PATTERNS);
  private static final OneEvent CONDITIONS = new OneEvent(RULES.segments().terms(), PATTERNS);
  private static final Source SOURCE =
      new Source("src_1", 1, "web", SourceKind.BROWSER, List.of(), true, 1, false, false, 0);

  private static final List<String> WORDS =
      List.of(
          "name",
          "rules",
          "sources",
          "source",
          "src_1",
          "*",
          "call",
          "track",
          "identify",
          "event",
          "Bought",
          "version",
          "schema",
          "type",
          "object",
          "number",
          "string",
          "properties",
          "total",
          "items",
          "city",
          "traits",
          "context",
          "required",
          "enum",
          "allOf",
          "anyOf",
          "not",
          "if",
          "$ref",
          "#",
          "#/properties/total",
          "$defs",
          "$id",
          "pattern",
          "(a+)+$",
          "additionalProperties",
          "unevaluatedProperties",
          "transformations",
          "user_agent",
          "channel",
          "domain",
          "/context/userAgent",
          "userAgent",
          "Mozilla/5.0 (Linux; Android 14; SM-S928N) Chrome/121.0.0.0 Mobile Safari/537.36",
          "https://www.example.co.kr/?utm_source=naver&utm_medium=cpc",
          "steps",
          "do",
          "rename",
          "move",
          "cast",
          "mask",
          "split",
          "map",
          "lookup",
          "hash",
          "drop",
          "default",
          "set",
          "path",
          "/properties/total",
          "/traits/name",
          "/context/page/url",
          "/properties/items/*/total",
          "to",
          "value",
          "values",
          "template",
          "{/properties/total}",
          "on",
          ",",
          "id",
          "a",
          "when",
          "tables",
          "table",
          "otherwise",
          "violations",
          "unplannedEvents",
          "unplannedProperties",
          "omit",
          "quarantine",
          "block",
          "userId",
          "kim",
          "page",
          "url",
          "",
          "12,000원",
          "messageId",
          "timestamp",
          "2026-01-05T03:00:00Z");

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static Value any(Random random, int depth) {
    return switch (random.nextInt(depth > 5 ? 5 : 9)) {
      case 0 ->
          new Value.Decimal(BigDecimal.valueOf(random.nextInt(2_000) - 1_000, random.nextInt(3)));
      case 1 -> new Value.Truth(random.nextBoolean());
      case 2 -> Value.Nothing.NOTHING;
      case 3, 4 -> new Value.Text(word(random));
      case 5 -> {
        var items = new ArrayList<Value>();
        for (var i = random.nextInt(4); i > 0; i--) {
          items.add(any(random, depth + 1));
        }
        yield new Value.Items(items);
      }
      default -> fields(random, depth);
    };
  }

  private static Value.Fields fields(Random random, int depth) {
    var fields = new LinkedHashMap<String, Value>();
    for (var i = random.nextInt(6); i > 0; i--) {
      fields.put(word(random), any(random, depth + 1));
    }
    return new Value.Fields(fields);
  }

  /// A document with one part of it made something else.
  private static Value broken(Value value, Random random, int depth) {
    if (random.nextInt(8) == 0) {
      return any(random, depth);
    }
    return switch (value) {
      case Value.Fields(var all) when !all.isEmpty() -> {
        var copy = new LinkedHashMap<>(all);
        var name = new ArrayList<>(all.keySet()).get(random.nextInt(all.size()));
        copy.put(name, broken(Objects.requireNonNull(all.get(name)), random, depth + 1));
        yield new Value.Fields(copy);
      }
      case Value.Items(var all) when !all.isEmpty() -> {
        var copy = new ArrayList<>(all);
        var at = random.nextInt(all.size());
        copy.set(at, broken(all.get(at), random, depth + 1));
        yield new Value.Items(copy);
      }
      default -> any(random, depth);
    };
  }

  private static Value.Fields json(String text) {
    return (Value.Fields) JsonReader.event(text.getBytes(UTF_8));
  }

  private static final Value.Fields PLAN =
      json(
          """
          {"name":"Shop","formats":"refuse","sources":[{"source":"src_1","unplannedEvents":"omit",
            "unplannedProperties":"omit","violations":"omit"}],
           "common":{"properties":{"context":{"properties":{"page":{"type":"object"}}}}},
           "rules":[{"event":"Bought","version":"1","schema":{"type":"object","properties":
             {"properties":{"type":"object","required":["total"],"properties":{
               "total":{"type":"number","minimum":0},"city":{"enum":["Seoul"]},
               "items":{"type":"array","items":{"properties":{"total":{"type":"integer"}}}}}}}}},
            {"call":"identify","schema":{"properties":{"traits":{"properties":
               {"email":{"type":"string","format":"email"}}}}}}]}
          """);

  private static final Value.Fields TRANSFORMATIONS =
      json(
          """
          {"tables":{"cities":{"02":"Seoul"}},"transformations":[
            {"id":"a","events":["Bought"],"when":{"event":"Bought"},"steps":[
              {"do":"cast","path":"/properties/total","to":"number","otherwise":"drop"},
              {"do":"cast","path":"/properties/items/*/total","to":"integer"},
              {"do":"lookup","path":"/properties/code","table":"cities","to":"city"},
              {"do":"set","path":"/properties/label","template":"{/properties/total} won"},
              {"do":"channel","path":"/context/referrer","ignore":["example.com"]},
              {"do":"drop","path":"/context/page/url"}]},
            {"id":"b","steps":[
              {"do":"user_agent","path":"/context/userAgent"},
              {"do":"domain","path":"/properties/url","otherwise":"drop"},
              {"do":"move","path":"/properties/mail","to":"/traits/email"},
              {"do":"rename","path":"/properties/name","to":"title"},
              {"do":"mask","path":"/traits/phone","keepLast":4},
              {"do":"hash","path":"/properties/secret"},
              {"do":"split","path":"/traits/name","on":" ","to":["last","first"]},
              {"do":"map","path":"/event","values":{"bought":"Bought"}},
              {"do":"default","path":"/properties/currency","value":"KRW"}]}]}
          """);

  private static Value.Fields event(Random random) {
    var event = new LinkedHashMap<>(fields(random, 1).values());
    event.put("type", new Value.Text(random.nextInt(4) == 0 ? "identify" : "track"));
    event.put("event", new Value.Text(random.nextBoolean() ? "Bought" : word(random)));
    event.put("anonymousId", new Value.Text("c1"));
    for (var name : List.of("properties", "traits", "context")) {
      if (random.nextInt(3) > 0) {
        event.put(name, fields(random, 2));
      }
    }
    return new Value.Fields(event);
  }

  @Property(tries = 2_000)
  void anyPlanIsReadOrRefusedWithReasons(@ForAll Random random) {
    var document = random.nextBoolean() ? fields(random, 0) : broken(PLAN, random, 0);
    if (document instanceof Value.Fields written) {
      switch (PlanReader.read(new Plan("p", 1, written), MetaSchemas.ALL, PATTERNS)) {
        case PlanReader.Reading.Bad(var problems) -> assertThat(problems).isNotEmpty();
        case PlanReader.Reading.Good _ ->
            assertThat(PlanReader.saved(new Plan("p", 1, written), MetaSchemas.ALL, PATTERNS))
                .isInstanceOf(PlanReader.Reading.Good.class);
      }
      PlanFiles.read(written, random.nextBoolean() ? null : word(random));
    }
  }

  @Property(tries = 2_000)
  void anyTransformationIsReadOrRefusedWithReasons(@ForAll Random random) {
    var document = random.nextBoolean() ? fields(random, 0) : broken(TRANSFORMATIONS, random, 0);
    if (document instanceof Value.Fields written
        && TransformationsReader.read(
                new Transformations(1, written), CONDITIONS, "key", RULES.types(), PublicWorks.ALL)
            instanceof TransformationsReader.Reading.Bad(var problems)) {
      assertThat(problems).isNotEmpty();
    }
  }

  private static Governance governance(Random random) {
    var plan = new ArrayList<PlanInForce>();
    if (PlanReader.read(
            new Plan("p", 1, fields(broken(PLAN, random, 0))), MetaSchemas.ALL, PATTERNS)
        instanceof PlanReader.Reading.Good(var good)) {
      plan.add(good);
    } else if (PlanReader.read(new Plan("p", 1, PLAN), MetaSchemas.ALL, PATTERNS)
        instanceof PlanReader.Reading.Good(var good)) {
      plan.add(good);
    }
    var written =
        random.nextBoolean() ? TRANSFORMATIONS : fields(broken(TRANSFORMATIONS, random, 0));
    return new Governance(
        TransformationsReader.read(
                    new Transformations(1, written),
                    CONDITIONS,
                    "key",
                    RULES.types(),
                    PublicWorks.ALL)
                instanceof TransformationsReader.Reading.Good(var good)
            ? good
            : Transforming.NONE,
        plan);
  }

  private static Value.Fields fields(Value value) {
    return value instanceof Value.Fields fields ? fields : Value.Fields.EMPTY;
  }

  @Property(tries = 1_500)
  void aNoIsHeardOfWhatDoesNotCountAndNothingElse(@ForAll Random random) {
    var governance = governance(random);
    var said = new LinkedHashMap<>(event(random).values());
    if (random.nextBoolean()) {
      said.put("userId", new Value.Text("u-1"));
    }
    var preferences = new LinkedHashMap<String, Value>();
    preferences.put("mail", new Value.Truth(false));
    preferences.put("ads", new Value.Truth(true));
    var consent = new LinkedHashMap<String, Value>();
    consent.put("categoryPreferences", new Value.Fields(preferences));
    var context = new LinkedHashMap<>(new Value.Fields(said).fields("context").values());
    context.put("consent", new Value.Fields(consent));
    said.put("context", new Value.Fields(context));
    var event = new Value.Fields(said);
    var envelope = new Envelope(1, 1_790_000_000_000L, null, "edge", null, Value.Fields.EMPTY, 400);
    var heard = OptOuts.of(envelope, event, SOURCE, RULES.types(), governance);
    var reading = governance.judge(envelope, event, SOURCE, RULES.types()).reading();
    if (reading instanceof Reading.Understood) {
      assertThat(heard).isEmpty();
      return;
    }
    if ("u-1".equals(event.text("userId"))) {
      assertThat(heard).as(event + " " + reading).isNotEmpty();
    }
    for (var each : heard) {
      var judged = governance.judge(envelope, each, SOURCE, RULES.types()).reading();
      assertThat(judged).isInstanceOf(Reading.Understood.class);
      if (judged instanceof Reading.Understood(var counts, _)) {
        assertThat(ConsentReader.read(counts))
            .allMatch(statement -> !statement.granted() && statement.purpose().equals("mail"))
            .isNotEmpty();
        assertThat(counts.traits()).isEqualTo(Value.Fields.EMPTY);
      }
      assertThat(OptOuts.of(envelope, each, SOURCE, RULES.types(), governance)).isEmpty();
    }
  }

  /// The law by which the past is repeated: bytes and edits give what was decided.
  @Property(tries = 1_500)
  void whatAnEventBecameIsMadeOfItsBytesAndItsEdits(@ForAll Random random) {
    var governance = governance(random);
    var event = event(random);
    var batch = random.nextInt(3) == 0 ? fields(random, 2) : Value.Fields.EMPTY;
    var envelope = new Envelope(1, 1_790_000_000_000L, null, "edge", null, batch, 400);
    var judged = governance.judge(envelope, event, SOURCE, RULES.types());
    governance.judge(envelope, Value.Fields.EMPTY, SOURCE, RULES.types());
    assertThat(governance.judge(envelope, event, SOURCE, RULES.types())).isEqualTo(judged);
    if (judged.reading() instanceof Reading.Understood(var counts, _)) {
      var recorded = new Outcome.Accepted(counts, counts.identifiers().getFirst(), judged.edits());
      var edits = Reasons.edits(Reasons.json(recorded));
      assertThat(edits).isEqualTo(judged.edits());
      var sent = (Value.Fields) JsonReader.event(JsonWriter.bytes(event));
      assertThat(EventReader.read(envelope, Edits.made(sent, edits), SOURCE, RULES.types()))
          .isEqualTo(judged.reading());
    }
    assertThat(judged.reading().head().messageId())
        .isEqualTo(EventReader.read(envelope, event, SOURCE, RULES.types()).head().messageId());
  }
}
