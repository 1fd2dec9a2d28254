package io.inyeon.core;

import io.inyeon.core.Change.Put;
import io.inyeon.core.Decision.Decided;
import io.inyeon.core.Decision.Needs;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.quarantine.Quarantine;
import io.inyeon.core.segment.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Decides again what was decided once: for state that is made anew from the archive.
///
/// Whether an event counts was decided when it came, by the rules of that day, and is on record. It
/// is repeated here and never decided again, so that a replay neither loses nor gains events; whose
/// it is, is worked out by the rules that are given. Entries other than events mean what
/// [Pipeline#decide] says they mean.
public final class Repeat {
  private Repeat() {}

  /// An accepted event as it may be read again: what was no identifier when it was decided is none
  /// now.
  ///
  /// @param reading the event, read by the types of today
  /// @param named whether something was an identifier of it, see [io.inyeon.core.recall.Spellings]
  /// @return no event any more, when what is left names nobody
  public static Reading narrowed(
      Reading reading, Predicate<Identifier> named, IdentifierTypes types) {
    if (!(reading instanceof Reading.Understood(var whole, var newTypes))) {
      return reading;
    }
    var event = whole.only(named);
    if (event.identifiers().stream().allMatch(types::blocked)) {
      return new Reading.Unwanted(event.head(), "nobody");
    }
    return new Reading.Understood(
        event,
        newTypes.stream()
            .filter(type -> event.identifiers().stream().anyMatch(each -> each.type().equals(type)))
            .toList());
  }

  /// An event that was accepted.
  ///
  /// @param recorded its head, as it is on record
  /// @param reading the event, [#narrowed] to what is on record. When nothing comes of it now,
  ///   since all its identifiers are blocked, say, then it still counts as accepted and is
  ///   remembered, but belongs to nobody, until other rules find it an owner
  public static Decision accepted(
      Event.Head recorded, Reading reading, long position, Snapshot before, Rules rules) {
    return accepted(recorded, reading, position, null, before, rules);
  }

  /// An event that was accepted.
  ///
  /// @param release `null` unless it came out of quarantine
  public static Decision accepted(
      Event.Head recorded,
      Reading reading,
      long position,
      Envelope.@Nullable Release release,
      Snapshot before,
      Rules rules) {
    try {
      var changes = new ArrayList<Change>();
      left(release, before, changes);
      if (reading instanceof Reading.Understood(var event, var newTypes)) {
        var accepted =
            Pipeline.understood(
                event, newTypes, position, before, rules, changes, new ArrayList<>());
        // Who was a member is on record too; see Live.recorded.
        var at = release == null ? recorded.receivedAt() : release.at();
        Live.count(event, accepted.owner(), at, before, rules, changes);
      }
      changes.add(seen(recorded, position, true));
      return counted(recorded, new OutcomeCounts(1, 0, 0, 0), release, before, changes);
    } catch (Snapshot.Unloaded unloaded) {
      return new Needs(unloaded.keys());
    }
  }

  /// An event that was quarantined.
  ///
  /// @param body what was sent
  public static Decision quarantined(
      Event.Head recorded,
      Body body,
      List<Violation> violations,
      long position,
      Envelope.@Nullable Release release,
      Snapshot before) {
    try {
      var changes = new ArrayList<Change>();
      left(release, before, changes);
      Quarantine.hold(recorded, body, violations, position, new Overlay(before, changes), changes);
      changes.add(seen(recorded, position, false));
      return counted(recorded, new OutcomeCounts(0, 0, 1, 0), release, before, changes);
    } catch (Snapshot.Unloaded unloaded) {
      return new Needs(unloaded.keys());
    }
  }

  /// An event that was quarantined, and whose person was erased since: nothing waits any more.
  public static Decision gone(Event.Head recorded, long position, Snapshot before) {
    var changes = new ArrayList<Change>(List.of(seen(recorded, position, false)));
    return counted(recorded, new OutcomeCounts(0, 0, 1, 0), null, before, changes);
  }

  /// An event that was dropped.
  public static Decision dropped(
      Event.Head recorded, long position, Envelope.@Nullable Release release, Snapshot before) {
    try {
      var changes = new ArrayList<Change>();
      left(release, before, changes);
      changes.add(seen(recorded, position, false));
      return counted(recorded, new OutcomeCounts(0, 0, 0, 1), release, before, changes);
    } catch (Snapshot.Unloaded unloaded) {
      return new Needs(unloaded.keys());
    }
  }

  /// An event that was accepted, and whose person was erased since: it came, and that it came is
  /// remembered.
  public static Decision erased(Event.Head recorded, long position, Snapshot before) {
    var changes = new ArrayList<Change>(List.of(seen(recorded, position, true)));
    return counted(recorded, new OutcomeCounts(1, 0, 0, 0), null, before, changes);
  }

  /// An event of an import that was taken back since: whatever it was, it counts for nothing now,
  /// and is not remembered.
  public static Decision undone(
      Event.Head recorded, Envelope.@Nullable Release release, Snapshot before) {
    // Its first entry counted it already; nothing of it waits in quarantine.
    var once = release == null ? new OutcomeCounts(0, 0, 0, 1) : OutcomeCounts.NONE;
    return counted(recorded, once, null, before, new ArrayList<>());
  }

  /// An event that had come before.
  public static Decision duplicate(
      Event.Head recorded, Envelope.@Nullable Release release, Snapshot before) {
    try {
      var changes = new ArrayList<Change>();
      var left = left(release, before, changes);
      return counted(
          recorded, new OutcomeCounts(0, 1, 0, 0), left ? release : null, before, changes);
    } catch (Snapshot.Unloaded unloaded) {
      return new Needs(unloaded.keys());
    }
  }

  /// Whether it left quarantine.
  private static boolean left(
      Envelope.@Nullable Release release, Snapshot before, List<Change> changes) {
    return release != null && Quarantine.leave(release.group(), release.first(), before, changes);
  }

  private static Change seen(Event.Head head, long position, boolean accepted) {
    return new Put<>(
        new Key.Seen(head.source(), head.messageId()),
        new Seen(position, head.receivedAt(), accepted));
  }

  private static Decided counted(
      Event.Head head,
      OutcomeCounts one,
      Envelope.@Nullable Release release,
      Snapshot before,
      List<Change> changes) {
    var all = release == null ? one : one.plus(Pipeline.RELEASED);
    changes.add(Pipeline.counted(head.source(), all, before));
    return new Decided(null, changes, List.of());
  }
}
