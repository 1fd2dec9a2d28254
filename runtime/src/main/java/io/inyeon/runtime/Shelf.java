package io.inyeon.runtime;

import io.inyeon.runtime.store.State;
import java.io.IOException;

/// Where states lie beside each other, of which one counts.
interface Shelf {
  /// An empty state that does not count.
  State make() throws IOException;

  /// From now on this one counts, even after a crash at the very next moment; and at any moment
  /// exactly one does. What is in it must be durable before.
  ///
  /// @return whether it does; if not, the old one counts as before
  /// @throws IOException when nobody can tell
  boolean putInForce(State made) throws IOException;

  /// Closes a state that does not count, or not any more, and deletes it.
  void discard(State state) throws IOException;
}
