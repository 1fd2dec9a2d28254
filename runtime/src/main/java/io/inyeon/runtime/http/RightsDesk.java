package io.inyeon.runtime.http;

import io.inyeon.runtime.Intake;
import java.io.UncheckedIOException;

/// Where people's rights are served.
public interface RightsDesk {
  /// Where people are erased.
  ErasureDesk erasures();

  /// What a law obliges to keep of them.
  StatutoryDesk statutory();

  /// Requests, suppressed addresses, restrictions.
  RightsRecords records();

  /// What to know and to say when data got out.
  BreachDesk breaches();

  /// Who is responsible.
  ProcessingDesk processing();

  /// For how long things are kept.
  RetentionDesk retention();

  /// Corrections of traits.
  CorrectionDesk corrections();

  /// Events of somebody that do not count, in the order in which they came, up to now.
  ///
  /// @throws UncheckedIOException as the reader does
  void apart(Who who, Apart reader) throws Intake.Unavailable;

  /// Takes events that do not count.
  @FunctionalInterface
  interface Apart {
    /// Takes one.
    ///
    /// @param outcome `quarantined`, `dropped` or `duplicate`
    void event(Happened event, String outcome);
  }

  /// Links by which people see and change what is theirs.
  SelfServiceDesk selfService();
}
