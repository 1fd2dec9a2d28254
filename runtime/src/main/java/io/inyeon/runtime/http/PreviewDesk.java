package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.unify.Listing;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Asks conditions of everybody at once, without saving them.
public interface PreviewDesk {
  /// For how many people a condition holds.
  ///
  /// @param gone whether nobody waits for the answer any more; asked now and then
  /// @throws Cancelled when it was given up on demand
  /// @throws Unavailable `preview_building`, `preview_busy`, `preview_too_slow`,
  ///   `preview_unavailable`
  Previewed preview(Wanted wanted, BooleanSupplier gone) throws Unavailable, Cancelled;

  /// Gives up a preview that is under way.
  ///
  /// @return whether there is one of this name
  boolean cancel(String id);

  /// Waits until previews count everything up to a position of the log.
  boolean await(long position, long timeoutMs) throws InterruptedException;

  /// What is asked.
  ///
  /// @param condition as somebody wrote it
  /// @param id by which it may be cancelled; `null` for none
  /// @param sample how many people to show
  /// @param breakdown a trait by whose values to count; `null` for none
  /// @param limit of these values
  /// @param bound the purpose that it is for, whose people alone are shown; `null` for none
  record Wanted(
      @Nullable Value condition,
      @Nullable String id,
      int sample,
      @Nullable FieldPath breakdown,
      int limit,
      @Nullable Bound bound) {
    /// For no purpose.
    public Wanted(
        @Nullable Value condition,
        @Nullable String id,
        int sample,
        @Nullable FieldPath breakdown,
        int limit) {
      this(condition, id, sample, breakdown, limit, null);
    }
  }

  /// What came of it.
  sealed interface Previewed {
    /// An answer.
    ///
    /// @param of how many people there are
    /// @param perNode for how many people each part holds, by its JSON pointer
    /// @param traits names of those that the condition asks for
    /// @param asOf the instant for which it holds, milliseconds since 1970
    /// @param position up to which everything is counted
    /// @param reach for a purpose; `null` when it is for none
    record Counted(
        long count,
        long of,
        SequencedMap<String, Long> perNode,
        List<Listing> sample,
        List<String> traits,
        @Nullable Breakdown breakdown,
        long tookMs,
        long asOf,
        long position,
        List<Violation> notices,
        @Nullable Reach reach)
        implements Previewed {
      public Counted {
        sample = List.copyOf(sample);
        traits = List.copyOf(traits);
        notices = List.copyOf(notices);
      }
    }

    /// The condition cannot be asked, for all these reasons.
    record Wrong(List<Violation> problems) implements Previewed {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }

  /// How many people have which value.
  ///
  /// @param values the most frequent first
  /// @param other how many further values there are
  /// @param none people without one
  record Breakdown(FieldPath trait, List<Share> values, long other, long none) {
    public Breakdown {
      values = List.copyOf(values);
    }
  }

  /// How many people have a value.
  record Share(Value value, long people) {}

  /// It was given up on demand.
  final class Cancelled extends Exception {
    private static final long serialVersionUID = 1;

    /// Costs no stack trace.
    public Cancelled() {
      super("cancelled", null, false, false);
    }
  }
}
