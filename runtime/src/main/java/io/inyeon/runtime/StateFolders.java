package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The folders of a workspace in which state is kept: the one in force, and at times one beside it
/// that is being made anew.
///
/// The first is `state`, the others `state-1`, `state-2`, ... The small file `state-in-force` names
/// the one that counts, and is replaced by a rename, so that at any moment exactly one counts;
/// where it is missing, `state` does. Every other is a leftover.
final class StateFolders {
  private static final System.Logger LOG = System.getLogger(StateFolders.class.getName());
  private static final String FIRST = "state";
  private static final String POINTER = "state-in-force";
  private static final Pattern NAME = Pattern.compile("state(-([1-9]\\d{0,8}))?");

  private final Path workspace;

  StateFolders(Path workspace) {
    this.workspace = workspace;
  }

  /// The folder that counts.
  ///
  /// @throws IOException also when the file that names it is damaged, or names one that is gone
  Path inForce() throws IOException {
    String name;
    try {
      name = Files.readString(workspace.resolve(POINTER), UTF_8).strip();
    } catch (NoSuchFileException e) {
      return workspace.resolve(FIRST);
    }
    if (!NAME.matcher(name).matches() || !Files.isDirectory(workspace.resolve(name))) {
      throw new IOException(
          "%s names the folder of the state that counts, and \"%s\" is none. Nothing was changed: put back the workspace's folder whole, from one and the same time."
              .formatted(workspace.resolve(POINTER), name));
    }
    return workspace.resolve(name);
  }

  /// Where the next one is to be made; not there yet.
  Path next() throws IOException {
    var highest = 0;
    for (var folder : all()) {
      var name = NAME.matcher(folder.getFileName().toString());
      if (name.matches() && name.group(2) != null) {
        highest = Math.max(highest, Integer.parseInt(name.group(2)));
      }
    }
    return workspace.resolve(FIRST + "-" + (highest + 1));
  }

  /// Makes another folder the one that counts; durable when it returns. Its own content must be so
  /// before.
  ///
  /// @return whether it counts now; if not, nothing has changed
  /// @throws IOException when it counts, but perhaps not after a loss of power
  boolean putInForce(Path folder) throws IOException {
    var temporary = workspace.resolve(POINTER + ".new");
    try {
      force(folder);
      write(temporary, folder.getFileName() + "\n");
      force(workspace);
      Files.move(temporary, workspace.resolve(POINTER), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.log(Level.ERROR, "The state in force could not be replaced", e);
      return false;
    }
    force(workspace);
    return true;
  }

  private static void write(Path path, String text) throws IOException {
    try (var file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      var bytes = UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
      file.force(true);
    }
  }

  /// Deletes every folder that does not count. Only when nobody has one open.
  void cleanUp() throws IOException {
    var counts = inForce();
    for (var folder : all()) {
      if (!folder.equals(counts)) {
        delete(folder);
      }
    }
    Files.deleteIfExists(workspace.resolve(POINTER + ".new"));
  }

  /// Deletes a folder that does not count, with all that is in it.
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path left, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(left);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private List<Path> all() throws IOException {
    var all = new ArrayList<Path>();
    if (Files.isDirectory(workspace)) {
      try (var files = Files.newDirectoryStream(workspace, Files::isDirectory)) {
        for (var file : files) {
          if (NAME.matcher(file.getFileName().toString()).matches()) {
            all.add(file);
          }
        }
      }
    }
    return all;
  }

  /// Makes the names in a folder durable.
  private static void force(Path folder) throws IOException {
    try (var open = FileChannel.open(folder, StandardOpenOption.READ)) {
      open.force(true);
    }
  }
}
