package io.inyeon.core.steps;

import io.inyeon.core.Change;
import io.inyeon.core.Decision.Decided;
import io.inyeon.core.Entry;
import io.inyeon.core.collect.Event;
import java.util.List;

/// What becomes of a message. A shell makes all of it true together, and takes the message as
/// delivered by the same commit; or nothing of it.
///
/// @param desk as it is from now on
/// @param changes of values that are kept here
/// @param mentions accepted events to put on record here, see [io.inyeon.core.Key.OfMentions]
/// @param out to be sent
/// @param settled entries that were decided here: their outcomes and effects are to be told
public record Reaction(
    Desk desk, List<Change> changes, List<Event> mentions, List<Mail> out, List<Settled> settled) {
  public Reaction {
    changes = List.copyOf(changes);
    mentions = List.copyOf(mentions);
    out = List.copyOf(out);
    settled = List.copyOf(settled);
  }

  /// An entry and what it means; each entry is settled once.
  public record Settled(Entry entry, Decided decided) {}
}
