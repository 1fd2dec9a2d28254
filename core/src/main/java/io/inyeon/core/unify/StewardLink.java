package io.inyeon.core.unify;

/// A steward's word that two identifiers are the same person; a link of rank 0.
///
/// @param id unique; the stamp's messageId
public record StewardLink(String id, Pair pair, long time, String reason) {}
