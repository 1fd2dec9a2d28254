package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.List;

/// Of whom an erasure has yet to clear what lies beside state: archive, log, files. The one place
/// where state still names them, and nothing but the clearing reads it.
///
/// @param gone the erased identifiers, in ascending order
/// @param fragments whose events are the person's
public record Leftover(Erasure erasure, List<Identifier> gone, List<FragmentKey> fragments) {
  public Leftover {
    gone = List.copyOf(gone);
    fragments = List.copyOf(fragments);
  }
}
