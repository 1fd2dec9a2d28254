package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import io.inyeon.core.unify.Mentions;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.log.Log;
import io.inyeon.runtime.store.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is on record in a simulated world: its archive, its log and outbox, and the batch at hand.
///
/// @param archive by position
/// @param source of all events
record SimulatedRecord(SortedMap<Long, Row> archive, Log log, State state, Source source)
    implements OnRecord {
  @Override
  public Mentions mentions(
      Key.OfMentions wanted, Rules rules, long before, long committed, List<Row> batch) {
    var rows = new TreeMap<>(archive);
    try {
      var rereading = new Rereading(log, state);
      for (var next = archive.isEmpty() ? 1 : archive.lastKey() + 1; next <= committed; ) {
        var some = rereading.rowsFrom(next, 100);
        some.forEach(row -> rows.put(row.position(), row));
        next = some.getLast().position() + 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    batch.forEach(row -> rows.put(row.position(), row));
    var events = new ArrayList<Event>();
    for (var row : rows.headMap(before).values()) {
      if (row.status() == Status.ACCEPTED && wanted.span().holds(row.time())) {
        var envelope = EntryCodec.envelope(row.envelope());
        var body = JsonReader.event(row.body());
        if (EventReader.read(envelope, body, source, rules.types())
                instanceof Reading.Understood(var event, _)
            && event.identifiers().contains(wanted.device())) {
          events.add(event);
        }
      }
    }
    return new Mentions(events);
  }

  @Override
  public void forget() {
    // It remembers nothing.
  }
}
