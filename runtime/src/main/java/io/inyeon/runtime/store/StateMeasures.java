package io.inyeon.runtime.store;

/// What state takes and how well its cache serves; for people who run it.
///
/// @param diskBytes on disk
/// @param profileBytes of those, what holds profiles and who is who; the rest is the memory of
///   duplicates and what is still to be told
/// @param nativeBytes of memory outside the heap: blocks and unwritten entries
/// @param cacheBytes of heap that decoded values take, roughly
/// @param cacheHits keys that the writer asked for and that were at hand
/// @param cacheMisses keys that had to be read
public record StateMeasures(
    long diskBytes,
    long profileBytes,
    long nativeBytes,
    long cacheBytes,
    long cacheHits,
    long cacheMisses) {}
