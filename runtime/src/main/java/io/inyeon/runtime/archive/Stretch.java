package io.inyeon.runtime.archive;

/// What one owner has within a stretch of time.
///
/// @param owner `type:value`
/// @param from its first millisecond since 1970
/// @param last its last
public record Stretch(String owner, long from, long last) {}
