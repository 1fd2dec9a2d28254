package io.inyeon.runtime.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What is passed over without being read must say nothing of consent.
class TracesTest {
  private static final String[] PIECES = {
    "consent",
    "consentManagement",
    "subscriptions",
    "subscription",
    "onsen",
    "nsent",
    "ubscr",
    "subsc",
    "subs",
    "o",
    "s",
    "t",
    "동의",
    "{\"",
    "\\",
    "\\\\",
    "u",
    "\\u0063",
    "conSENT",
    " ",
  };

  @Property(tries = 20_000)
  void everyWordIsMetWhereverItStands(@ForAll Random random) {
    var text = new StringBuilder();
    for (var left = random.nextInt(12); left > 0; left--) {
      var piece = PIECES[random.nextInt(PIECES.length)];
      text.append(random.nextBoolean() ? piece : piece.toUpperCase(Locale.ROOT));
    }
    var written = text.toString();
    var lower = written.toLowerCase(Locale.ROOT);
    var expected = lower.contains("onsent") || lower.contains("subscr") || written.contains("\\u");
    assertThat(Traces.in(written.getBytes(UTF_8))).as(written).isEqualTo(expected);
  }
}
