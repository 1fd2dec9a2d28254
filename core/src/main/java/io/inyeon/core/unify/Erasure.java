package io.inyeon.core.unify;

import java.util.List;

/// What is remembered of an erased person: that they were erased, and what it takes to keep them
/// so. No value of theirs: identifiers are keyed hashes (HMAC-SHA-256, as [ProfileIds] makes them),
/// of which nobody can tell or guess whose they are without the workspace's key.
///
/// **Tombstones.** An event that names any of `gone` and happened no later than `until` is refused
/// (`erased`): a replay, a late delivery, a file imported again. What the person does later is
/// another person's, and taken. Rows of a file that say no time of their own are always refused,
/// since a file imported again arrives later than any erasure.
///
/// @param id `ers_...`
/// @param subject whom the erasure was asked for, as a keyed hash
/// @param position of [io.inyeon.core.Entry.PersonErased] in the log
/// @param at when that was, milliseconds since 1970
/// @param until the end of what is refused: `at`, or the person's latest event if that is later
/// @param author who had it done
/// @param reason in the author's words
/// @param gone the erased identifiers' keyed hashes, in ascending order
/// @param kept how many of the person's identifiers stay, because other people's events name them
/// @param events how many of the person's events were taken out
/// @param ghosts what the identifiers that stay were linked to and are not any more, by this
///   erasure and by earlier ones: it goes on counting towards their being shared, so that nobody's
///   going makes strangers one person. Whole each time, since of an earlier one a state that is
///   made anew may not know the identifier yet
/// @param first time of the person's earliest event, milliseconds since 1970
/// @param latest time of the latest
public record Erasure(
    String id,
    ProfileId subject,
    long position,
    long at,
    long until,
    String author,
    String reason,
    List<ProfileId> gone,
    int kept,
    long events,
    List<Ghost> ghosts,
    long first,
    long latest) {
  public Erasure {
    gone = List.copyOf(gone);
    ghosts = List.copyOf(ghosts);
  }

  /// So many links of one identifier that erasures took away.
  ///
  /// @param left keyed hash of the identifier that stays
  /// @param type of the identifiers that it was linked to
  /// @param rank of those links
  public record Ghost(ProfileId left, String type, int rank, int count) {}
}
