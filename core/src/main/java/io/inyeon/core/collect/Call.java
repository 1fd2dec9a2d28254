package io.inyeon.core.collect;

/// The kind of call by which an event came.
public enum Call {
  IDENTIFY(1),
  TRACK(2),
  PAGE(3),
  SCREEN(4),
  GROUP(5),
  ALIAS(6);

  private final int code;

  Call(int code) {
    this.code = code;
  }

  /// What stands for it on disk; never changes, and is never 0.
  public int code() {
    return code;
  }

  /// The call that a code stands for. Throws when there is none.
  public static Call ofCode(int code) {
    for (var call : values()) {
      if (call.code == code) {
        return call;
      }
    }
    throw new IllegalArgumentException("no call " + code);
  }
}
