package io.inyeon.runtime.plans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.RealServer;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How good the data is, and where a field comes from and goes to, as an analyst asks over HTTP.
final class MeasuresHttpTest {
  private static final String SEGMENT =
      """
      {"id":"big","name":"큰손","status":"active","condition":{"event":"Bought",
       "aggregate":"sum","property":"total","operator":"gte","value":100}}
      """;

  @TempDir Path data;
  private final HttpClient http = HttpClient.newHttpClient();
  private String key = "";
  private String source = "";
  private RealServer server;

  @BeforeEach
  void begin() throws Exception {
    server = RealServer.start(data);
    var made = asked("POST", "/api/v1/sources", "{\"name\":\"web\",\"kind\":\"server\"}");
    key = Objects.requireNonNull(made.text("writeKey"));
    source = Objects.requireNonNull(made.text("id"));
  }

  @AfterEach
  void end() throws Exception {
    server.close();
  }

  private HttpResponse<byte[]> send(String method, String path, String body, String credentials)
      throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
            .header("Authorization", credentials)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofByteArray());
  }

  private Value.Fields asked(String method, String path, String body) throws Exception {
    var answer = send(method, path, body, "Bearer " + RealServer.KEY);
    assertThat(answer.statusCode())
        .as(path + " " + new String(answer.body(), UTF_8))
        .isLessThan(300);
    return (Value.Fields) JsonReader.event(answer.body());
  }

  private void sent(String events) throws Exception {
    var credentials = "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(UTF_8));
    var answer = send("POST", "/v1/batch?ack=full", "{\"batch\":[" + events + "]}", credentials);
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static String bought(int id, String properties) {
    return """
    {"type":"track","event":"Bought","messageId":"m%d","userId":"kim","properties":%s}\
    """
        .formatted(id, properties);
  }

  private static List<Value.Fields> list(Value.Fields fields, String name) {
    return ((Value.Items) Objects.requireNonNull(fields.get(name)))
        .values().stream().map(each -> (Value.Fields) each).toList();
  }

  private static Value.Fields by(List<Value.Fields> all, String name, String value) {
    return all.stream()
        .filter(each -> value.equals(each.text(name)))
        .findFirst()
        .orElseThrow(() -> new AssertionError(value + " in " + all));
  }

  private static double number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(BigDecimal number)
        ? number.doubleValue()
        : Double.NaN;
  }

  private Value.Fields counted() throws Exception {
    var all = list(asked("GET", "/api/v1/data-quality", ""), "sources");
    return by(all, "source", source);
  }

  @Test
  void sourcesEventsAndFieldsAreMeasured() throws Exception {
    sent(bought(1, "{\"total\":120,\"city\":\"서울\"}") + "," + bought(2, "{\"total\":\"90\"}"));
    sent(bought(2, "{\"total\":\"90\"}") + ",{\"type\":\"track\",\"event\":\"Bought\"}");
    var web = counted();
    var today = web.fields("today");
    assertThat(number(today, "accepted")).isEqualTo(2);
    assertThat(number(today, "duplicates")).isEqualTo(1);
    assertThat(number(today, "quarantined")).isEqualTo(1);
    assertThat(number(today, "uniqueness")).isEqualTo(0.75);
    assertThat(web.fields("volume").text("state")).isEqualTo("learning");

    var one = asked("GET", "/api/v1/data-quality/sources/" + source + "?days=7", "");
    assertThat(list(one, "hours")).hasSize(48);
    assertThat(list(one, "days")).hasSize(1);
    assertThat(number(by(list(one, "events"), "event", "Bought"), "events")).isEqualTo(3);

    var event = asked("GET", "/api/v1/data-quality/sources/" + source + "/events/Bought", "");
    assertThat(number(event, "looked")).isEqualTo(3);
    var total = by(list(event, "fields"), "field", "properties.total");
    assertThat(number(total, "completeness")).isEqualTo(0.6667);
    assertThat(number(total.fields("types"), "number")).isEqualTo(1);
    assertThat(number(total.fields("types"), "text")).isEqualTo(1);
    assertThat(list(asked("GET", "/api/v1/data-quality/alerts?open=true", ""), "alerts")).isEmpty();
    var status = asked("GET", "/api/v1/status", "");
    assertThat(number(status.fields("counts"), "dataQualityAlerts")).isZero();

    for (var wrong :
        List.of(
            "/api/v1/data-quality/sources/" + source + "?days=0",
            "/api/v1/data-quality/alerts?limit=x",
            "/api/v1/data-quality/alerts?before=x",
            "/api/v1/lineage?field=total")) {
      assertThat(send("GET", wrong, "", "Bearer " + RealServer.KEY).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
    for (var nowhere :
        List.of(
            "/api/v1/data-quality/sources/src_none",
            "/api/v1/data-quality/sources/" + source + "/events/Nothing")) {
      assertThat(send("GET", nowhere, "", "Bearer " + RealServer.KEY).statusCode())
          .as(nowhere)
          .isEqualTo(404);
    }
  }

  @Test
  void aFieldsWayIsToldAndWhatAChangeOfItBreaks() throws Exception {
    sent(bought(1, "{\"total\":120}"));
    asked("POST", "/api/v1/segments", SEGMENT);
    asked(
        "POST",
        "/api/v1/segments",
        """
        {"id":"bigger","name":"큰손 중","status":"active","condition":{"segment":"big"}}
        """);
    var lineage = asked("GET", "/api/v1/lineage?event=Bought&field=properties.total", "");
    assertThat(by(list(lineage, "sources"), "source", source).text("event")).isEqualTo("Bought");
    assertThat(list(lineage, "readers")).extracting(each -> each.text("id")).contains("big");
    assertThat(by(list(lineage, "readers"), "id", "bigger").text("via")).isEqualTo("big");
    assertThat(list(asked("GET", "/api/v1/lineage?field=properties.other", ""), "readers"))
        .isEmpty();

    var rename =
        """
        {"transformations":[{"id":"t","events":["Bought"],
          "steps":[{"do":"rename","path":"/properties/total","to":"amount"}]}]}
        """;
    var tried =
        asked("POST", "/api/v1/transformations/preview", "{\"transformations\":" + rename + "}");
    var breaks = list(tried, "breaks");
    assertThat(breaks).as(new String(JsonWriter.bytes(tried), UTF_8)).hasSize(1);
    assertThat(breaks.getFirst().text("field")).isEqualTo("properties.total");
    assertThat(list(breaks.getFirst(), "readers"))
        .extracting(each -> each.text("id"))
        .containsExactly("big", "bigger");
    asked("PUT", "/api/v1/transformations", rename);
    var after = asked("GET", "/api/v1/lineage?event=Bought&field=properties.total", "");
    assertThat(by(list(after, "transformations"), "transformation", "t").text("do"))
        .isEqualTo("rename");
    var again =
        asked("POST", "/api/v1/transformations/preview", "{\"transformations\":" + rename + "}");
    assertThat(list(again, "breaks")).as("in force already").isEmpty();
  }

  @Test
  void aPlanThatTakesAFieldAwayFirstSaysWhoReadsIt() throws Exception {
    var plan =
        """
        {"id":"shop","name":"Shop","rules":[{"event":"Bought","schema":{"type":"object",
         "properties":{"properties":{"type":"object","properties":{%s}}}}}]}
        """;
    asked("POST", "/api/v1/segments", SEGMENT);
    var first = plan.formatted("\"total\":{\"type\":\"number\"},\"city\":{\"type\":\"string\"}");
    asked("PUT", "/api/v1/plans/shop", first);
    var retyped = plan.formatted("\"total\":{\"type\":\"string\"}");
    var told = asked("POST", "/api/v1/plans/validate", retyped);
    assertThat(items(told, "breaks")).hasSize(1);
    var one = (Value.Fields) items(told, "breaks").getFirst();
    assertThat(one.text("change")).isEqualTo("retyped");
    assertThat(one.text("field")).isEqualTo("properties.total");
    assertThat(((Value.Fields) items(one, "readers").getFirst()).text("id")).isEqualTo("big");
    assertThat(items(asked("POST", "/api/v1/plans/validate", first), "breaks")).isEmpty();
    var tried = asked("POST", "/api/v1/transformations/preview", "{\"plan\":" + retyped + "}");
    assertThat(items(tried, "planBreaks")).hasSize(1);
    assertThat(items(asked("PUT", "/api/v1/plans/shop", retyped), "breaks")).hasSize(1);
  }

  private List<Value.Fields> broken(String draft) throws Exception {
    return list(asked("POST", "/api/v1/plans/validate", draft), "breaks");
  }

  private static List<String> ids(Value.Fields one, String list, String name) {
    return list(one, list).stream().map(each -> String.valueOf(each.text(name))).toList();
  }

  @Test
  void aPlanThatAllowsLessFirstSaysWhoReadsWhatBreaksIt() throws Exception {
    var plan =
        """
        {"id":"shop","name":"Shop","sources":[{"source":"*","violations":"%s"}],
         "rules":[{"event":"Bought","schema":{"properties":{"properties":{
           "required":[%s],"properties":{"total":{},"city":{%s},"shop":{}}}}}}%s]}
        """;
    var seen = ",{\"event\":\"Seen\",\"schema\":{}}";
    asked("POST", "/api/v1/segments", SEGMENT);
    asked(
        "PUT",
        "/api/v1/transformations",
        """
        {"transformations":[{"id":"tidy","events":["Seen"],
          "steps":[{"do":"drop","path":"/properties/x"}]},
         {"id":"abroad","events":["Bought"],
          "when":{"event":"Bought","where":[{"property":"city","operator":"equals","value":"Paris"}]},
          "steps":[{"do":"drop","path":"/properties/x"}]}]}
        """);
    asked(
        "PUT",
        "/api/v1/enrichers/shops",
        """
        {"name":"Shops","status":"draft","events":["Bought"],
         "purpose":"profiling","recipient":"Example","party":"first",
         "request":{"method":"GET","url":"https://api.example.com/{/properties/shop}"},
         "answer":[{"from":"/a","to":"a"}]}
        """);
    asked("PUT", "/api/v1/plans/shop", plan.formatted("allow", "", "", seen));

    var told = broken(plan.formatted("allow", "\"total\"", "\"enum\":[\"Seoul\"]", seen));
    assertThat(told).hasSize(2);
    var city = by(told, "field", "properties.city");
    assertThat(city.text("change")).isEqualTo("narrowed");
    assertThat(city.text("rule")).isEqualTo("enum");
    assertThat(items(city, "after")).containsExactly(new Value.Text("Seoul"));
    assertThat(ids(city, "transformations", "transformation")).containsExactly("abroad");
    assertThat(list(city, "readers")).as("the event counts all the same").isEmpty();
    var total = by(told, "field", "properties.total");
    assertThat(total.text("change")).isEqualTo("required");
    assertThat(ids(total, "readers", "id")).containsExactly("big");
    assertThat(list(total, "enrichers")).isEmpty();

    var shop = broken(plan.formatted("allow", "\"shop\"", "", seen));
    assertThat(ids(shop.getFirst(), "enrichers", "enricher")).containsExactly("shops");

    var refused = broken(plan.formatted("quarantine", "", "\"enum\":[\"Seoul\"]", seen));
    assertThat(ids(refused.getFirst(), "readers", "id"))
        .as("what is quarantined is missing to everyone who reads the event")
        .containsExactly("big");

    var gone = broken(plan.formatted("allow", "", "", "")).getFirst();
    assertThat(gone.text("change")).isEqualTo("dropped");
    assertThat(gone.text("event")).isEqualTo("Seen");
    assertThat(ids(gone, "transformations", "transformation")).containsExactly("tidy");
  }

  @Test
  void whoeverSendsATraitOfThePersonReadsItWhateverEventsItAsksAbout() throws Exception {
    asked(
        "PUT",
        "/api/v1/enrichers/scores",
        """
        {"name":"Scores","status":"draft","events":["Bought"],
         "purpose":"profiling","recipient":"Example","party":"first",
         "request":{"method":"GET","url":"https://api.example.com/{/profile/traits/plan}"},
         "answer":[{"from":"/a","to":"a"}]}
        """);
    var plan =
        """
        {"id":"shop","name":"Shop","sources":[{"source":"*","violations":"allow"}],
         "rules":[{"call":"identify","schema":{"properties":{"traits":{
           "required":[%s],"properties":{"plan":{},"city":{}}}}}}]}
        """;
    asked("PUT", "/api/v1/plans/shop", plan.formatted(""));
    var read = broken(plan.formatted("\"plan\"")).getFirst();
    assertThat(read.text("field")).isEqualTo("traits.plan");
    assertThat(ids(read, "enrichers", "enricher")).containsExactly("scores");
    assertThat(broken(plan.formatted("\"city\""))).as("nobody reads it").isEmpty();
  }

  private static List<Value> items(Value.Fields fields, String name) {
    return ((Value.Items) Objects.requireNonNull(fields.get(name))).values();
  }
}
