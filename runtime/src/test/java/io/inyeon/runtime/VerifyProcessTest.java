package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `inyeon verify` and `verify-receipt`, as an auditor gives them: processes of their own.
@Tag("slow")
class VerifyProcessTest {
  @TempDir Path folder;

  /// What a command printed, after how it ended.
  private String said(String... words) throws Exception {
    var temporary = folder.resolve("tmp");
    var process = ServerProcess.command(temporary, List.of(words));
    var status = process.waitFor();
    return status + " " + Files.readString(temporary.resolve("said"));
  }

  @Test
  void anAuditorSeesWhatWasChangedAndWhatWasNot() throws Exception {
    var data = folder.resolve("data");
    var receipt = folder.resolve("receipt.json");
    String key;
    try (var server = RealServer.start(data)) {
      var api = new Api(server.port());
      var source = api.source("shop", "server");
      for (var i = 0; i < 3; i++) {
        api.events(
            source,
            """
            {"type":"track","event":"Consent Granted","messageId":"c-%1$d","userId":"u%1$d",
            "timestamp":"2026-03-01T00:00:00Z","properties":{"purpose":"email_marketing"}}\
            """
                .formatted(i));
      }
      var standing = api.get("/api/v1/consents");
      while (!standing.toString().contains("entries=Decimal[value=3]")) {
        standing = api.get("/api/v1/consents");
      }
      key = String.valueOf(standing.text("publicKey"));
      Files.write(receipt, api.send("GET", "/api/v1/consents/2/receipt", "").body());
    }
    assertThat(said("verify", "--data", data.toString()))
        .startsWith("0 ")
        .contains("The ledger is whole: 3 entries, 0 of them erased");
    assertThat(said("verify-receipt", receipt.toString(), "--public-key", key, "--data", data + ""))
        .startsWith("0 ")
        .contains("Genuine: entry 2");
    assertThat(said("verify-receipt", receipt.toString(), "--public-key", "AAAA"))
        .startsWith("1 ")
        .contains("Not genuine");
    assertThat(said("verify", "--data", folder.resolve("nothing").toString())).startsWith("2 ");

    var forged = folder.resolve("forged.json");
    Files.writeString(
        forged, Files.readString(receipt).replace("email_marketing", "email_marketinh"));
    assertThat(said("verify-receipt", forged.toString())).startsWith("1 ").contains("Not genuine");
    // One byte of the ledger, in the middle of it.
    Path ledger;
    try (Stream<Path> files = Files.walk(data)) {
      ledger = files.filter(each -> each.toString().endsWith(".ledger")).findFirst().orElseThrow();
    }
    var bytes = Files.readAllBytes(ledger);
    bytes[bytes.length / 2] ^= 1;
    Files.write(ledger, bytes);
    assertThat(said("verify", "--data", data.toString()))
        .startsWith("1 ")
        .contains("The ledger was changed");
  }
}
