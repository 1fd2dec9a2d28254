package io.inyeon.core.segment.sql;

import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Track;
import io.inyeon.core.segment.sql.TrackSql.Bounds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The parts of a condition that look at what happened, joined to the people one after another.
final class Parts {
  private final TrackSql tracks;
  private final StringBuilder joins;
  private final boolean heavy;
  private final List<Part> all = new ArrayList<>();
  private int besides;
  private boolean active;

  /// None yet.
  ///
  /// @param joins grows by those of each part
  /// @param heavy whether there may be answers for people with many events
  Parts(TrackSql tracks, StringBuilder joins, boolean heavy) {
    this.tracks = tracks;
    this.joins = joins;
    this.heavy = heavy;
  }

  /// Whether anything is asked of the table `active`.
  boolean active() {
    return active;
  }

  /// What the table `active` says of each person, as an expression.
  String active(String answer, String otherwise) {
    active = true;
    return beside("SELECT person, " + answer + " AS answer FROM active", otherwise);
  }

  List<Part> all() {
    return List.copyOf(all);
  }

  /// A part with all that happened of those who may have many events; that is anybody where one
  /// event may count many times.
  Part of(Condition condition, @Nullable ComputedTrait computed, List<Track> of) {
    var apart = of.stream().anyMatch(track -> track.role() == Track.Role.EACH);
    var candidates = apart ? null : "SELECT person FROM candidate";
    var among = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE, null, candidates);
    return new Part(
        condition,
        computed,
        of,
        of.stream().map(track -> tracks.rows(track, among)).toList(),
        List.of(),
        null);
  }

  /// What a part answers for each person, as an expression.
  ///
  /// @param answer a SELECT of `person` and `answer` of all who have any; `null` for none
  /// @param unknown an expression that is true of those for whom it is unknown; `null` for none
  /// @param otherwise the answer for all others, as an expression
  String answered(Part part, @Nullable String answer, @Nullable String unknown, String otherwise) {
    var number = all.size();
    all.add(part);
    var cases = new StringBuilder("CASE");
    if (heavy || part.answersForAll()) {
      joins.append(
          " LEFT JOIN heavy h%d ON h%d.leaf = %d AND h%d.person = p.person"
              .formatted(number, number, number, number));
      cases.append(" WHEN h%d.person IS NOT NULL THEN h%d.answer".formatted(number, number));
    }
    if (unknown != null) {
      cases.append(" WHEN ").append(unknown).append(" THEN NULL");
    }
    if (answer != null) {
      joins.append(
          " LEFT JOIN (%s) l%d ON l%d.person = p.person".formatted(answer, number, number));
      cases.append(" WHEN l%d.person IS NOT NULL THEN l%d.answer".formatted(number, number));
    }
    // A CASE needs one case at least.
    return cases.append(" WHEN TRUE THEN ").append(otherwise).append(" END").toString();
  }

  /// What rows beside say of each person, as an expression.
  ///
  /// @param answer a SELECT of `person` and `answer`
  /// @param otherwise the answer for all others
  String beside(String answer, String otherwise) {
    var name = "b" + besides++;
    joins.append(" LEFT JOIN (%s) %s ON %s.person = p.person".formatted(answer, name, name));
    return "CASE WHEN %s.person IS NULL THEN %s ELSE %s.answer END"
        .formatted(name, otherwise, name);
  }
}
