package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Retention;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// For how long things are kept, and the daily work that makes it so.
public interface RetentionDesk {
  /// A version of the rules.
  ///
  /// @param version 0 before the first
  record Version(int version, Retention retention, String author, String reason, long at) {}

  /// The rules in force.
  Version current();

  /// The versions, the newest first.
  ///
  /// @param before only those below this one; 0 for all
  List<Version> versions(int before, int most);

  /// What came of saving.
  sealed interface Saved {
    /// They are in force.
    record Done(Version version) implements Saved {}

    /// They cannot be read, for all these reasons.
    record Wrong(List<String> problems) implements Saved {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }

    /// Somebody else saved meanwhile.
    record Conflict() implements Saved {}
  }

  /// Saves the next version.
  ///
  /// @param after the version that the author has seen; -1 for whichever
  Saved save(Value.Fields written, int after, String reason, String author) throws Unavailable;

  /// What would go.
  ///
  /// @param events how many, by name
  /// @param keptByLaw events that would go if no law obliged to keep them
  /// @param traits in how many identifies they stand, by name
  /// @param whole whether all identifies were looked at
  record Due(
      SortedMap<String, Long> events,
      long keptByLaw,
      SortedMap<String, Long> traits,
      boolean whole) {}

  /// What would go by some rules now, or by those in force.
  ///
  /// @param written `null` for those in force
  /// @return the problems of the rules; none when `into` was told
  List<String> preview(Value.@Nullable Fields written, Consumer<Due> into) throws Unavailable;

  /// Where a run stands.
  enum State {
    RUNNING,
    DONE,
    /// It is tried again.
    FAILED
  }

  /// One run.
  ///
  /// @param version of the rules
  /// @param by who asked for it; `daily` for nobody
  /// @param phase `hiding`, `scrubbing` or `done`
  /// @param events how many went, by name
  /// @param traits out of how many identifies they went, by name
  /// @param error what went wrong last; empty when nothing did
  /// @param upTo position up to which events were counted
  record Run(
      String id,
      int version,
      String by,
      State state,
      String phase,
      long startedAt,
      long endedAt,
      SortedMap<String, Long> events,
      long keptByLaw,
      SortedMap<String, Long> traits,
      String error,
      long upTo) {
    /// How many things went.
    public long gone() {
      return events.values().stream().mapToLong(Long::longValue).sum()
          + traits.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  /// The runs, the latest first.
  ///
  /// @param before only those before this one, by its id; empty for all
  List<Run> runs(String before, int most);

  /// How many events the run under way has taken out of what can be read; 0 when there is none.
  long hidden();

  /// Has it done now, and every day from now on.
  void run(String author);
}
