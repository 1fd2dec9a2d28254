package io.inyeon.core.unify;

/// Names a profile: a keyed hash of its strongest identifier.
///
/// @param value 26 lower-case letters and digits, 128 bits; never holds a colon
public record ProfileId(String value) {}
