package io.inyeon.core.segment;

/// How far counting what happened before a segment was saved has come. Its tracks count what comes
/// later as it comes, so that the two parts meet without a gap and without a double.
///
/// @param version of the segment
/// @param upTo position of the entry that saved it: what lies before is history
/// @param done position up to which history is counted
public record Filling(int version, long upTo, long done) {}
