package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// The public specification's own examples pass through the edge untouched.
final class SpecExamplesTest {
  private static final Path EXAMPLES =
      Path.of("..", "shared", "data", "conformance", "segment_spec_examples.json.gz");

  @Test
  void everyExampleOfTheSpecificationIsTakenAsItIs() throws IOException {
    var file = Files.exists(EXAMPLES) ? EXAMPLES : Path.of("..").resolve(EXAMPLES);
    assumeTrue(Files.exists(file), "SKIPPED: no " + EXAMPLES + " beside the repository");
    List<Value> examples;
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      examples = ((Value.Items) JsonReader.event(in.readAllBytes())).values();
    }
    assertThat(examples).hasSize(71);
    var house = new House();
    try (var server =
        Server.start(HttpSettings.at("127.0.0.1", 0), house.inside(), InstantSource.system())) {
      var client = new Client(server.port());
      for (var example : examples) {
        var payload = ((Value.Fields) example).fields("payload");
        var body = new String(JsonWriter.bytes(payload), UTF_8);
        var type = payload.text("type");
        var path = type == null ? "/api/s/event" : "/v1/" + type;
        assertThat(client.post(path, body, "X-Write-Key: wk_web").status()).isEqualTo(200);
        assertThat(house.taken.getLast().parsed()).isEqualTo(payload);
      }
    }
    assertThat(house.taken).extracting(Collected::body).hasSize(71);
  }
}
