package io.inyeon.core.govern;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.govern.LedgerScribe.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What the ledger records of what is said, and what it need not record again.
class LedgerScribeTest {
  private final List<String> lines = new ArrayList<>();
  private LedgerMemory memory = LedgerMemory.NONE;
  private long position;

  private static ConsentStatement said(String purpose, boolean granted, long time) {
    return new ConsentStatement(purpose, granted, time, "m" + time, 1, null, null, "web");
  }

  private void says(ConsentStatement... statements) {
    var written = LedgerScribe.write(List.of(statements), memory, ++position);
    memory = written.memory();
    written
        .lines()
        .forEach(line ->
            lines.add(
                line.decision().name().charAt(0)
                    + (line.repeated() ? "!" : "")
                    + line.statement().time()));
  }

  @Test
  void whatIsSaidAgainIsNotRecordedAgain() {
    says(said("a", true, 1));
    says(said("a", true, 2));
    says(said("a", true, 3));
    says(said("a", false, 4));
    says(said("a", false, 5));
    assertThat(lines).containsExactly("G1", "W4");
  }

  @Test
  void aNoWithoutAYesBeforeIsARefusal() {
    says(said("a", false, 1));
    says(said("*", false, 2));
    assertThat(lines).containsExactly("R1", "W2");
  }

  @Test
  void anotherWordThatComesLateHasTheRepetitionRecordedThatItStandsAgainst() {
    says(said("a", true, 1));
    says(said("a", true, 9));
    says(said("a", false, 5));
    says(said("a", true, 10));
    assertThat(lines).containsExactly("G1", "G!9", "W5");
  }

  @Test
  void otherWordsAreRecorded() {
    says(said("a", true, 1));
    says(new ConsentStatement("a", true, 2, "m2", 1, "2", "ko", "web"));
    says(new ConsentStatement("a", true, 3, "m3", 1, "2", "ko", "web", 99, false));
    says(new ConsentStatement("a", true, 4, "m4", 1, "2", "ko", "web", 99, true));
    assertThat(lines).containsExactly("G1", "G2", "G3", "G4");
  }

  /// Whoever reads the ledger alone comes to the same state as who heard every word.
  @Test
  void theLedgerShowsEveryState() {
    for (var seed = 0; seed < 20_000; seed++) {
      var random = new Random(seed);
      var known = LedgerMemory.NONE;
      ConsentStatement heard = null;
      ConsentStatement read = null;
      var recorded = 0;
      for (var i = 1; i <= 12; i++) {
        var statement = said("a", random.nextInt(3) > 0, random.nextInt(20));
        heard = ConsentStatement.later(heard, statement);
        var written = LedgerScribe.write(List.of(statement), known, i);
        known = written.memory();
        for (var line : written.lines()) {
          read = ConsentStatement.later(read, line.statement());
          recorded++;
          assertThat(line.decision() == Decision.GRANTED).isEqualTo(line.statement().granted());
        }
        assertThat(read != null && heard != null && read.granted() == heard.granted())
            .as("seed %d, step %d: heard %s, read %s", seed, i, heard, read)
            .isTrue();
      }
      assertThat(recorded).isLessThanOrEqualTo(24);
    }
  }

  @Test
  void anAddressIsTruncatedAndNonsenseIsNone() {
    assertThat(TruncatedAddress.of("203.0.113.77")).isEqualTo("203.0.113.0");
    assertThat(TruncatedAddress.of("2001:db8:1:2::7")).isEqualTo("2001:db8:1::");
    assertThat(TruncatedAddress.of("::ffff:203.0.113.77")).isEqualTo("203.0.113.0");
    assertThat(TruncatedAddress.of("fe80::1%eth0")).isEqualTo("fe80:0:0::");
    for (var wrong : List.of("", "1.2.3", "1.2.3.999", "::1::", "1:2", "a b", "1.2.3.4.5", ":::")) {
      assertThat(TruncatedAddress.of(wrong)).as(wrong).isNull();
    }
    var random = new Random(3);
    for (var i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (var left = random.nextInt(24); left > 0; left--) {
        text.append("0123456789abcdef:.::..%g ".charAt(random.nextInt(25)));
      }
      var truncated = TruncatedAddress.of(text.toString());
      assertThat(truncated == null || truncated.endsWith(".0") || truncated.endsWith("::"))
          .as(text.toString())
          .isTrue();
    }
  }
}
