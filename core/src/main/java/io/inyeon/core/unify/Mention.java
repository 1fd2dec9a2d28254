package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;

/// When, by which event and how trusted something was said.
///
/// @param time event time, milliseconds since 1970
/// @param messageId of the event
/// @param rank 0 a steward, 1 a trusted source, 2 any other
/// @param party of the source: 1 first, 0 zero, 2 partners, 3 third
public record Mention(long time, String messageId, int rank, int party)
    implements Comparable<Mention> {
  /// The later is the greater; then the larger messageId by bytes.
  @Override
  public int compareTo(Mention other) {
    var compared = Long.compare(time, other.time);
    if (compared == 0) {
      compared = Identifier.compareBytes(messageId, other.messageId);
    }
    if (compared == 0) {
      compared = Integer.compare(other.rank, rank);
    }
    return compared != 0 ? compared : Integer.compare(other.party, party);
  }
}
