package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/// Turns what DuckDB reads into values, exactly: decimals keep every digit, times without a zone
/// stay without one. (DuckDB's own JSON makes binary fractions of decimals.)
final class DuckValues {
  private DuckValues() {}

  /// What stands in a column of the row on which a result set stands.
  ///
  /// @param type as DuckDB names it
  static Value read(ResultSet rows, int column, String type) throws SQLException {
    // Through java.sql.Timestamp an hour of the night on which clocks go forward would be lost.
    return of(
        type.equals("TIMESTAMP")
            ? rows.getObject(column, LocalDateTime.class)
            : rows.getObject(column));
  }

  private static Value of(@Nullable Object read) throws SQLException {
    return switch (read) {
      case null -> Value.Nothing.NOTHING;
      case String text -> new Value.Text(text);
      case Boolean truth -> new Value.Truth(truth);
      case BigDecimal number -> new Value.Decimal(number);
      case BigInteger number -> new Value.Decimal(new BigDecimal(number));
      case Float number -> fraction(number, Float.toString(number));
      case Double number -> fraction(number, Double.toString(number));
      case Number number -> new Value.Decimal(BigDecimal.valueOf(number.longValue()));
      case Timestamp time -> new Value.Text(time.toLocalDateTime().toString());
      case OffsetDateTime time -> new Value.Time(time.toInstant());
      case DuckDBStruct struct -> fields(struct.getMap());
      case Struct struct -> items(struct.getAttributes());
      case Array array -> items((Object[]) array.getArray());
      case Map<?, ?> map -> fields(map);
      case Blob blob ->
          new Value.Text(new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.UTF_8));
      default -> new Value.Text(read.toString());
    };
  }

  /// A fraction that is no number stays the text that it is, and is a fault where one is needed.
  private static Value fraction(Number number, String text) {
    return Double.isFinite(number.doubleValue())
        ? new Value.Decimal(new BigDecimal(text))
        : new Value.Text(text);
  }

  private static Value items(Object[] read) throws SQLException {
    var items = new ArrayList<Value>(read.length);
    for (var each : Arrays.asList(read)) {
      items.add(of(each));
    }
    return new Value.Items(items);
  }

  private static Value fields(Map<?, ?> read) throws SQLException {
    var fields = new LinkedHashMap<String, Value>();
    for (var entry : read.entrySet()) {
      fields.put(String.valueOf(entry.getKey()), of(entry.getValue()));
    }
    return new Value.Fields(fields);
  }
}
