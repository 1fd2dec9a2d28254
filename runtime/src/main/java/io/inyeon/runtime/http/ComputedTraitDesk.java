package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where computed traits are defined and asked about.
public interface ComputedTraitDesk {
  /// All of them, by their ids.
  List<Listed> all();

  /// One; `null` when there is none.
  @Nullable Listed one(String id);

  /// Every version that was saved, the newest first.
  List<ComputedTrait> versions(String id);

  /// Saves the next version of a computed trait, or the first.
  ///
  /// @param written the fields that change; all that must be there when it is new
  /// @param after the version that the author has seen; 0 for a new one, -1 for whichever
  Saved save(@Nullable String id, Value.Fields written, int after, String author)
      throws Unavailable;

  /// A person's value, now; `null` for nobody.
  @Nullable Explained explain(String id, Who who) throws Unavailable;

  /// Has the quintiles worked out anew.
  ///
  /// @return whether there is anything to work out
  boolean measure(String id);

  /// A computed trait and how it stands.
  ///
  /// @param progress how much of its history is counted, 0 to 1
  /// @param usedBy segments that name it
  /// @param usedByTraits computed traits that name it
  /// @param measuring how much of its quintiles is worked out, 0 to 1; `null` when they are not
  ///   being worked out
  record Listed(
      ComputedTrait trait,
      double progress,
      List<String> usedBy,
      List<String> usedByTraits,
      @Nullable Double measuring) {
    public Listed {
      usedBy = List.copyOf(usedBy);
      usedByTraits = List.copyOf(usedByTraits);
    }
  }

  /// What came of saving.
  sealed interface Saved {
    /// It is saved.
    ///
    /// @param notices what nobody has met so far
    record Done(ComputedTrait trait, List<Violation> notices) implements Saved {
      public Done {
        notices = List.copyOf(notices);
      }
    }

    /// It is not, for all these reasons.
    record Wrong(List<Violation> problems) implements Saved {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }

    /// There is no such computed trait.
    record Missing() implements Saved {}

    /// Somebody else saved it meanwhile, or made one with this id.
    record Conflict() implements Saved {}
  }

  /// A value and what decided it.
  ///
  /// @param value `null` for none
  /// @param changesAt milliseconds since 1970; `null` for never
  /// @param asOf milliseconds since 1970
  record Explained(
      ProfileId id,
      ComputedTrait trait,
      @Nullable Value value,
      @Nullable Long changesAt,
      Map<String, Value> facts,
      long asOf) {}
}
