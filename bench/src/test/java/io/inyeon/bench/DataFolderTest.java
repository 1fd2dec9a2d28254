package io.inyeon.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path folder;

  private void file(String name, int bytes) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[bytes]);
  }

  @Test
  void tellsArchiveLogAndState() throws IOException {
    file("data/workspace/archive/2026-11.duckdb", 1_000);
    file("data/workspace/archive/2026-11.duckdb.wal", 10);
    file("data/workspace/log/000001.segment", 200);
    file("data/workspace/state/000012.sst", 30);
    file("data/workspace/state/000013.log", 4);
    assertThat(DataFolder.measure(folder.resolve("data")))
        .isEqualTo(new DataFolder(1_010, 200, 34));
    DataFolder.remove(folder.resolve("data"));
    assertThat(folder.resolve("data")).doesNotExist();
  }
}
