package io.inyeon.runtime.demo;

import java.util.List;

/// What came of a demo.
///
/// @param disagreements what the product said differently from the truth, one sentence each; empty
///   when all is well
/// @param precision of identity: the share of pairs of identifiers held by one profile that are one
///   person's
/// @param recall of identity: the share of one person's pairs of identifiers that one profile holds
/// @param evidentRecall the same, of the pairs that good events tie together
public record DemoReport(
    long events,
    double eventsPerSecond,
    double precision,
    double recall,
    double evidentRecall,
    List<String> disagreements) {
  public DemoReport {
    disagreements = List.copyOf(disagreements);
  }

  /// 0 when the product and the truth agree, else 1.
  public int exitStatus() {
    return disagreements.isEmpty() ? 0 : 1;
  }
}
