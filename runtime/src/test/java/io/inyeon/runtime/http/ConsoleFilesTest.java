package io.inyeon.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.InstantSource;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// How the console's files are served.
final class ConsoleFilesTest {
  private static final Server SERVER =
      Server.start(HttpSettings.at("127.0.0.1", 0), new House().inside(), InstantSource.system());
  private static final Client CLIENT = new Client(SERVER.port());

  @BeforeAll
  static void built() {
    assumeTrue(
        ConsoleFiles.class.getResource("/console/index.html") != null,
        "SKIPPED: built without the console");
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  private static Reply get(String path, String... headers) {
    return CLIENT.send("GET", path, new byte[0], headers);
  }

  @Test
  void thePageIsNeverKeptAndRunsNoScriptButOurs() {
    var page = get("/");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).startsWith("text/html");
    assertThat(page.header("cache-control")).isEqualTo("no-store");
    var policy = String.valueOf(page.header("content-security-policy"));
    assertThat(policy)
        .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    var nonce = Pattern.compile("nonce-([0-9a-f]{32})").matcher(policy);
    assertThat(nonce.find()).isTrue();
    assertThat(page.text()).contains(nonce.group(1)).doesNotContain("__NONCE__");
    assertThat(get("/").header("content-security-policy")).isNotEqualTo(policy);
    assertThat(page.header("access-control-allow-origin")).isNull();
  }

  @Test
  void everyAddressOfTheConsoleIsThePageButNothingOfTheApi() {
    var browser = "Accept: text/html,application/xhtml+xml";
    assertThat(get("/c/email:kim@example.com", browser).text()).contains("<div id=\"root\">");
    assertThat(get("/customers", "Accept: */*").status()).isEqualTo(404);
    assertThat(get("/api/v1/nothing", browser).code()).isEqualTo("not_found");
    assertThat(get("/assets/none.js", browser).code()).isEqualTo("not_found");
    assertThat(get("/index.html", "Accept: */*").status()).isEqualTo(404);
    assertThat(CLIENT.send("POST", "/", new byte[0]).status()).isEqualTo(404);
  }

  @Test
  void filesAreKeptForEverAndComeCompressed() {
    var script = Pattern.compile("/assets/[^\"]+[.]js").matcher(get("/").text());
    assertThat(script.find()).isTrue();
    var plain = get(script.group());
    assertThat(plain.header("cache-control")).contains("immutable");
    assertThat(plain.header("content-type")).startsWith("text/javascript");
    assertThat(plain.header("content-encoding")).isNull();
    var brotli = get(script.group(), "Accept-Encoding: gzip, deflate, br");
    assertThat(brotli.header("content-encoding")).isEqualTo("br");
    assertThat(brotli.header("vary")).isEqualTo("Accept-Encoding");
    assertThat(brotli.body().length).isLessThan(plain.body().length / 2);
    assertThat(get(script.group(), "Accept-Encoding: gzip").header("content-encoding"))
        .isEqualTo("gzip");
  }

  @Test
  void nothingOutsideTheConsoleIsAFile() {
    for (var path :
        new String[] {
          "/../META-INF/MANIFEST.MF",
          "/%2e%2e/io/inyeon/runtime/Main.class",
          "/files.txt.key",
          "/.key"
        }) {
      assertThat(get(path).status()).as(path).isEqualTo(404);
    }
  }
}
