package io.inyeon.runtime.importing;

import io.inyeon.core.collect.Violation;
import io.inyeon.runtime.importing.Preparing.Prepared;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.personal.MaskedBytes;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// The list of rows that became no accepted event: a JSON document a line, with the row's number,
/// where it failed, all reasons, and what stood in it.
final class Rejects implements AutoCloseable {
  private final FileOutputStream file;
  private final OutputStream out;
  private long bytes;

  /// Goes on with a list.
  ///
  /// @param known bytes of it that count; the rest was written in vain
  Rejects(Path path, long known) throws IOException {
    file = new FileOutputStream(path.toFile(), true);
    file.getChannel().truncate(known);
    out = new BufferedOutputStream(file, 1 << 16);
    bytes = known;
  }

  /// Adds a row.
  ///
  /// @param stage `rejected` when it became no event, `quarantined` when that was refused
  void add(Prepared row, String stage, List<Violation> reasons) throws IOException {
    var json =
        new JsonWriter()
            .startObject()
            .number("row", row.row().number())
            .text("stage", stage)
            .startArray("reasons");
    for (var reason : reasons) {
      json.startObject()
          .text("code", reason.code())
          .text("path", reason.path())
          .text("found", reason.found())
          .endObject();
    }
    var line =
        MaskedBytes.of(json.endArray().value("cells", row.row().cells()).endObject().bytes());
    out.write(line);
    out.write('\n');
    bytes += line.length + 1;
  }

  long bytes() {
    return bytes;
  }

  void force() throws IOException {
    out.flush();
    file.getChannel().force(false);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
