package io.inyeon.runtime;

import io.inyeon.core.Outcome;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Envelope;
import java.util.List;

/// Where the edge hands events over. They are durable when it returns.
public interface Intake {
  /// Takes the events of one request, in their order.
  ///
  /// @param awaitOutcomes whether to wait until they are decided and can be read, too
  /// @throws Unavailable when they could not be made durable; none of them was taken
  Receipt take(List<Collected> events, boolean awaitOutcomes) throws Unavailable;

  /// One event as it came.
  ///
  /// @param body its own bytes, never re-serialised
  /// @param parsed what stands in the bytes, so that nobody parses them again; a [Body.Unfit] when
  ///   they are no JSON or are nested deeper than 64 levels
  record Collected(Envelope envelope, byte[] body, Body parsed) {}

  /// What became of a request's events.
  ///
  /// @param position of the last event; a read with `at-least` this one sees them all
  /// @param outcomes one for each event, in order; empty unless they were awaited
  record Receipt(long position, List<Outcome> outcomes) {}

  /// The server's fault, and temporary: disk full, overload, stopping.
  final class Unavailable extends Exception {
    private static final long serialVersionUID = 1;
    private final String code;
    private final int retryAfterSeconds;

    /// Says what is the matter.
    ///
    /// @param code stable: `disk_full`, `overloaded`, `stopping`, `log_failed`
    public Unavailable(String code, int retryAfterSeconds) {
      super(code, null, false, false);
      this.code = code;
      this.retryAfterSeconds = retryAfterSeconds;
    }

    public String code() {
      return code;
    }

    public int retryAfterSeconds() {
      return retryAfterSeconds;
    }
  }
}
