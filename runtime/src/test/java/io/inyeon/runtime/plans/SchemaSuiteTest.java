package io.inyeon.runtime.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.schema.Documents;
import io.inyeon.core.govern.schema.Findings;
import io.inyeon.core.govern.schema.JsonSchema;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.text.LinearPatterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The required cases of the JSON-Schema-Test-Suite, with the suite's own remote schemas.
class SchemaSuiteTest {
  private static final Path SUITE =
      Path.of("../../shared/data/conformance/json-schema-test-suite_draft7_2020-12.tar.gz");

  @Test
  void allRequiredCasesOfDraft7Pass() throws IOException {
    assertEquals(List.of(), failures("tests/draft7/", true, 800));
  }

  @Test
  void allRequiredCasesOfDraft202012Pass() throws IOException {
    assertEquals(List.of(), failures("tests/draft2020-12/", false, 1_000));
  }

  private static List<String> failures(String folder, boolean seven, int atLeast)
      throws IOException {
    assumeTrue(Files.exists(SUITE), () -> "NOT TESTED: the data set is missing: " + SUITE);
    var files = Tar.files(SUITE);
    var documents = documents(files);
    var failures = new ArrayList<String>();
    var cases = 0;
    for (var file : files.entrySet()) {
      var name = file.getKey();
      if (name.startsWith(folder) && name.indexOf('/', folder.length()) < 0) {
        cases += run(name, items(value(file.getValue())), documents, seven, failures);
      }
    }
    assertTrue(cases >= atLeast, "only " + cases + " cases");
    return failures;
  }

  private static Documents documents(SortedMap<String, byte[]> files) {
    var remotes = new TreeMap<String, Value>();
    files.forEach((name, bytes) -> {
      if (name.startsWith("remotes/") && name.endsWith(".json")) {
        remotes.put("http://localhost:1234/" + name.substring("remotes/".length()), value(bytes));
      }
    });
    return address -> {
      var known = MetaSchemas.ALL.at(address);
      return known == null ? remotes.get(address) : known;
    };
  }

  private static int run(
      String file, List<Value> groups, Documents documents, boolean seven, List<String> failures) {
    var cases = 0;
    for (var each : groups) {
      var group = (Value.Fields) each;
      var schema = part(group, "schema");
      var compiled =
          seven
              ? JsonSchema.ofDraft7(schema, documents, new LinearPatterns(), false)
              : JsonSchema.of(schema, documents, new LinearPatterns(), false);
      for (var one : items(part(group, "tests"))) {
        cases++;
        var test = (Value.Fields) one;
        var name = file + ": " + group.text("description") + ": " + test.text("description");
        var expected = part(test, "valid").equals(new Value.Truth(true));
        switch (compiled) {
          case JsonSchema.Compiled.Bad(var problems) -> failures.add(name + " " + problems);
          case JsonSchema.Compiled.Good(var good) -> {
            var data = part(test, "data");
            var findings = new Findings();
            good.check(data, findings);
            if (good.holds(data) != expected || findings.all().isEmpty() != expected) {
              failures.add(name + " should be " + expected + ", " + findings.all());
            }
          }
        }
      }
    }
    return cases;
  }

  private static Value part(Value.Fields fields, String name) {
    return Objects.requireNonNull(fields.values().get(name), name);
  }

  private static List<Value> items(Value value) {
    return ((Value.Items) value).values();
  }

  private static Value value(byte[] json) {
    return JsonReader.event(json) instanceof Value value ? value : throwing(json);
  }

  private static Value throwing(byte[] json) {
    throw new IllegalStateException("no JSON: " + Map.of("bytes", json.length));
  }
}
