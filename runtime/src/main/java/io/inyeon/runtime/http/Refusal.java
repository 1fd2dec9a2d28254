package io.inyeon.runtime.http;

/// The request cannot be served, and the problem says why. Costs no stack trace.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;
  private final boolean unread;

  Refusal(Problem problem) {
    this(problem, false);
  }

  /// Says why.
  ///
  /// @param unread the rest of the request is still on its way, and nobody wants it
  Refusal(Problem problem, boolean unread) {
    super(problem.code(), null, false, false);
    this.problem = problem;
    this.unread = unread;
  }

  Refusal(int status, String code, String detail) {
    this(new Problem(status, code, detail));
  }

  Problem problem() {
    return problem;
  }

  boolean unread() {
    return unread;
  }
}
