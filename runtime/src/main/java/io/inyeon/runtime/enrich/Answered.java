package io.inyeon.runtime.enrich;

import io.inyeon.core.collect.Value;
import java.util.Set;

/// What came of asking.
sealed interface Answered {
  /// The code of an HTTP answer; 0 where none came.
  int status();

  /// An answer that can be read.
  record Told(int status, Value answer) implements Answered {}

  /// Nothing is known of whoever was asked about.
  record Nothing(int status) implements Answered {}

  /// None that is of use.
  ///
  /// @param cause stable, e.g. `timeout`
  /// @param again whether it may be well another time, without anything being changed
  /// @param broken whether it says that the other side is not well, or not to be reached
  /// @param waitMs how long the other side asked to wait; 0 for nothing
  record Failed(String cause, int status, boolean again, boolean broken, long waitMs)
      implements Answered {
    private static final Set<String> UNHEARD =
        Set.of(
            "unknown_host",
            "address_forbidden",
            "not_connected",
            "tls_failed",
            "certificate_untrusted",
            "certificate_expired",
            "certificate_wrong_host");

    /// Whether nothing of the request can have reached anybody.
    boolean unheard() {
      return UNHEARD.contains(cause);
    }
  }
}
