package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.runtime.importing.Importing;
import io.inyeon.runtime.importing.Order;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody who came by a file is erased, and the same file comes again.
class ErasedImportTest {
  private static final String MAP =
      """
      {"key": ["Line"],
       "event": {"type": "track", "event": "Bought", "userId": "{Customer}",
         "timestamp": {"$column": "At", "as": "time"}, "properties": {"word": "{Word}"}}}
      """;

  @TempDir Path folder;

  private String hand(int port, Path file) throws Exception {
    var map = folder.resolve("map.json");
    Files.writeString(map, MAP);
    var said = new ByteArrayOutputStream();
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    var order =
        new Order(
            URI.create("http://127.0.0.1:" + port),
            RealServer.KEY,
            file,
            "files",
            map.toString(),
            false,
            folder.resolve("rejected.jsonl"));
    return Importing.run(order, out, out) + " " + said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theSameFileBringsNobodyBack() throws Exception {
    var file = folder.resolve("sales.csv");
    Files.writeString(
        file,
        """
        Line,Customer,At,Word
        1,zebra-kim,2026-03-01 09:30,zebra-word
        2,lee,2026-03-02 09:30,other
        """);
    var data = folder.resolve("data");
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      api.ask("POST", "/api/v1/sources", "{\"name\":\"files\",\"kind\":\"import\"}");
      assertThat(hand(server.port(), file)).startsWith("0 ");
      assertThat(api.get("/api/v1/profiles/user_id:zebra-kim").text("id")).isNotNull();
      erase(api, "zebra-kim");
      assertThat(hand(server.port(), file)).startsWith("0 ");
      assertThat(api.refusal("GET", "/api/v1/profiles/user_id:zebra-kim", ""))
          .isEqualTo("404 profile_not_found");
      // The same rows in another file: another line end, another name.
      var other = folder.resolve("again.csv");
      Files.writeString(other, Files.readString(file).replace("\n", "\r\n"));
      assertThat(hand(server.port(), other)).startsWith("0 ");
      assertThat(api.refusal("GET", "/api/v1/profiles/user_id:zebra-kim", ""))
          .isEqualTo("404 profile_not_found");
      assertThat(api.get("/api/v1/profiles/user_id:lee").fields("events").get("total"))
          .hasToString("Decimal[value=1]");
      // Whoever imports it again owns up to it: the next scrub clears the new files, too.
      erase(api, "lee");
    }
    assertThat(new DataSearch(List.of("zebra-kim", "zebra-word")).in(data).places()).isEmpty();
  }

  private static void erase(Api api, String user) throws Exception {
    var id =
        api.ask(
                "POST",
                "/api/v1/erasures",
                "{\"profile\":\"user_id:" + user + "\",\"reason\":\"asked\",\"scrub\":\"now\"}")
            .text("id");
    while (!"scrubbed".equals(api.get("/api/v1/erasures/" + id).text("state"))) {
      Thread.onSpinWait();
    }
  }
}
