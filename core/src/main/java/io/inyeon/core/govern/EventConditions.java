package io.inyeon.core.govern;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.List;

/// Reads conditions of the one language as far as they can be asked of one event that has not been
/// decided yet. A port, since the language belongs to a later stage.
@FunctionalInterface
public interface EventConditions {
  /// Reads a condition.
  ///
  /// @param path of it in what somebody wrote
  Read read(Value written, String path);

  /// What came of reading.
  sealed interface Read {
    /// It can be asked.
    record Good(Test test) implements Read {}

    /// It cannot, for all these reasons.
    record Bad(List<Violation> problems) implements Read {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// A condition, ready to be asked.
  @FunctionalInterface
  interface Test {
    /// Whether it holds of an event.
    ///
    /// @param name of a track its event's name; of any other call the call's, in lower case
    /// @param at when it arrived, milliseconds since 1970
    boolean holds(String name, Value.Fields event, long at);
  }
}
