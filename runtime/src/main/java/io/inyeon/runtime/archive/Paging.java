package io.inyeon.runtime.archive;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Finds one page of a list that runs over all months, the newest first.
///
/// Each month is first asked which rows it would put on the page, by its narrow columns alone; only
/// then are the rows that made it read whole, because a body costs a thousand times more to read
/// than a key to compare.
final class Paging {
  private static final Logger LOG = System.getLogger(Paging.class.getName());
  private static final Comparator<Hit> NEWEST_FIRST =
      Comparator.comparing(Hit::cursor, Comparator.comparingLong(Cursor::time))
          .thenComparing(Hit::cursor, Comparator.comparingLong(Cursor::position))
          .reversed();

  private final Readers readers;
  private final DuckDBConnection connection;
  private final Search search;
  private final int limit;
  private final List<String> missing;

  /// @param missing names of files that are known to be unreadable; more may be added
  Paging(
      Readers readers,
      DuckDBConnection connection,
      Search search,
      int limit,
      List<String> missing) {
    this.readers = readers;
    this.connection = connection;
    this.search = search;
    this.limit = limit;
    this.missing = missing;
  }

  /// A row that may be on the page.
  private record Hit(Volume volume, Cursor cursor) {}

  Page over(List<Volume> newestFirst, @Nullable Cursor after) {
    var start = after == null ? new Cursor(Long.MAX_VALUE, Long.MAX_VALUE) : after;
    var hits = new ArrayList<Hit>();
    for (var volume : newestFirst) {
      // One more than the page holds tells whether there is a next page.
      if (hits.size() <= limit || mayHaveNewer(volume, hits.getLast())) {
        hits.addAll(ask(volume, () -> hits(volume, start)));
        hits.sort(NEWEST_FIRST);
        removeSame(hits);
        if (hits.size() > limit + 1) {
          hits.subList(limit + 1, hits.size()).clear();
        }
      }
    }
    var next = hits.size() > limit ? hits.get(limit - 1).cursor() : null;
    return new Page(rows(hits.subList(0, Math.min(limit, hits.size()))), next, missing);
  }

  private boolean mayHaveNewer(Volume volume, Hit last) {
    return search.byTime() && volume.progress.latest() > last.cursor().time();
  }

  private List<Hit> hits(Volume volume, Cursor start) throws SQLException {
    // A constant to sort by would keep DuckDB from stopping as soon as the page is full.
    var sql =
        search.byTime()
            ? "SELECT happened, position FROM %s.entry WHERE %s AND happened <= ?"
                + " AND (happened < ? OR position < ?) ORDER BY happened DESC, position DESC LIMIT "
            : "SELECT 0, position FROM %s.entry WHERE %s AND position < ?"
                + " ORDER BY position DESC LIMIT ";
    try (var statement =
        readers.prepare(connection, sql.formatted(volume.alias(), search.where()) + (limit + 1))) {
      var bound = search.bind(statement, connection);
      if (search.byTime()) {
        statement.setLong(++bound, start.time());
        statement.setLong(++bound, start.time());
      }
      statement.setLong(++bound, start.position());
      var hits = new ArrayList<Hit>();
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          hits.add(new Hit(volume, new Cursor(rows.getLong(1), rows.getLong(2))));
        }
      }
      return hits;
    }
  }

  /// A month that was repaired may hold positions that came again after it had been unreadable.
  private static void removeSame(List<Hit> sorted) {
    for (var i = sorted.size() - 1; i > 0; i--) {
      if (sorted.get(i).cursor().equals(sorted.get(i - 1).cursor())) {
        sorted.remove(i);
      }
    }
  }

  private List<Row> rows(List<Hit> hits) {
    var byVolume = new HashMap<Volume, List<Long>>();
    for (var hit : hits) {
      byVolume
          .computeIfAbsent(hit.volume(), volume -> new ArrayList<>())
          .add(hit.cursor().position());
    }
    Map<Long, Row> found = new HashMap<>();
    byVolume.forEach((volume, positions) -> {
      for (var row : ask(volume, () -> Rows.at(readers, connection, volume, positions))) {
        found.put(row.position(), row);
      }
    });
    var rows = new ArrayList<Row>();
    for (var hit : hits) {
      var row = found.get(hit.cursor().position());
      if (row != null && search.holds(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// Asks one file; if it cannot answer, the page says so.
  private <T> List<T> ask(Volume volume, Question<T> question) {
    try {
      var answer = question.ask();
      volume.error = null;
      return answer;
    } catch (SQLException e) {
      LOG.log(Level.ERROR, "The archive's file " + volume.file() + " cannot be read", e);
      volume.error = e.getMessage();
      if (!missing.contains(volume.name())) {
        missing.add(volume.name());
      }
      return List.of();
    }
  }

  private interface Question<T> {
    List<T> ask() throws SQLException;
  }
}
