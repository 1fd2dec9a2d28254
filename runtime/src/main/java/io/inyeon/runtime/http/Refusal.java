package io.inyeon.runtime.http;

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

  Problem problem() {
    return problem;
  }

  After after() {
    return after;
  }
}
