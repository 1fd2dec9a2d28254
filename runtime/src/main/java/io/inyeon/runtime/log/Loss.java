package io.inyeon.runtime.log;

/// Entries that had been durable and can't be read any more, and where they stood.
///
/// @param segment name of the file; one that is missing altogether is named, too
/// @param offset where the damage begins, in bytes from the file's start
/// @param length of the damage in bytes
/// @param from position of the first entry lost
/// @param to position of the last entry lost
public record Loss(String segment, long offset, long length, long from, long to) {
  public Loss {
    if (from > to || offset < 0 || length < 0) {
      throw new IllegalArgumentException("from " + from + " to " + to);
    }
  }
}
