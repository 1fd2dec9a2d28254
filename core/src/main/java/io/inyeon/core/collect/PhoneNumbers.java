package io.inyeon.core.collect;

import org.jspecify.annotations.Nullable;

/// The port to a library that knows the world's numbering plans.
@FunctionalInterface
public interface PhoneNumbers {
  /// The number in E.164, e.g. `+821012345678`; `null` when it cannot be a phone number.
  ///
  /// @param region the country (ISO 3166) of numbers written without a country code
  @Nullable String e164(String written, String region);
}
