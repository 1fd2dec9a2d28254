package io.inyeon.core.unify;

import java.util.SortedMap;

/// One identifier within its tree.
///
/// @param tally what it was linked to, the measure of whether it is shared
/// @param cuts the cuts that name it: the cut's id to the side it stands on
public record Node(Tally tally, SortedMap<String, Cut.Side> cuts) {}
