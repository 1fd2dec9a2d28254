package io.inyeon.core.segment.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.segment.ConditionCheck;
import io.inyeon.core.segment.ConditionWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What marketers say, and what is understood of it: golden files, rewritten by
/// `-Dgolden.write=true`. Under each phrase stands its condition, then each part of it that is not
/// understood or has a second reading.
class PhrasesTest {
  private static final Path FOLDER = Path.of("src/test/resources/phrases");

  @ParameterizedTest
  @EnumSource(Language.class)
  void whatMarketersSayIsUnderstoodAsBefore(Language language) throws IOException {
    var file = FOLDER.resolve(language.name().toLowerCase(java.util.Locale.ROOT) + ".txt");
    var phrases = phrases(file);
    assertThat(phrases).hasSizeGreaterThanOrEqualTo(120).doesNotHaveDuplicates();
    var now = golden(phrases);
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, now);
    }
    assertThat(now).isEqualTo(Files.readString(file));
  }

  /// Whatever is answered can be saved: it asks nothing that the workspace's names cannot answer.
  @ParameterizedTest
  @EnumSource(Language.class)
  void allThatIsUnderstoodFitsTheWorkspace(Language language) throws IOException {
    for (var phrase :
        phrases(FOLDER.resolve(language.name().toLowerCase(java.util.Locale.ROOT) + ".txt"))) {
      var answer = PhraseReader.read(phrase, null, Shop.LEXICON);
      var condition = answer.condition();
      if (condition != null) {
        var checked = ConditionCheck.of(condition, "", Shop.NAMES.vocabulary());
        assertThat(checked.problems()).as(phrase).isEmpty();
        assertThat(checked.notices()).as(phrase).isEmpty();
      }
    }
  }

  static List<String> phrases(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .toList();
  }

  static String golden(List<String> phrases) {
    var lines = new ArrayList<String>();
    for (var phrase : phrases) {
      var answer = PhraseReader.read(phrase, null, Shop.LEXICON);
      lines.add(phrase);
      lines.add(
          "  "
              + (answer.condition() == null
                  ? "nothing"
                  : Json.of(ConditionWriter.of(answer.condition()))));
      for (var piece : answer.pieces()) {
        var words = phrase.substring(piece.from(), piece.to());
        if (piece.kind() == Answer.Kind.NOT_UNDERSTOOD) {
          lines.add("  not understood: " + words + " (" + piece.reason() + ")");
        } else if (!piece.alternatives().isEmpty()) {
          lines.add(
              "  "
                  + (piece.kind() == Answer.Kind.AMBIGUOUS ? "ambiguous" : "or also")
                  + ": "
                  + words
                  + " ("
                  + piece.reason()
                  + ") at "
                  + piece.path());
          for (var other : piece.alternatives()) {
            lines.add("    " + Json.of(ConditionWriter.of(other)));
          }
        }
        if (piece.corrected() != null) {
          lines.add("  corrected: " + words + " -> " + piece.corrected());
        }
      }
      lines.add("");
    }
    return String.join("\n", lines);
  }
}
