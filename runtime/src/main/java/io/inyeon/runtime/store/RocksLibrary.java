package io.inyeon.runtime.store;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rocksdb.NativeLibraryLoader;
import org.rocksdb.RocksDB;

/// Loads RocksDB's native code, and leaves no copy of it behind, whatever happens to the process.
final class RocksLibrary {
  private static final System.Logger LOG = System.getLogger(RocksLibrary.class.getName());

  private static boolean loaded;

  private RocksLibrary() {}

  /// Unpacked into a folder of this process's own, which is deleted as soon as the code is loaded:
  /// whoever has a library open keeps it.
  static synchronized void load() {
    if (loaded) {
      return;
    }
    try {
      var folder = Files.createTempDirectory("inyeon-rocksdb");
      try {
        NativeLibraryLoader.getInstance().loadLibrary(folder.toString());
      } finally {
        delete(folder);
      }
      RocksDB.loadLibrary();
      loaded = true;
    } catch (IOException e) {
      throw new StateFailure(
          "the state store's native library cannot be unpacked into the folder for temporary files",
          false,
          e);
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      // Some systems keep what is in use; there it goes when the process ends.
      LOG.log(Level.DEBUG, "kept " + folder, e);
    }
  }
}
