package io.inyeon.runtime.http;

import io.inyeon.runtime.Intake.Unavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What happened, as far back as the archive goes.
public interface Journal {
  /// Every event of this messageId, of any source; empty when there is none.
  List<Traced> trace(String messageId) throws Unavailable;

  /// Quarantined events, newest first.
  ///
  /// @param sourceId `null` for all sources
  /// @param code of a reason that the event must have; `null` for any
  /// @param cursor of a page before; `null` for the first
  /// @return `null` when the cursor is none of ours
  @Nullable Page<Happened> quarantine(
      @Nullable String sourceId, @Nullable String code, @Nullable String cursor, int limit)
      throws Unavailable;
}
