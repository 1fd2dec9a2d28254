package io.inyeon.runtime.http;

/// How many people each check leaves of those who are counted for a purpose.
///
/// @param purpose its key
/// @param matched people who are counted
/// @param consented of these, whose data may be used for the purpose at that instant
/// @param reachable of these, whom the purpose's channel reaches
public record Reach(String purpose, long matched, long consented, long reachable) {}
