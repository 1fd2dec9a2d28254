package io.inyeon.core.segment.sql;

import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.Filter;
import io.inyeon.core.segment.Touch;
import io.inyeon.core.segment.Track;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The events of a track as rows: `person`, `time` and the pieces of the value that it keeps, each
/// under its letter.
public final class TrackSql {
  private final Columns columns;
  private final OperatorSql operators;

  TrackSql(Columns columns, OperatorSql operators) {
    this.columns = columns;
    this.operators = operators;
  }

  /// Which of a track's events.
  ///
  /// @param after only later ones; [Long#MIN_VALUE] for all
  /// @param until and not later than this; [Long#MAX_VALUE] for all
  /// @param since where a person's own beginning is found as `m`; `null` where there is none
  /// @param among an expression for the person must be among the rows of this; `null` for everybody
  record Bounds(long after, long until, @Nullable String since, @Nullable String among) {
    static Bounds of(long after, long until) {
      return new Bounds(after, until, null, null);
    }
  }

  /// The pieces of the value that a track keeps.
  public static List<Piece> pieces(Track track) {
    return switch (track.role().stored()) {
      case TIMES -> List.of();
      case NUMBERS -> List.of(Piece.NUMBER);
      case VALUES, EACH, TOUCHES ->
          track.role() == Track.Role.EACH
              ? List.of(Piece.TEXT, Piece.NUMBER, Piece.TRUTH, Piece.TIME, Piece.DAY, Piece.ITEMS)
              : List.of(Piece.TEXT, Piece.NUMBER, Piece.TRUTH, Piece.TIME, Piece.DAY);
    };
  }

  /// The rows of a track.
  String rows(Track track, Bounds bounds) {
    return new One(track, bounds).sql();
  }

  private final class One {
    private final Track track;
    private final Bounds bounds;
    private final Map<FieldPath, String> more = new LinkedHashMap<>();
    private final StringBuilder from = new StringBuilder(" FROM event e");
    private final List<String> where = new ArrayList<>();

    One(Track track, Bounds bounds) {
      this.track = track;
      this.bounds = bounds;
    }

    String sql() {
      var person = person();
      where.add("e.name = " + Names.event(track.filter().event()));
      if (bounds.after() != Long.MIN_VALUE) {
        where.add("e.time > " + bounds.after());
      }
      if (bounds.until() != Long.MAX_VALUE) {
        where.add("e.time <= " + bounds.until());
      }
      for (var each : track.filter().where()) {
        where.add(holds(each));
      }
      var select = new StringBuilder("SELECT " + person + " AS person, e.time AS time");
      var property = track.property();
      if (property != null) {
        var cell = track.role() == Track.Role.TOUCHES ? touched(property) : kept(cell(property));
        for (var piece : pieces(track)) {
          select.append(", ").append(cell.get(piece)).append(" AS ").append(piece.letter());
        }
      }
      where.add(person + " IS NOT NULL");
      if (bounds.among() != null) {
        where.add(person + " IN (" + bounds.among() + ")");
      }
      if (bounds.since() != null) {
        from.append(" JOIN (").append(bounds.since()).append(") s ON s.person = ").append(person);
        where.add("e.time > s.m");
      }
      return select + from.toString() + " WHERE " + String.join(" AND ", where);
    }

    /// Whose the events are.
    private String person() {
      var whose = new ArrayList<String>();
      if (columns.sliced()) {
        from.append(" ASOF LEFT JOIN slice w ON w.fragment = e.fragment AND e.time >= w.since");
        whose.add("w.person");
      }
      if (columns.moved()) {
        from.append(" LEFT JOIN moved v ON v.fragment = e.fragment");
        whose.add("v.person");
      }
      whose.add("e.person");
      return whose.size() == 1 ? "e.person" : "coalesce(" + String.join(", ", whose) + ")";
    }

    private String holds(Filter.Where each) {
      return operators.of(each.operator(), cell(each.property()));
    }

    private CellSql cell(FieldPath path) {
      var place = columns.place(Columns.Of.EVENT, path);
      var alias = "e";
      if (place instanceof Columns.Place.More) {
        alias = more.computeIfAbsent(path, _ -> joined(path));
      }
      return CellSql.of(place, "e", alias);
    }

    private String joined(FieldPath path) {
      var alias = "x" + more.size();
      from.append(" LEFT JOIN event_more ")
          .append(alias)
          .append(" ON ")
          .append(alias)
          .append(".event = e.position AND ")
          .append(alias)
          .append(".path = ")
          .append(operators.parameters().of(Columns.written(path)));
      return alias;
    }

    /// What is told of a touch, in a column of its own.
    private CellSql touched(FieldPath of) {
      var name = of.head();
      if (name.startsWith(Touch.INDIRECT)) {
        where.add("e.touch_channel <> '" + Touch.DIRECT + "'");
        name = name.substring(Touch.INDIRECT.length());
      }
      var text = "e.touch_" + name;
      where.add(text + " IS NOT NULL");
      return new CellSql(Map.of(Piece.TEXT, text));
    }

    /// The value as an occurrence keeps it; events without one do not count.
    private CellSql kept(CellSql cell) {
      if (track.role() == Track.Role.NUMBERS) {
        where.add(cell.get(Piece.NUMBER) + " IS NOT NULL");
        return cell;
      }
      var any = new ArrayList<String>();
      if (cell.has(Piece.TEXT)) {
        any.add(
            cell.get(Piece.TEXT)
                + " IS NOT NULL"
                + (cell.has(Piece.LONG) ? " AND " + cell.get(Piece.LONG) + " IS NULL" : ""));
      }
      for (var piece : List.of(Piece.NUMBER, Piece.TRUTH)) {
        if (cell.has(piece)) {
          any.add(cell.get(piece) + " IS NOT NULL");
        }
      }
      if (track.role() == Track.Role.EACH && cell.has(Piece.ITEMS)) {
        any.add(cell.get(Piece.ITEMS) + " IS NOT NULL");
      }
      where.add(any.isEmpty() ? "FALSE" : "(" + String.join(" OR ", any) + ")");
      var pieces = new EnumMap<Piece, String>(Piece.class);
      pieces(track)
          .forEach(piece -> {
            if (cell.has(piece)) {
              pieces.put(piece, cell.get(piece));
            }
          });
      return new CellSql(pieces);
    }
  }
}
