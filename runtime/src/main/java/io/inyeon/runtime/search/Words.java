package io.inyeon.runtime.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.apache.lucene.analysis.ko.KoreanPartOfSpeechStopFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The words of a text, letter by letter: as they stand between spaces, and as Korean grammar takes
/// them apart (nori, with the dictionary mecab-ko-dic), so that `한빛전자(주)` is found by `한빛`.
final class Words {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final Analyzer korean =
      new KoreanAnalyzer(
          null, DecompoundMode.MIXED, KoreanPartOfSpeechStopFilter.DEFAULT_STOP_TAGS, false);

  /// The words between spaces, letters and digits only.
  static List<String> plain(String folded) {
    if (folded.indexOf(' ') < 0) {
      var compact = Fold.compact(folded);
      return compact.isEmpty() ? List.of() : List.of(compact);
    }
    var words = new LinkedHashSet<String>();
    for (var word : SPACES.split(folded, -1)) {
      var compact = Fold.compact(word);
      if (!compact.isEmpty()) {
        words.add(compact);
      }
    }
    return List.copyOf(words);
  }

  /// What grammar makes of it.
  Set<String> parts(String folded) {
    var words = new LinkedHashSet<String>();
    try (var stream = korean.tokenStream(Field.TEXT.key, folded)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        var word = Fold.compact(term.toString());
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
