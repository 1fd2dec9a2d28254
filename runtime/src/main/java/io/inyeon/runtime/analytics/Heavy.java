package io.inyeon.runtime.analytics;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Decimals9;
import io.inyeon.core.segment.Evaluator;
import io.inyeon.core.segment.Occurrence;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.segment.ProfileView;
import io.inyeon.core.segment.Reach;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.segment.Track;
import io.inyeon.core.segment.Truth;
import io.inyeon.core.segment.Window;
import io.inyeon.core.segment.sql.ConditionSql.OfEvents;
import io.inyeon.core.segment.sql.Piece;
import io.inyeon.core.segment.sql.TrackSql;
import io.inyeon.runtime.archive.LosslessText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Answers for people with more events of one kind than are kept one by one: by the core's own
/// occurrences and evaluator, so that what is coarse there is coarse in the same way here.
final class Heavy {
  private final Asking asking;
  private final Terms terms;
  private final long now;

  Heavy(Asking asking, Terms terms, long now) {
    this.asking = asking;
    this.terms = terms;
    this.now = now;
  }

  /// Writes into `heavy` what a part of the condition says of them.
  ///
  /// @param leaf the number of the part
  /// @return how many they are
  int answer(int leaf, OfEvents part, List<String> parameters) throws SQLException {
    var people = new TreeSet<Long>();
    for (var rows : part.tracks()) {
      asking.each(
          "SELECT person FROM ("
              + rows
              + ") GROUP BY person HAVING count(*) > "
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
    if (part.since() != null) {
      asking.each(
          "FROM (" + part.since() + ")" + among,
          parameters,
          row -> since.put(row.getLong(1), row.getLong(2)));
    }
    for (var person : people) {
      var view =
          new Person(
              terms,
              occurrences.getOrDefault(person, Map.of()),
              since.get(person),
              part.condition());
      var truth = Evaluator.glance(part.condition(), view, now).truth();
      asking.run("INSERT INTO heavy VALUES (%d, %d, %s)".formatted(leaf, person, written(truth)));
    }
    return people.size();
  }

  private static String written(Truth truth) {
    return switch (truth) {
      case MATCH -> "TRUE";
      case NO_MATCH -> "FALSE";
      case UNKNOWN -> "NULL";
    };
  }

  private void read(
      Track track,
      String rows,
      String among,
      List<String> parameters,
      Map<Long, Map<Track, Occurrences>> to)
      throws SQLException {
    var values = TrackSql.pieces(track).contains(Piece.TEXT);
    var numbers = TrackSql.pieces(track).contains(Piece.NUMBER);
    var columns = "person, time" + (numbers ? ", n" : "") + (values ? ", t, b" : "");
    var part = new ArrayList<Occurrence>();
    var of = new long[1];
    asking.each(
        "SELECT " + columns + " FROM (" + rows + ")" + among + " ORDER BY person, time",
        parameters,
        row -> {
          if (!part.isEmpty() && (part.size() == Occurrences.EXACT || row.getLong(1) != of[0])) {
            add(track, of[0], part, to);
          }
          of[0] = row.getLong(1);
          part.add(new Occurrence(row.getLong(2), numbers ? value(row, values) : null));
        });
    if (!part.isEmpty()) {
      add(track, of[0], part, to);
    }
  }

  private static Value value(ResultSet row, boolean values) throws SQLException {
    var number = row.getObject(3);
    if (number != null) {
      return new Value.Decimal(new BigDecimal((BigInteger) number, Decimals9.PLACES));
    }
    if (!values) {
      throw new IllegalStateException("a number was asked for");
    }
    var text = row.getString(4);
    return text == null
        ? new Value.Truth(row.getBoolean(5))
        : new Value.Text(LosslessText.read(text));
  }

  private static void add(
      Track track, long person, List<Occurrence> part, Map<Long, Map<Track, Occurrences>> to) {
    var more = Occurrences.of(track.role(), part);
    to.computeIfAbsent(person, _ -> new HashMap<>()).merge(track, more, Occurrences::plus);
    part.clear();
  }

  /// As much of a person as one part of a condition on events asks for.
  ///
  /// @param since the time at which the window begins; `null` when that is not told
  private record Person(
      Terms terms, Map<Track, Occurrences> all, @Nullable Long since, Condition condition)
      implements ProfileView {
    @Override
    public @Nullable Value trait(String name) {
      if (since == null || !(window() instanceof Window.Since(var trait))) {
        return null;
      }
      Value value = new Value.Time(Instant.ofEpochMilli(since));
      for (var each : trait.names().subList(1, trait.names().size()).reversed()) {
        value = new Value.Fields(Map.of(each, value));
      }
      return value;
    }

    private @Nullable Window window() {
      return switch (condition) {
        case Condition.OfEvents events -> events.window();
        case Condition.Sequence sequence -> sequence.window();
        default -> null;
      };
    }

    @Override
    public Occurrences occurrences(Track track, Reach reach) {
      var known = all.get(track);
      return known == null ? Occurrences.none(track.role()) : known;
    }

    @Override
    public long grantedUntil(String purpose) {
      return Long.MIN_VALUE;
    }

    @Override
    public @Nullable BigDecimal score(String name) {
      return null;
    }

    @Override
    public @Nullable Condition segment(String id) {
      return null;
    }

    @Override
    public List<Account> accounts() {
      return List.of();
    }
  }
}
