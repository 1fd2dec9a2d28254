package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Signing in to the console, and what a session may not do.
final class SessionTest {
  private static final String CONSOLE = "X-Inyeon-Console: 1";

  private final House house = new House();
  private final Server server =
      Server.start(HttpSettings.at("127.0.0.1", 0), house.inside(), InstantSource.system());
  private final Client client = new Client(server.port());

  @AfterEach
  void stop() {
    server.close();
  }

  private Reply send(String method, String path, String body, String... headers) {
    return client.send(method, path, body.getBytes(UTF_8), headers);
  }

  private static String cookie(Reply reply) {
    var set = reply.header("set-cookie");
    assertThat(set).isNotNull();
    return "Cookie: other=1; " + String.valueOf(set).replaceAll(";.*", "");
  }

  private String signedIn() {
    return cookie(send("POST", "/api/v1/session", "{\"key\":\"" + House.ADMIN + "\"}"));
  }

  @Test
  void aKeyOpensASessionInACookieThatScriptsAndOtherSitesCannotUse() {
    var reply = send("POST", "/api/v1/session", "{\"key\":\"" + House.ADMIN + "\"}");
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.header("set-cookie"))
        .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
        .doesNotContain("Secure", House.ADMIN);
    assertThat(reply.text()).contains("\"name\":\"admin\"", "endsAt").doesNotContain(House.ADMIN);
    var me = send("GET", "/api/v1/session", "", cookie(reply));
    assertThat(me.json().text("name")).isEqualTo("admin");
  }

  @Test
  void behindHttpsOfAProxyOfOnesOwnTheCookieIsSecure() {
    var key = "{\"key\":\"" + House.ADMIN + "\"}";
    var own = Proxies.of("127.0.0.1").orElseThrow();
    var settings = HttpSettings.at("127.0.0.1", 0).behind(own);
    try (var behind = Server.start(settings, house.inside(), InstantSource.system())) {
      var reply =
          new Client(behind.port())
              .send("POST", "/api/v1/session", key.getBytes(UTF_8), "X-Forwarded-Proto: https");
      assertThat(reply.header("set-cookie")).contains("; Secure");
    }
    assertThat(
            send("POST", "/api/v1/session", key, "X-Forwarded-Proto: https").header("set-cookie"))
        .as("of whoever is not named")
        .doesNotContain("Secure");
  }

  @Test
  void nobodyElseGetsASession() {
    assertThat(send("POST", "/api/v1/session", "{\"key\":\"wrong\"}").code())
        .isEqualTo("unknown_key");
    assertThat(send("POST", "/api/v1/session", "{\"key\":\"" + House.OWNER_TOKEN + "\"}").code())
        .isEqualTo("owner_link_only");
    assertThat(send("POST", "/api/v1/session", "{}").code()).isEqualTo("missing_key");
  }

  @Test
  void aSessionReadsAndTheConsoleMarkLetsItChange() {
    var cookie = signedIn();
    assertThat(send("GET", "/api/v1/sources", "", cookie).status()).isEqualTo(200);
    var source = "{\"name\":\"x\",\"kind\":\"server\"}";
    assertThat(send("POST", "/api/v1/sources", source, cookie).code()).isEqualTo("cross_site");
    assertThat(send("POST", "/api/v1/sources", source, cookie, CONSOLE).status()).isEqualTo(201);
  }

  @Test
  void anotherSiteCannotUseASession() {
    var cookie = signedIn();
    for (var site : new String[] {"cross-site", "same-site"}) {
      assertThat(
              send("GET", "/api/v1/sources", "", cookie, CONSOLE, "Sec-Fetch-Site: " + site).code())
          .isEqualTo("cross_site");
    }
    assertThat(send("GET", "/api/v1/sources", "", cookie, "Sec-Fetch-Site: same-origin").status())
        .isEqualTo(200);
  }

  @Test
  void aSessionIsNoKeyAndAKeyNoSession() {
    var secret = signedIn().replaceAll(".*inyeon_session=", "");
    assertThat(send("GET", "/api/v1/sources", "", "Authorization: Bearer " + secret).code())
        .isEqualTo("unknown_key");
    assertThat(send("GET", "/api/v1/sources", "", "Cookie: inyeon_session=" + House.ADMIN).code())
        .isEqualTo("session_over");
  }

  @Test
  void whereThereIsAKeyTheCookieDoesNotCount() {
    assertThat(send("GET", "/api/v1/sources", "", signedIn(), "Authorization: Bearer wrong").code())
        .isEqualTo("unknown_key");
  }

  @Test
  void aSessionEndsWhenItIsSignedOut() {
    var cookie = signedIn();
    var out = send("DELETE", "/api/v1/session", "", cookie, CONSOLE);
    assertThat(out.status()).isEqualTo(200);
    assertThat(out.header("set-cookie")).contains("Max-Age=0");
    assertThat(send("GET", "/api/v1/sources", "", cookie).code()).isEqualTo("session_over");
    assertThat(send("DELETE", "/api/v1/session", "").status()).isEqualTo(200);
  }

  @Test
  void anotherSiteCannotSignAnybodyOut() {
    var cookie = signedIn();
    send("DELETE", "/api/v1/session", "", cookie, "Sec-Fetch-Site: cross-site");
    assertThat(send("GET", "/api/v1/sources", "", cookie).status()).isEqualTo(200);
  }

  @Test
  void aSessionEndsByItselfAfterTwelveHours() {
    var begin = System.currentTimeMillis() - Sessions.LIFE.toMillis();
    house.sessionsBegin.set(begin + 60_000);
    assertThat(send("GET", "/api/v1/sources", "", signedIn()).status()).isEqualTo(200);
    house.sessionsBegin.set(begin);
    assertThat(send("GET", "/api/v1/sources", "", signedIn()).code()).isEqualTo("session_over");
  }

  @Test
  void theOwnersLinkSignsItsUserIn() {
    var made =
        send(
            "POST",
            "/api/v1/owner",
            "token=" + House.OWNER_TOKEN + "&name=Kim",
            "Content-Type: application/x-www-form-urlencoded");
    assertThat(made.status()).isEqualTo(200);
    var me = send("GET", "/api/v1/session", "", cookie(made));
    assertThat(me.json().text("name")).isEqualTo("Kim");
  }
}
