package io.inyeon.core.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a condition comes to for one person at one instant.
///
/// @param changesAt the next instant at which the answer may be another one with no new event;
///   `null` for never. Until then it is the same
public record Evaluation(Truth truth, Reason reason, @Nullable Instant changesAt) {}
