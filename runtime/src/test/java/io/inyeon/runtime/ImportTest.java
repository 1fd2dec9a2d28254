package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.importing.Importing;
import io.inyeon.runtime.importing.Order;
import io.inyeon.runtime.importing.TakingBack;
import io.inyeon.runtime.importing.Workbooks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files handed to the real server by the real command.
@Tag("slow")
class ImportTest {
  private static final Path RETAIL = Path.of("../../shared/data/rec/online_retail.csv.gz");
  private static final String PURCHASES =
      """
      {"key": ["Line"],
       "event": {"type": "track", "event": "Order Completed", "userId": "{Customer}",
         "timestamp": {"$column": "At", "as": "time"},
         "properties": {"order_id": "{Line}", "currency": "KRW",
           "revenue": {"$column": "Amount", "as": "number", "required": true}}}}
      """;

  /// The map by which the lines of the gift shop's invoices become events.
  private static final String RETAIL_MAP =
      """
      {"timeZone": "Europe/London", "prospect": ["InvoiceNo"],
       "event": {"type": "track",
         "event": {"$choose": [
             {"when": {"InvoiceNo": {"startsWith": "C"}}, "then": "Line Cancelled"},
             {"when": {"Quantity": {"below": 1}}, "then": "Line Adjusted"}],
           "otherwise": "Order Completed"},
         "userId": {"$column": "CustomerID", "as": "id"},
         "timestamp": {"$column": "InvoiceDate", "as": "time", "required": true},
         "properties": {"order_id": "{InvoiceNo}/{#key}", "currency": "GBP",
           "products": [{"product_id": "{StockCode}", "name": "{Description}",
             "price": {"$column": "UnitPrice", "as": "number"},
             "quantity": {"$column": "Quantity", "as": "number"}}]}}}
      """;

  @TempDir Path folder;

  /// What the command said and how it ended.
  private record Ended(int status, String said) {}

  private Ended hand(ServerProcess server, Path file, String map, boolean rehearse)
      throws IOException, InterruptedException {
    var written = folder.resolve("map.json");
    Files.writeString(written, map);
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    var order =
        new Order(
            server.base,
            ServerProcess.KEY,
            file,
            "files",
            written.toString(),
            rehearse,
            folder.resolve("rejected.jsonl"));
    return new Ended(Importing.run(order, out, out), said.toString(StandardCharsets.UTF_8));
  }

  private static Value.Fields newest(ServerProcess server, HttpClient client)
      throws IOException, InterruptedException {
    return server.ask(client, "GET", "/api/v1/imports", "").get("imports")
                instanceof Value.Items(var all)
            && all.getFirst() instanceof Value.Fields newest
        ? newest
        : Value.Fields.EMPTY;
  }

