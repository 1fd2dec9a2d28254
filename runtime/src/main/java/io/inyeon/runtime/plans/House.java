package io.inyeon.runtime.plans;

import io.inyeon.core.Entry;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Source;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.store.State;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What plans, transformations and the quarantine need of a workspace.
public interface House {
  State state();

  /// The rules in force, plans and transformations included.
  Rules rules();

  Archive archive();

  InstantSource clock();

  /// The sources, in the order in which they were made.
  List<Source> sources();

  /// A source by its number; `null` for none.
  @Nullable Source source(int number);

  /// Makes operators' entries of one kind durable, all or none, and waits until they are decided.
  ///
  /// @return the position of the last
  long enter(List<? extends Entry> entries) throws Intake.Unavailable;

  /// Takes events, in their order: they are durable when it returns.
  Taken hand(List<Intake.Collected> events) throws Intake.Unavailable;

  /// Waits until the archive has what is decided now.
  ///
  /// @return false when it has not in time
  boolean archived() throws InterruptedException;

  /// What the edge knew of an archived event.
  Envelope envelope(Row event);

  /// An archived event as it counts; one that does not count as it came.
  Body body(Row event);

  /// Held while a plan or the transformations are checked against all others and saved.
  Object defining();

  /// Events that are durable.
  @FunctionalInterface
  interface Taken {
    /// Waits until they are decided, and says what they came to.
    Intake.Receipt receipt() throws Intake.Unavailable;
  }
}
