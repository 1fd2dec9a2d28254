package io.inyeon.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.bench.Options.Part;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// Rows of what goes through everything there is: a file imported, rules rehearsed, state made
/// anew. A server of its own takes a shop's stream and a generated file of customers.
final class HistoryRows {
  /// Links that a customer of the file has: a user id, an e-mail, a phone and a cookie, each with
  /// each.
  private static final int LINKS = 6;

  private static final String MAP =
      """
      {"event":{"type":"identify","userId":{"$column":"id","as":"id"},
        "anonymousId":{"$column":"cookie","as":"id"},
        "timestamp":{"$column":"since","as":"time"},
        "traits":{"email":{"$column":"email"},"phone":{"$column":"phone","as":"text"},
          "$columns":["city","grade","points"]}}}
      """;

  private static final String ORDERS_MAP =
      """
      {"event":{"type":"track","event":"Order Completed",
        "userId":{"$column":"customer","as":"id"},
        "timestamp":{"$column":"at","as":"time"},
        "properties":{"order_id":{"$column":"order"},"total":{"$column":"total","as":"number"},
          "currency":"KRW","$columns":["product","quantity"]}}}
      """;

  private final Bed bed;
  private final List<Row> rows = new ArrayList<>();

  HistoryRows(Bed bed) {
    this.bed = bed;
  }

  List<Row> rows() {
    return rows;
  }

  /// Does what is asked for of it.
  void measure(Path folder) throws IOException, InterruptedException {
    var quick = bed.options().quick();
    var asked = bed.options().parts();
    var customers = quick ? 60_000 : 1_000_000 / LINKS + 1;
    try (var server = bed.start(Files.createDirectories(folder.resolve("history")))) {
      var keys = server.makeSources();
      bed.say("a shop's stream, to go through again");
      var shop = new Replay(bed.options().seed(), quick ? 1_000 : 3_000, 60, server.host(), keys);
      try (var driver = new Driver(server.address(), Bed.FEW_CONNECTIONS)) {
        Bed.check(driver.closed(shop, Long.MAX_VALUE / 4));
      }
      if (asked.contains(Part.IMPORT)) {
        orders(server, folder, quick ? 60_000 : 200_000);
      }
      imports(server, folder, customers);
      if (asked.contains(Part.REHEARSE)) {
        rehearsal(server);
      }
      if (asked.contains(Part.REBUILD)) {
        rebuild(server);
      }
      if (asked.contains(Part.BACKFILL)) {
        backfill(server, shop.events());
      }
    }
  }

  // ---- import

  private void imports(Server server, Path folder, int customers)
      throws IOException, InterruptedException {
    bed.say(String.format(Locale.ROOT, "a file of %,d customers", customers));
    // The first is for the compiler, so that the second finds the server at its usual pace.
    var first = customers / 2;
    imported(server, folder, 0, first);
    var cpu = server.readings().cpu();
    var before = server.readings().shares();
    var begun = System.nanoTime();
    imported(server, folder, first, customers);
    var seconds = (System.nanoTime() - begun) / 1e9;
    var count = customers - first;
    var compiling = server.readings().shares().since(before).nanos().getOrDefault("compiling", 0L);
    var micros = (server.readings().cpu().minus(cpu).toNanos() - compiling) / 1e3 / count;
    if (bed.options().parts().contains(Part.IMPORT)) {
      rows.add(
          Row.least(
              "import_people",
              "import, new people",
              count / seconds,
              "rows/s",
              20_000,
              String.format(
                  Locale.ROOT,
                  "%,d rows of CSV, each a person with four identifiers, from the command's start"
                      + " to its end; %.1f µs of the server's CPU a row besides compiling",
                  count,
                  micros)));
    }
  }

  /// A file of what customers bought: forty lines each, of which all but the first find them known.
  private void orders(Server server, Path folder, int lines)
      throws IOException, InterruptedException {
    bed.say(String.format(Locale.ROOT, "a file of %,d orders", lines));
    ordered(server, folder, 0, lines);
    var cpu = server.readings().cpu();
    var before = server.readings().shares();
    var begun = System.nanoTime();
    ordered(server, folder, lines, 2 * lines);
    var seconds = (System.nanoTime() - begun) / 1e9;
    var compiling = server.readings().shares().since(before).nanos().getOrDefault("compiling", 0L);
    var micros = (server.readings().cpu().minus(cpu).toNanos() - compiling) / 1e3 / lines;
    rows.add(
        Row.least(
            "import_orders",
            "import, orders",
            lines / seconds,
            "rows/s",
            20_000,
            String.format(
                Locale.ROOT,
                "%,d rows of CSV, forty orders of a customer each, from the command's start to its"
                    + " end; %.1f µs of the server's CPU a row besides compiling",
                lines,
                micros)));
  }

  private void ordered(Server server, Path folder, int from, int to)
      throws IOException, InterruptedException {
    var file = folder.resolve("orders-" + from + ".csv");
    try (var csv = Files.newBufferedWriter(file)) {
      csv.write("order,customer,at,product,quantity,total\n");
      for (var i = from; i < to; i++) {
        csv.write(
            String.format(
                Locale.ROOT,
                "o%d,b%d,2025-%02d-%02dT%02d:%02d:00Z,p%d,%d,%d\n",
                i,
                i / 40,
                1 + i % 40 / 4,
                1 + i % 28,
                i % 24,
                i % 60,
                i * 31 % 3_000,
                1 + i % 3,
                1_000 * (1 + i % 90)));
      }
    }
    var map = folder.resolve("orders.json");
    Files.writeString(map, ORDERS_MAP);
    server.command("import", file.toString(), "--source", "Bench orders", "--map", map.toString());
  }

