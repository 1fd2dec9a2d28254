package io.inyeon.runtime.importing;

import io.inyeon.core.Entry;
import io.inyeon.core.Rules;
import io.inyeon.core.Seen;
import io.inyeon.core.collect.Source;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.PlaceDesk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What imports need of the workspace.
public interface House {
  /// Takes events, in their order: they are durable when it returns.
  ///
  /// @throws Intake.Unavailable when they could not be made durable; none of them was taken
  Taken hand(List<Intake.Collected> events) throws Intake.Unavailable;

  /// Events that are durable.
  @FunctionalInterface
  interface Taken {
    /// Waits until they are decided, and says what they came to.
    Intake.Receipt receipt() throws Intake.Unavailable;
  }

  /// The sources, in the order in which they were made.
  List<Source> sources();

  Rules rules();

  /// Where on earth a row's address is.
  PlaceDesk places();

  /// The last position that is decided.
  long decided();

  /// What became of an event; `null` when it never came.
  @Nullable Seen seen(int source, String messageId);

  /// Makes an operator's entry durable and waits until it is decided.
  void enter(Entry entry) throws Intake.Unavailable;

  /// Whether a source's events were taken back and still stand in the profiles.
  boolean undoing(int source);
}
