package io.inyeon.runtime.archive;

import io.inyeon.core.Outcome;

/// How an event ended. The code of each is in files on disk and never changes.
public enum Status {
  ACCEPTED(1),
  DUPLICATE(2),
  QUARANTINED(3),
  DROPPED(4),
  /// It was accepted, and its person was erased: nothing is left of it but that it came.
  ERASED(5);

  private final byte code;

  Status(int code) {
    this.code = (byte) code;
  }

  /// The name of an outcome.
  public static Status of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted o -> ACCEPTED;
      case Outcome.Duplicate o -> DUPLICATE;
      case Outcome.Quarantined o -> QUARANTINED;
      case Outcome.Dropped o -> DROPPED;
    };
  }

  /// What stands for it on disk.
  public byte code() {
    return code;
  }

  /// The status that a code stands for. Throws when there is none.
  public static Status ofCode(int code) {
    for (var status : values()) {
      if (status.code == code) {
        return status;
      }
    }
    throw new IllegalStateException("an archived event of the unknown status " + code);
  }
}
