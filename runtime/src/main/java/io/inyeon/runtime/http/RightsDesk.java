package io.inyeon.runtime.http;

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

  /// Links by which people see and change what is theirs.
  SelfServiceDesk selfService();
}
