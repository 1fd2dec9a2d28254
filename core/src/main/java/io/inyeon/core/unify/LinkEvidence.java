package io.inyeon.core.unify;

import java.util.Map;

/// What speaks for a link: everything that the events of one tree say of it.
///
/// @param best the stamp by which it is ordered
/// @param first the earliest event time, milliseconds since 1970
/// @param latest the latest event time
/// @param count of events; 0 when a steward alone said it
public record LinkEvidence(Stamp best, long first, long latest, long count) {
  /// Sums up the fragments that carry both ends.
  ///
  /// @param fragments of the tree that holds the link
  static LinkEvidence of(Link link, Map<FragmentKey, Fragment> fragments) {
    var pair = link.pair();
    var first = link.best().time();
    var latest = link.best().time();
    var count = 0L;
    for (var entry : fragments.entrySet()) {
      var identifiers = entry.getKey().identifiers();
      if (identifiers.contains(pair.stronger()) && identifiers.contains(pair.weaker())) {
        var fragment = entry.getValue();
        first = count == 0 ? fragment.first() : Math.min(first, fragment.first());
        latest = count == 0 ? fragment.latest() : Math.max(latest, fragment.latest());
        count += fragment.count();
      }
    }
    return new LinkEvidence(link.best(), first, latest, count);
  }
}
