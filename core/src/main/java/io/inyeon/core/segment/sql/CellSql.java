package io.inyeon.core.segment.sql;

import java.math.BigInteger;
import java.util.EnumMap;
import java.util.Map;

/// A cell as SQL: an expression for each piece. A piece without one is NULL.
///
/// @param pieces expressions that may be written several times
record CellSql(Map<Piece, String> pieces) {
  /// Nothing at all.
  static final CellSql NONE = new CellSql(Map.of());

  /// Where a column holds a number alone.
  static CellSql number(String expression) {
    return new CellSql(Map.of(Piece.NUMBER, expression));
  }

  static CellSql of(Columns.Place place, String alias, String moreAlias) {
    return switch (place) {
      case Columns.Place.Nowhere _ -> NONE;
      case Columns.Place.Own own -> {
        var pieces = new EnumMap<Piece, String>(Piece.class);
        for (var piece : Piece.values()) {
          if (own.has(piece)) {
            pieces.put(piece, alias + "." + own.name() + "_" + piece.letter());
          }
        }
        yield new CellSql(pieces);
      }
      case Columns.Place.More _ -> {
        var pieces = new EnumMap<Piece, String>(Piece.class);
        for (var piece : Piece.values()) {
          pieces.put(piece, moreAlias + "." + piece.letter());
        }
        yield new CellSql(pieces);
      }
    };
  }

  boolean has(Piece piece) {
    return pieces.containsKey(piece);
  }

  String get(Piece piece) {
    return pieces.getOrDefault(piece, "CAST(NULL AS " + piece.type() + ")");
  }

  /// Whether there is a value; never NULL.
  String exists() {
    var any = new StringBuilder();
    for (var piece :
        new Piece[] {Piece.TEXT, Piece.NUMBER, Piece.TRUTH, Piece.ITEMS, Piece.OTHER}) {
      if (has(piece)) {
        any.append(any.isEmpty() ? "(" : " OR ").append(get(piece)).append(" IS NOT NULL");
      }
    }
    return any.isEmpty() ? "FALSE" : any.append(')').toString();
  }

  /// A number that the language knows, as SQL has it.
  static String literal(BigInteger scaled) {
    return "CAST('" + scaled + "' AS HUGEINT)";
  }
}
