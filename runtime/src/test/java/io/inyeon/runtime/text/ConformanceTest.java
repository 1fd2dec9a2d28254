package io.inyeon.runtime.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// The payloads that the public specification shows, and those of its end-to-end tests.
class ConformanceTest {
  private static final Path DATA = Path.of("..", "..", "shared", "data", "conformance");
  private static final long NOW = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
  private static final Source SOURCE =
      new Source("s", 1, "s", SourceKind.SERVER, List.of(), true, 1, false, false, 0);
  private static final Rules RULES =
      Rules.of(
          DefaultRules.of("00".repeat(32), "KR", "KRW", "Asia/Seoul"),
          new NumberingPlans(),
          new LinearPatterns());

  private static Reading read(Call call, Value body) {
    var envelope = new Envelope(1, NOW, call, "edge", null, Value.Fields.EMPTY, 1_000);
    return EventReader.read(envelope, body, SOURCE, RULES.types());
  }

  private static List<String> identifiers(Reading reading) {
    return switch (reading) {
      case Reading.Understood(Event event, _) ->
          event.identifiers().stream().map(Identifier::toString).toList();
      case Reading.Refused(_, var violations) -> violations.stream().map(Violation::code).toList();
      case Reading.Unwanted _ -> List.of("unwanted");
    };
  }

  private static byte[] unzipped(String name) throws IOException {
    var file = DATA.resolve(name);
    assumeTrue(Files.exists(file), () -> "NOT TESTED: the data set is missing: " + file);
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      return in.readAllBytes();
    }
  }

  @Test
  void theExamplesOfTheSpecificationAreUnderstood() throws IOException {
    var all = (Value.Items) JsonReader.event(unzipped("segment_spec_examples.json.gz"));
    var calls = new TreeMap<String, Integer>();
    var results = new TreeMap<String, Integer>();
    var names = new HashMap<String, Reading>();
    for (var each : all.values()) {
      var payload = ((Value.Fields) each).fields("payload");
      // Old pages say "action"; such an event came by its own endpoint.
      var type = payload.text("type") == null ? payload.text("action") : payload.text("type");
      var call = Call.valueOf(String.valueOf(type).toUpperCase(Locale.ROOT));
      var reading = read(call, payload);
      calls.merge(String.valueOf(type), 1, Integer::sum);
      var ids = identifiers(reading);
      results.merge(String.join(" ", ids), 1, Integer::sum);
      names.put(reading.head().name(), reading);
    }
    assertThat(calls)
        .isEqualTo(
            Map.of("track", 65, "alias", 2, "identify", 1, "group", 1, "page", 1, "screen", 1));
    assertThat(results)
        .isEqualTo(
            Map.of(
                "user_id:019mr8mf4r",
                31,
                "user_id:userId",
                16,
                "user_id:123",
                8,
                "user_id:user123",
                1,
                // the page on fields that all calls have shows everything that a phone says
                "user_id:97980cfea0067 ios.id:B5372DB0-C21E-11E4-8DFC-AA07A5B093DB"
                    + " ios.idfa:7A3CBEA0-BDF5-11E4-8DFC-AA07A5B093DB ios.push_token:"
                    + "ff15bc0c20c4aa6cd50854ff165fd265c838e5405bfeb9571066395b8c9da449"
                    + " anonymous_id:507f191e810c19729de860ea",
                1,
                "user_id:97980cfea0067 email:peter@example.com",
                1,
                "user_id:AiUGstSDIg anonymous_id:23adfd82-aa0f-45a7-a756-24f2a7a4c895",
                1,
                "user_id:507f191e81 anonymous_id:jen@email.com",
                1,
                "user_id:507f191e81 anonymous_id:39239-239239-239239-23923",
                1,
                // one of each kind but identify and alias shows nobody; the six on e-mail write
                // user_id, which is no field of the specification
                "no_identifier",
                10));
    assertThat(names).containsKeys("Order Completed", "Live Chat Message Sent", "Email Opened");
  }

  @Test
  void thePayloadsOfTheEndToEndTestsAreUnderstood() throws IOException {
    var files = Tar.texts(unzipped("segment-library-e2e-fixtures.tar.gz"));
    var read = new TreeMap<String, List<String>>();
    files.forEach((name, json) -> {
      if (JsonReader.event(json) instanceof Value.Fields payload) {
        var envelope = new Envelope(1, NOW, null, "edge", null, Value.Fields.EMPTY, 1_000);
        var reading = EventReader.read(envelope, payload, SOURCE, RULES.types());
        read.put(
            reading.head().name() + " of " + name.substring(name.lastIndexOf('/') + 1),
            identifiers(reading));
      }
    });
    assertThat(read)
        .isEqualTo(
            new TreeMap<>(
                Map.ofEntries(
                    Map.entry(
                        "Content Started of advance-track.json",
                        List.of("user_id:nhi", "anonymous_id:anon100")),
                    Map.entry("Simple Track of track.json", List.of("user_id:prateek")),
                    Map.entry(
                        "alias of advance-alias.json",
                        List.of("user_id:currentUser", "anonymous_id:prevUser")),
                    Map.entry(
                        "alias of alias.json",
                        List.of("user_id:currentUser", "anonymous_id:prevUser")),
                    Map.entry("group of advance-group.json", List.of("user_id:nhi")),
                    Map.entry("group of group.json", List.of("user_id:prateek")),
                    Map.entry(
                        "identify of advance-identify.json",
                        List.of(
                            "user_id:NTI3ODQ3ZmUtODgxNC00MjhiLTk0YjctM2JlNGQ5OGFlNGE3",
                            "email:peter@initech.com",
                            "anonymous_id:903875325897329587")),
                    Map.entry(
                        "identify of identify.json",
                        List.of("user_id:prateek", "email:peter@initech.com")),
                    Map.entry("page of page.json", List.of("user_id:prateek")),
                    Map.entry(
                        "screen of advance-screen.json",
                        List.of("user_id:nhi", "anonymous_id:anon=ABCD")),
                    Map.entry("screen of screen.json", List.of("user_id:nhi")))));
  }
}
