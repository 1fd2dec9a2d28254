package io.inyeon.runtime;

import io.inyeon.core.Change;
import io.inyeon.core.Decision;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Repeat;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.Snapshot;
import io.inyeon.core.UndoneImports;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import io.inyeon.core.recall.Spellings;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.MembersCounted;
import io.inyeon.core.segment.Segment;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.Reasons;
import io.inyeon.runtime.store.Picture;
import io.inyeon.runtime.store.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes state from rows of the archive, by rules of one's choice. What the writer is for live
/// entries this is for old ones; owned by one thread, but [#read] may run ahead on another.
final class Repeater implements RowsAhead.Work<Repeater.Ready> {
  /// A row, read ahead.
  ///
  /// @param entry `null` when the row has none: an event that was not accepted, or what is blank or
  ///   lost
  /// @param source as it was when the event was read; `null` unless it was accepted
  /// @param by the rules it was read by; `null` unless it was accepted
  record Ready(
      Row row,
      @Nullable Entry entry,
      @Nullable Source source,
      @Nullable Rules by,
      @Nullable Reading reading) {}

  private final State state;
  private final OnRecord onRecord;
  private final Map<Integer, UndoneImports> undone;
  private final Spellings spellings;
  private final ErasedNames erased;
  private final PhoneNumbers phones;
  private final Patterns patterns;
  private final Definitions definitions;
  private volatile Rules rules;
  private final CoreTime reading = new CoreTime();
  private final CoreTime deciding = new CoreTime();
  private long nobodys;
  private long missing;

  /// Those that stand before the row that is read next, by their numbers.
  private final Map<Integer, Source> sources = new HashMap<>();

  /// Begins a state that holds nothing yet.
  ///
  /// @param rules in force from the first entry on
  /// @param undone imports that were taken back, by their sources' numbers
  /// @param onRecord where it reads events again, for this state
  /// @param erased whom no entry may name any more
  /// @param ever all rules that were ever saved: how identifiers were spelt when events came
  Repeater(
      State state,
      OnRecord onRecord,
      RulesDocument rules,
      Map<Integer, UndoneImports> undone,
      List<RulesDocument> ever,
      Definitions definitions,
      ErasedNames erased,
      PhoneNumbers phones,
      Patterns patterns) {
    this.erased = erased;
    this.state = state;
    this.onRecord = onRecord;
    this.definitions = definitions;
    this.undone = undone;
    this.phones = phones;
    this.patterns = patterns;
    this.rules =
        Rules.of(rules, phones, patterns)
            .with(definitions.segments(), definitions.traits())
            .countingOnly();
    spellings = Spellings.of(rules, ever, document -> Rules.of(document, phones, patterns).types());
  }

  /// Segments as they are defined when a rebuild begins. All events are counted for them from the
  /// first on; who was a member is on record, and the difference is told when the new state is in
  /// force.
  ///
  /// @param upTo position up to which these say everything
  record Definitions(
      List<Segment> versions,
      List<Segment> segments,
      List<ComputedTrait> traitVersions,
      List<ComputedTrait> traits,
      long upTo) {
    Definitions {
      versions = List.copyOf(versions);
      segments = segments.stream().map(Definitions::whole).toList();
      traitVersions = List.copyOf(traitVersions);
      traits = traits.stream().map(each -> each.active() ? each.withHistory() : each).toList();
    }

    private static Segment whole(Segment segment) {
      return segment.status() == Segment.Status.ACTIVE ? segment.withHistory() : segment;
    }

    static Definitions of(Picture state) {
      var versions = new ArrayList<Segment>();
      var segments = new ArrayList<Segment>();
      state.forEach(
          Key.OfSegmentVersion.class, (Key<Segment> _, Segment each) -> versions.add(each));
      state.forEach(Key.OfSegment.class, (Key<Segment> _, Segment each) -> segments.add(each));
      var traitVersions = new ArrayList<ComputedTrait>();
      var traits = new ArrayList<ComputedTrait>();
      state.forEach(
          Key.OfComputedTraitVersion.class,
          (Key<ComputedTrait> _, ComputedTrait each) -> traitVersions.add(each));
      state.forEach(
          Key.OfComputedTrait.class,
          (Key<ComputedTrait> _, ComputedTrait each) -> traits.add(each));
      return new Definitions(versions, segments, traitVersions, traits, state.position());
    }

    private List<Change> changes() {
      var changes = new ArrayList<Change>();
      versions.forEach(each ->
          changes.add(new Change.Put<>(new Key.OfSegmentVersion(each.id(), each.version()), each)));
      segments.forEach(each -> changes.add(new Change.Put<>(new Key.OfSegment(each.id()), each)));
      traitVersions.forEach(each ->
          changes.add(
              new Change.Put<>(new Key.OfComputedTraitVersion(each.id(), each.version()), each)));
      traits.forEach(
          each -> changes.add(new Change.Put<>(new Key.OfComputedTrait(each.id()), each)));
      var asksMembers =
          segments.stream().anyMatch(io.inyeon.core.segment.Definitions::asksMembers)
              || traits.stream().anyMatch(io.inyeon.core.segment.Definitions::asksMembers);
      if (!segments.isEmpty() || asksMembers) {
        changes.add(new Change.Put<>(new Key.OfSweep(), BY_REBUILD));
      }
      if (asksMembers) {
        changes.add(new Change.Put<>(new Key.OfMembersCounted(), MembersCounted.BEGUN));
      }
      return changes;
    }
  }

