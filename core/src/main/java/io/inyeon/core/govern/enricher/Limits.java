package io.inyeon.core.govern.enricher;

/// What an enricher may take of others and of this machine.
///
/// @param perSecond requests a second
/// @param concurrency requests at one time
/// @param timeoutMs for a request, from the first byte to the last of its answer
/// @param answerBytes that an answer may have
/// @param attempts for one event before it is given up
/// @param ttlSeconds how long an answer counts; 0 to ask every time
/// @param missingTtlSeconds how long it counts that there is none
/// @param cacheBytes that answers may take
/// @param circuitFailures failures in a row after which nothing is asked for a while
/// @param circuitPauseSeconds the first such while; doubled each time up to an hour
public record Limits(
    int perSecond,
    int concurrency,
    int timeoutMs,
    int answerBytes,
    int attempts,
    int ttlSeconds,
    int missingTtlSeconds,
    long cacheBytes,
    int circuitFailures,
    int circuitPauseSeconds) {}
