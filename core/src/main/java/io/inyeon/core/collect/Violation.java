package io.inyeon.core.collect;

/// One reason why an event was not accepted; an event carries all of its reasons at once.
///
/// @param code stable, e.g. `no_identifier`; clients translate it
/// @param path where in the event, as a JSON Pointer (RFC 6901); empty for the whole
/// @param found the offending data, shortened to 200 characters
public record Violation(String code, String path, String found) {
  static final int MAX_FOUND = 200;

  public Violation {
    if (found.length() > MAX_FOUND) {
      var end = Character.isHighSurrogate(found.charAt(MAX_FOUND - 1)) ? MAX_FOUND - 1 : MAX_FOUND;
      found = found.substring(0, end);
    }
  }

  /// A value as a violation may quote it: the beginning of its JSON, fit to be shown anywhere.
  public static String excerpt(Value value) {
    return Excerpt.of(value);
  }
}
