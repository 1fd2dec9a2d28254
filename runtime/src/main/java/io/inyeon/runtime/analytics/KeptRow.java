package io.inyeon.runtime.analytics;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Decimals9;
import io.inyeon.core.segment.Occurrence;
import io.inyeon.core.segment.Track;
import io.inyeon.core.segment.sql.Piece;
import io.inyeon.core.segment.sql.TrackSql;
import io.inyeon.runtime.archive.LosslessText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a track keeps of an event, read from its row.
final class KeptRow {
  /// In which order they are read.
  private static final List<Piece> READ =
      List.of(Piece.NUMBER, Piece.TEXT, Piece.TRUTH, Piece.ITEMS);

  private final Track track;
  private final List<Piece> pieces;

  KeptRow(Track track) {
    this.track = track;
    pieces = TrackSql.pieces(track);
  }

  /// The columns that [#read] reads, always the same number of the same types.
  String columns() {
    var columns = new ArrayList<String>();
    for (var piece : READ) {
      columns.add(
          (pieces.contains(piece) ? piece.letter() : "CAST(NULL AS " + piece.type() + ")")
              + " AS "
              + piece.letter());
    }
    return String.join(", ", columns);
  }

  /// Adds what is kept: of a list each element that counts.
  ///
  /// @param at the number of the first of the columns
  void read(ResultSet row, long time, int at, List<Occurrence> to) throws SQLException {
    if (pieces.isEmpty()) {
      to.add(new Occurrence(time, null));
      return;
    }
    if (track.role() != Track.Role.EACH) {
      to.add(new Occurrence(time, scalar(row, at)));
      return;
    }
    var items = row.getArray(at + READ.indexOf(Piece.ITEMS));
    Value value;
    if (items == null) {
      value = scalar(row, at);
    } else {
      var all = new ArrayList<Value>();
      for (var element : (Object[]) items.getArray()) {
        all.add(element(LosslessText.read((String) element)));
      }
      value = new Value.Items(all);
    }
    if (value != null) {
      to.addAll(Track.apart(value, time));
    }
  }

  private @Nullable Value scalar(ResultSet row, int at) throws SQLException {
    var number = pieces.contains(Piece.NUMBER) ? row.getObject(at) : null;
    if (number != null) {
      return number(new BigDecimal((BigInteger) number, Decimals9.PLACES));
    }
    var text = pieces.contains(Piece.TEXT) ? row.getString(at + 1) : null;
    if (text != null) {
      return new Value.Text(LosslessText.read(text));
    }
    var truth = row.getObject(at + 2);
    return truth == null ? null : new Value.Truth((Boolean) truth);
  }

  private static Value number(BigDecimal number) {
    return new Value.Decimal(number);
  }

  /// As a list's scalars are written, see [io.inyeon.core.segment.sql.Cell].
  static Value element(String tagged) {
    var rest = tagged.substring(1);
    return switch (tagged.charAt(0)) {
      case 't' -> new Value.Text(rest);
      case 'n' -> number(new BigDecimal(new BigInteger(rest), Decimals9.PLACES));
      default -> new Value.Truth(rest.equals("1"));
    };
  }
}
