package io.inyeon.runtime.importing;

import java.io.IOException;

/// A file that cannot be read as rows, or not any further.
final class Unreadable extends IOException {
  private static final long serialVersionUID = 1;
  private final String code;

  /// Says why.
  ///
  /// @param code stable, e.g. `unknown_encoding`
  /// @param detail for whoever sent the file
  Unreadable(String code, String detail) {
    super(detail);
    this.code = code;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }
}
