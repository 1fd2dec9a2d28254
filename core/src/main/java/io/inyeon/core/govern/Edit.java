package io.inyeon.core.govern;

import io.inyeon.core.collect.Value;
import org.jspecify.annotations.Nullable;

/// One thing that counts of an event otherwise than it was sent.
///
/// What an accepted event became stands on record as its edits, beside its own bytes: whoever reads
/// it again applies them, and asks neither plan nor transformation again.
///
/// @param path a JSON Pointer (RFC 6901)
/// @param value what stands there; `null` when it was taken away
public record Edit(String path, @Nullable Value value) {}
