package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Repeat;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.UndoneImports;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.recall.Spellings;
import io.inyeon.core.unify.Mentions;
import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Refill;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The events of devices, read again from the archive.
///
/// That is fed behind the writer, so what it lacks is taken from log and outbox, and what is not
/// committed yet from the batch at hand.
final class ArchivedRecord implements OnRecord {
  private static final System.Logger LOG = System.getLogger(ArchivedRecord.class.getName());
  private static final int PART = 2_048;

  private final Archive archive;
  private final Refill rest;
  private final Function<Key<?>, @Nullable Object> state;
  private final Function<RulesDocument, IdentifierTypes> ready;
  private @Nullable OperatorsRecord operators;
  private @Nullable RulesDocument spelt;
  private @Nullable Spellings spellings;

  /// Ready to read.
  ///
  /// @param rest gives what is committed and not archived yet
  /// @param state the state whose decisions are served, as it is committed
  /// @param ready makes types of other rules ready for use
  ArchivedRecord(
      Archive archive,
      Refill rest,
      Function<Key<?>, @Nullable Object> state,
      Function<RulesDocument, IdentifierTypes> ready) {
    this.archive = archive;
    this.rest = rest;
    this.state = state;
    this.ready = ready;
  }

  @Override
  public void forget() {
    operators = null;
    spelt = null;
  }

  @Override
  public Mentions mentions(
      Key.OfMentions wanted, Rules rules, long before, long committed, List<Row> batch) {
    try {
      return new Mentions(events(wanted, rules, before, committed, batch));
    } catch (IOException e) {
      LOG.log(Level.ERROR, "The record of a device cannot be read", e);
      return new Mentions(List.of());
    }
  }

  private List<Event> events(
      Key.OfMentions wanted, Rules rules, long before, long committed, List<Row> batch)
      throws IOException {
    var text = wanted.device().toString();
    var span = wanted.span();
    var rows = new TreeMap<Long, Row>();
    var tail = new ArrayList<>(tail(Math.min(before - 1, committed)));
    tail.addAll(batch);
    archived(text, span.from(), span.last(), rows);
    for (var row : tail) {
      if (row.status() == Status.ACCEPTED
          && row.names(text)
          && row.time() >= span.from()
          && row.time() <= span.last()) {
        rows.put(row.position(), row);
      }
    }
    var record = operators(tail);
    var spelt = spellings(rules, record);
    var events = new ArrayList<Event>();
    for (var row : rows.headMap(before).values()) {
      var event = event(row, rules, record, spelt);
      if (event != null && event.identifiers().contains(wanted.device())) {
        events.add(event);
      }
    }
    return events;
  }

  private void archived(String device, long from, long last, Map<Long, Row> rows)
      throws ArchiveException {
    for (var after = 0L; ; ) {
      var page = archive.mentions(List.of(device), after, from, last, Long.MAX_VALUE, PART);
      page.rows().forEach(row -> rows.put(row.position(), row));
      if (page.last()) {
        return;
      }
      after = page.rows().getLast().position();
    }
  }

  /// What is committed and not archived yet.
  private List<Row> tail(long last) throws IOException {
    while (true) {
      var archived = archive.position();
      var rows = new ArrayList<Row>();
      for (var next = archived + 1; next <= last; ) {
        var some = rest.rowsFrom(next, PART);
        if (some.isEmpty()) {
          break;
        }
        some.stream().filter(row -> row.position() <= last).forEach(rows::add);
        next = some.getLast().position() + 1;
      }
      // What is archived is forgotten in the outbox. Nothing of these was, if it is where it was.
      if (archive.position() == archived) {
        return rows;
      }
    }
  }

  private OperatorsRecord operators(Collection<Row> tail) throws ArchiveException {
    var known = operators;
    if (known == null) {
      known = OperatorsRecord.read(archive);
      for (var row : tail) {
        if (row.kind() != Kind.EVENT && row.kind() != Kind.BLANK && row.kind() != Kind.LOST) {
          known.add(EntryCodec.decode(row.position(), row.kind(), row.body()));
        }
      }
      operators = known;
    }
    return known;
  }

  /// How identifiers were ever spelt, for events that are read by these rules.
  private Spellings spellings(Rules rules, OperatorsRecord record) {
    var known = spellings;
    if (known == null || !rules.document().equals(spelt)) {
      known = record.spellings(rules.document(), ready);
      spellings = known;
      spelt = rules.document();
    }
    return known;
  }

  /// The event as it was read when it was decided, with what was an identifier of it then; `null`
  /// when state has nothing of it.
  private @Nullable Event event(Row row, Rules rules, OperatorsRecord record, Spellings spelt)
      throws ArchiveException {
    var envelope = EntryCodec.envelope(row.envelope());
    if (state.apply(new Key.OfUndone(row.source())) instanceof UndoneImports undone
        && undone.leftOut().cover(envelope.first(row.position()), envelope.edgeId())) {
      return null;
    }
    var body = Became.of(row);
    var source = record.source(row);
    var reading =
        Repeat.narrowed(
            EventReader.read(envelope, body, source, rules.types()),
            spelt.named(envelope, body, source, each -> row.names(each.toString())),
            rules.types());
    return reading instanceof Reading.Understood(var event, _) ? event : null;
  }
}
