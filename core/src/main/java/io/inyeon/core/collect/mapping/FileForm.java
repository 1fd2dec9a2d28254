package io.inyeon.core.collect.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a file is read, where it does not tell itself; gzip always tells itself.
///
/// @param format `null` to tell from the file's first bytes
/// @param encoding name of the character set, e.g. `euc-kr`; `null` to tell from the bytes
/// @param delimiter between a CSV's fields; `null` to tell from its first lines
/// @param header whether the first row of a CSV or sheet names the columns
/// @param columns their names where there is no header, or other names than the header's
/// @param skipRows rows before the header or the first row, e.g. a title
/// @param sheet of a workbook; `null` for the first
/// @param json columns whose texts are JSON documents
public record FileForm(
    @Nullable Format format,
    @Nullable String encoding,
    @Nullable Character delimiter,
    boolean header,
    List<String> columns,
    int skipRows,
    @Nullable String sheet,
    List<String> json) {
  /// Everything is told from the file.
  public static final FileForm TOLD_BY_FILE =
      new FileForm(null, null, null, true, List.of(), 0, null, List.of());

  public FileForm {
    columns = List.copyOf(columns);
    json = List.copyOf(json);
  }

  /// What a file of rows is.
  public enum Format {
    CSV,
    JSON_LINES,
    PARQUET,
    XLSX
  }
}
