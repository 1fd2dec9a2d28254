package io.inyeon.bench;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.ConditionReader;
import io.inyeon.runtime.analytics.Trial;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.text.LinearPatterns;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// How long a preview takes, of four conditions such as marketers write; in the bench's own
/// process, on a read-model that is filled at once.
final class PreviewRows {
  private static final long MEMORY = 256L << 20;
  private static final int TIMES = 7;
  private static final double BUDGET_MS = 300;
  private static final double COMPUTED_BUDGET_MS = 1_500;

  private final Bed bed;
  private final List<Row> rows = new ArrayList<>();

  PreviewRows(Bed bed) {
    this.bed = bed;
  }

  List<Row> rows() {
    return rows;
  }

  private static SequencedMap<String, String> conditions() {
    var conditions = new LinkedHashMap<String, String>();
    conditions.put(
        "bought and no ticket",
        """
        {"all": [{"event": "Order Completed", "aggregate": "sum", "property": "price",
                  "operator": "gte", "value": 100000, "window": {"last": "2 days"}},
                 {"none": [{"event": "Support Ticket Opened", "window": {"last": "30 days"}}]}]}
        """);
    conditions.put(
        "viewed shoes thrice in Seoul",
        """
        {"all": [{"trait": "city", "operator": "equals", "value": "Seoul"},
                 {"event": "Product Viewed", "where": [{"property": "category",
                  "operator": "equals", "value": "shoes"}], "operator": "gte", "value": 3,
                  "window": {"last": "90 days"}}]}
        """);
    conditions.put(
        "viewed, then bought",
        """
        {"sequence": [{"event": "Product Viewed"}, {"event": "Order Completed",
         "within": "1 day"}], "window": {"last": "30 days"}}
        """);
    conditions.put(
        "lapsed good customers",
        """
        {"all": [{"trait": "age", "operator": "between", "from": 30, "to": 49},
                 {"event": "Order Completed", "aggregate": "sum", "property": "price",
                  "operator": "gte", "value": 100000},
                 {"none": [{"event": "Order Completed", "window": {"last": "90 days"}}]}]}
        """);
    return conditions;
  }

  /// On computed traits, of which an average is worked out by the evaluator.
  private static SequencedMap<String, String> onComputedTraits() {
    var conditions = new LinkedHashMap<String, String>();
    conditions.put("many orders", "{\"trait\": \"orders\", \"operator\": \"gte\", \"value\": 3}");
    conditions.put(
        "large baskets", "{\"trait\": \"basket\", \"operator\": \"gte\", \"value\": 120000}");
    conditions.put(
        "best customers",
        "{\"trait\": \"rfm.score\", \"operator\": \"equals\", \"value\": \"555\"}");
    conditions.put(
        "lapsing", "{\"trait\": \"life_cycle\", \"operator\": \"equals\", \"value\": \"lapsing\"}");
    return conditions;
  }

  void measure(Path folder) throws IOException {
    var people = bed.options().quick() ? 100_000L : 1_000_000L;
    var events = 10 * people;
    bed.say(String.format(Locale.ROOT, "previews of %,d people and %,d events", people, events));
    Files.createDirectories(folder);
    try (var trial = Trial.make(folder, MEMORY, people, events, System.currentTimeMillis())) {
      var size = String.format(Locale.ROOT, "%,d people, %,d events", people, events);
      rows.add(measured(trial, "preview", "preview, " + size, conditions(), BUDGET_MS));
      rows.add(
          measured(
              trial,
              "preview_computed",
              "preview of computed traits, " + size,
              onComputedTraits(),
              COMPUTED_BUDGET_MS));
    } catch (SQLException e) {
      throw new IOException("previews could not be measured", e);
    }
  }

  private static Row measured(
      Trial trial, String id, String name, SequencedMap<String, String> conditions, double budget)
      throws SQLException {
    var slowest = 0.0;
    var how = new StringBuilder();
    for (var each : conditions.entrySet()) {
      var condition = condition(each.getValue());
      trial.ask(condition);
      var ms = new double[TIMES];
      var count = 0L;
      var cpu = cpu();
      for (var i = 0; i < TIMES; i++) {
        var begun = System.nanoTime();
        count = trial.ask(condition).count();
        ms[i] = (System.nanoTime() - begun) / 1e6;
      }
      Arrays.sort(ms);
      slowest = Math.max(slowest, ms[TIMES / 2]);
      how.append(
          String.format(
              Locale.ROOT,
              "%s%s %.0f ms (%.0f of CPU, %,d people)",
              how.isEmpty() ? "" : "; ",
              each.getKey(),
              ms[TIMES / 2],
              (cpu() - cpu) / 1e6 / TIMES,
              count));
    }
    return Row.most(
        id,
        name,
        slowest,
        "ms",
        budget,
        "the slowest of four conditions, medians of " + TIMES + ": " + how);
  }

  private static Condition condition(String json) {
    var read = (Value) JsonReader.event(json.getBytes(StandardCharsets.UTF_8));
    return switch (ConditionReader.read(read, "", new LinearPatterns())) {
      case ConditionReader.Reading.Good(var condition) -> condition;
      case ConditionReader.Reading.Bad(var problems) ->
          throw new IllegalStateException(problems.toString());
    };
  }

  /// Of the whole process, the database's threads included.
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
