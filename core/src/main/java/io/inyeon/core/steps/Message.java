package io.inyeon.core.steps;

import io.inyeon.core.Change;
import io.inyeon.core.collect.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one address says to another. A shell delivers each once, in any order.
public sealed interface Message {
  /// A step comes to borrow.
  record Borrow(Step step) implements Message {}

  /// A step hands back what it borrowed: changed when it has been decided, else as it was.
  ///
  /// @param step the position of its entry
  /// @param lent whether something was lent, which ends
  /// @param clock of the step, later than all that it met
  /// @param changes of values that are kept here
  /// @param mention an accepted event to put on record here, that of a device of which logins
  ///   decide
  /// @param onward to be sent on from here, once these changes are made
  record HandBack(
      long step,
      boolean lent,
      long clock,
      List<Change> changes,
      @Nullable Event mention,
      List<Mail> onward)
      implements Message {
    public HandBack {
      changes = List.copyOf(changes);
      onward = List.copyOf(onward);
    }

    HandBack with(List<Mail> more) {
      return new HandBack(step, lent, clock, changes, mention, more);
    }
  }
}
