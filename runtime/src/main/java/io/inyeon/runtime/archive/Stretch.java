package io.inyeon.runtime.archive;

import io.inyeon.core.unify.FragmentKey;

/// The events of one list of identifiers and one kind of source within a stretch of time.
///
/// @param fragment of which only the list and the kind count
/// @param from its first millisecond since 1970
/// @param last its last
public record Stretch(FragmentKey fragment, long from, long last) {}
