package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.unify.Fragment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What version 1 wrote must be read for ever. `-Dgolden.write=true` writes the file anew, to be
/// reviewed as a diff.
class FragmentGoldenTest {
  private static final Path FILE = Path.of("src/test/resources/golden/fragments-1.txt");

  @Test
  void version1IsWrittenAsEver() throws IOException {
    var text = text();
    if (Boolean.getBoolean("golden.write")) {
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, text);
    }
    assertThat(Files.readString(FILE)).isEqualTo(text);
  }

  @Test
  void version1IsReadAsEver() throws IOException {
    var lines = new LinkedHashMap<String, byte[]>();
    for (var line : Files.readAllLines(FILE)) {
      if (!line.startsWith("#")) {
        var parts = line.split(" ", -1);
        lines.put(parts[0], HexFormat.of().parseHex(parts[1]));
      }
    }
    for (var sample : SampleFragments.named().entrySet()) {
      var reading = new FragmentCodec.Reading();
      for (var section = 1; section <= FragmentCodec.LAST; section++) {
        var bytes = lines.remove(sample.getKey() + "." + section);
        if (bytes != null) {
          reading.read(section, new Decoder(bytes));
        }
      }
      assertThat(reading.end()).isEqualTo(sample.getValue());
    }
    var account = Objects.requireNonNull(lines.remove("account"));
    assertThat(AccountCodec.read(new Decoder(account))).isEqualTo(SampleFragments.account());
    assertThat(lines).isEmpty();
  }

  private static String text() {
    var text = new StringBuilder("# name.section bytes\n");
    for (Map.Entry<String, Fragment> sample : SampleFragments.named().entrySet()) {
      FragmentCodecTest.sections(sample.getValue())
          .forEach((section, bytes) -> line(text, sample.getKey() + "." + section, bytes));
    }
    line(text, "account", FragmentCodecTest.bytes(SampleFragments.account()));
    return text.toString();
  }

  /// The bytes, and in a comment what of them can be read.
  private static void line(StringBuilder text, String name, byte[] bytes) {
    var readable = new String(bytes, StandardCharsets.ISO_8859_1).replaceAll("[^ -~]", ".");
    text.append("# ").append(readable).append('\n');
    text.append(name).append(' ').append(HexFormat.of().formatHex(bytes)).append('\n');
  }
}
