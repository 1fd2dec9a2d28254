package io.inyeon.core.govern.plan;

/// What a plan does with what it does not expect of one source.
///
/// @param unplannedEvents events of a name that the plan does not have
/// @param unplannedProperties fields that no schema of the event speaks of
/// @param violations everything that breaks a schema
public record Policy(Action unplannedEvents, Action unplannedProperties, Action violations) {}
