package io.inyeon.runtime.store;

import org.jspecify.annotations.Nullable;

/// State could not be read or written. Ours to mend, never a source's fault.
public final class StateFailure extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final boolean diskFull;

  /// Says what failed.
  ///
  /// @param what and where, for the operator
  /// @param diskFull nothing is broken: it works again when the disk has space
  public StateFailure(String what, boolean diskFull, @Nullable Throwable cause) {
    super(what, cause);
    this.diskFull = diskFull;
  }

  public boolean diskFull() {
    return diskFull;
  }
}
