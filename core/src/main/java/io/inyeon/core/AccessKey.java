package io.inyeon.core;

/// A key to the management API. The secret itself is never kept.
///
/// @param hash SHA-256 of the secret, in hex
/// @param name what people call it
/// @param createdAt milliseconds since 1970
/// @param onceOnly it is the owner's first link: it can do one thing, make a key, once
public record AccessKey(String hash, String name, long createdAt, boolean onceOnly) {}
