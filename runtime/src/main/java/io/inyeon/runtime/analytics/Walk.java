package io.inyeon.runtime.analytics;

import io.inyeon.core.segment.Occurrence;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.segment.Track;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Goes through the events of some tracks, one person after another, a slice of rows at a time, so
/// that memory does not grow with how many they are; given up between two slices.
final class Walk {
  private static final int SLICE = 65_536;

  private final List<Track> of;
  private final To to;
  private final List<KeptRow> kept;
  private final List<List<Occurrence>> found = new ArrayList<>();
  private final Map<Track, Occurrences> sums = new HashMap<>();
  private long person;
  private long rows;

  /// Takes a person.
  interface To {
    /// Somebody with any events.
    void person(long person, Map<Track, Occurrences> occurrences) throws SQLException;
  }

  private Walk(List<Track> of, To to) {
    this.of = of;
    this.to = to;
    kept = of.stream().map(KeptRow::new).toList();
    of.forEach(_ -> found.add(new ArrayList<>()));
  }

  /// Goes through everybody with any events.
  ///
  /// @param selects of each track one of `person`, `time` and the kept pieces
  /// @param where who is passed over, as a condition on `person`
  static void through(
      Asking asking,
      List<Track> of,
      List<String> selects,
      String where,
      List<String> parameters,
      To to)
      throws SQLException {
    var all = new ArrayList<String>();
    for (var i = 0; i < of.size(); i++) {
      all.add(
          "SELECT person, time, %d AS track, %s FROM (%s)"
              .formatted(i, new KeptRow(of.get(i)).columns(), selects.get(i)));
    }
    asking.run("DROP TABLE IF EXISTS told");
    asking.change(
        "CREATE TEMP TABLE told AS SELECT *, row_number() OVER (ORDER BY person, time) AS place"
            + " FROM ("
            + String.join(" UNION ALL ", all)
            + ") WHERE "
            + where,
        parameters);
    var walk = new Walk(of, to);
    for (var from = 0L; walk.rows == from; from += SLICE) {
      asking.each(
          "SELECT * FROM told WHERE place > %d AND place <= %d ORDER BY place"
              .formatted(from, from + SLICE),
          List.of(),
          walk::add);
    }
    walk.end();
    asking.run("DROP TABLE told");
  }

  private void add(ResultSet row) throws SQLException {
    if (rows > 0 && row.getLong(1) != person) {
      end();
    }
    rows++;
    person = row.getLong(1);
    var track = row.getInt(3);
    var some = found.get(track);
    kept.get(track).read(row, row.getLong(2), 4, some);
    if (some.size() >= Occurrences.EXACT) {
      fold(track);
    }
  }

  private void fold(int track) {
    var some = found.get(track);
    var key = of.get(track);
    sums.merge(key, Occurrences.of(key.role().stored(), some), Occurrences::plus);
    some.clear();
  }

  private void end() throws SQLException {
    if (rows == 0) {
      return;
    }
    for (var i = 0; i < found.size(); i++) {
      fold(i);
    }
    to.person(person, Map.copyOf(sums));
    sums.clear();
  }
}
