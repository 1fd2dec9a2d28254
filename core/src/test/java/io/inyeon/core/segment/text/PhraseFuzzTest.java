package io.inyeon.core.segment.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PhraseFuzzTest {
  private static final int LONG = 10_000;

  @Property(tries = 1_000)
  void anyTextIsAnsweredWithItsOwnPlaces(@ForAll String text, @ForAll Language language) {
    answered(text, language);
  }

  @Property(tries = 2_000)
  void wordsInAnyOrderAreAnswered(@ForAll Random random, @ForAll Language language)
      throws IOException {
    var words = words(language);
    var text = new StringBuilder();
    for (var i = random.nextInt(40); i >= 0; i--) {
      text.append(words.get(random.nextInt(words.size())));
      text.append(random.nextInt(5) == 0 ? "" : " ");
    }
    answered(text.toString(), language);
  }

  @Test
  void tenThousandCharactersOfAnythingAreAnswered() throws IOException {
    var random = new Random(11);
    for (var language : Language.values()) {
      var words = words(language);
      var mixed = new StringBuilder();
      while (mixed.length() < LONG) {
        mixed.append(words.get(random.nextInt(words.size()))).append(' ');
      }
      for (var text :
          List.of(
              mixed.toString(),
              "(".repeat(LONG),
              "(서울 ".repeat(LONG / 4) + ")".repeat(LONG / 4),
              "가".repeat(LONG),
              "구매".repeat(LONG / 2),
              "구매하고 ".repeat(LONG / 5),
              "buy and ".repeat(LONG / 8),
              "not ".repeat(LONG / 4),
              "서울 ".repeat(LONG / 3),
              "9".repeat(LONG),
              "1만".repeat(LONG / 2),
              "\"".repeat(LONG),
              "a.".repeat(LONG / 2),
              "then bought ".repeat(LONG / 12),
              "\ufdfa".repeat(LONG),
              "\ud800".repeat(LONG),
              "e\u0301".repeat(LONG / 2))) {
        answered(text, language);
      }
    }
  }

  @Test
  void muchLongerTextsAreAnsweredToo() {
    assertThat(PhraseReader.read("모름 ".repeat(70_000), Language.KO, Shop.LEXICON).pieces())
        .hasSize(70_000);
  }

  private static void answered(String text, Language language) {
    var answer = PhraseReader.read(text, language, Shop.LEXICON);
    for (var piece : answer.pieces()) {
      assertThat(piece.from()).isNotNegative().isLessThan(piece.to());
      assertThat(piece.to()).isLessThanOrEqualTo(text.length());
    }
    assertThat(PhraseReader.read(text, language, Shop.LEXICON)).isEqualTo(answer);
  }

  private static List<String> words(Language language) throws IOException {
    var words = new ArrayList<String>();
    var name = language == Language.KO ? "ko" : "en";
    for (var phrase : PhrasesTest.phrases(Path.of("src/test/resources/phrases", name + ".txt"))) {
      words.addAll(List.of(phrase.split(" ")));
    }
    return words;
  }
}
