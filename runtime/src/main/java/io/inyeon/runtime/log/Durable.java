package io.inyeon.runtime.log;

import java.util.List;

/// A commit that is durable, on its way to whoever acts on it.
///
/// @param position of the first payload; the others follow
/// @param attachment what the committer wants to go along, e.g. what stands in the payloads
public record Durable<T>(long position, byte kind, List<byte[]> payloads, T attachment) {}
