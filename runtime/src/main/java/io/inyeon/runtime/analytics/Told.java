package io.inyeon.runtime.analytics;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Evaluator;
import io.inyeon.core.segment.Occurrence;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.segment.Track;
import io.inyeon.core.segment.sql.Part;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Answers parts of a condition for everybody who has anything that they ask for, by the core's own
/// evaluator: one person after another, a slice of rows at a time, so that memory does not grow
/// with how many they are; given up between two slices.
final class Told {
  private static final int SLICE = 65_536;
  private static final int YEAR = 10_000;
  private static final int MONTH = 100;

  private final Asking asking;
  private final Answers answers;
  private final Terms terms;
  private final long now;

  Told(Asking asking, Answers answers, Terms terms, long now) {
    this.asking = asking;
    this.answers = answers;
    this.terms = terms;
    this.now = now;
  }

  /// Answers a part for those who are in `heavy` for it not yet.
  ///
  /// @param leaf the number of the part
  void answer(int leaf, Part part, List<String> parameters) throws SQLException {
    if (!part.told().isEmpty()) {
      events(leaf, part, parameters);
    }
    var own = part.own();
    if (own != null && part.computed() != null) {
      asking.each(
          own.select(),
          parameters,
          row -> {
            var day = row.getInt(2);
            var date = LocalDate.of(day / YEAR, day / MONTH % MONTH, day % MONTH);
            var traits = own.trait().holding(new Value.Text(date.toString()));
            say(leaf, row.getLong(1), part, new PartView(terms, Map.of(), traits, part.computed()));
          });
    }
  }

  private void say(int leaf, long person, Part part, PartView view) throws SQLException {
    answers.add(leaf, person, Evaluator.glance(part.condition(), view, now).truth());
  }

  private void events(int leaf, Part part, List<String> parameters) throws SQLException {
    var all = new ArrayList<String>();
    for (var i = 0; i < part.of().size(); i++) {
      all.add(
          "SELECT person, time, %d AS track, %s FROM (%s)"
              .formatted(i, new KeptRow(part.of().get(i)).columns(), part.told().get(i)));
    }
    asking.run("DROP TABLE IF EXISTS told");
    asking.change(
        "CREATE TEMP TABLE told AS SELECT *, row_number() OVER (ORDER BY person, time) AS place"
            + " FROM ("
            + String.join(" UNION ALL ", all)
            + ") WHERE person NOT IN (SELECT person FROM heavy WHERE leaf = "
            + leaf
            + ")",
        parameters);
    var people = new People(leaf, part);
    for (var from = 0L; people.more(from); from += SLICE) {
      asking.each(
          "SELECT * FROM told WHERE place > %d AND place <= %d ORDER BY place"
              .formatted(from, from + SLICE),
          List.of(),
          row -> people.add(row));
    }
    people.end();
    asking.run("DROP TABLE told");
  }

  /// One person after another.
  private final class People {
    private final int leaf;
    private final Part part;
    private final List<KeptRow> kept;
    private final List<List<Occurrence>> found = new ArrayList<>();
    private long person;
    private long rows;

    People(int leaf, Part part) {
      this.leaf = leaf;
      this.part = part;
      kept = part.of().stream().map(KeptRow::new).toList();
      part.of().forEach(_ -> found.add(new ArrayList<>()));
    }

    /// Whether all rows up to a place have been read, and there may be more.
    boolean more(long from) {
      return rows == from;
    }

    void add(java.sql.ResultSet row) throws SQLException {
      if (rows > 0 && row.getLong(1) != person) {
        end();
      }
      rows++;
      person = row.getLong(1);
      var track = row.getInt(3);
      kept.get(track).read(row, row.getLong(2), 4, found.get(track));
    }

    void end() throws SQLException {
      if (rows == 0) {
        return;
      }
      var occurrences = new HashMap<Track, Occurrences>();
      for (var i = 0; i < found.size(); i++) {
        var track = part.of().get(i);
        occurrences.put(track, Occurrences.of(track.role().stored(), found.get(i)));
        found.get(i).clear();
      }
      say(leaf, person, part, new PartView(terms, occurrences, Map.of(), part.computed()));
    }
  }
}
