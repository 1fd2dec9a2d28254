package io.inyeon.core;

import io.inyeon.core.Change.Put;
import io.inyeon.core.Decision.Decided;
import io.inyeon.core.Decision.Needs;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.segment.Live;
import java.util.ArrayList;
import java.util.List;

/// Decides again what was decided once: for state that is made anew from the archive.
///
/// Whether an event counts was decided when it came, by the rules of that day, and is on record. It
/// is repeated here and never decided again, so that a replay neither loses nor gains events; whose
/// it is, is worked out by the rules that are given. Entries other than events mean what
/// [Pipeline#decide] says they mean.
public final class Repeat {
  private Repeat() {}

  /// An event that was accepted.
  ///
  /// @param recorded its head, as it is on record
  /// @param reading the event, read again by the types of `rules`. When nothing comes of that now,
  ///   since all its identifiers are blocked, say, then it still counts as accepted and is
  ///   remembered, but belongs to nobody, until other rules find it an owner
  public static Decision accepted(
      Event.Head recorded, Reading reading, long position, Snapshot before, Rules rules) {
    try {
      var changes = new ArrayList<Change>();
      if (reading instanceof Reading.Understood(var event, var newTypes)) {
        Pipeline.understood(event, newTypes, position, before, rules, changes, new ArrayList<>());
        // Who was a member is on record too; see Live.recorded.
        Live.count(event, recorded.receivedAt(), before, rules, changes);
      }
      changes.add(seen(recorded, position, true));
      return counted(recorded, new OutcomeCounts(1, 0, 0, 0), before, changes);
    } catch (Snapshot.Unloaded unloaded) {
      return new Needs(unloaded.keys());
    }
  }

  /// An event that was quarantined.
  public static Decision quarantined(Event.Head recorded, long position, Snapshot before) {
    var changes = new ArrayList<Change>(List.of(seen(recorded, position, false)));
    return counted(recorded, new OutcomeCounts(0, 0, 1, 0), before, changes);
  }

  /// An event that was dropped.
  public static Decision dropped(Event.Head recorded, long position, Snapshot before) {
    var changes = new ArrayList<Change>(List.of(seen(recorded, position, false)));
    return counted(recorded, new OutcomeCounts(0, 0, 0, 1), before, changes);
  }

  /// An event of an import that was taken back since: whatever it was, it counts for nothing now,
  /// and is not remembered.
  public static Decision undone(Event.Head recorded, Snapshot before) {
    return counted(recorded, new OutcomeCounts(0, 0, 0, 1), before, new ArrayList<>());
  }

  /// An event that had come before.
  public static Decision duplicate(Event.Head recorded, Snapshot before) {
    return counted(recorded, new OutcomeCounts(0, 1, 0, 0), before, new ArrayList<>());
  }

  private static Change seen(Event.Head head, long position, boolean accepted) {
    return new Put<>(
        new Key.Seen(head.source(), head.messageId()),
        new Seen(position, head.receivedAt(), accepted));
  }

  private static Decided counted(
      Event.Head head, OutcomeCounts one, Snapshot before, List<Change> changes) {
    changes.add(Pipeline.counted(head.source(), one, before));
    return new Decided(null, changes, List.of());
  }
}
