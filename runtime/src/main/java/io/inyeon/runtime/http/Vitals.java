package io.inyeon.runtime.http;

import io.inyeon.core.OutcomeCounts;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// How the server is.
public interface Vitals {
  /// Why it cannot take events or answer reads just now; empty when it can.
  List<Ailment> ailments();

  /// Something that is wrong.
  ///
  /// @param code `writer_stopped`, `disk_full`, `log_full`, `log_failed`, `state_unwritable`,
  ///   `archive_behind` or `housekeeping_fails`
  /// @param text a sentence for whoever runs the server, in English
  /// @param error what went wrong, as it was told; `null` when the code says all
  record Ailment(String code, String text, @Nullable String error) {
    /// For a readiness probe.
    String told() {
      return error == null ? text : text + " (" + error + ")";
    }
  }

  /// What works behind intake and failed last, by part, with what went wrong: `search`, `segments`,
  /// `vocabulary`, `previews`, `consents`. Each tries again by itself; events are taken and read
  /// meanwhile.
  default SortedMap<String, String> behind() {
    return Collections.emptySortedMap();
  }

  /// The numbers.
  Status status();

  /// How what previews are asked of keeps up; `null` where there are no previews.
  default @Nullable Following analytics() {
    return null;
  }

  /// How something keeps up with what is committed.
  ///
  /// @param phase `opening`, `building`, `following` or `failed`
  /// @param progress how much is there, 0 to 1
  /// @param error what went wrong last; `null` when all is well
  record Following(String phase, double progress, @Nullable String error) {}

  /// The numbers of one moment.
  ///
  /// @param startedAt milliseconds since 1970
  /// @param events how all events ended, over all sources
  /// @param bySource the same of each source, by its id
  /// @param positions how far each part has come along the log: `durable`, `decided`, `archived`
  /// @param bytes on disk: `log`, `state`, `archive`
  /// @param counts of things: `profiles`, `sources`, ...
  record Status(
      String version,
      long startedAt,
      OutcomeCounts events,
      SortedMap<String, OutcomeCounts> bySource,
      SortedMap<String, Long> positions,
      SortedMap<String, Long> bytes,
      SortedMap<String, Long> counts) {}
}
