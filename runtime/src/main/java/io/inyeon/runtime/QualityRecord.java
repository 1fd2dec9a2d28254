package io.inyeon.runtime;

import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.quality.QualityKeeper;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The log as data quality is counted from it: events as they were sent.
final class QualityRecord implements QualityKeeper.OnRecord {
  private final WorkspaceView workspace;
  private final RowsLately lately;
  private final History history;

  QualityRecord(WorkspaceView workspace, RowsLately lately, History history) {
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
  public boolean released(Row row) {
    return row.envelope().length > 0 && EntryCodec.envelope(row.envelope()).release() != null;
  }

  @Override
  public Value.@Nullable Fields body(Row row) {
    return row.body().length > 0 && JsonReader.event(row.body()) instanceof Value.Fields fields
        ? fields
        : null;
  }

  @Override
  public List<Source> sources() {
    return workspace.sources().all();
  }

  @Override
  public ZoneId zone() {
    return ZoneId.of(workspace.rules().document().timeZone());
  }

  @Override
  public long decided() {
    return workspace.state().position();
  }

  @Override
  public long now() {
    return workspace.clock().millis();
  }
}
