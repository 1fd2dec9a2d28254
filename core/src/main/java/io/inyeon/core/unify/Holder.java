package io.inyeon.core.unify;

/// The actor of one identifier: which tree holds it.
///
/// @param tree the tree's id
public record Holder(long tree) {}
