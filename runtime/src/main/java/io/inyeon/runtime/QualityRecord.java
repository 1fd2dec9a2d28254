package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.bots.Bots;
import io.inyeon.core.govern.quality.AlertNews;
import io.inyeon.core.govern.quarantine.Quarantine;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.quality.Alerts;
import io.inyeon.runtime.quality.QualityKeeper;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The log as data quality is counted from it: events as they were sent.
final class QualityRecord implements QualityKeeper.OnRecord {
  private static final List<Violation> ROBOT = List.of(new Violation(Bots.CAUSE, Bots.PLACE, ""));

  private final Workspace workspace;
  private final RowsLately lately;
  private final History history;

  QualityRecord(Workspace workspace, RowsLately lately, History history) {
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
    return isReleased(row);
  }

  static boolean isReleased(Row row) {
    return row.envelope().length > 0 && EntryCodec.envelope(row.envelope()).release() != null;
  }

  @Override
  public long restored(Row row) {
    var envelope = EntryCodec.envelope(row.envelope());
    var release = envelope.release();
    var name = row.name() == null ? "" : row.name();
    return release != null && Quarantine.groups(row.source(), name, ROBOT).contains(release.group())
        ? envelope.receivedAt()
        : -1;
  }

  @Override
  public void tell(Alerts.News news) throws IOException {
    var about = news.alert().about();
    var source = workspace.sources().byNumber(about.source());
    var known = new Key.OfRights(AlertNews.ROOM, news.id());
    if (source == null || workspace.state().read(known) != null) {
      return; // said before a crash, and not crossed out yet
    }
    try {
      workspace.enter(
          new Entry.QualityAlerted(0, news.at(), news.id(), news.document(source.id())));
    } catch (Intake.Unavailable e) {
      throw new IOException("news of an alert cannot be put on record: " + e.code(), e);
    }
  }

  @Override
  public Value.@Nullable Fields body(Row row) {
    return read(row);
  }

  /// An event as it was sent; `null` when it cannot be read.
  static Value.@Nullable Fields read(Row row) {
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
