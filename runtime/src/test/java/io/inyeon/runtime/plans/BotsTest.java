package io.inyeon.runtime.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.bots.Bots;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.text.LinearPatterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The list of robots that comes with the program.
class BotsTest {
  private static final Path INSTANCES =
      Path.of("../../shared/data/conformance/crawler-user-agents.json.gz");
  private static final Bots BOTS = read();

  private static Bots read() {
    var read =
        Bots.read(1, Crawlers.document(true, new Value.Items(List.of())), new LinearPatterns());
    if (read instanceof Bots.Reading.Good(var bots)) {
      return bots;
    }
    throw new AssertionError(read.toString());
  }

  @Test
  void everyInstanceOfThePublicListIsFlagged() throws IOException {
    assumeTrue(Files.exists(INSTANCES), () -> "NOT TESTED: the data set is missing: " + INSTANCES);
    var missed = new ArrayList<String>();
    var instances = 0;
    try (var in = new GZIPInputStream(Files.newInputStream(INSTANCES))) {
      for (var each : ((Value.Items) JsonReader.event(in.readAllBytes())).values()) {
        if (((Value.Fields) each).get("instances") instanceof Value.Items(var agents)) {
          for (var agent : agents) {
            instances++;
            if (agent instanceof Value.Text(var text) && BOTS.flagged(text) == null) {
              missed.add(text);
            }
          }
        }
      }
    }
    assertThat(instances).isGreaterThan(1_000);
    assertThat(missed).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/126.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko)"
            + " Version/17.5 Safari/605.1.15",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 14; SM-S928N) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
        "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Mobile/15E148 KAKAOTALK 10.8.0",
        "Mozilla/5.0 (Linux; Android 14; SM-S928N; wv) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 NAVER(inapp; search; 2000;"
            + " 12.6.3)",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/124.0.0.0 Whale/3.26.244.21 Safari/537.36"
      })
  void aBrowserIsNoRobot(String agent) {
    assertThat(BOTS.flagged(agent)).isNull();
  }
}
