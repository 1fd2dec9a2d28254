package io.inyeon.core.govern.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How well personal data is recognised on a corpus in Korean and English that was written for
/// this.
class CorpusTest {
  private record Line(Set<PersonalKind> kinds, String field, String value) {}

  private static List<Line> corpus() throws IOException {
    try (var in = CorpusTest.class.getResourceAsStream("corpus.tsv")) {
      assertThat(in).isNotNull();
      var lines = new ArrayList<Line>();
      for (var line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.isEmpty() || line.startsWith("#")) {
          continue;
        }
        var cells = line.split("\t", -1);
        var kinds = EnumSet.noneOf(PersonalKind.class);
        if (!cells[0].equals("-")) {
          Arrays.stream(cells[0].split(",", -1)).map(PersonalKind::of).forEach(kinds::add);
        }
        lines.add(new Line(kinds, cells[1], cells[2]));
      }
      return lines;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "CARD, 0.99",
    "RESIDENT_NUMBER, 0.99",
    "NAME, 0.85",
    "ADDRESS, 0.85",
    "EMAIL, 0.95",
    "PHONE, 0.95",
    "PASSPORT, 0.95",
    "IP, 0.95"
  })
  void eachKindIsFoundAndNothingElseIsTakenForIt(PersonalKind kind, double least)
      throws IOException {
    var right = 0;
    var missed = new ArrayList<String>();
    var wrong = new ArrayList<String>();
    for (var line : corpus()) {
      var said = Recogniser.of(line.field(), line.value()).contains(kind);
      var is = line.kinds().contains(kind);
      if (said && is) {
        right++;
      } else if (is) {
        missed.add(line.field() + ": " + line.value());
      } else if (said) {
        wrong.add(line.field() + ": " + line.value());
      }
    }
    var recall = (double) right / (right + missed.size());
    var precision = (double) right / (right + wrong.size());
    System.out.printf(
        "%s: recall %.4f (%d), precision %.4f%n", kind, recall, right + missed.size(), precision);
    assertThat(recall).as("recall of %s; missed %s", kind, missed).isGreaterThanOrEqualTo(least);
    assertThat(precision)
        .as("precision of %s; wrong %s", kind, wrong)
        .isGreaterThanOrEqualTo(least);
  }
}
