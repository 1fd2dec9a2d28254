package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.List;

/// Of whom an erasure has yet to clear what lies beside state: archive, log, files. The one place
/// where state still names them, and nothing but the clearing reads it.
///
/// @param gone the erased identifiers, in ascending order
/// @param fragments whose events are the person's
/// @param slices of devices of which logins decide: when their events were the person's
public record Leftover(
    Erasure erasure, List<Identifier> gone, List<FragmentKey> fragments, List<Slice> slices) {
  public Leftover {
    gone = List.copyOf(gone);
    fragments = List.copyOf(fragments);
    slices = List.copyOf(slices);
  }

  /// A stretch of time in which a device's events were the person's.
  ///
  /// @param last its last millisecond
  public record Slice(Identifier device, long from, long last) {}

  /// Whether an event is one of the person's.
  ///
  /// @param list its identifiers and its source's kind, as [FragmentKey#of] gives them
  public boolean holds(FragmentKey list, long time) {
    for (var fragment : fragments) {
      if (fragment.kind() == list.kind()
          && fragment.identifiers().equals(list.identifiers())
          && fragment.span().holds(time)
          && (fragment.heir() == null || inSlice(list, time))) {
        return true;
      }
    }
    return false;
  }

  private boolean inSlice(FragmentKey list, long time) {
    return slices.stream()
        .anyMatch(slice ->
            list.identifiers().contains(slice.device())
                && slice.from() <= time
                && time <= slice.last());
  }
}
