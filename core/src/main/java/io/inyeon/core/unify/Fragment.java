package io.inyeon.core.unify;

/// What is known from the events with one whole list of identifiers and one rank. A profile is the
/// sum of its fragments: merging and unmerging regroup them and change none.
public record Fragment(Stamp best, long first, long latest, long count) {}
