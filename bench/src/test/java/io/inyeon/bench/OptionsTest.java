package io.inyeon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTest {
  @TempDir private Path folder;

  private String jar() throws IOException {
    return Files.writeString(folder.resolve("it.jar"), "").toString();
  }

  @Test
  void readsWhatIsAskedFor() throws IOException {
    var options =
        Options.read(
            List.of(
                "--rows",
                "ack,READ",
                "--seconds",
                "2.5",
                "--seed",
                "9",
                "--jar",
                jar(),
                "--java-options",
                " -Xmx1g  -Xss1m ",
                "--json",
                "x.json"));
    assertThat(options.parts()).containsExactly(Options.Part.ACK, Options.Part.READ);
    assertThat(options.seconds()).isEqualTo(2.5);
    assertThat(options.seed()).isEqualTo(9);
    assertThat(options.javaOptions()).containsExactly("-Xmx1g", "-Xss1m");
    assertThat(options.json()).isEqualTo(Path.of("x.json"));
    assertThat(options.people()).isEqualTo(300_000);
  }

  @Test
  void quickIsSmaller() throws IOException {
    var options = Options.read(List.of("--quick", "--jar", jar()));
    assertThat(options.people()).isLessThan(100_000);
    assertThat(options.seconds()).isLessThan(2);
    assertThat(options.parts()).hasSize(Options.Part.values().length);
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    assertThatThrownBy(() ->
            Options.read(
                List.of(
                    "--fast",
                    "--seconds",
                    "long",
                    "--rows",
                    "ack,luck",
                    "--jar",
                    "none.jar",
                    "--seed")))
        .hasMessageContaining("unknown: --fast")
        .hasMessageContaining("--seconds must be a number: long")
        .hasMessageContaining("--rows knows no luck")
        .hasMessageContaining("no server at none.jar")
        .hasMessageContaining("--seed needs a value");
  }
}
