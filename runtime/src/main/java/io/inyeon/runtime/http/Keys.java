package io.inyeon.runtime.http;

import io.inyeon.core.AccessKey;
import io.inyeon.runtime.Intake;
import org.jspecify.annotations.Nullable;

/// The keys to the management API, and the sessions of those who signed in with one.
public interface Keys {
  /// The key whose secret has this SHA-256, in hex; `null` when there is none, or it was withdrawn.
  @Nullable AccessKey byHash(String hash);

  /// Spends the owner's first link and makes a key; of two who try at once one gets it.
  ///
  /// @param token the link's secret
  /// @param name what people will call the key
  /// @return the secret of the new key; `null` when the link is unknown or spent
  @Nullable String redeem(String token, String name) throws Intake.Unavailable;

  /// Opens a session for who holds a key.
  ///
  /// @return the secret of the session
  String open(AccessKey key) throws Intake.Unavailable;

  /// The session whose secret has this SHA-256, in hex; `null` when there is none, or it was ended.
  /// Whether it has run out is for the caller to see.
  @Nullable AccessKey session(String hash);

  /// Ends a session.
  void end(AccessKey session) throws Intake.Unavailable;
}
