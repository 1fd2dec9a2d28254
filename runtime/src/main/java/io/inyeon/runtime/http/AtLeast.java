package io.inyeon.runtime.http;

/// Answers that are to see what their client has just written: a client gives the position of its
/// acknowledgement as `?at-least=`, and the answer waits until what it reads has come as far.
final class AtLeast {
  /// How long an answer waits, milliseconds.
  static final long PATIENCE_MS = 5_000;

  private final Waiting waiting;

  /// Of the workspace that is read.
  AtLeast(Waiting waiting) {
    this.waiting = waiting;
  }

  /// Waits until reads see what stands at `?at-least=`.
  void await(Exchange exchange, boolean archived) throws Refusal {
    reached(exchange, position -> waiting.until(position, archived, PATIENCE_MS));
  }

  /// Somewhere to wait until a position is reached.
  interface Reaching {
    boolean reached(long position) throws InterruptedException;
  }

  /// Waits until something has come as far as `?at-least=` asks for; without it not at all.
  static void reached(Exchange exchange, Reaching reaching) throws Refusal {
    var written = exchange.parameter("at-least");
    if (written == null) {
      return;
    }
    try {
      if (!reaching.reached(position(written))) {
        throw new Refusal(
            new Problem(409, "not_yet", "Reads have not come as far as " + written + ".", 1));
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Refusal(new Problem(503, "stopping", "The server is stopping.", 1));
    }
  }

  private static long position(String written) throws Refusal {
    try {
      var position = Long.parseLong(written);
      if (position >= 0) {
        return position;
      }
    } catch (NumberFormatException _) {
      // Falls through to the one answer for all that is no position.
    }
    throw new Refusal(400, "invalid_position", "Take the position of an acknowledgement.");
  }
}
