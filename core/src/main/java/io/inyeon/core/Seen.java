package io.inyeon.core;

/// What became of an event, and where it stands in the log.
///
/// @param position in the log
/// @param receivedAt milliseconds since 1970; after 30 days the memory ends (imports: never)
/// @param accepted whether it counts; else it was quarantined or dropped
public record Seen(long position, long receivedAt, boolean accepted) {}
