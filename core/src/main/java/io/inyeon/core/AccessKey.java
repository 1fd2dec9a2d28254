package io.inyeon.core;

import org.jspecify.annotations.Nullable;

/// A key to the management API, or a signed-in person's session in the console. The secret itself
/// is never kept.
///
/// @param hash SHA-256 of the secret, in hex; of a session as [#sessionHash] has it, so that no
///   session is ever taken for a key, nor a key for a session
/// @param name what people call it; of a session the name of the key that opened it
/// @param createdAt milliseconds since 1970
/// @param onceOnly it is the owner's first link: it can do one thing, make a key, once
/// @param purpose key of the one purpose that it may read people for; `null` for any
public record AccessKey(
    String hash, String name, long createdAt, boolean onceOnly, @Nullable String purpose) {
  /// One that is bound to no purpose.
  public AccessKey(String hash, String name, long createdAt, boolean onceOnly) {
    this(hash, name, createdAt, onceOnly, null);
  }

  /// By which people and the access log name it: too short to find the secret by, long enough to
  /// tell keys apart.
  public String id() {
    var bare = session() ? hash.substring(SESSION.length()) : hash;
    return bare.substring(0, Math.min(16, bare.length()));
  }

  private static final String SESSION = "session:";

  /// Under which hash a session is kept whose secret has this SHA-256.
  public static String sessionHash(String hash) {
    return SESSION + hash;
  }

  /// Whether it is a session, which ends by itself.
  public boolean session() {
    return hash.startsWith(SESSION);
  }
}
