package io.inyeon.runtime;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where scratch workspaces lie: a folder each. One counts when its record stands in it, which is
/// written last when it is made and goes first when it is dropped; every other folder is a
/// leftover.
final class ScratchFolders {
  private static final System.Logger LOG = System.getLogger(ScratchFolders.class.getName());
  private static final String RECORD = "scratch.json";

  private final Path folder;

  ScratchFolders(Path folder) {
    this.folder = folder;
  }

  Path of(String name) {
    return folder.resolve(name);
  }

  /// Those that count. All leftovers are deleted; only when nobody has one open.
  List<ScratchRecord> cleanUp() throws IOException {
    var records = new ArrayList<ScratchRecord>();
    Files.createDirectories(folder);
    try (var all = Files.newDirectoryStream(folder)) {
      for (var each : all) {
        var record = record(each);
        if (record == null) {
          LOG.log(Level.INFO, "A scratch workspace that was not finished is deleted: {0}", each);
          StateFolders.delete(each);
        } else {
          records.add(record);
        }
      }
    }
    return records;
  }

  private static @Nullable ScratchRecord record(Path folder) throws IOException {
    try {
      var written = JsonReader.event(Files.readAllBytes(folder.resolve(RECORD)));
      if (!(written instanceof Value.Fields fields)) {
        return null;
      }
      var record = ScratchRecord.of(fields);
      return folder.getFileName().toString().equals(record.name()) ? record : null;
    } catch (NoSuchFileException | IllegalArgumentException e) {
      return null;
    }
  }

  /// Makes an empty folder.
  Path begin(String name) throws IOException {
    StateFolders.delete(of(name));
    return Files.createDirectories(of(name));
  }

  /// From now on it counts, and after a crash, too. What is in it must be durable before.
  void finish(ScratchRecord record) throws IOException {
    var file = of(record.name()).resolve(RECORD);
    var temporary = file.resolveSibling(RECORD + ".new");
    try (var open =
        FileChannel.open(temporary, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(JsonWriter.bytes(record.form()));
      while (bytes.hasRemaining()) {
        open.write(bytes);
      }
      open.force(true);
    }
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    for (var changed : List.of(of(record.name()), folder)) {
      try (var open = FileChannel.open(changed, StandardOpenOption.READ)) {
        open.force(true);
      }
    }
  }

  /// Deletes one; whatever interrupts it leaves a leftover.
  void delete(String name) throws IOException {
    Files.deleteIfExists(of(name).resolve(RECORD));
    StateFolders.delete(of(name));
  }

  /// About what one takes on disk.
  long bytes(String name) {
    try (var files = Files.walk(of(name))) {
      return files.mapToLong(ScratchFolders::size).sum();
    } catch (IOException | UncheckedIOException gone) {
      // It is being made or dropped just now.
      return 0;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }

  /// What is free where they lie.
  long free() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }
}
