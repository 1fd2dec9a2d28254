package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.StatutoryRule;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a law obliges to keep of erased people.
public interface StatutoryDesk {
  /// The rules in force; the Korean template until somebody saves others, where the workspace's
  /// region is Korea, else none.
  List<StatutoryRule> rules();

  /// Puts rules in force for the erasures to come.
  void save(List<StatutoryRule> rules, String author) throws Unavailable;

  /// What is kept of one erasure.
  ///
  /// @param until the latest term, milliseconds since 1970
  record KeptByLaw(String kind, long records, long until) {}

  /// What is kept of one erasure; mostly nothing.
  List<KeptByLaw> kept(String erasure);

  /// One record.
  ///
  /// @param until when it is deleted
  /// @param record with the event as it came
  record KeptRecord(String kind, long until, Value.Fields record) {}

  /// Opens what is kept of an erasure. Who opened it and why is on record before anything is read.
  ///
  /// @return `null` when there is no such erasure
  @Nullable List<KeptRecord> read(String erasure, String reason, String author) throws Unavailable;
}
