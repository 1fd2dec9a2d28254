package io.inyeon.runtime.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.inyeon.core.govern.enrich.PublicSuffixes;
import java.io.IOException;
import java.net.IDN;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Registrable domains by the list that comes with the program.
class PublicSuffixesTest {
  private static final Path VECTORS = Path.of("../../shared/data/conformance/test_psl.txt");
  private static final PublicSuffixes SUFFIXES = PublicWorks.ALL.suffixes();

  @Test
  void allPublicVectorsAreRight() throws IOException {
    assumeTrue(Files.exists(VECTORS), () -> "NOT TESTED: the data set is missing: " + VECTORS);
    var wrong = new ArrayList<String>();
    var asked = 0;
    for (var line : Files.readAllLines(VECTORS)) {
      if (!line.startsWith("checkPublicSuffix('")) {
        continue;
      }
      asked++;
      var parts = line.substring("checkPublicSuffix(".length(), line.indexOf(')')).split(", ", -1);
      var host = parts[0].replace("'", "");
      // We say names in their own letters; the vectors as they were asked.
      var wanted = parts[1].equals("null") ? null : IDN.toUnicode(parts[1].replace("'", ""));
      var told = SUFFIXES.domain(host);
      if (!String.valueOf(wanted).equals(String.valueOf(told))) {
        wrong.add(line + " told " + told);
      }
    }
    assertThat(asked).isGreaterThan(70);
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://Shop.Example.co.kr:8443/a?b=c@d.com#e, example.co.kr",
        "kim@mail.example.com, example.com",
        "//cdn.example.com/x, example.com",
        "example.com., example.com",
        "https://user:pw@www.example.org/, example.org",
        "http://www.한국사람.한국/, 한국사람.한국",
        "http://www.xn--3e0b707e.kr/, 한국.kr",
        "a.b.github.io, b.github.io",
        "https://shop.example.com\\@evil.test/, example.com",
        "192.0.2.1, -",
        "http://[2001:db8::1]:80/, -",
        "co.kr, -",
        "localhost, -",
        "not a host.com, -",
        "https://, -",
        "a..com, -"
      })
  void isFoundInWhatPeopleWrite(String written, String domain) {
    assertThat(SUFFIXES.domain(written)).isEqualTo(domain);
  }

  @Property(tries = 2_000)
  void anyTextHasOneOrNone(@ForAll String text) {
    for (var each : new String[] {text, text + ".com", "http://" + text + ".co.kr/" + text}) {
      var domain = SUFFIXES.domain(each);
      if (domain != null) {
        assertThat(SUFFIXES.domain(domain)).as("of %s", each).isEqualTo(domain);
      }
    }
  }
}
