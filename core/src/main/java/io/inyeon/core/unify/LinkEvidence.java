package io.inyeon.core.unify;

import java.util.Map;

/// What speaks for a link: everything that the events of one tree say of it.
///
/// @param best the stamp by which it is ordered
/// @param source number of the source that said the best; 0 for a steward's word
/// @param first the earliest event time, milliseconds since 1970
/// @param latest the latest event time
/// @param latestId messageId of the latest event; that of the best when a steward alone said it
/// @param latestSource number of its source; 0 when a steward alone said it
/// @param count of events; 0 when a steward alone said it
public record LinkEvidence(
    Stamp best,
    int source,
    long first,
    long latest,
    String latestId,
    int latestSource,
    long count) {
  /// Sums up the fragments that carry both ends.
  ///
  /// @param fragments of the tree that holds the link
  static LinkEvidence of(Link link, Map<FragmentKey, Fragment> fragments) {
    var pair = link.pair();
    var sum = Fragment.Base.EMPTY;
    for (var entry : fragments.entrySet()) {
      var identifiers = entry.getKey().identifiers();
      if (identifiers.contains(pair.stronger()) && identifiers.contains(pair.weaker())) {
        sum = sum.plus(entry.getValue().base());
      }
    }
    return of(link.best(), sum);
  }

  /// What a sum of events says of a link with this stamp.
  static LinkEvidence of(Stamp best, Fragment.Base events) {
    if (events.count() == 0) {
      return new LinkEvidence(best, 0, best.time(), best.time(), best.messageId(), 0, 0);
    }
    return new LinkEvidence(
        best,
        best.equals(events.best()) ? events.bestSource() : 0,
        events.first(),
        events.latest(),
        events.latestId(),
        events.latestSource(),
        events.count());
  }
}
