package io.inyeon.core.recall;

import io.inyeon.core.collect.Identifier;
import java.util.List;
import java.util.Set;

/// The record, from which a shell reads what is asked for.
///
/// @param <E> what may go wrong with it
public interface Reader<E extends Exception> {
  /// Events that were accepted and name any of these, in the order of the log, as far as they lie
  /// within the bounds of the question.
  ///
  /// @param after the position after which to begin
  Part events(Set<Identifier> identifiers, long after) throws E;

  /// Some events.
  ///
  /// @param last whether there are no more of them; else the next part begins after the last of
  ///   these, of which there is one at least
  record Part(List<Recorded.Said> events, boolean last) {
    public Part {
      events = List.copyOf(events);
    }
  }
}
