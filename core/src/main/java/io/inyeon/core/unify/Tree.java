package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.Map;
import java.util.SortedMap;

/// One tree of the identity forest with all that hangs on it: the unit of work and of distribution.
///
/// @param id internal; depends on the order of arrival and is never shown
/// @param nodes the identifiers in it
/// @param links every link that links and has an end in it, spare ones too; one that leaves it is
///   spare and stands in the other tree as well
/// @param fragments those whose owner is in it
public record Tree(
    long id,
    SortedMap<Identifier, Node> nodes,
    Map<Pair, Link> links,
    Map<FragmentKey, Fragment> fragments) {}
