package io.inyeon.runtime.archive;

import io.inyeon.core.OutcomeCounts;
import io.inyeon.core.unify.FragmentKey;
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
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/// Every entry that ever was, whole: the long memory from which everything can be rebuilt.
///
/// One thread appends; any thread reads, and waits neither for appends nor for other reads.
///
/// **Exactly once.** A batch and the position of its last row are one transaction of the month's
/// file, and rows at or below [#position] are skipped. A batch across the border of a month is two
/// transactions, the earlier month's first; the files hold contiguous ranges of positions, so after
/// a crash between the two the position is the last of the earlier month, and the rest comes again.
///
/// **Damage.** A month that cannot be opened is left as it is, named in [#state], and left out of
/// what is read; everything else works. If it is the newest, nobody knows how far it had come: the
/// next row may then leave a gap, and goes into a new file.
public final class Archive implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Archive.class.getName());

  private final Path directory;
  private final ArchiveOptions options;
  private final FileChannel lock;
  private final Engine engine;
  private final Readers readers;
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

  private Archive(Path directory, ArchiveOptions options, FileChannel lock)
      throws IOException, SQLException {
    this.directory = directory;
    this.options = options;
    this.lock = lock;
    this.engine = new Engine(directory, options);
    this.writer = engine.connect();
    this.readers = new Readers(engine, options);
  }

  /// Opens the archive in a folder of its own, and makes it if it is not there.
  ///
  /// @throws ArchiveException when another process has it open, or DuckDB cannot start
  public static Archive open(Path directory, ArchiveOptions options) throws IOException {
    Files.createDirectories(directory);
    var lock = lock(directory);
    try {
      var archive = new Archive(directory, options, lock);
      NativeLeftovers.clean();
      archive.attachAll();
      return archive;
    } catch (SQLException e) {
      lock.close();
      throw new ArchiveException("the archive in " + directory + " could not be opened", e);
    }
  }

  /// Of the last entry that was appended; 0 when there is none.
  public long position() {
    return position;
  }

  /// Appends rows in the order of the log; they can be read when it returns. Those at or below
  /// [#position] are skipped.
  ///
  /// @throws ArchiveException when some could not be; [#position] says how far it came
  /// @throws IllegalStateException when positions are left out: our own bug
  public void append(List<Row> rows) throws ArchiveException {
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

  /// The events of a person, newest first: those that add to the person's fragments. So they are
  /// the person's by what is known and by the rules of today, whosever they were when they came.
  ///
  /// @param fragments the person's
  /// @param after where the page before ended; `null` for the first page
  /// @param limit 1 to 1,000
  public Page timeline(Collection<FragmentKey> fragments, @Nullable Cursor after, int limit)
      throws ArchiveException {
    return timeline(fragments, List.of(), after, limit);
  }

  /// The same with what adds to other fragments in some stretches of time only.
  ///
  /// @param stretches of one fragment there may be several, which do not overlap
  public Page timeline(
      Collection<FragmentKey> fragments, List<Stretch> stretches, @Nullable Cursor after, int limit)
      throws ArchiveException {
    return page(limit, Search.OfFragments.of(fragments, stretches), after);
  }

  /// Quarantined events, the last arrived first.
  ///
  /// @param source number of a source; `null` for all
  /// @param code of a violation that the event must have; `null` for any
  /// @param after where the page before ended; `null` for the first page
  /// @param limit 1 to 1,000
  public Page quarantine(
      @Nullable Integer source, @Nullable String code, @Nullable Cursor after, int limit)
      throws ArchiveException {
    return page(limit, new Search.Quarantined(source, code), after);
  }

  /// Every row of a messageId, of any source and however it ended, the last arrived first.
  ///
  /// @param after where the page before ended; `null` for the first page
  /// @param limit 1 to 1,000
  public Page trace(String messageId, @Nullable Cursor after, int limit) throws ArchiveException {
    return page(limit, new Search.OfMessage(messageId), after);
  }

  /// Accepted events that name any of these identifiers, in the order of the log.
  ///
  /// @param identifiers `type:value` each
  /// @param after the position after which to begin; 0 for the beginning
  /// @param happenedTo the latest time of an event, milliseconds since 1970
  /// @param arrivedTo the latest time of arrival
  /// @param limit of rows, 1 to 10,000
  /// @throws ArchiveException also when a month cannot be read: nothing may be left out here
  public Mentions mentions(
      Collection<String> identifiers, long after, long happenedTo, long arrivedTo, int limit)
      throws ArchiveException {
    return mentions(identifiers, after, Long.MIN_VALUE, happenedTo, arrivedTo, limit);
  }

  /// The same from a time on.
  ///
  /// @param happenedFrom the earliest time of an event
  public Mentions mentions(
      Collection<String> identifiers,
      long after,
      long happenedFrom,
      long happenedTo,
      long arrivedTo,
      int limit)
      throws ArchiveException {
    var search =
        new Mentions.Search(identifiers, after, happenedFrom, happenedTo, arrivedTo, limit);
    return whole(connection -> search.over(readers, connection, volumes));
  }

  /// The entries that are no events, in the order of the log.
  ///
  /// @param after the position after which to begin; 0 for the beginning
  /// @param limit of rows, 1 to 10,000
  /// @throws ArchiveException also when a month cannot be read: nothing may be left out here
  public Mentions operators(long after, int limit) throws ArchiveException {
    var search = new Mentions.OfOperators(after, limit);
    return whole(connection -> search.over(readers, connection, volumes));
  }

  /// Events of a source that were duplicates when they came, in the order of the log.
  ///
  /// @param source its number
  /// @param after the position after which to begin; 0 for the beginning
  /// @param limit of rows, 1 to 10,000
  /// @throws ArchiveException also when a month cannot be read: nothing may be left out here
  public Mentions duplicates(int source, long after, int limit) throws ArchiveException {
    var search = new Mentions.OfDuplicates(source, after, limit);
    return whole(connection -> search.over(readers, connection, volumes));
  }

  // ---- erasing

  /// Accepted events that may add to some fragments, in the order of the log; of hashes that are
  /// equal by chance a stranger's may be among them.
  ///
  /// @param upTo the last position that counts
  /// @throws ArchiveException also when a month cannot be read: nothing may be left out here
  public Mentions ofFragments(Collection<FragmentKey> fragments, long after, long upTo, int limit)
      throws ArchiveException {
    var keys = fragments.stream().map(Keys::of).distinct().toList();
    var search = new Mentions.OfErased(keys, after, upTo, limit);
    return whole(connection -> search.over(readers, connection, volumes));
  }

  /// Events that were not accepted and of which anything is left, in the order of the log.
  public Mentions notAccepted(long after, long upTo, int limit) throws ArchiveException {
    var search = new Mentions.OfOthers(after, upTo, limit);
    return whole(connection -> search.over(readers, connection, volumes));
  }

  /// Events that were dropped for a reason, in the order of the log.
  public Mentions refused(String reason, long after, int limit) throws ArchiveException {
    var search = new Mentions.OfDropped(reason, after, limit);
    return whole(connection -> search.over(readers, connection, volumes));
  }

  /// Entries of some kinds, in the order of the log.
  public Mentions ofKinds(Collection<Kind> kinds, long after, int limit) throws ArchiveException {
    var search = new Mentions.OfKinds(kinds, after, limit);
    return whole(connection -> search.over(readers, connection, volumes));
  }

  /// Takes out what rows hold: an event keeps that it came and how it ended, any other entry its
  /// place. No read finds anything of it from the return on; the file gives it up by [#rewrite].
  public void erase(SortedSet<Long> positions) throws ArchiveException {
    changing(positions, (volume, some) -> Erasing.rows(writer, volume, some));
  }

  /// How much of a scope there is.
  public Scope.Summary summary(Scope scope) throws ArchiveException {
    return whole(connection -> scope.summary(readers, connection, volumes));
  }

  /// Whose events of a scope are, `type:value`; the same may come several times.
  public void owners(Scope scope, Consumer<String> reader) throws ArchiveException {
    whole(connection -> {
      scope.owners(readers, connection, volumes, reader);
      return true;
    });
  }

  /// Some events of a scope, the latest of each name.
  public List<Row> samples(Scope scope, int ofEach) throws ArchiveException {
    var positions = whole(connection -> scope.samples(readers, connection, volumes, ofEach));
    var rows = new ArrayList<Row>();
    for (var from = 0; from < positions.size(); from += 10_000) {
      rows.addAll(rowsAt(positions.subList(from, Math.min(positions.size(), from + 10_000))));
    }
    return rows;
  }

  /// The next events that have come to their term, in the order of the log.
  ///
  /// @param limit 100,000 at most
  public List<Long> expired(Expiring what, long after, long upTo, int limit)
      throws ArchiveException {
    return whole(connection -> what.positions(readers, connection, volumes, after, upTo, limit));
  }

  /// How many events have come to their term, by name.
  public SortedMap<String, Long> expiring(Expiring what, long upTo) throws ArchiveException {
    return whole(connection -> what.counts(readers, connection, volumes, upTo));
  }

  /// Identifies that happened before an instant, however they ended, in the order of the log.
  ///
  /// @param from those that happened earlier come only when they lie beyond `since`
  public Mentions identifies(long from, long before, long since, long after, int limit)
      throws ArchiveException {
    var search = new Mentions.OfIdentifies(from, before, since, after, limit);
    return whole(connection -> search.over(readers, connection, volumes));
  }

  /// Puts events as they count from now on in the place of what was sent; those of a month all or
  /// none.
  public void restate(SortedMap<Long, byte[]> bodies) throws ArchiveException {
    changing(
        new TreeSet<>(bodies.keySet()),
        (volume, some) ->
            Erasing.restate(writer, volume, bodies.subMap(some.getFirst(), some.getLast() + 1)));
  }

  /// Puts another entry in the place of one that is no event.
  public void replace(long at, byte[] body) throws ArchiveException {
    changing(
        new TreeSet<>(List.of(at)),
        (volume, some) -> Erasing.replace(writer, volume, some.getFirst(), body));
  }

  private interface Change {
    void of(Volume volume, List<Long> positions) throws SQLException;
  }

  private void changing(SortedSet<Long> positions, Change change) throws ArchiveException {
    synchronized (appending) {
      try {
        mend();
        for (var volume : volumes) {
          var progress = volume.progress;
          var some = List.copyOf(positions.subSet(progress.first(), progress.last() + 1));
          if (!some.isEmpty()) {
            change.of(volume, some);
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
  public void rewrite(boolean all, Told told) throws ArchiveException {
    if (!unreadable.isEmpty()) {
      throw new ArchiveException(
          "nobody knows what is left in files that cannot be read: "
              + unreadable.stream().map(Volume::name).toList());
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

  /// How far something has come.
  @FunctionalInterface
  public interface Told {
    void done(int done, int total);
  }

  private <T> T whole(Readers.Read<T> read) throws ArchiveException {
    if (!unreadable.isEmpty()) {
      var names = unreadable.stream().map(Volume::name).toList();
      throw new ArchiveException(
          "what is asked for may lie in files that cannot be read: " + names);
    }
    return reading(read);
  }

  /// The row at a position; `null` if there is none.
  public @Nullable Row row(long at) throws ArchiveException {
    var rows = at < 1 ? List.<Row>of() : rowsFrom(at, 1);
    return rows.isEmpty() || rows.getFirst().position() != at ? null : rows.getFirst();
  }

  /// The rows at some positions, in the order of the log; those that are not there are left out.
  ///
  /// @param positions 10,000 at most
  public List<Row> rowsAt(List<Long> positions) throws ArchiveException {
    var rows = new ArrayList<Row>(positions.size());
    for (var volume : volumes) {
      var progress = volume.progress;
      var there =
          positions.stream()
              .filter(each -> each >= progress.first() && each <= progress.last())
              .toList();
      if (!there.isEmpty()) {
        rows.addAll(reading(connection -> Rows.at(readers, connection, volume, there)));
      }
    }
    return rows;
  }

  /// The next rows from a position on, in the order of the log, for a rebuild; none after the last.
  ///
  /// @param limit at most so many, and fewer at the end of a month; 2,048 is a good number, as that
  ///   is what DuckDB reads at once
  /// @throws ArchiveException when the next one lies in a file that cannot be read
  public List<Row> rowsFrom(long from, int limit) throws ArchiveException {
    for (var volume : volumes) {
      var progress = volume.progress;
      if (progress.last() >= from) {
        if (progress.first() > from) {
          checkNotLost(from);
        }
        var begin = Math.max(from, progress.first());
        return range(volume, begin, Math.min(begin + limit - 1, progress.last()));
      }
    }
    checkNotLost(from);
    return List.of();
  }

  /// What it holds, and which files cannot be read.
  public ArchiveState state() {
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
      readers.close();
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

  private Page page(int limit, Search search, @Nullable Cursor after) throws ArchiveException {
    if (limit < 1 || limit > 1_000) {
      throw new IllegalArgumentException("a page has 1 to 1,000 rows, not " + limit);
    }
    var newestFirst = new ArrayList<>(volumes);
    Collections.reverse(newestFirst);
    var missing = new ArrayList<String>();
    unreadable.forEach(volume -> missing.add(volume.name()));
    return reading(connection ->
        new Paging(readers, connection, search, limit, missing).over(newestFirst, after));
  }

  private List<Row> range(Volume volume, long from, long to) throws ArchiveException {
    return reading(connection -> Rows.between(readers, connection, volume, from, to));
  }

  private <T> T reading(Readers.Read<T> read) throws ArchiveException {
    return readers.read(connection -> {
      attachments.readLock().lock();
      try {
        return read.on(connection);
      } finally {
        attachments.readLock().unlock();
      }
    });
  }

  /// A position that no readable file holds: before the first, after the last, or lost.
  private void checkNotLost(long at) throws ArchiveException {
    var began = volumes.isEmpty() ? 0 : volumes.getFirst().progress.first();
    var names = unreadable.stream().map(Volume::name).toList();
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
