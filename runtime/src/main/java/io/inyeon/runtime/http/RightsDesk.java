package io.inyeon.runtime.http;

/// Where people's rights are served.
public interface RightsDesk {
  /// Where people are erased.
  ErasureDesk erasures();

  /// What a law obliges to keep of them.
  StatutoryDesk statutory();

  /// Requests, suppressed addresses, restrictions.
  RightsRecords records();
}
