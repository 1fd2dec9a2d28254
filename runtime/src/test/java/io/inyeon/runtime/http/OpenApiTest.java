package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// The documents and the server say the same.
final class OpenApiTest {
  private static final House HOUSE = new House();
  private static final Server SERVER =
      Server.start(HttpSettings.at("127.0.0.1", 0), HOUSE.inside(), InstantSource.system());
  private static final Client CLIENT = new Client(SERVER.port());

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    for (var spec : Spec.all()) {
      assertThat(spec.references()).isNotEmpty();
      for (var reference : spec.references()) {
        assertThat(spec.resolved(Map.of("$ref", reference))).isNotEmpty();
      }
    }
  }

  @Test
  void everyOperationHasItsOwnNameAndASummary() {
    var names = new ArrayList<Object>();
    for (var spec : Spec.all()) {
      for (var operation : spec.operations()) {
        names.add(operation.body().get("operationId"));
        assertThat(operation.body().get("summary")).isNotNull();
      }
    }
    assertThat(names).doesNotHaveDuplicates().doesNotContainNull();
  }

  @Test
  void everyPlaceInTheDocumentsAnswersAsTheySay() {
    var faults = new ArrayList<String>();
    for (var spec : Spec.all()) {
      for (var operation : spec.operations()) {
        var path =
            operation
                .path()
                .replace("{writeKey}", "wk_web")
                .replace("{type}", "track")
                .replaceAll("\\{.*?}", "nobody");
        var reply =
            CLIENT.send(
                operation.method(),
                path,
                "{}".getBytes(UTF_8),
                "Authorization: Bearer "
                    + (spec.name().equals("collect") ? "wk_web" : House.ADMIN));
        assertThat(reply.status()).as(operation.toString()).isNotEqualTo(405);
        if (reply.status() == 404 && !reply.text().startsWith("<!doctype html>")) {
          assertThat(reply.code()).as(operation.toString()).isNotEqualTo("not_found");
        }
        faults.addAll(spec.faults(operation, reply));
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void everyPlaceOfTheServerIsInTheDocuments() {
    var documented = new TreeSet<String>();
    Spec.all().forEach(spec -> spec.operations().forEach(each -> documented.add(each.toString())));
    var served = new TreeSet<String>();
    for (var route : ManagementRoute.values()) {
      served.add(route.method + " " + route.template);
    }
    CollectRoute.Places.V1
        .keySet()
        .forEach(name ->
            served.add(name.equals("sourceConfig") ? "GET /sourceConfig" : "POST /v1/" + name));
    served.addAll(
        List.of(
            "POST /beacon/v1/batch",
            "GET /v1/pixel/{type}",
            "GET /v1/projects/{writeKey}/settings",
            "GET /projects/{writeKey}/settings",
            "POST /api/s/{type}",
            "POST /api/s/s2s/{type}"));
    assertThat(documented).isEqualTo(served);
  }
}
