package io.inyeon.core.unify;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What stewards said of one pair, and what stands without them.
///
/// @param byId the links that stand; not empty
/// @param evidence the best stamp of what sources said of the pair, which counts again when the
///   last of these is taken back; `null` when they said nothing
public record StewardLinks(SortedMap<String, StewardLink> byId, @Nullable Stamp evidence) {
  public StewardLinks {
    byId = Sorted.copyOf(byId);
  }

  /// The best of all; `null` when there is neither a steward's word nor a source's.
  @Nullable Stamp best() {
    var best = evidence;
    for (var link : byId.values()) {
      best = best == null ? link.stamp() : Stamp.better(best, link.stamp());
    }
    return best;
  }

  StewardLinks with(Stamp said) {
    return evidence != null && evidence.compareTo(said) <= 0 ? this : new StewardLinks(byId, said);
  }

  StewardLinks with(StewardLink link) {
    return new StewardLinks(Sorted.copyOf(byId).with(link.id(), link), evidence);
  }

  StewardLinks without(String id) {
    return new StewardLinks(Sorted.copyOf(byId).without(id), evidence);
  }
}
