package io.inyeon.runtime.log;

/// The log could not take something, for now; nothing of it was taken.
public final class LogUnavailable extends Exception {
  private static final long serialVersionUID = 1;

  /// Why.
  public enum Reason {
    /// The disk has less room left than the reserve.
    DISK_FULL("disk_full", 10),
    /// The log has reached its bound: whoever reads it does not keep up.
    LOG_FULL("log_full", 10),
    /// Writing failed.
    LOG_FAILED("log_failed", 2),
    /// More is waiting than may wait.
    OVERLOADED("overloaded", 1),
    /// The process is ending.
    STOPPING("stopping", 5);

    private final String code;
    private final int retryAfterSeconds;

    Reason(String code, int retryAfterSeconds) {
      this.code = code;
      this.retryAfterSeconds = retryAfterSeconds;
    }
  }

  private final Reason reason;
  private final boolean abandoned;

  LogUnavailable(Reason reason) {
    this(reason, false);
  }

  /// @param abandoned whether what was appended before, but not forced, is gone, too
  LogUnavailable(Reason reason, boolean abandoned) {
    super(reason.code, null, false, false);
    this.reason = reason;
    this.abandoned = abandoned;
  }

  public Reason reason() {
    return reason;
  }

  /// The stable name of the reason, e.g. `disk_full`.
  public String code() {
    return reason.code;
  }

  /// When to try again.
  public int retryAfterSeconds() {
    return reason.retryAfterSeconds;
  }

  /// Whether everything that was appended and not yet forced is gone, too.
  public boolean abandoned() {
    return abandoned;
  }
}
