package io.inyeon.core.govern;

/// A version of a purpose as it was saved.
///
/// @param position of the entry that saved it
/// @param at milliseconds since 1970
/// @param reason in the author's words; may be empty
public record SavedPurpose(Purpose purpose, long position, long at, String author, String reason) {}
