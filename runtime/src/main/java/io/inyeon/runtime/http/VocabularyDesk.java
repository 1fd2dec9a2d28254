package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Segment;
import io.inyeon.core.segment.Vocabulary.Kind;
import io.inyeon.core.segment.met.MetNames;
import io.inyeon.core.segment.text.Answer;
import io.inyeon.core.segment.text.Language;
import io.inyeon.core.segment.text.Synonyms;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the workspace knows by name, and phrases held against it.
public interface VocabularyDesk {
  /// All of it.
  Told told();

  /// Reads a phrase.
  ///
  /// @param language `null` to tell by its letters
  Parsed parse(String text, @Nullable Language language);

  /// What of a condition nobody has met so far; refuses nothing.
  List<Violation> notices(Condition condition, String path);

  /// The workspace's own words.
  Synonyms synonyms();

  /// Saves all of the workspace's own words.
  ///
  /// @param after the version that the author has seen; -1 for whichever
  Saved save(Value.Fields written, int after, String author) throws Unavailable;

  /// What the workspace knows by name.
  ///
  /// @param met names and values, complete up to a position of the log
  record Told(
      MetNames met,
      long position,
      List<Segment> segments,
      List<Computed> computedTraits,
      Synonyms synonyms,
      String currency,
      String timeZone,
      String weekStart) {
    public Told {
      segments = List.copyOf(segments);
      computedTraits = List.copyOf(computedTraits);
    }
  }

  /// A computed trait among the names.
  ///
  /// @param dates whether its values are days or instants
  record Computed(String id, String name, Kind kind, boolean dates, Segment.Status status) {}

  /// A phrase read.
  record Parsed(Answer answer, List<Violation> notices) {
    public Parsed {
      notices = List.copyOf(notices);
    }
  }

  /// What came of saving.
  sealed interface Saved {
    /// They are saved.
    record Done(Synonyms synonyms) implements Saved {}

    /// They are not, for all these reasons.
    record Wrong(List<Violation> problems) implements Saved {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }

    /// Somebody else saved them meanwhile.
    record Conflict() implements Saved {}
  }
}
