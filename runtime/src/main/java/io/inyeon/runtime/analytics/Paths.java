package io.inyeon.runtime.analytics;

import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.segment.sql.Cell;
import io.inyeon.core.segment.sql.Columns;
import io.inyeon.core.segment.sql.Piece;
import io.inyeon.runtime.archive.LosslessText;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBConnection;

/// Which paths have columns of their own: the first that came, as many as a table can bear. All
/// others have rows of their own.
///
/// Of one connection: as its transaction sees them.
final class Paths implements Columns {
  /// Paths that have columns in a table.
  static final int MOST = 200;

  private final Map<Of, Map<String, Place.Own>> own = new EnumMap<>(Of.class);
  private final Map<Of, Boolean> more = new EnumMap<>(Of.class);
  private final boolean moved;
  private final boolean sliced;
  private int next;

  private Paths(boolean moved, boolean sliced) {
    this.moved = moved;
    this.sliced = sliced;
    for (var of : Of.values()) {
      own.put(of, new HashMap<>());
    }
  }

  /// As a transaction sees them.
  static Paths read(DuckDBConnection connection) throws SQLException {
    var paths =
        new Paths(
            Model.number(connection, "SELECT count(*) FROM moved") > 0,
            Model.number(connection, "SELECT count(*) FROM slice") > 0);
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT id, leads, path, pieces FROM path")) {
      while (rows.next()) {
        var id = rows.getInt(1);
        paths.next = Math.max(paths.next, id + 1);
        paths.map(Of.valueOf(rows.getString(2))).put(rows.getString(3), own(id, rows.getInt(4)));
      }
    }
    for (var of : Of.values()) {
      var any = "SELECT count(*) FROM (SELECT 1 FROM " + of.more() + " LIMIT 1)";
      paths.more.put(of, Model.number(connection, any) > 0);
    }
    return paths;
  }

  private static Place.Own own(int id, int pieces) {
    return new Place.Own("c" + id, pieces);
  }

  private Map<String, Place.Own> map(Of of) {
    return own.computeIfAbsent(of, _ -> new HashMap<>());
  }

  @Override
  public Place place(Of of, FieldPath path) {
    var known = map(of).get(LosslessText.write(Columns.written(path)));
    if (known != null) {
      return known;
    }
    return more.getOrDefault(of, false) ? new Place.More() : new Place.Nowhere();
  }

  @Override
  public boolean moved() {
    return moved;
  }

  @Override
  public boolean sliced() {
    return sliced;
  }

  /// Sees to it that a cell has its place, in the writer's transaction; its columns, or the rows of
  /// their own when these are used up.
  Place make(DuckDBConnection connection, Of of, String written, Cell cell) throws SQLException {
    var path = LosslessText.write(written);
    var known = map(of).get(path);
    if (known == null && map(of).size() >= MOST) {
      more.put(of, true);
      return new Place.More();
    }
    var pieces = known == null ? 0 : known.pieces();
    var wanted = pieces;
    for (var piece : Piece.values()) {
      if (cell.piece(piece) != null) {
        wanted |= piece.bit();
      }
    }
    if (known != null && wanted == pieces) {
      return known;
    }
    var made = known == null ? own(next++, wanted) : new Place.Own(known.name(), wanted);
    for (var piece : Piece.values()) {
      if ((wanted & ~pieces & piece.bit()) != 0) {
        Model.run(
            connection,
            "ALTER TABLE %s ADD COLUMN %s_%s %s"
                .formatted(of.table(), made.name(), piece.letter(), piece.type()));
      }
    }
    note(connection, of, path, made, known == null);
    map(of).put(path, made);
    return made;
  }

  private static void note(
      DuckDBConnection connection, Of of, String path, Place.Own made, boolean isNew)
      throws SQLException {
    var sql =
        isNew
            ? "INSERT INTO path (pieces, leads, path, id) VALUES (?, ?, ?, ?)"
            : "UPDATE path SET pieces = ? WHERE leads = ? AND path = ? AND id = ?";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setInt(1, made.pieces());
      statement.setString(2, of.name());
      statement.setString(3, path);
      statement.setInt(4, Integer.parseInt(made.name().substring(1)));
      statement.execute();
    }
  }
}