  private void imported(Server server, Path folder, int from, int to)
      throws IOException, InterruptedException {
    var file = folder.resolve("customers-" + from + ".csv");
    try (var csv = Files.newBufferedWriter(file)) {
      csv.write("id,email,phone,cookie,since,city,grade,points\n");
      for (var i = from; i < to; i++) {
        csv.write(
            String.format(
                Locale.ROOT,
                "f%d,f%d@example.com,010%08d,k%d,2025-%02d-%02dT09:00:00Z,Seoul,G%d,%d\n",
                i,
                i,
                i,
                i,
                1 + i % 12,
                1 + i % 28,
                i % 5,
                i % 1_000));
      }
    }
    var map = folder.resolve("customers.json");
    Files.writeString(map, MAP);
    server.command(
        "import", file.toString(), "--source", "Bench customers", "--map", map.toString());
  }

  // ---- rehearsal

  private void rehearsal(Server server) throws IOException, InterruptedException {
    bed.say("a rehearsal of other rules");
    var rules = server.ask("GET", "/api/v1/identity/rules", null).fields("rules");
    var body = new Value.Fields(Map.of("rules", stricter(rules)));
    Value.Fields best = null;
    for (var time = 0; time < 3; time++) {
      var report = server.task("/api/v1/identity/rules/rehearsals", body);
      if (best == null || number(report, "cpuMs") < number(best, "cpuMs")) {
        best = report;
      }
    }
    var report = Objects.requireNonNull(best);
    var links = number(report, "links");
    var micros = number(report, "cpuMs") * 1e3 / links;
    var cores = Runtime.getRuntime().availableProcessors();
    rows.add(
        Row.most(
            "rehearse",
            "rehearsal, 1 M links",
            micros / cores,
            "s",
            10,
            String.format(
                Locale.ROOT,
                "by CPU time, %.1f µs a link over %d cores; %,.0f links took %.2f s by the clock,"
                    + " the best of 3",
                micros,
                cores,
                links,
                number(report, "ms") / 1e3)));
  }

  /// One e-mail a person, and cookies that two may share.
  private static Value.Fields stricter(Value.Fields rules) {
    var types = new ArrayList<Value>();
    if (rules.get("types") instanceof Value.Items(var all)) {
      for (var each : all) {
        var type = new LinkedHashMap<>(((Value.Fields) each).values());
        if (new Value.Text("email").equals(type.get("name"))) {
          type.put("limit", new Value.Decimal(BigDecimal.ONE));
        }
        if (new Value.Text("anonymous_id").equals(type.get("name"))) {
          type.put("sharedAbove", new Value.Decimal(new BigDecimal(2)));
        }
        types.add(new Value.Fields(type));
      }
    }
    var changed = new LinkedHashMap<>(rules.values());
    changed.put("types", new Value.Items(types));
    return new Value.Fields(changed);
  }

  // ---- rebuild

  private void rebuild(Server server) throws IOException, InterruptedException {
    bed.say("a rebuild");
    server.task("/api/v1/rebuilds", null);
    var report = server.task("/api/v1/rebuilds", null);
    var core = report.fields("core");
    rows.add(
        Row.least(
            "rebuild_core",
            "rebuild, core on two cores",
            number(core, "eventsPerSecond"),
            "events/s",
            100_000,
            String.format(
                Locale.ROOT,
                "by CPU time of one event in 31: %.1f µs to read, %.1f µs to decide; the second of"
                    + " two rebuilds",
                number(core, "readMicros"),
                number(core, "decideMicros"))));
    rows.add(
        Row.plain(
            "rebuild",
            "rebuild, whole",
            number(report, "entriesPerSecond"),
            "entries/s",
            String.format(
                Locale.ROOT,
                "%,.0f entries by the clock, with archive, parsing and store, without comparing;"
                    + " %.1f µs of CPU an entry besides the databases' own threads",
                number(report, "entries"),
                number(report, "cpuMs") * 1e3 / number(report, "entries"))));
  }

  // ---- history of a new segment

  private void backfill(Server server, long events) throws IOException, InterruptedException {
    bed.say("a segment filled from history");
    var position =
        Double.parseDouble(
            Objects.requireNonNull(
                server.ask("GET", "/api/v1/status", null).fields("positions").text("durable"),
                "a position"));
    var condition =
        new Value.Fields(
            Map.of(
                "event", new Value.Text("Product Viewed"),
                "window", new Value.Fields(Map.of("last", new Value.Text("90 days")))));
    var seconds = Double.MAX_VALUE;
    for (var time = 0; time < 3; time++) {
      var id = "backfill_" + time;
      // Each with a filter of its own, so that each has to be filled.
      var where =
          new Value.Fields(
              Map.of(
                  "property", new Value.Text("category"),
                  "operator", new Value.Text("not_equals"),
                  "value", new Value.Text(id)));
      var asked = new LinkedHashMap<>(condition.values());
      asked.put("where", new Value.Items(List.of(where)));
      var begun = System.nanoTime();
      server.activate(id, new Value.Fields(asked));
      server.awaitSegment(id);
      seconds = Math.min(seconds, (System.nanoTime() - begun) / 1e9);
    }
    rows.add(
        Row.plain(
            "backfill",
            "a new segment's history",
            position / seconds,
            "entries/s",
            String.format(
                Locale.ROOT,
                "%,.0f entries, of which %,d events of a generated shop, read and counted, %.2f s"
                    + " from saving to ready, the best of 3",
                position,
                events,
                seconds)));
  }

  private static double number(Value.Fields fields, String name) {
    if (fields.get(name) instanceof Value.Decimal(var number)) {
      return number.doubleValue();
    }
    throw new IllegalStateException(
        "no " + name + " in " + new String(JsonWriter.bytes(fields), UTF_8));
  }
}
