package io.inyeon.runtime.analytics;

import io.inyeon.core.collect.Event;
import io.inyeon.core.segment.Formula;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.segment.Touch;
import io.inyeon.core.segment.sql.Cells;
import io.inyeon.core.segment.sql.Columns;
import io.inyeon.core.segment.sql.Names;
import io.inyeon.core.unify.FragmentKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// Accepted events on their way into a model. They lie in the file by their names, so that a
/// question about one passes over the others.
final class EventRows {
  private static final int TOGETHER = 8_192;

  private final DuckDBConnection connection;
  private final Paths paths;
  private final Terms terms;
  private final Busy busy;
  private final List<Integer> crossed = new ArrayList<>();
  private final CellRows rows =
      new CellRows(
          Columns.Of.EVENT,
          "position BIGINT, time BIGINT, name BIGINT, fragment BIGINT, touch_channel VARCHAR,"
              + " touch_campaign VARCHAR, touch_referrer VARCHAR",
          "event BIGINT");

  /// Events for a transaction that has begun, in which the fragments are there already.
  EventRows(DuckDBConnection connection, Paths paths, Terms terms, Busy busy) {
    this.connection = connection;
    this.paths = paths;
    this.terms = terms;
    this.busy = busy;
  }

  void add(long position, Event event) throws SQLException {
    var time = event.head().time();
    var name = Names.event(event.head().name());
    var fragment = Names.fragment(FragmentKey.of(event));
    var touch = Formula.Touched.CALLS.contains(event.head().name()) ? Touch.of(event) : null;
    var cells =
        rows.add(
            to -> {
              to.append(position).append(time).append(name).append(fragment);
              Staged.append(to, touch == null ? null : touch.channel());
              Staged.append(to, touch == null ? null : touch.campaign());
              Staged.append(to, touch == null ? null : touch.referrer());
            },
            to -> to.append(position));
    Cells.of(
        event.properties().values(),
        terms,
        (path, cell) -> cells.put(CellRows.written(path), cell));
    if (busy.add(fragment)) {
      crossed.add(Busy.bucket(fragment));
    }
    if (rows.size() >= TOGETHER) {
      flush();
    }
  }

  /// Puts what was added into the tables.
  void flush() throws SQLException {
    if (rows.size() == 0) {
      return;
    }
    var more = rows.stage(connection, paths, "s_event");
    Model.run(
        connection,
        "INSERT INTO event BY NAME SELECT s.*, f.person FROM s_event s LEFT JOIN fragment f ON"
            + " f.fragment = s.fragment ORDER BY s.name, s.position");
    if (more) {
      Model.run(connection, "INSERT INTO event_more BY NAME FROM s_event_more");
      Staged.drop(connection, "s_event_more");
    }
    Staged.drop(connection, "s_event");
    for (var bucket : crossed) {
      Model.run(connection, "INSERT INTO busy VALUES (" + bucket + ")");
    }
    crossed.clear();
  }
}
