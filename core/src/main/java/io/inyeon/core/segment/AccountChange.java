package io.inyeon.core.segment;

/// That the traits of an account became others: each of its members is to be looked at.
///
/// @param account its id, as sources send it
/// @param at when, by log time; milliseconds since 1970
public record AccountChange(String account, long at) {}
