package io.inyeon.core.collect;

/// One reason why an event was not accepted; an event carries all of its reasons at once.
///
/// @param code stable, e.g. `no_identifier`; clients translate it
/// @param path where in the event, as a JSON Pointer (RFC 6901); empty for the whole
/// @param found the offending data, shortened to 200 characters
public record Violation(String code, String path, String found) {
  public Violation {
    if (found.length() > 200) {
      found = found.substring(0, 200);
    }
  }
}
