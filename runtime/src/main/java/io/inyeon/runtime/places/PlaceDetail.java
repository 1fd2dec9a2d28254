package io.inyeon.runtime.places;

import java.util.Locale;
import java.util.Optional;

/// How exactly an event tells where it came from: as little as serves.
public enum PlaceDetail {
  /// The country alone.
  COUNTRY,
  /// Country, region and city.
  CITY,
  /// Also the postcode, the time zone, and a point with its radius.
  PRECISE;

  /// `country`, `city` or `precise`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<PlaceDetail> of(String word) {
    for (var each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
