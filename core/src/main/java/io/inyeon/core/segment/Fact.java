package io.inyeon.core.segment;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;

/// That a person entered or left a segment.
///
/// @param cause position of the entry that it follows from
/// @param ordinal which of the facts that follow from that entry, from 0
/// @param entered else left
/// @param version of the segment
/// @param who the strongest identifier of the person
/// @param at when: the instant at which the answer became another one, milliseconds since 1970
/// @param reason why: the tree of [ReasonForm], or one field `cause` of `archived`, `merged` or
///   `gone`
public record Fact(
    long cause,
    int ordinal,
    boolean entered,
    String segment,
    int version,
    Identifier who,
    long at,
    Value.Fields reason) {}