  private static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(var number) ? number.longValue() : -1;
  }

  @Test
  void aFileIsRehearsedImportedRefusedWhereItMustBeAndTakenBack() throws Exception {
    var file = folder.resolve("purchases.csv");
    Files.writeString(
        file,
        """
        Line,Customer,At,Amount
        1,kim,2026-03-01 09:30,"1,000"
        2,kim,2026-03-02 09:30,2000
        3,lee,2026-03-02 09:30,many
        4,guest,2026-03-02 09:30,4000
        2,kim,2026-03-02 09:30,2000
        """);
    try (var server = ServerProcess.start(folder.resolve("data"));
        var client = HttpClient.newHttpClient()) {
      var rehearsed = hand(server, file, PURCHASES, true);
      assertThat(rehearsed.said()).contains("invalid_number").contains("Nothing was taken");
      assertThat(number(newest(server, client), "accepted")).isEqualTo(2);
      assertThat(status(server, client, "GET", "/api/v1/profiles/user_id:kim")).isEqualTo(404);

      var imported = hand(server, file, PURCHASES, false);
      assertThat(imported.status()).as(imported.said()).isEqualTo(1);
      var job = newest(server, client);
      assertThat(job.text("state")).isEqualTo("done");
      assertThat(
              List.of(
                  number(job, "rows"),
                  number(job, "accepted"),
                  number(job, "duplicate"),
                  number(job, "quarantined"),
                  number(job, "rejected")))
          .containsExactly(5L, 2L, 1L, 1L, 1L);
      var rejected = Files.readAllLines(folder.resolve("rejected.jsonl"));
      assertThat(rejected).hasSize(2);
      assertThat(rejected.getFirst()).contains("\"row\":3", "rejected", "/Amount", "many");
      assertThat(rejected.getLast()).contains("\"row\":4", "quarantined", "no_identifier");
      var kim = server.ask(client, "GET", "/api/v1/profiles/user_id:kim", "");
      assertThat(kim.fields("commerce").get("revenue"))
          .isEqualTo(new Value.Decimal(BigDecimal.valueOf(3_000)));

      var again = hand(server, file, PURCHASES, false);
      assertThat(number(newest(server, client), "duplicate")).as(again.said()).isEqualTo(4);
      assertThat(
              server
                  .ask(client, "GET", "/api/v1/profiles/user_id:kim", "")
                  .fields("events")
                  .get("total"))
          .isEqualTo(new Value.Decimal(BigDecimal.valueOf(2)));

      var second = Objects.requireNonNull(newest(server, client).text("id"));
      undone(server, client, Objects.requireNonNull(job.text("id")));
      awaitRebuilt(server, client);
      // The second file says the same, and was not taken back.
      var returned = server.ask(client, "GET", "/api/v1/profiles/user_id:kim", "");
      assertThat(number(returned.fields("events"), "total")).isEqualTo(2);
      assertThat(number(returned.fields("commerce"), "revenue")).isEqualTo(3_000);
      var taken = server.ask(client, "POST", "/api/v1/imports/" + second + "/undo", "");
      assertThat(taken.text("state")).isEqualTo("undone");
      awaitRebuilt(server, client);
      assertThat(status(server, client, "GET", "/api/v1/profiles/user_id:kim")).isEqualTo(404);
      hand(server, file, PURCHASES, false);
      assertThat(number(newest(server, client), "accepted")).isEqualTo(2);
    }
  }

  private static void undone(ServerProcess server, HttpClient client, String id)
      throws IOException, InterruptedException {
    var timeline = "/api/v1/profiles/user_id:kim/events?at-least=";
    var position = server.ask(client, "GET", "/api/v1/imports/" + id, "").text("position");
    assertThat(events(server.ask(client, "GET", timeline + position, ""))).hasSize(2);
    var undone = server.ask(client, "POST", "/api/v1/imports/" + id + "/undo", "");
    assertThat(undone.text("state")).isEqualTo("undone");
    assertThat(events(server.ask(client, "GET", timeline + position, ""))).isEmpty();
  }

  /// What an undone import added goes with the rebuild that the undoing begins.
  private static void awaitRebuilt(ServerProcess server, HttpClient client)
      throws IOException, InterruptedException {
    var all = server.ask(client, "GET", "/api/v1/rebuilds", "");
    var until = System.nanoTime() + 60_000_000_000L;
    while (!succeeded(all) && System.nanoTime() < until) {
      all = server.ask(client, "GET", "/api/v1/rebuilds", "");
    }
    assertThat(succeeded(all)).as("%s", all).isTrue();
  }

  private static boolean succeeded(Value.Fields rebuilds) {
    return rebuilds.get("tasks") instanceof Value.Items(var all)
        && all.stream()
            .allMatch(
                one -> one instanceof Value.Fields fields && "done".equals(fields.text("state")));
  }

  private static List<Value> events(Value.Fields page) {
    return page.get("events") instanceof Value.Items(var events) ? events : List.of();
  }

  private static int status(ServerProcess server, HttpClient client, String method, String path)
      throws IOException, InterruptedException {
    return server.send(client, method, path, ServerProcess.KEY, "").statusCode();
  }

  @Test
  void aFileThatWasStoppedOnItsWayGoesOnFromWhereItWas() throws Exception {
    var text = "Line,Customer,At,Amount\n1,kim,2026-03-01 09:30,1000\n2,lee,2026-03-01 09:30,5\n";
    var file = folder.resolve("purchases.csv");
    Files.writeString(file, text);
    var sha256 = Secrets.hash(text);
    try (var server = ServerProcess.start(folder.resolve("data"));
        var client = HttpClient.newHttpClient()) {
      server.ask(client, "POST", "/api/v1/sources", "{\"name\":\"files\",\"kind\":\"import\"}");
      var made =
          server.ask(
              client,
              "POST",
              "/api/v1/imports",
              "{\"source\":\"files\",\"name\":\"purchases.csv\",\"bytes\":%d,\"sha256\":\"%s\",\"map\":%s}"
                  .formatted(text.length(), sha256, PURCHASES));
      var job = "/api/v1/imports/" + made.text("id");
      assertThat(status(server, client, "POST", job + "/start")).isEqualTo(409);
      var half = server.ask(client, "PUT", job + "/file?offset=0", text.substring(0, 40));
      assertThat(number(half, "uploaded")).isEqualTo(40);
      assertThat(status(server, client, "PUT", job + "/file?offset=50")).isEqualTo(409);
      assertThat(server.ask(client, "POST", job + "/cancel", "").text("state"))
          .isEqualTo("cancelled");
      assertThat(status(server, client, "POST", job + "/start")).isEqualTo(409);

      var ended = hand(server, file, PURCHASES, false);
      assertThat(ended.status()).as(ended.said()).isZero();
      var same = newest(server, client);
      assertThat(same.text("id")).isEqualTo(made.text("id"));
      assertThat(number(same, "accepted")).isEqualTo(2);
    }
  }

  @Test
  void anImportWhoseServerIsKilledGoesOnAndCountsEveryRowOnce() throws Exception {
    var file = folder.resolve("purchases.csv");
    var rows = 30_000;
    var text = new StringBuilder("Line,Customer,At,Amount\n");
    for (var i = 0; i < rows; i++) {
      text.append(i).append(",c").append(i % 50).append(",2026-03-01 09:30,").append("1\n");
    }
    Files.writeString(file, text);
    var data = folder.resolve("data");
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      var watching = Thread.ofVirtual().start(() -> handQuietly(server, file));
      while (newestRows(server, client) < 3_000) {
        Thread.onSpinWait();
      }
      server.kill();
      watching.interrupt();
      watching.join();
    }
    try (var server = ServerProcess.start(data);
        var client = HttpClient.newHttpClient()) {
      // The server goes on by itself; the command finds the import and watches it to its end.
      var ended = hand(server, file, PURCHASES, false);
      assertThat(ended.status()).as(ended.said()).isZero();
      var all = server.ask(client, "GET", "/api/v1/imports", "").get("imports");
      var first = ((Value.Items) Objects.requireNonNull(all)).values().getLast();
      var job = (Value.Fields) first;
      assertThat(number(job, "rows")).isEqualTo(rows);
      assertThat(number(job, "accepted")).isEqualTo(rows);
      assertThat(number(job, "duplicate")).isZero();
      for (var i = 0; i < 50; i++) {
        var person = server.ask(client, "GET", "/api/v1/profiles/user_id:c" + i, "");
        assertThat(number(person.fields("events"), "total")).isEqualTo(rows / 50);
      }
    }
  }

  private void handQuietly(ServerProcess server, Path file) {
    try {
      hand(server, file, PURCHASES, false);
    } catch (IOException | InterruptedException _) {
      // It was meant to be cut off.
    }
  }

  private static long newestRows(ServerProcess server, HttpClient client)
      throws IOException, InterruptedException {
    return newestNumber(server, client, "rows");
  }

  @Test
  void aCommandThatIsKilledAgainAndAgainGoesOnAndCountsEveryRowOnce() throws Exception {
    var file = folder.resolve("purchases.csv");
    var rows = 40_000;
    var text = new StringBuilder("Line,Customer,At,Amount,Note\n");
    for (var i = 0; i < rows; i++) {
      text.append(i).append(",c").append(i % 50).append(",2026-03-01 09:30,1,");
      text.append("x".repeat(400)).append('\n');
    }
    Files.writeString(file, text);
    var map = Files.writeString(folder.resolve("map.json"), PURCHASES);
    try (var server = ServerProcess.start(folder.resolve("data"));
        var client = HttpClient.newHttpClient()) {
      var words =
          List.of(
              "import",
              file.toString(),
              "--source",
              "files",
              "--map",
              map.toString(),
              "--url",
              server.base.toString());
      var sending = ServerProcess.command(folder.resolve("one"), words);
      while (newestNumber(server, client, "uploaded") == 0 && sending.isAlive()) {
        Thread.onSpinWait();
      }
      sending.destroyForcibly().waitFor();
      assertThat(newestNumber(server, client, "uploaded")).isBetween(1L, text.length() - 1L);
      assertThat(newest(server, client).text("state")).isEqualTo("uploading");

      var watching = ServerProcess.command(folder.resolve("two"), words);
      while (newestRows(server, client) < 2_000 && watching.isAlive()) {
        Thread.onSpinWait();
      }
      watching.destroyForcibly().waitFor();

      var last = ServerProcess.command(folder.resolve("three"), words);
      assertThat(last.waitFor()).as(said(folder.resolve("three"))).isZero();
      assertThat(said(folder.resolve("three"))).contains("Done.");
      var all = server.ask(client, "GET", "/api/v1/imports", "").get("imports");
      var job = (Value.Fields) ((Value.Items) Objects.requireNonNull(all)).values().getLast();
      assertThat(number(job, "rows")).isEqualTo(rows);
      assertThat(number(job, "accepted")).isEqualTo(rows);
      assertThat(number(job, "duplicate")).isZero();
      for (var i = 0; i < 50; i++) {
        var person = server.ask(client, "GET", "/api/v1/profiles/user_id:c" + i, "");
        assertThat(number(person.fields("events"), "total")).isEqualTo(rows / 50);
      }
    }
  }

  private static String said(Path process) throws IOException {
    return Files.readString(process.resolve("said"));
  }

  private static long newestNumber(ServerProcess server, HttpClient client, String name)
      throws IOException, InterruptedException {
    var all = server.ask(client, "GET", "/api/v1/imports", "").get("imports");
    return all instanceof Value.Items(var items) && !items.isEmpty()
        ? number((Value.Fields) items.getFirst(), name)
        : 0;
  }

  @Test
  void allOfASourceIsTakenBackByTheCommandAndOthersStay() throws Exception {
    try (var server = ServerProcess.start(folder.resolve("data"));
        var client = HttpClient.newHttpClient()) {
      var march = folder.resolve("march.csv");
      Files.writeString(march, "Line,Customer,At,Amount\n1,kim,2026-03-01 09:30,1000\n");
      var april = folder.resolve("april.csv");
      Files.writeString(april, "Line,Customer,At,Amount\n2,kim,2026-04-01 09:30,2000\n");
      hand(server, march, PURCHASES, false);
      hand(server, april, PURCHASES, false);
      var source = Objects.requireNonNull(newest(server, client).text("source"));
      server.ask(client, "POST", "/api/v1/sources", "{\"name\":\"web\",\"kind\":\"import\"}");
      var other =
          ServerProcess.command(
              folder.resolve("other"),
              List.of(
                  "import",
                  march.toString(),
                  "--source",
                  "web",
                  "--map",
                  folder.resolve("map.json").toString(),
                  "--url",
                  server.base.toString()));
      assertThat(other.waitFor()).as(said(folder.resolve("other"))).isZero();
      assertThat(kim(server, client)).isEqualTo(3);

      var undo =
          ServerProcess.command(
              folder.resolve("undo"),
              List.of("import", "--undo-source", "files", "--url", server.base.toString()));
      assertThat(undo.waitFor()).as(said(folder.resolve("undo"))).isZero();
      assertThat(said(folder.resolve("undo"))).contains("No profile shows it any more.");
      assertThat(kim(server, client)).isEqualTo(1);
      var all = server.ask(client, "GET", "/api/v1/imports", "");
      assertThat(all.get("undoing")).isEqualTo(new Value.Items(List.of()));
      for (var each : ((Value.Items) Objects.requireNonNull(all.get("imports"))).values()) {
        var job = (Value.Fields) each;
        assertThat(job.text("state"))
            .isEqualTo(source.equals(job.text("source")) ? "undone" : "done");
      }
      hand(server, april, PURCHASES, false);
      assertThat(kim(server, client)).isEqualTo(2);

      var id = Objects.requireNonNull(newest(server, client).text("id"));
      var said = new ByteArrayOutputStream();
      var out = new PrintStream(said, true, StandardCharsets.UTF_8);
      assertThat(TakingBack.run(server.base, ServerProcess.KEY, id, "", out, out)).isZero();
      assertThat(kim(server, client)).isEqualTo(1);
      assertThat(TakingBack.run(server.base, ServerProcess.KEY, "", "nobody", out, out))
          .isEqualTo(2);
      assertThat(said.toString(StandardCharsets.UTF_8)).contains("404 source_not_found");
    }
  }

  private static long kim(ServerProcess server, HttpClient client)
      throws IOException, InterruptedException {
    var kim = server.ask(client, "GET", "/api/v1/profiles/user_id:kim", "");
    return number(kim.fields("events"), "total");
  }

  @Test
  void aWorkbookThatIsDamagedInTheMiddleIsAccountedForAndCanBeTakenBack() throws Exception {
    var rows = new StringBuilder(Workbooks.row(1, "Line", "Customer", "At", "Amount"));
    for (var i = 2; i < 3_502; i++) {
      rows.append(Workbooks.row(i, "" + i, "kim", "2026-03-01 09:30", "1"));
    }
    var parts = Workbooks.parts(rows + "<row r=\"4000\"><c r=\"A4000\"><v>1</c></row>", "");
    var file = Workbooks.write(folder.resolve("book.xlsx"), parts);
    try (var server = ServerProcess.start(folder.resolve("data"));
        var client = HttpClient.newHttpClient()) {
      var ended = hand(server, file, PURCHASES, false);
      assertThat(ended.status()).isEqualTo(2);
      assertThat(ended.said()).contains("It failed: invalid_xlsx. xl/worksheets/sheet1.xml");
      var job = newest(server, client);
      assertThat(job.text("state")).isEqualTo("failed");
      assertThat(number(job, "accepted")).isEqualTo(3_000).isEqualTo(number(job, "rows"));
      assertThat(kim(server, client)).isEqualTo(3_000);
      assertThat(number(job, "readBytes")).isBetween(Files.size(file) / 2, Files.size(file));
      var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
      var id = Objects.requireNonNull(job.text("id"));
      assertThat(TakingBack.run(server.base, ServerProcess.KEY, id, "", out, out)).isZero();
      assertThat(status(server, client, "GET", "/api/v1/profiles/user_id:kim")).isEqualTo(404);
    }
  }

  /// Known answers: of 541,909 lines 397,924 are purchases of 4,339 customers, 8,911,407.90 GBP in
  /// all.
  @Test
  void theGiftShopsYearComesToItsKnownAnswers() throws Exception {
    assumeThat(RETAIL).as("needs the public data set of a gift shop").exists();
    try (var server = ServerProcess.start(folder.resolve("data"), "--currency", "GBP");
        var client = HttpClient.newHttpClient()) {
      var from = System.nanoTime();
      var ended = hand(server, RETAIL, RETAIL_MAP, false);
      var seconds = (System.nanoTime() - from) / 1e9;
      System.out.printf("541,909 lines in %.1f s: %.0f a second%n", seconds, 541_909 / seconds);
      assertThat(ended.status()).as(ended.said()).isZero();
      var customers = 0;
      var purchases = 0L;
      var revenue = BigDecimal.ZERO;
      for (var id : customers(RETAIL)) {
        var commerce =
            server.ask(client, "GET", "/api/v1/profiles/user_id:" + id, "").fields("commerce");
        var orders = number(commerce, "orders");
        customers += orders > 0 ? 1 : 0;
        purchases += orders;
        if (commerce.get("revenue") instanceof Value.Decimal(var amount)) {
          revenue = revenue.add(amount);
        }
      }
      assertThat(customers).isEqualTo(4_339);
      assertThat(purchases).isEqualTo(397_924);
      assertThat(revenue).isEqualByComparingTo("8911407.90");
    }
  }

  /// Read by hand, so that nothing of ours is asked about itself: the last column but one of every
  /// line, which no quote can move.
  private static Set<String> customers(Path file) throws IOException {
    var ids = new TreeSet<String>();
    try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file));
        var reader =
            new java.io.BufferedReader(new java.io.InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (var line = reader.readLine(); line != null; line = reader.readLine()) {
        var fields = new ArrayList<>(List.of(line.split(",", -1)));
        var id = fields.size() < 8 ? "" : fields.get(fields.size() - 2);
        if (id.matches("[0-9]{5}\\.0")) {
          ids.add(id.substring(0, 5));
        }
      }
    }
    return ids;
  }

  @Test
  void anExportOfSegmentsPassesAsItIs() throws Exception {
    var file = folder.resolve("segment.jsonl");
    Files.writeString(
        file,
        """
        {"type":"identify","userId":"u1","messageId":"m1","traits":{"email":"kim@example.com"}}
        {"type":"track","event":"Signed Up","userId":"u1","messageId":"m2"}
        """);
    try (var server = ServerProcess.start(folder.resolve("data"));
        var client = HttpClient.newHttpClient()) {
      var ended = hand(server, file, "{\"preset\":\"segment\"}", false);
      assertThat(ended.status()).as(ended.said()).isZero();
      var person = server.ask(client, "GET", "/api/v1/profiles/email:kim@example.com", "");
      assertThat(number(person.fields("events"), "total")).isEqualTo(2);
    }
  }
}
