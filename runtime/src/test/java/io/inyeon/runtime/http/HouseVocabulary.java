package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Vocabulary;
import io.inyeon.core.segment.met.Met;
import io.inyeon.core.segment.text.Language;
import io.inyeon.core.segment.text.Lexicon;
import io.inyeon.core.segment.text.Names;
import io.inyeon.core.segment.text.PhraseReader;
import io.inyeon.core.segment.text.Synonyms;
import io.inyeon.core.segment.text.SynonymsReader;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A workspace that has met nothing yet, with words of its own.
final class HouseVocabulary implements VocabularyDesk {
  private volatile Synonyms saved = Synonyms.NONE;

  @Override
  public Told told() {
    return new Told(
        new Met().names(), 0, List.of(), List.of(), saved, "KRW", "Asia/Seoul", "monday");
  }

  @Override
  public Parsed parse(String text, @Nullable Language language) {
    var names =
        new Names(
            new Vocabulary(Map.of(), Map.of(), Set.of(), Set.of(), Set.of()),
            Map.of(),
            Map.of(),
            Map.of(),
            saved.words(),
            "KRW",
            ZoneId.of("Asia/Seoul"));
    return new Parsed(PhraseReader.read(text, language, new Lexicon(names)), List.of());
  }

  @Override
  public List<Violation> notices(Condition condition, String path) {
    return List.of();
  }

  @Override
  public Synonyms synonyms() {
    return saved;
  }

  @Override
  public synchronized Saved save(Value.Fields written, int after, String author) {
    if (after >= 0 && after != saved.version()) {
      return new Saved.Conflict();
    }
    return switch (SynonymsReader.read(written)) {
      case SynonymsReader.Reading.Bad(var problems) -> new Saved.Wrong(problems);
      case SynonymsReader.Reading.Good(var words, _) -> {
        saved = new Synonyms(saved.version() + 1, words);
        yield new Saved.Done(saved);
      }
    };
  }
}
