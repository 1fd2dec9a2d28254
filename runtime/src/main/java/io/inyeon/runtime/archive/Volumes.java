package io.inyeon.runtime.archive;

import io.inyeon.core.OutcomeCounts;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.duckdb.DuckDBConnection;

/// The months' files of the archive: which there are, how far each has come, and all that writes
/// them. One thread writes at a time; any may ask which there are, and read them.
final class Volumes implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Archive.class.getName());

  private final Path directory;
  private final ArchiveOptions options;
  private final FileChannel lock;
  private final Engine engine;
  private final DuckDBConnection writer;
  private final Object appending = new Object();

  /// Reads hold it shared; only detaching a file excludes them.
  private final ReadWriteLock attachments = new ReentrantReadWriteLock();

  /// Those that could be opened, oldest first.
  private volatile List<Volume> volumes = List.of();

  private volatile List<Volume> unreadable = List.of();
  private volatile long position;

  /// Whether the newest file is unreadable, so that rows may be missing after `position`.
  private volatile boolean gapAllowed;

  private long sinceCheckpoint;
  private boolean broken;

  private Volumes(Path directory, ArchiveOptions options, FileChannel lock)
      throws IOException, SQLException {
    this.directory = directory;
    this.options = options;
    this.lock = lock;
    this.engine = new Engine(directory, options);
    this.writer = engine.connect();
  }

  /// Opens those in a folder, and makes the folder if it is not there.
  ///
  /// @throws ArchiveException when another process has it open, or DuckDB cannot start
  static Volumes open(Path directory, ArchiveOptions options) throws IOException {
    Files.createDirectories(directory);
    var lock = lock(directory);
    try {
      var volumes = new Volumes(directory, options, lock);
      NativeLeftovers.clean();
      volumes.attachAll();
      return volumes;
    } catch (SQLException e) {
      lock.close();
      throw new ArchiveException("the archive in " + directory + " could not be opened", e);
    }
  }

  Engine engine() {
    return engine;
  }

  /// Those that can be read, oldest first.
  List<Volume> all() {
    return volumes;
  }

  /// The names of those that cannot be read.
  List<String> unreadable() {
    return unreadable.stream().map(Volume::name).toList();
  }

  /// Does something while no file is detached.
  <T> T reading(Readers.Read<T> read, DuckDBConnection connection)
      throws SQLException, ArchiveException {
    attachments.readLock().lock();
    try {
      return read.on(connection);
    } finally {
      attachments.readLock().unlock();
    }
  }

  /// Of the last entry that was appended; 0 when there is none.
  long position() {
    return position;
  }

  /// Appends rows in the order of the log; they can be read when it returns. Those at or below
  /// [#position] are skipped.
  ///
  /// @throws ArchiveException when some could not be; [#position] says how far it came
  /// @throws IllegalStateException when positions are left out: our own bug
  void append(List<Row> rows) throws ArchiveException {
    synchronized (appending) {
      try {
        mend();
        var from = 0;
        while (from < rows.size() && rows.get(from).position() <= position) {
          from++;
        }
        while (from < rows.size()) {
          checkNext(rows.get(from).position());
          var volume = volumeFor(rows.get(from).at());
          var to = end(rows, from, volume);
          append(volume, rows.subList(from, to));
          from = to;
        }
      } catch (SQLException | IOException e) {
        broken = true;
        var failure = new ArchiveException("rows after " + position + " could not be archived", e);
        mendForReaders(failure);
        throw failure;
      }
    }
  }

  /// What is done to some rows of a file.
  interface Change {
    void of(DuckDBConnection writer, Volume volume, List<Long> positions) throws SQLException;
  }

  /// Changes rows at these positions; those of a month all or none.
  void change(SortedSet<Long> positions, Change change) throws ArchiveException {
    synchronized (appending) {
      try {
        mend();
        for (var volume : volumes) {
          var progress = volume.progress;
          var some = List.copyOf(positions.subSet(progress.first(), progress.last() + 1));
          if (!some.isEmpty()) {
            change.of(writer, volume, some);
            volume.erased = true;
            sinceCheckpoint += some.size();
          }
        }
      } catch (SQLException | IOException e) {
        broken = true;
        var failure = new ArchiveException("rows could not be erased from the archive", e);
        mendForReaders(failure);
        throw failure;
      }
    }
  }

  /// Writes files of the archive anew, so that nothing that was erased is left in them. Appends
  /// wait meanwhile; reads go on, and wait only for the exchange of the two files.
  ///
  /// @param all whether files are written of which this process has erased nothing
  /// @param told after each file, how many of them all are done
  /// @throws ArchiveException when one could not be; those before it are done
  void rewrite(boolean all, Archive.Told told) throws ArchiveException {
    if (!unreadable.isEmpty()) {
      throw new ArchiveException(
          "nobody knows what is left in files that cannot be read: " + unreadable());
    }
    var wanted = volumes.stream().filter(volume -> all || volume.erased).toList();
    var done = 0;
    for (var volume : wanted) {
      synchronized (appending) {
        try {
          mend();
          new Rewriting(engine, writer, volume, directory).run(attachments.writeLock());
          volume.erased = false;
        } catch (SQLException | IOException e) {
          broken = true;
          var failure = new ArchiveException(volume.name() + " could not be written anew", e);
          mendForReaders(failure);
          throw failure;
        }
      }
      told.done(++done, wanted.size());
    }
  }

  /// What it holds, and which files cannot be read.
  ArchiveState state() {
    var files = new ArrayList<ArchiveState.File>();
    var entries = 0L;
    var events = OutcomeCounts.NONE;
    var bytes = 0L;
    for (var list : List.of(volumes, unreadable)) {
      for (var volume : list) {
        var progress = volume.progress;
        entries += progress.entries();
        events = events.plus(progress.events());
        bytes += volume.bytes();
        files.add(
            new ArchiveState.File(
                volume.name(),
                progress.first(),
                progress.last(),
                progress.entries(),
                volume.bytes(),
                volume.error));
      }
    }
    return new ArchiveState(position, entries, events, bytes, files);
  }

  /// Brings everything into the months' files and lets go of them.
  @Override
  public void close() throws IOException {
    synchronized (appending) {
      try (lock;
          engine;
          writer) {
        if (!broken && sinceCheckpoint > 0) {
          checkpoint(volumes.getLast());
        }
      } catch (SQLException e) {
        // Nothing is lost: what is not in the file is in the write-ahead log beside it.
        throw new ArchiveException("the archive could not be closed in good order", e);
      }
    }
  }

  /// Of a position that no readable file holds: refuses one that is lost, while one before the
  /// first or after the last is none.
  void checkNotLost(long at) throws ArchiveException {
    var began = volumes.isEmpty() ? 0 : volumes.getFirst().progress.first();
    var names = unreadable();
    if (!names.isEmpty() && (at <= position || gapAllowed)) {
      throw new ArchiveException(
          "position " + at + " may lie in a file that cannot be read: " + names);
    }
    if (at > began && at <= position) {
      throw new ArchiveException("position " + at + " lies in a file that is not there any more");
    }
  }

  private void checkNext(long next) {
    if (next != position + 1 && position > 0 && !gapAllowed) {
      throw new IllegalStateException("the archive has " + position + " and was given " + next);
    }
  }

  private Volume volumeFor(long at) throws SQLException, IOException {
    if (!volumes.isEmpty()) {
      var newest = volumes.getLast();
      if (newest.takes(at) && (!gapAllowed || newest.progress.entries() == 0)) {
        return newest;
      }
    }
    if (sinceCheckpoint > 0) {
      checkpoint(volumes.getLast());
    }
    var volume = Volume.startingAt(directory, at);
    create(volume);
    var more = new ArrayList<>(volumes);
    more.add(volume);
    volumes = List.copyOf(more);
    return volume;
  }

  private void create(Volume volume) throws SQLException, IOException {
    try {
      engine.attach(volume.alias(), volume.file());
      volume.create(writer);
    } catch (SQLException | IOException e) {
      // It was not there before and holds nothing.
      engine.detach(volume.alias());
      Files.deleteIfExists(volume.file());
      throw e;
    }
  }

  /// The first of the rows that is not this volume's, after checking that none is left out.
  private static int end(List<Row> rows, int from, Volume volume) {
    var next = rows.get(from).position();
    for (var i = from; i < rows.size(); i++) {
      var row = rows.get(i);
      if (row.position() != next++) {
        throw new IllegalStateException((next - 1) + " was expected, not " + row.position());
      }
      if (!volume.takes(row.at())) {
        return i;
      }
    }
    return rows.size();
  }

  private void append(Volume volume, List<Row> rows) throws SQLException {
    volume.append(writer, rows);
    position = rows.getLast().position();
    gapAllowed = false;
    for (var row : rows) {
      sinceCheckpoint += row.bytes();
    }
    if (sinceCheckpoint >= options.checkpointBytes()) {
      checkpointOrLater(volume);
    }
  }

  /// A read that is just letting go of its transaction makes DuckDB refuse; the rows stand in the
  /// write-ahead log, and the next append tries again.
  private void checkpointOrLater(Volume volume) throws SQLException {
    try {
      checkpoint(volume);
    } catch (SQLException e) {
      var message = e.getMessage();
      if (message == null || !message.contains("Cannot CHECKPOINT")) {
        throw e;
      }
      LOG.log(Level.DEBUG, "the archive is brought into its file with the next rows", e);
    }
  }

  private void checkpoint(Volume volume) throws SQLException {
    Engine.run(writer, "CHECKPOINT " + volume.alias());
    sinceCheckpoint = 0;
  }

  /// After a failure: learns from the file again how far it came, attaching it anew if need be.
  private void mend() throws SQLException, IOException {
    if (!broken) {
      return;
    }
    try {
      Engine.run(writer, "ROLLBACK");
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, "there was nothing to roll back", e);
    }
    if (!volumes.isEmpty()) {
      var newest = volumes.getLast();
      attachments.writeLock().lock();
      try {
        engine.detach(newest.alias());
        engine.attach(newest.alias(), newest.file());
      } finally {
        attachments.writeLock().unlock();
      }
      newest.load(writer);
      position = furthest();
    }
    broken = false;
  }

  /// What was archived before stays readable while the disk is full; else the next append mends.
  private void mendForReaders(ArchiveException failure) {
    try {
      mend();
    } catch (SQLException | IOException e) {
      failure.addSuppressed(e);
    }
  }

  private void attachAll() throws IOException, SQLException {
    var found = new ArrayList<Volume>();
    try (var files = Files.newDirectoryStream(directory)) {
      for (var file : files) {
        var volume = Volume.of(directory, file.getFileName().toString());
        if (volume != null) {
          found.add(volume);
        } else if (file.getFileName().toString().contains(Rewriting.BESIDE)) {
          Files.delete(file); // a crash came before it took the other's place
        }
      }
    }
    Collections.sort(found);
    var readable = new ArrayList<Volume>();
    var others = new ArrayList<Volume>();
    for (var volume : found) {
      (attached(volume) ? readable : others).add(volume);
    }
    // An empty one is newer than all others: its first transaction never came to an end.
    readable.sort(
        Comparator.comparingLong(
            volume -> volume.progress.entries() == 0 ? Long.MAX_VALUE : volume.progress.first()));
    volumes = List.copyOf(readable);
    unreadable = List.copyOf(others);
    position = furthest();
    gapAllowed =
        !others.isEmpty()
            && (readable.isEmpty() || others.getLast().compareTo(Collections.max(readable)) > 0);
  }

  private long furthest() {
    var last = 0L;
    for (var volume : volumes) {
      last = Math.max(last, volume.progress.last());
    }
    return last;
  }

  private boolean attached(Volume volume) {
    try {
      engine.attach(volume.alias(), volume.file());
      if (!volume.hasTables(writer)) {
        volume.create(writer);
      }
      volume.load(writer);
      return true;
    } catch (SQLException | IOException e) {
      volume.error = e.getMessage();
      LOG.log(Level.ERROR, "The archive's file " + volume.file() + " cannot be read", e);
      return false;
    }
  }

  private static FileChannel lock(Path directory) throws IOException {
    var channel =
        FileChannel.open(
            directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException e) {
      LOG.log(Level.DEBUG, "this very process has it", e);
    }
    channel.close();
    throw new ArchiveException(
        "the archive in " + directory + " is in use by another process; stop that one first");
  }
}
