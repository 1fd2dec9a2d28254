package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.mapping.Presets;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// `inyeon import`: hands a file to the running server and watches what becomes of it.
///
/// Killed at any point, the same command goes on where it was: the server knows the file by its
/// SHA-256, and imports without anybody watching.
public final class Importing {
  private static final int PART = 400_000;
  private static final int LOOK_MS = 500;
  private static final int REASONS_SHOWN = 20;
  private static final Set<String> OVER = Set.of("done", "failed", "cancelled", "undone", "ready");

  private final Order order;
  private final Client client;
  private final PrintStream out;

  private Importing(Order order, Client client, PrintStream out) {
    this.order = order;
    this.client = client;
    this.out = out;
  }

  /// Imports a file.
  ///
  /// @return the exit status: 0 when every row was accepted or there before, 1 when some were not,
  ///   2 when it came to nothing
  public static int run(Order order, PrintStream out, PrintStream errors)
      throws InterruptedException {
    try (var client = new Client(order.server(), order.key())) {
      return new Importing(order, client, out).run();
    } catch (Client.Refused | Unreadable e) {
      errors.println(e.getMessage());
    } catch (IOException e) {
      errors.println("It did not work: " + e + ". The same command goes on where it stopped.");
    }
    return 2;
  }

  private int run() throws IOException, InterruptedException, Client.Refused {
    var job = made(order.source(), wanted(map()));
    var id = text(job, "id");
    out.println("Import " + id + " of " + order.file().getFileName());
    upload(id, number(job, "uploaded"));
    client.post(
        "/api/v1/imports/" + id + "/start?rehearse=" + order.rehearse(), Value.Fields.EMPTY);
    return report(id, watched(id));
  }

  private Value map() throws IOException {
    var path = Path.of(order.map());
    if (!Files.exists(path) && Presets.names().contains(order.map())) {
      return fields("preset", new Value.Text(order.map()));
    }
    if (!Files.exists(path)) {
      throw new Unreadable(
          "no_map",
          "There is no file "
              + path
              + ", and no ready-made map of that name: "
              + String.join(", ", Presets.names())
              + ".");
    }
    if (JsonReader.event(Files.readAllBytes(path)) instanceof Value.Fields map) {
      return map;
    }
    throw new Unreadable("invalid_map", path + " is no JSON object.");
  }

  private Map<String, Value> wanted(Value map) throws IOException {
    var wanted = new LinkedHashMap<String, Value>();
    wanted.put("name", new Value.Text(String.valueOf(order.file().getFileName())));
    wanted.put("bytes", new Value.Decimal(BigDecimal.valueOf(Files.size(order.file()))));
    wanted.put("sha256", new Value.Text(JobFolder.sha256(RowSource.Opening.of(order.file()))));
    wanted.put("map", map);
    return wanted;
  }

  private Value.Fields made(String source, Map<String, Value> wanted)
      throws IOException, InterruptedException, Client.Refused {
    wanted.put("source", new Value.Text(source));
    try {
      return client.post("/api/v1/imports", new Value.Fields(wanted));
    } catch (Client.Refused e) {
      if (!e.code().equals("source_not_found")) {
        throw e;
      }
      var made =
          client.post(
              "/api/v1/sources",
              fields("name", new Value.Text(source), "kind", new Value.Text("import")));
      out.println("Source " + text(made, "id") + " is made: " + source);
      wanted.put("source", new Value.Text(text(made, "id")));
      return client.post("/api/v1/imports", new Value.Fields(wanted));
    }
  }

  private void upload(String id, long from)
      throws IOException, InterruptedException, Client.Refused {
    try (var file = new RandomAccessFile(order.file().toFile(), "r")) {
      var part = new byte[PART];
      for (var at = from; at < file.length(); ) {
        file.seek(at);
        var read = file.read(part);
        var job =
            client.put(
                "/api/v1/imports/" + encoded(id) + "/file?offset=" + at,
                java.util.Arrays.copyOf(part, read));
        at = number(job, "uploaded");
        progress("sent", at, file.length(), "");
      }
    }
  }

  private Value.Fields watched(String id) throws IOException, InterruptedException, Client.Refused {
    while (true) {
      var job = client.get("/api/v1/imports/" + encoded(id));
      var waiting = job.text("waiting");
      progress(
          "read",
          number(job, "readBytes"),
          number(job, "bytes"),
          number(job, "rows") + " rows" + (waiting == null ? "" : ", waits: " + waiting));
      if (OVER.contains(text(job, "state"))) {
        out.println();
        return job;
      }
      Thread.sleep(LOOK_MS);
    }
  }

  private void progress(String what, long done, long all, String more) {
    var percent = all == 0 ? 100 : 100 * done / all;
    out.print(String.format(Locale.ROOT, "\r%s %3d %% %s ", what, percent, more));
    out.flush();
  }

  private int report(String id, Value.Fields job)
      throws IOException, InterruptedException, Client.Refused {
    if (order.rehearse()) {
      preview(id);
    }
    var state = text(job, "state");
    for (var name :
        new String[] {"rows", "accepted", "duplicate", "quarantined", "dropped", "rejected"}) {
      out.printf(Locale.ROOT, "%-12s %,d%n", name, number(job, name));
    }
    job.fields("reasons")
        .values()
        .forEach((code, rows) ->
            out.println(
                "  " + code + ": " + new String(JsonWriter.bytes(rows), StandardCharsets.UTF_8)));
    var kept = number(job, "quarantined") + number(job, "rejected");
    if (kept > 0) {
      rejected(id);
    }
    var error = job.text("error");
    if (error != null) {
      out.println("It " + state + ": " + error + ". " + text(job, "errorDetail"));
      return 2;
    }
    out.println(
        order.rehearse()
            ? "Nothing was taken: this was a dry run."
            : state.equals("done") ? "Done." : "It is " + state + ".");
    return kept > 0 ? 1 : 0;
  }

  private void preview(String id) throws IOException, InterruptedException, Client.Refused {
    if (client.get("/api/v1/imports/" + encoded(id) + "/preview").get("events")
        instanceof Value.Items(var events)) {
      for (var event : events) {
        out.println(new String(JsonWriter.bytes(event), StandardCharsets.UTF_8));
      }
    }
  }

  /// Writes the rows that were not accepted, and shows the first.
  private void rejected(String id) throws IOException, InterruptedException, Client.Refused {
    var shown = 0;
    try (var file = Files.newBufferedWriter(order.rejected())) {
      for (var from = 0L; from >= 0; ) {
        var page = client.get("/api/v1/imports/" + encoded(id) + "/rejected?from=" + from);
        if (page.get("rows") instanceof Value.Items(var rows)) {
          for (var row : rows) {
            var line = new String(JsonWriter.bytes(row), StandardCharsets.UTF_8);
            file.write(line);
            file.newLine();
            if (shown++ < REASONS_SHOWN) {
              out.println("  " + line);
            }
          }
        }
        from = page.get("next") == null ? -1 : number(page, "next");
      }
    }
    out.println("All rows that were not accepted, with their reasons: " + order.rejected());
  }

  private static Value.Fields fields(Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Value>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
    }
    return new Value.Fields(fields);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(Value.Fields fields, String name) {
    var text = fields.text(name);
    return text == null ? "" : text;
  }

  private static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(var number) ? number.longValue() : 0;
  }
}