  /// What asks for everybody to be looked at; no entry's position.
  private static final long BY_REBUILD = -1;

  /// Accepted events that belong to nobody by these rules.
  long nobodys() {
    return nobodys;
  }

  /// Entries of which nothing is known any more but that they were there.
  long missing() {
    return missing;
  }

  /// What the core takes of the CPU to read an accepted event, in microseconds.
  double readMicros() {
    return reading.micros();
  }

  /// What it takes to say whose the event is, and what of the person changes.
  double decideMicros() {
    return deciding.micros();
  }

  @Override
  public void read(Row row, List<Ready> to) {
    to.add(read(row));
  }

  private Ready read(Row row) {
    if (row.kind() == Kind.BLANK || row.kind() == Kind.LOST) {
      return new Ready(row, null, null, null, null);
    }
    if (row.kind() != Kind.EVENT) {
      var entry = EntryCodec.decode(row.position(), row.kind(), row.body());
      if (entry instanceof Entry.SourceSaved(_, _, _, var source)) {
        sources.put(source.number(), source);
      }
      return new Ready(row, entry, null, null, null);
    }
    if (row.status() != Status.ACCEPTED) {
      return new Ready(row, null, null, null, null);
    }
    var envelope = EntryCodec.envelope(row.envelope());
    var entry = new Entry.Received(row.position(), envelope, Became.of(row));
    var source = Objects.requireNonNull(sources.get(row.source()), () -> "no source of " + row);
    var by = rules;
    return new Ready(row, entry, source, by, reading.of(() -> again(row, entry, source, by)));
  }

  private Reading again(Row row, Entry.Received entry, Source source, Rules by) {
    var envelope = entry.envelope();
    return Repeat.narrowed(
        EventReader.read(envelope, entry.body(), source, by.types()),
        spellings.named(
            envelope, entry.body(), source, identifier -> row.names(identifier.toString())),
        by.types());
  }

  /// Repeats what became of some entries, and commits it. Entries that the state has already are
  /// passed over.
  ///
  /// @param untold whether the archive may not have them yet, so that they stay in the outbox
  @Override
  public void apply(List<Ready> batch, boolean untold) {
    var rows = new ArrayList<Row>();
    var last = state.position();
    if (last == 0) {
      state.stage(List.of(new Change.Put<>(new Key.OfRules(), rules.document())));
      state.stage(definitions.changes());
      undone.forEach((source, imports) ->
          state.stage(List.of(new Change.Put<>(new Key.OfUndone(source), imports))));
    }
    for (var ready : batch) {
      if (ready.row().position() > last) {
        last = ready.row().position();
        repeat(ready);
        if (untold) {
          rows.add(ready.row());
        }
      }
    }
    if (last > state.position()) {
      state.commit(last, rows.isEmpty() ? new byte[0] : Outbox.encode(rows));
    }
  }

  private void repeat(Ready ready) {
    var row = ready.row();
    var entry = ready.entry();
    if (row.kind() != Kind.EVENT && entry == null) {
      missing++;
      return;
    }
    if (row.kind() != Kind.EVENT) {
      onRecord.forget();
    }
    if (entry != null && (leavesOut(entry) || erased.names(entry))) {
      return;
    }
    var by = rules;
    // All that stands before is on record: it was decided once already.
    var decided =
        onRecord.decide(
            before ->
                entry == null || row.kind() == Kind.EVENT
                    ? event(ready, row, before)
                    : Pipeline.decide(entry, before, by),
            state,
            state::load,
            by,
            row.position(),
            row.position() - 1,
            List::of);
    state.stage(decided.changes());
    follow(decided.changes());
  }

