package io.inyeon.runtime.http;

import io.inyeon.core.AccessKey;
import io.inyeon.runtime.Intake;
import java.util.List;
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

  /// All keys that were not withdrawn, sessions and the first link not among them, in the order in
  /// which they were made.
  List<AccessKey> keys();

  /// Makes a key.
  ///
  /// @param purpose key of the one purpose that it may read people for; `null` for any
  /// @return its secret, which is told this once
  String make(String name, @Nullable String purpose) throws Intake.Unavailable;

  /// Withdraws a key.
  ///
  /// @param id see [AccessKey#id]
  /// @return whether there was one
  boolean withdraw(String id, String author) throws Intake.Unavailable;

  /// Ends a session.
  void end(AccessKey session) throws Intake.Unavailable;
}
