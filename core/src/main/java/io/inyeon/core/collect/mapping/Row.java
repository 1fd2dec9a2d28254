package io.inyeon.core.collect.mapping;

import io.inyeon.core.collect.Value;
import org.jspecify.annotations.Nullable;

/// One row of a file.
///
/// @param number counted from 1 after the header
/// @param cells by column; nested where the file is
public record Row(long number, Value.Fields cells) {
  /// What stands in a column, by its name or, in nested rows, by its path with dots.
  @Nullable Value cell(String column) {
    var direct = cells.get(column);
    if (direct != null || column.indexOf('.') < 0) {
      return direct;
    }
    var from = 0;
    var at = cells;
    for (var dot = column.indexOf('.'); dot >= 0; dot = column.indexOf('.', from)) {
      at = at.fields(column.substring(from, dot));
      from = dot + 1;
    }
    return at.get(column.substring(from));
  }
}
