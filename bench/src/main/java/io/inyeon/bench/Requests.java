package io.inyeon.bench;

/// What the driver sends, one request after another.
interface Requests {
  /// Writes the next whole HTTP request.
  ///
  /// @param to is empty
  /// @return how many events are in it
  int next(Bytes to);
}
