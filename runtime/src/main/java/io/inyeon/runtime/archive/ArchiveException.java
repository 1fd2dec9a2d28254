package io.inyeon.runtime.archive;

import java.io.IOException;

/// The archive could not do what it was asked for: its disk is full, a file is damaged, too many
/// reads are waiting. Says which file, and what its database said.
public final class ArchiveException extends IOException {
  private static final long serialVersionUID = 1;

  /// Says what could not be had.
  public ArchiveException(String message) {
    super(message);
  }

  ArchiveException(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
