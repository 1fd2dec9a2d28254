package io.inyeon.runtime.plans;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.inyeon.core.govern.enrich.AgentRules;
import io.inyeon.core.govern.enrich.UserAgents;
import io.inyeon.runtime.text.LinearPatterns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Browser, operating system and device by the user agent: our evaluator by the public vectors, and
/// the rules that come with the program.
class UserAgentsTest {
  private static final Path DATA = Path.of("../../shared/data/conformance");

  private static String unpacked(String name) throws IOException {
    var file = DATA.resolve(name);
    assumeTrue(Files.exists(file), () -> "NOT TESTED: the data set is missing: " + file);
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  /// Cases as the public tests are written: mappings of one level.
  private static List<Map<String, String>> cases(String name) throws IOException {
    var all = new ArrayList<Map<String, String>>();
    for (var line : unpacked(name).split("\n", -1)) {
      var text = line.strip();
      var colon = text.indexOf(':');
      if (text.startsWith("#") || colon < 0 || text.startsWith("test_cases")) {
        continue;
      }
      if (text.startsWith("- ")) {
        all.add(new HashMap<>());
        text = text.substring(2).strip();
        colon = text.indexOf(':');
      }
      var value = text.substring(colon + 1).strip();
      var quote = value.isEmpty() ? ' ' : value.charAt(0);
      if (quote == '\'' || quote == '"') {
        value = value.substring(1, value.lastIndexOf(quote));
        value =
            quote == '\''
                ? value.replace("''", "'")
                : value.replace("\\\"", "\"").replace("\\\\", "\\");
      }
      all.getLast().put(text.substring(0, colon), value);
    }
    return all;
  }

  private static boolean version(
      List<@Nullable String> told, Map<String, String> wanted, String... parts) {
    for (var i = 0; i < parts.length; i++) {
      var one = told.get(i) == null ? "" : told.get(i);
      if (!one.equals(wanted.getOrDefault(parts[i], ""))) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(@Nullable String told, Map<String, String> wanted, String name) {
    return (told == null ? "" : told).equals(wanted.getOrDefault(name, ""));
  }

  private static boolean browser(UserAgents.Told told, Map<String, String> wanted) {
    return same(told.browser(), wanted, "family")
        && version(told.browserVersion(), wanted, "major", "minor", "patch");
  }

  private static boolean system(UserAgents.Told told, Map<String, String> wanted) {
    return same(told.system(), wanted, "family")
        && version(told.systemVersion(), wanted, "major", "minor", "patch", "patch_minor");
  }

  private static boolean device(UserAgents.Told told, Map<String, String> wanted) {
    return same(told.device(), wanted, "family")
        && same(told.brand(), wanted, "brand")
        && same(told.model(), wanted, "model");
  }

  private static List<String> wrong(
      UserAgents agents,
      List<Map<String, String>> cases,
      BiPredicate<UserAgents.Told, Map<String, String>> right) {
    var wrong = new ArrayList<String>();
    for (var each : cases) {
      var told = agents.told(each.getOrDefault("user_agent_string", ""));
      if (!right.test(told, each)) {
        wrong.add(each + "\n  " + told);
      }
    }
    return wrong;
  }

  @Test
  void allPublicVectorsAreRightByTheRulesThatTheyBelongTo() throws IOException {
    var rules = AgentRules.read("of the vectors", unpacked("uap-regexes.yaml.gz"));
    var agents = new UserAgents(rules, new LinearPatterns());
    var browsers = cases("uap_test_ua.yaml.gz");
    var systems = cases("uap_test_os.yaml.gz");
    var devices = cases("uap_test_device.yaml.gz");
    assertThat(List.of(browsers.size(), systems.size(), devices.size()))
        .isEqualTo(List.of(758, 253, 7_952));
    assertThat(wrong(agents, browsers, UserAgentsTest::browser)).isEmpty();
    assertThat(wrong(agents, systems, UserAgentsTest::system)).isEmpty();
    assertThat(wrong(agents, devices, UserAgentsTest::device)).isEmpty();
  }

  /// The vectors are younger than the rules that are published as a package.
  @Test
  void theRulesOfTheProgramAreRightOnNearlyAllOfThem() throws IOException {
    var agents = PublicWorks.ALL.agents();
    assertThat(
            List.of(
                wrong(agents, cases("uap_test_ua.yaml.gz"), UserAgentsTest::browser).size(),
                wrong(agents, cases("uap_test_os.yaml.gz"), UserAgentsTest::system).size(),
                wrong(agents, cases("uap_test_device.yaml.gz"), UserAgentsTest::device).size()))
        .isEqualTo(List.of(85, 13, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/126.0.0.0 Safari/537.36|Chrome|126.0.0|Windows|10|desktop|-|-",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/17.5 Mobile/15E148 Safari/604.1"
            + "|Mobile Safari|17.5|iOS|17.5|mobile|Apple|iPhone",
        "Mozilla/5.0 (iPad; CPU OS 16_3 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
            + " Version/16.3 Mobile/15E148 Safari/604.1"
            + "|Mobile Safari|16.3|iOS|16.3|tablet|Apple|iPad",
        "Mozilla/5.0 (Linux; Android 14; SM-S928N) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36"
            + "|Samsung Internet|25.0|Android|14|mobile|Samsung|SM-S928N",
        "Mozilla/5.0 (Linux; Android 13; SM-X700) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/121.0.0.0 Safari/537.36|Chrome|121.0.0|Android|13|tablet|-|SM-X700",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/126.0.0.0 Mobile Safari/537.36|Chrome Mobile|126.0.0|Android|10|mobile|-|-",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
            + " Version/17.5 Safari/605.1.15|Safari|17.5|Mac OS X|10.15.7|desktop|Apple|Mac",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/124.0.0.0 Whale/3.26.244.21 Safari/537.36"
            + "|Whale|3.26.244|Windows|10|desktop|-|-",
        "Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/79.0.0.0"
            + " Safari/537.36 WebAppManager|Chrome|79.0.0|Web0S|-|tv|LG|Web0S SmartTV",
      })
  void agentsThatAreCommonAreTold(
      String written,
      @Nullable String browser,
      @Nullable String version,
      @Nullable String system,
      @Nullable String systemVersion,
      @Nullable String type,
      @Nullable String brand,
      @Nullable String model) {
    var agent = PublicWorks.ALL.agents().of(written);
    assertThat(
            Arrays.asList(
                agent.browser(),
                agent.browserVersion(),
                agent.system(),
                agent.systemVersion(),
                agent.type() == null ? null : agent.type().word(),
                agent.brand(),
                agent.model()))
        .isEqualTo(Arrays.asList(browser, version, system, systemVersion, type, brand, model));
  }

  @Property(tries = 500)
  void anyTextIsRead(@ForAll String text) {
    var agents = PublicWorks.ALL.agents();
    assertThat(agents.of(text)).isEqualTo(agents.of(text));
    assertThat(agents.of("Mozilla/5.0 (Linux; Android " + text + ") Chrome/" + text).parts())
        .isNotNull();
  }

  @Property(tries = 500)
  void anyFileOfRulesIsReadOrRefused(@ForAll String text) {
    try {
      assertThat(AgentRules.read("x", text).version()).isEqualTo("x");
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining("rule");
    }
  }
}
