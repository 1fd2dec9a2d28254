package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.SavedPurpose;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.consent.LedgerKeeper;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The log as the consent ledger reads it. What was recorded once stays recorded, so events of
/// imports that were taken back are read as well.
final class ConsentRecord implements LedgerKeeper.OnRecord {
  private final WorkspaceView workspace;
  private final RowsLately lately;
  private final History history;

  ConsentRecord(WorkspaceView workspace, RowsLately lately, History history) {
    this.workspace = workspace;
    this.lately = lately;
    this.history = history;
  }

  @Override
  public List<Row> rows(long from, long to) throws IOException {
    var known = lately.from(from);
    return known == null ? history.from(from, to).rows() : known;
  }

  @Override
  public @Nullable Source source(int number) {
    return workspace.sources().byNumber(number);
  }

  @Override
  public @Nullable Event event(Row row) {
    var source = source(row.source());
    if (source == null) {
      return null;
    }
    var reading =
        EventReader.read(
            EntryCodec.envelope(row.envelope()),
            JsonReader.event(row.body()),
            source,
            workspace.rules().types());
    return reading instanceof Reading.Understood(var event, _)
        ? event.only(identifier -> row.names(identifier.toString()))
        : null;
  }

  @Override
  public List<Purpose> purposes(Row row) {
    return EntryCodec.decode(row.position(), row.kind(), row.body())
            instanceof Entry.PurposesSaved saved
        ? saved.purposes()
        : List.of();
  }

  @Override
  public List<SavedPurpose> everyPurpose() {
    var all = new ArrayList<SavedPurpose>();
    workspace
        .state()
        .forEach(
            Key.OfPurposeVersion.class,
            (Key<SavedPurpose> _, SavedPurpose saved) -> all.add(saved));
    return all;
  }

  @Override
  public long now() {
    return workspace.clock().millis();
  }
}
