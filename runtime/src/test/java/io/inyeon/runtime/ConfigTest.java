package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.runtime.Setting.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an operator sets, and every mistake in it at once.
class ConfigTest {
  @Test
  void aFlagBeatsTheEnvironmentAndThatTheFile(@TempDir Path folder) throws Exception {
    var file = folder.resolve("inyeon.conf");
    Files.writeString(file, "port = 1\nregion = US\ncurrency = USD\n");
    var config =
        good(
            read(
                Command.SERVE,
                Map.of("INYEON_PORT", "2", "INYEON_REGION", "JP", "INYEON_HEAP", "2g"),
                "--config",
                file.toString(),
                "--port=3"));
    assertThat(config.number(Setting.PORT)).isEqualTo(3);
    assertThat(config.text(Setting.REGION)).isEqualTo("JP");
    assertThat(config.text(Setting.CURRENCY)).isEqualTo("USD");
    assertThat(config.text(Setting.TIME_ZONE)).isEqualTo("Asia/Seoul");
  }

  @Test
  void allMistakesAreToldAtOnce(@TempDir Path folder) throws Exception {
    var file = folder.resolve("inyeon.conf");
    Files.writeString(file, "nonsense = 3\nlog-max-mb = many\n");
    assertThat(
            bad(
                read(
                    Command.SERVE,
                    Map.of("INYEON_BOGUS", "1", "INYEON_TIME_ZONE", "Mars/Base"),
                    "--bogus",
                    "7",
                    "stray",
                    "--people",
                    "30",
                    "--port",
                    "70000",
                    "--host",
                    "::1",
                    "--host",
                    "::2",
                    "--config",
                    file.toString(),
                    "--data")))
        .containsExactlyInAnyOrder(
            "Unknown option --bogus.",
            "Unknown option stray.",
            "Option --people is of another command than serve.",
            "Option --host is given twice.",
            "Option --data needs a value.",
            "Unknown variable INYEON_BOGUS.",
            "Unknown key nonsense in " + file + ".",
            "--port (INYEON_PORT) lies between 0 and 65535, not 70000.",
            "--log-max-mb (INYEON_LOG_MAX_MB) is a whole number, not 'many'.",
            "--time-zone (INYEON_TIME_ZONE) does not know 'Mars/Base': IANA name of the"
                + " workspace's time zone.");
  }

  @Test
  void aFileThatIsNotThereIsNamed(@TempDir Path folder) {
    var file = folder.resolve("nowhere.conf");
    assertThat(bad(read(Command.SERVE, Map.of("INYEON_CONFIG", file.toString()))))
        .containsExactly("The configuration file " + file + " is not there.");
  }

  @Test
  void aShopOfNobodyIsNoShop() {
    assertThat(bad(read(Command.DEMO, Map.of(), "--people", "0"))).hasSize(1);
    assertThat(good(read(Command.DEMO, Map.of(), "--people", "10")).number(Setting.PEOPLE))
        .isEqualTo(10);
  }

  @Test
  void placesAreToldDownToTheCityUnlessSaidOtherwise() {
    assertThat(good(read(Command.SERVE, Map.of())).text(Setting.PLACE_DETAIL)).isEqualTo("city");
    assertThat(good(read(Command.SERVE, Map.of())).text(Setting.PLACE_DATABASE)).isEmpty();
    assertThat(
            good(read(Command.SERVE, Map.of("INYEON_PLACE_DETAIL", "precise")))
                .text(Setting.PLACE_DETAIL))
        .isEqualTo("precise");
    assertThat(bad(read(Command.SERVE, Map.of(), "--place-detail", "street")))
        .singleElement()
        .asString()
        .contains("does not know 'street'");
  }

  @Test
  void enrichersAskNobodyInsideUnlessItIsSaid() {
    assertThat(good(read(Command.SERVE, Map.of())).text(Setting.ENRICHER_ALLOW)).isEmpty();
    assertThat(
            good(read(Command.SERVE, Map.of(), "--enricher-allow", "crm.internal, 10.1.0.0/16"))
                .text(Setting.ENRICHER_ALLOW))
        .isEqualTo("crm.internal, 10.1.0.0/16");
    assertThat(bad(read(Command.SERVE, Map.of(), "--enricher-allow", "10.1.0.0/99")))
        .singleElement()
        .asString()
        .contains("does not know '10.1.0.0/99'");
  }

  @Test
  void aFileOfCertificatesThatEnrichersTrustIsLookedAtBeforeTheStart() {
    assertThat(good(read(Command.SERVE, Map.of())).text(Setting.ENRICHER_CA)).isEmpty();
    assertThat(bad(read(Command.SERVE, Map.of(), "--enricher-ca", "/not/there.pem")))
        .singleElement()
        .asString()
        .contains("does not know '/not/there.pem'", "PEM");
    assertThat(Config.help(Command.SERVE)).contains("--enricher-ca", "certificates in PEM");
  }

  @Test
  void aSecretIsNotRepeatedInAMistake() {
    assertThat(bad(read(Command.SERVE, Map.of("INYEON_ADMIN_KEY", "hunter2"))))
        .singleElement()
        .asString()
        .doesNotContain("hunter2");
  }

  private static Config.Reading read(
      Command command, Map<String, String> environment, String... flags) {
    return Config.read(command, List.of(flags), environment);
  }

  private static Config good(Config.Reading reading) {
    return switch (reading) {
      case Config.Reading.Good(var config) -> config;
      case Config.Reading.Bad(var problems) -> throw new AssertionError(problems);
    };
  }

  private static List<String> bad(Config.Reading reading) {
    return switch (reading) {
      case Config.Reading.Good _ -> throw new AssertionError("no mistake was found");
      case Config.Reading.Bad(var problems) -> problems;
    };
  }
}
