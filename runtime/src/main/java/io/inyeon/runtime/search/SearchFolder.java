package io.inyeon.runtime.search;

import io.inyeon.runtime.store.Touch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// The folder in which index and order are kept: `index-N`, and for its last commit, at position P,
/// `activity-N-P`. The commit itself says of which state it is and how far it goes; whatever is not
/// what it says is a leftover.
final class SearchFolder {
  private static final System.Logger LOG = System.getLogger(SearchFolder.class.getName());

  /// Of what is indexed and how; another one is made anew.
  static final int FORMAT = 1;

  private static final Pattern NAME =
      Pattern.compile("(?:index-|activity-)(\\d{1,9})(?:-\\d+)?(?:\\.new)?");
  private final Path folder;

  SearchFolder(Path folder) {
    this.folder = folder;
  }

  /// An index and an order of the same commit.
  ///
  /// @param number of the index
  /// @param position of the log up to which they show everything
  record Opened(int number, PeopleIndex index, Activity activity, long position) {}

  /// Opens what was saved of a state, and deletes everything else.
  ///
  /// @param position to which the state has come
  /// @return `null` when there is nothing, or nothing that is of use
  @Nullable Opened open(Touch.Kept state, long position) throws IOException {
    Files.createDirectories(folder);
    var numbers = new TreeMap<Integer, Integer>();
    try (var files = Files.newDirectoryStream(folder)) {
      for (var file : files) {
        var name = NAME.matcher(file.getFileName().toString());
        if (name.matches()) {
          numbers.put(Integer.parseInt(name.group(1)), 0);
        }
      }
    }
    Opened opened = null;
    for (var number : numbers.descendingKeySet()) {
      if (opened == null) {
        opened = tried(number, state, position);
      }
    }
    for (var number : numbers.keySet()) {
      if (opened == null || opened.number() != number) {
        delete(number);
      }
    }
    return opened;
  }

  private @Nullable Opened tried(int number, Touch.Kept state, long position) {
    try {
      var words = words(number);
      var at = Long.parseLong(words.getOrDefault("position", "-1"));
      if (!words.getOrDefault("format", "").equals(Integer.toString(FORMAT))
          || !words.getOrDefault("state", "").equals(Long.toString(state.state()))
          || at < state.after()
          || at > position) {
        return null;
      }
      var activity = ActivityFile.read(activity(number, at));
      if (activity.state() != state.state() || activity.position() != at) {
        return null;
      }
      return new Opened(number, PeopleIndex.open(index(number)), activity.activity(), at);
    } catch (IOException | RuntimeException e) {
      // It follows from state, so nothing is lost.
      LOG.log(Level.WARNING, "The search index cannot be used and is made anew: " + e);
      return null;
    }
  }

  private Map<String, String> words(int number) throws IOException {
    if (!Files.isDirectory(index(number))) {
      return Map.of();
    }
    try (var directory = FSDirectory.open(index(number))) {
      return SegmentInfos.readLatestCommit(directory).getUserData();
    }
  }

  /// Begins another one.
  ///
  /// @param above a number that is taken
  Opened make(int above) throws IOException {
    var number = above + 1;
    delete(number);
    Files.createDirectories(index(number));
    return new Opened(number, PeopleIndex.make(index(number)), new Activity(), 0);
  }

  /// Makes index and order durable as they are.
  ///
  /// @param position of the log up to which they show everything
  void save(Opened what, Touch.Kept state, long position) throws IOException {
    var file = activity(what.number(), position);
    ActivityFile.write(file, what.activity(), state.state(), position);
    what.index()
        .commit(
            Map.of(
                "format", Integer.toString(FORMAT),
                "state", Long.toString(state.state()),
                "position", Long.toString(position)));
    try (var files = Files.newDirectoryStream(folder, "activity-" + what.number() + "-*")) {
      for (var other : files) {
        if (!other.equals(file)) {
          Files.delete(other);
        }
      }
    }
  }

  /// Deletes an index that is closed, with its order.
  void delete(int number) throws IOException {
    try (var files = Files.newDirectoryStream(folder, "activity-" + number + "-*")) {
      for (var file : files) {
        Files.delete(file);
      }
    }
    if (Files.exists(index(number))) {
      try (var files = Files.list(index(number))) {
        files.forEach(SearchFolder::deleteFile);
      }
      Files.delete(index(number));
    }
  }

  private static void deleteFile(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Bytes on disk.
  long bytes() {
    try (var files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(SearchFolder::size).sum();
    } catch (IOException | UncheckedIOException e) {
      return 0; // a file went while it was looked at
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  private Path index(int number) {
    return folder.resolve("index-" + number);
  }

  private Path activity(int number, long position) {
    return folder.resolve("activity-" + number + "-" + position);
  }
}
