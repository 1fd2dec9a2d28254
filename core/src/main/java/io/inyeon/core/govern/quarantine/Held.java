package io.inyeon.core.govern.quarantine;

/// An event that waits in quarantine.
///
/// @param receivedAt when it arrived, milliseconds since 1970
/// @param who a hash of what it says of who it is about; 0 for nothing
public record Held(String messageId, long receivedAt, long who) {}
