package io.inyeon.core.unify;

/// A steward's word that two identifiers are the same person; a link of rank 0.
///
/// @param id unique; the stamp's messageId
/// @param time milliseconds since 1970, when it was said
/// @param author who said it
/// @param reason as the steward wrote it
public record StewardLink(String id, Pair pair, long time, String author, String reason) {
  public Stamp stamp() {
    return new Stamp(Stamp.STEWARD, time, id);
  }
}
