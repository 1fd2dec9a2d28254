package io.inyeon.runtime.log;

import java.io.IOException;

/// The log ends before what others have seen of it: it is an older one than theirs, or its end is
/// gone. It was left as it was.
public final class LogBehind extends IOException {
  private static final long serialVersionUID = 1;
  private final long last;
  private final long known;

  LogBehind(long last, long known) {
    super("the log ends at " + last + ", but " + known + " has been seen");
    this.last = last;
    this.known = known;
  }

  /// Position of the last entry of which the log knows; 0 when it is empty.
  public long last() {
    return last;
  }

  /// The highest position that anybody has seen.
  public long known() {
    return known;
  }
}