  /// Whether an entry is not repeated, because what it came to is worked out anew.
  private boolean leavesOut(Entry entry) {
    return switch (entry) {
      // When this state is in force.
      case Entry.SegmentFilled _, Entry.ComputedTraitFilled _, Entry.TimerFired _, Entry.Swept _ ->
          true;
      // Who is erased has no events any more. What came of it is on record in ErasureKept.
      case Entry.PersonErased _ -> true;
      case Entry.SegmentSaved saved -> saved.position() <= definitions.upTo();
      case Entry.ComputedTraitSaved saved -> saved.position() <= definitions.upTo();
      case Entry.CutsMeasured measured -> measured.position() <= definitions.upTo();
      case Entry.MembershipChanged _,
          Entry.Received _,
          Entry.SourceSaved _,
          Entry.RulesSaved _,
          Entry.RulesApplied _,
          Entry.AccessGranted _,
          Entry.AccessRevoked _,
          Entry.ImportUndone _,
          Entry.CutMade _,
          Entry.CutUndone _,
          Entry.LinkMade _,
          Entry.LinkUndone _,
          Entry.SynonymsSaved _,
          Entry.PlanSaved _,
          Entry.TransformationsSaved _,
          Entry.RepairNoted _,
          Entry.QuarantineDropped _,
          Entry.QualityAlerted _,
          Entry.ErasureKept _,
          Entry.ErasuresScrubbed _,
          Entry.RightsSaved _,
          Entry.PurposesSaved _ ->
          false;
    };
  }

  private Decision event(Ready ready, Row row, Snapshot state) {
    var release = release(ready, row);
    var head =
        new Event.Head(
            row.source(),
            Objects.requireNonNull(row.messageId()),
            row.call(),
            Objects.requireNonNull(row.name()),
            row.time(),
            release == null ? row.at() : EntryCodec.envelope(row.envelope()).receivedAt());
    if (undone(row)) {
      return Repeat.undone(head, release, state);
    }
    return switch (Objects.requireNonNull(row.status())) {
      case ACCEPTED -> {
        var reading = Objects.requireNonNull(reading(ready));
        var decision =
            deciding.asking(
                state,
                before -> Repeat.accepted(head, reading, row.position(), release, before, rules));
        if (decision instanceof Decision.Decided && !(reading instanceof Reading.Understood)) {
          nobodys++;
        }
        yield decision;
      }
      case DUPLICATE -> Repeat.duplicate(head, release, state);
      case QUARANTINED ->
          row.envelope().length == 0
              ? Repeat.gone(head, row.position(), state)
              : Repeat.quarantined(
                  head,
                  JsonReader.event(row.body()),
                  Reasons.violations(Objects.requireNonNullElse(row.reasons(), "[]")),
                  row.position(),
                  release,
                  state);
      case DROPPED -> Repeat.dropped(head, row.position(), release, state);
      case ERASED -> Repeat.erased(head, row.position(), state);
    };
  }

  /// Whether it came out of quarantine.
  private static Envelope.@Nullable Release release(Ready ready, Row row) {
    if (ready.entry() instanceof Entry.Received received) {
      return received.envelope().release();
    }
    return row.envelope().length == 0 ? null : EntryCodec.envelope(row.envelope()).release();
  }

  private boolean undone(Row row) {
    var imports = undone.get(row.source());
    if (imports == null || row.envelope().length == 0) {
      return false;
    }
    var envelope = EntryCodec.envelope(row.envelope());
    return imports.cover(envelope.first(row.position()), envelope.edgeId());
  }

  /// What was read ahead, or read again if an event in between brought a type into being.
  @SuppressWarnings("ReferenceEquality") // others are made only when something changed
  private @Nullable Reading reading(Ready ready) {
    if (ready.by() == rules) {
      return ready.reading();
    }
    return ready.entry() instanceof Entry.Received received && ready.source() != null
        ? again(ready.row(), received, ready.source(), rules)
        : null;
  }

  private void follow(List<Change> changes) {
    for (var change : changes) {
      if (change instanceof Change.Put<?>(Key.OfRules _, RulesDocument document)) {
        rules =
            Rules.of(document, phones, patterns)
                .with(rules.segments().all().values(), rules.segments().traits().values())
                .countingOnly();
      } else if (change instanceof Change.Put<?>(Key.OfSegment _, Segment segment)) {
        var all = new TreeMap<>(rules.segments().all());
        all.put(segment.id(), segment);
        rules = rules.with(all.values()).countingOnly();
      } else if (change instanceof Change.Put<?>(Key.OfComputedTrait _, ComputedTrait trait)) {
        var all = new TreeMap<>(rules.segments().traits());
        all.put(trait.id(), trait);
        rules = rules.with(rules.segments().all().values(), all.values()).countingOnly();
      }
    }
  }
}
