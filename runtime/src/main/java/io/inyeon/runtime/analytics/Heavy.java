package io.inyeon.runtime.analytics;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Evaluator;
import io.inyeon.core.segment.Occurrence;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.segment.Track;
import io.inyeon.core.segment.sql.Part;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Answers for people with more events of one kind than are kept one by one: by the core's own
/// occurrences and evaluator, so that what is coarse there is coarse in the same way here.
final class Heavy {
  private final Asking asking;
  private final Answers answers;
  private final Terms terms;
  private final long now;

  Heavy(Asking asking, Answers answers, Terms terms, long now) {
    this.asking = asking;
    this.answers = answers;
    this.terms = terms;
    this.now = now;
  }

  /// Writes into `heavy` what a part of the condition says of them.
  ///
  /// @param leaf the number of the part
  /// @return how many they are
  int answer(int leaf, Part part, List<String> parameters) throws SQLException {
    var people = new TreeSet<Long>();
    for (var i = 0; i < part.of().size(); i++) {
      asking.each(
          "SELECT person FROM ("
              + part.tracks().get(i)
              + ") GROUP BY person HAVING "
              + kept(part.of().get(i))
              + " > "
              + Occurrences.EXACT,
          parameters,
          row -> people.add(row.getLong(1)));
    }
    if (people.isEmpty()) {
      return 0;
    }
    var among =
        " WHERE person IN ("
            + String.join(", ", people.stream().map(Object::toString).toList())
            + ")";
    var occurrences = new HashMap<Long, Map<Track, Occurrences>>();
    for (var i = 0; i < part.of().size(); i++) {
      read(part.of().get(i), part.tracks().get(i), among, parameters, occurrences);
    }
    var since = new HashMap<Long, Long>();
    if (part.own() != null) {
      asking.each(
          "FROM (" + part.own().select() + ")" + among,
          parameters,
          row -> since.put(row.getLong(1), row.getLong(2)));
    }
    var own = part.own();
    for (var person : people) {
      var begins = since.get(person);
      var view =
          new PartView(
              terms,
              occurrences.getOrDefault(person, Map.of()),
              own == null || begins == null
                  ? Map.of()
                  : own.trait().holding(new Value.Time(Instant.ofEpochMilli(begins))),
              part.computed());
      var truth = Evaluator.glance(part.condition(), view, now).truth();
      answers.add(leaf, person, truth);
    }
    return people.size();
  }

  /// How many of a track's rows count; of a list taken apart not fewer.
  private static String kept(Track track) {
    return track.role() == Track.Role.EACH
        ? "sum(CASE WHEN i IS NULL THEN 1 ELSE least(" + Track.MOST_ELEMENTS + ", len(i)) END)"
        : "count(*)";
  }

  private void read(
      Track track,
      String rows,
      String among,
      List<String> parameters,
      Map<Long, Map<Track, Occurrences>> to)
      throws SQLException {
    var kept = new KeptRow(track);
    var part = new ArrayList<Occurrence>();
    var of = new long[1];
    asking.each(
        "SELECT person, time, "
            + kept.columns()
            + " FROM ("
            + rows
            + ")"
            + among
            + " ORDER BY person, time",
        parameters,
        row -> {
          if (!part.isEmpty() && (part.size() >= Occurrences.EXACT || row.getLong(1) != of[0])) {
            add(track, of[0], part, to);
          }
          of[0] = row.getLong(1);
          kept.read(row, row.getLong(2), 3, part);
        });
    if (!part.isEmpty()) {
      add(track, of[0], part, to);
    }
  }

  private static void add(
      Track track, long person, List<Occurrence> part, Map<Long, Map<Track, Occurrences>> to) {
    var more = Occurrences.of(track.role().stored(), part);
    to.computeIfAbsent(person, _ -> new HashMap<>()).merge(track, more, Occurrences::plus);
    part.clear();
  }
}
