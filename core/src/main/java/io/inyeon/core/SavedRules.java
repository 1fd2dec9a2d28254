package io.inyeon.core;

/// One version of the rules, as somebody saved it. It is in force from the rebuild on that follows;
/// until then the version before is.
///
/// @param rules the document
/// @param position of its entry in the log
/// @param at when it was saved, milliseconds since 1970
/// @param author whose key saved it
/// @param reason why, in the author's words; may be empty
/// @param inForceSince when they came into force, milliseconds since 1970; 0 when they have not, or
///   others took their place before they did
public record SavedRules(
    RulesDocument rules, long position, long at, String author, String reason, long inForceSince) {}
