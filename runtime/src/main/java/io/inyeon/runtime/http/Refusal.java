package io.inyeon.runtime.http;

import io.inyeon.runtime.Intake;

/// The request cannot be served, and the problem says why. Costs no stack trace.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  /// What becomes of the connection.
  enum After {
    /// The next request may come.
    STAY,
    /// Nothing that follows could be understood.
    CLOSE,
    /// The same, but the sender is still sending and must get to read the answer.
    LINGER
  }

  private final transient Problem problem;
  private final After after;

  Refusal(Problem problem) {
    this(problem, After.STAY);
  }

  Refusal(Problem problem, After after) {
    super(problem.code(), null, false, false);
    this.problem = problem;
    this.after = after;
  }

  Refusal(int status, String code, String detail) {
    this(new Problem(status, code, detail));
  }

  /// Nothing was done, and may be tried again.
  static Refusal unavailable(Intake.Unavailable e) {
    return new Refusal(
        new Problem(
            503,
            e.code(),
            "Nothing was done. Try again in " + e.retryAfterSeconds() + " seconds.",
            Math.max(1, e.retryAfterSeconds())));
  }

  /// Nobody is known by the name that was asked for.
  static Refusal nobody() {
    return new Refusal(404, "profile_not_found", "Nobody is known by this name.");
  }

  Problem problem() {
    return problem;
  }

  After after() {
    return after;
  }
}
