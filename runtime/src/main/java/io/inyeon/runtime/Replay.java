package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.OutcomeCounts;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.UndoneImports;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Writer.Given;
import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.http.ReplayWanted;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.store.Encoder;
import io.inyeon.runtime.store.State;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Takes chosen events of a workspace once more, with the times, arrivals and message ids they
/// have, into a state and an archive of their own. What comes of it is what a workspace would be
/// that had never received anything else: the same writer decides, and the entries are numbered
/// anew.
///
/// Its first entry are the rules; then follow, in the order of the log, the sources (without keys,
/// since nothing may be sent there), the chosen events that were accepted, and stewards' decisions
/// where they are wanted. Events of imports that were taken back stay out.
final class Replay implements RowsAhead.Work<Given> {
  private final ReplayWanted wanted;
  private final Map<Integer, UndoneImports> undone;
  private final State state;
  private final Archive archive;
  private final Writer writer;
  private final Room room;

  // Of the thread that reads ahead.
  private long numbered;

  private final AtomicLong missing = new AtomicLong();

  // Of the thread that decides.
  private OutcomeCounts events = OutcomeCounts.NONE;

  /// Sees to it that the live workspace is left enough of the disk.
  @FunctionalInterface
  interface Room {
    /// Does nothing as long as there is.
    ///
    /// @throws IOException when there is too little left to go on
    void check() throws IOException;
  }

  Replay(
      ReplayWanted wanted,
      Map<Integer, UndoneImports> undone,
      State state,
      Archive archive,
      PhoneNumbers phones,
      Patterns patterns,
      Room room) {
    this.wanted = wanted;
    this.undone = undone;
    this.state = state;
    this.archive = archive;
    this.room = room;
    // Alarms and whatever else the writer tells the world are the live workspace's.
    // What is committed here is archived before anything else is decided.
    var onRecord =
        new ArchivedRecord(
            archive,
            (_, _) -> List.of(),
            state::read,
            document -> Rules.of(document, phones, patterns).types());
    writer = new Writer(state, wanted.rules(), phones, patterns, _ -> {}, onRecord);
  }

  /// The rules that the events have come to: with the types that they brought into being.
  RulesDocument rules() {
    return writer.rules().document();
  }

  /// What became of the events that were chosen; all but those that nothing can be made of by these
  /// rules are accepted.
  OutcomeCounts events() {
    return events;
  }

  /// Entries of which nothing is known any more but that they were there.
  long missing() {
    return missing.get();
  }

  @Override
  public void read(Row row, List<Given> to) {
    if (numbered == 0) {
      give(
          new Entry.RulesSaved(++numbered, row.at(), "replay", wanted.rules(), "the replay's"), to);
    }
    switch (row.kind()) {
      case EVENT -> event(row, to);
      case SOURCE_SAVED -> {
        if (EntryCodec.decode(row.position(), row.kind(), row.body())
                instanceof Entry.SourceSaved(_, var at, var author, var source)
            && (wanted.source() == null || wanted.source().number() == source.number())) {
          give(new Entry.SourceSaved(++numbered, at, author, keyless(source)), to);
        }
      }
      case CUT_MADE, CUT_UNDONE, LINK_MADE, LINK_UNDONE -> {
        if (wanted.decisions() && row.at() < wanted.to() && row.at() <= wanted.known()) {
          to.add(new Given(EntryCodec.decode(++numbered, row.kind(), row.body()), row.body()));
        }
      }
      case BLANK, LOST -> missing.incrementAndGet();
      case RULES_SAVED,
          RULES_APPLIED,
          ACCESS_GRANTED,
          ACCESS_REVOKED,
          IMPORT_UNDONE,
          SEGMENT_SAVED,
          SEGMENT_FILLED,
          SEGMENT_ENTERED,
          SEGMENT_LEFT,
          TIMER_FIRED,
          SYNONYMS_SAVED,
          PERSON_ERASED,
          ERASURE_KEPT,
          ERASURES_SCRUBBED,
          RIGHTS_SAVED,
          PURPOSES_SAVED,
          COMPUTED_TRAIT_SAVED,
          COMPUTED_TRAIT_FILLED,
          CUTS_MEASURED,
          PLAN_SAVED,
          TRANSFORMATIONS_SAVED,
          REPAIR_NOTED,
          QUARANTINE_DROPPED,
          QUALITY_ALERTED,
          SWEPT -> {
        // Its own rules, nobody's keys, no events of imports that were taken back, no segments.
      }
    }
  }

  private static Source keyless(Source source) {
    return source.withWriteKeys(List.of());
  }

  private static void give(Entry entry, List<Given> to) {
    to.add(new Given(entry, EntryCodec.encode(entry, new Encoder())));
  }

  private void event(Row row, List<Given> to) {
    if (row.status() != Status.ACCEPTED
        || (wanted.source() != null && wanted.source().number() != row.source())
        || row.time() < wanted.from()
        || row.time() >= wanted.to()
        || row.at() > wanted.known()) {
      return;
    }
    var envelope = EntryCodec.envelope(row.envelope());
    if (undone
        .getOrDefault(row.source(), UndoneImports.NONE)
        .cover(envelope.first(row.position()), envelope.edgeId())) {
      return;
    }
    // It counts as it came to count; there are no plans here, and no quarantine to come out of.
    var counts = Became.of(row);
    var came = row.reasons() == null ? row.body() : JsonWriter.bytes((Value) counts);
    var arrived = envelope.released(null);
    var payload = EntryCodec.encode(new Intake.Collected(arrived, came, counts), new Encoder());
    to.add(new Given(new Entry.Received(++numbered, arrived, counts), payload));
  }

  @Override
  public void apply(List<Given> batch, boolean untold) throws IOException {
    room.check();
    if (batch.isEmpty()) {
      return;
    }
    var applied = writer.apply(batch);
    archive.append(applied.rows());
    // It is archived: nobody else needs to be told.
    state.forgetOutbox(state.position() + 1);
    for (var row : applied.rows()) {
      if (row.kind() == Kind.EVENT) {
        events = events.plus(counted(row));
      }
    }
  }

  private static OutcomeCounts counted(Row row) {
    return switch (row.status()) {
      case null -> throw new IllegalStateException("an event without an outcome");
      case ACCEPTED -> new OutcomeCounts(1, 0, 0, 0);
      case DUPLICATE -> new OutcomeCounts(0, 1, 0, 0);
      case QUARANTINED -> new OutcomeCounts(0, 0, 1, 0);
      case DROPPED -> new OutcomeCounts(0, 0, 0, 1);
      case ERASED -> new OutcomeCounts(1, 0, 0, 0);
    };
  }
}
