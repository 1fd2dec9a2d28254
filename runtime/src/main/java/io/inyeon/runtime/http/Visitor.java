package io.inyeon.runtime.http;

import io.inyeon.core.AccessKey;
import org.jspecify.annotations.Nullable;

/// Who makes a request.
///
/// @param name under which they act
/// @param keyId of the key or session; empty without one
/// @param session whether they are signed in to the console
/// @param purpose key of the one purpose that they may read people for; `null` for any
record Visitor(String name, String keyId, boolean session, @Nullable String purpose) {
  /// Nobody in particular.
  static final Visitor ANYONE = new Visitor("anyone", "", false, null);

  static Visitor of(AccessKey key) {
    return new Visitor(key.name(), key.id(), key.session(), key.purpose());
  }
}
