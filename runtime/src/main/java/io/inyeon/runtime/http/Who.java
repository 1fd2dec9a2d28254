package io.inyeon.runtime.http;

import io.inyeon.core.unify.ProfileId;

/// The person that a reader means.
public sealed interface Who {
  /// By the profile's id, also one that it had before.
  record Id(ProfileId id) implements Who {}

  /// By any identifier, as written; it is normalised as at intake.
  record Named(String type, String value) implements Who {}

  /// Reads `{id}` or `{type}:{value}`; an id never holds a colon.
  static Who of(String written) {
    var colon = written.indexOf(':');
    return colon < 0
        ? new Id(new ProfileId(written))
        : new Named(written.substring(0, colon), written.substring(colon + 1));
  }
}
