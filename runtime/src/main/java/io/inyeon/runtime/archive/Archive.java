package io.inyeon.runtime.archive;

import io.inyeon.core.unify.FragmentKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
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
  private final Volumes volumes;
  private final Readers readers;

  private Archive(Volumes volumes, Readers readers) {
    this.volumes = volumes;
    this.readers = readers;
  }

  /// Opens the archive in a folder of its own, and makes it if it is not there.
  ///
  /// @throws ArchiveException when another process has it open, or DuckDB cannot start
  public static Archive open(Path directory, ArchiveOptions options) throws IOException {
    var volumes = Volumes.open(directory, options);
    return new Archive(volumes, new Readers(volumes.engine(), options));
  }

  /// Of the last entry that was appended; 0 when there is none.
  public long position() {
    return volumes.position();
  }

  /// Appends rows in the order of the log; they can be read when it returns. Those at or below
  /// [#position] are skipped.
  ///
  /// @throws ArchiveException when some could not be; [#position] says how far it came
  /// @throws IllegalStateException when positions are left out: our own bug
  public void append(List<Row> rows) throws ArchiveException {
    volumes.append(rows);
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
    return whole(connection -> search.over(readers, connection, volumes.all()));
  }

  /// The entries that are no events, in the order of the log.
  ///
  /// @param after the position after which to begin; 0 for the beginning
  /// @param limit of rows, 1 to 10,000
  /// @throws ArchiveException also when a month cannot be read: nothing may be left out here
  public Mentions operators(long after, int limit) throws ArchiveException {
    var search = new Mentions.OfOperators(after, limit);
    return whole(connection -> search.over(readers, connection, volumes.all()));
  }

  /// Events of a source that were duplicates when they came, in the order of the log.
  ///
  /// @param source its number
  /// @param after the position after which to begin; 0 for the beginning
  /// @param limit of rows, 1 to 10,000
  /// @throws ArchiveException also when a month cannot be read: nothing may be left out here
  public Mentions duplicates(int source, long after, int limit) throws ArchiveException {
    var search = new Mentions.OfDuplicates(source, after, limit);
    return whole(connection -> search.over(readers, connection, volumes.all()));
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
    return whole(connection -> search.over(readers, connection, volumes.all()));
  }

  /// Events that were not accepted and of which anything is left, in the order of the log.
  public Mentions notAccepted(long after, long upTo, int limit) throws ArchiveException {
    var search = new Mentions.OfOthers(after, upTo, limit);
    return whole(connection -> search.over(readers, connection, volumes.all()));
  }

  /// Events that were dropped for a reason, in the order of the log.
  public Mentions refused(String reason, long after, int limit) throws ArchiveException {
    var search = new Mentions.OfDropped(reason, after, limit);
    return whole(connection -> search.over(readers, connection, volumes.all()));
  }

  /// Entries of some kinds, in the order of the log.
  public Mentions ofKinds(Collection<Kind> kinds, long after, int limit) throws ArchiveException {
    var search = new Mentions.OfKinds(kinds, after, limit);
    return whole(connection -> search.over(readers, connection, volumes.all()));
  }

  /// Takes out what rows hold: an event keeps that it came and how it ended, any other entry its
  /// place. No read finds anything of it from the return on; the file gives it up by [#rewrite].
  public void erase(SortedSet<Long> positions) throws ArchiveException {
    volumes.change(positions, (writer, volume, some) -> Erasing.rows(writer, volume, some));
  }

  /// How much of a scope there is.
  public Scope.Summary summary(Scope scope) throws ArchiveException {
    return whole(connection -> scope.summary(readers, connection, volumes.all()));
  }

  /// Whose events of a scope are, `type:value`; the same may come several times.
  public void owners(Scope scope, Consumer<String> reader) throws ArchiveException {
    whole(connection -> {
      scope.owners(readers, connection, volumes.all(), reader);
      return true;
    });
  }

  /// Some events of a scope, the latest of each name.
  public List<Row> samples(Scope scope, int ofEach) throws ArchiveException {
    var positions = whole(connection -> scope.samples(readers, connection, volumes.all(), ofEach));
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
    return whole(
        connection -> what.positions(readers, connection, volumes.all(), after, upTo, limit));
  }

  /// How many events have come to their term, by name.
  public SortedMap<String, Long> expiring(Expiring what, long upTo) throws ArchiveException {
    return whole(connection -> what.counts(readers, connection, volumes.all(), upTo));
  }

  /// Identifies that happened before an instant, however they ended, in the order of the log.
  ///
  /// @param from those that happened earlier come only when they lie beyond `since`
  public Mentions identifies(long from, long before, long since, long after, int limit)
      throws ArchiveException {
    var search = new Mentions.OfIdentifies(from, before, since, after, limit);
    return whole(connection -> search.over(readers, connection, volumes.all()));
  }

  /// Puts events as they count from now on in the place of what was sent; those of a month all or
  /// none.
  public void restate(SortedMap<Long, byte[]> bodies) throws ArchiveException {
    volumes.change(
        new TreeSet<>(bodies.keySet()),
        (writer, volume, some) ->
            Erasing.restate(writer, volume, bodies.subMap(some.getFirst(), some.getLast() + 1)));
  }

  /// Puts another entry in the place of one that is no event.
  public void replace(long at, byte[] body) throws ArchiveException {
    volumes.change(
        new TreeSet<>(List.of(at)),
        (writer, volume, some) -> Erasing.replace(writer, volume, some.getFirst(), body));
  }

  /// Writes files of the archive anew, so that nothing that was erased is left in them. Appends
  /// wait meanwhile; reads go on, and wait only for the exchange of the two files.
  ///
  /// @param all whether files are written of which this process has erased nothing
  /// @param told after each file, how many of them all are done
  /// @throws ArchiveException when one could not be; those before it are done
  public void rewrite(boolean all, Told told) throws ArchiveException {
    volumes.rewrite(all, told);
  }

  /// How far something has come.
  @FunctionalInterface
  public interface Told {
    void done(int done, int total);
  }

  private <T> T whole(Readers.Read<T> read) throws ArchiveException {
    var names = volumes.unreadable();
    if (!names.isEmpty()) {
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
    for (var volume : volumes.all()) {
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
    for (var volume : volumes.all()) {
      var progress = volume.progress;
      if (progress.last() >= from) {
        if (progress.first() > from) {
          volumes.checkNotLost(from);
        }
        var begin = Math.max(from, progress.first());
        return range(volume, begin, Math.min(begin + limit - 1, progress.last()));
      }
    }
    volumes.checkNotLost(from);
    return List.of();
  }

  /// What it holds, and which files cannot be read.
  public ArchiveState state() {
    return volumes.state();
  }

  /// Brings everything into the months' files and lets go of them.
  @Override
  public void close() throws IOException {
    try (volumes) {
      readers.close();
    }
  }

  private Page page(int limit, Search search, @Nullable Cursor after) throws ArchiveException {
    if (limit < 1 || limit > 1_000) {
      throw new IllegalArgumentException("a page has 1 to 1,000 rows, not " + limit);
    }
    var newestFirst = new ArrayList<>(volumes.all());
    Collections.reverse(newestFirst);
    var missing = new ArrayList<>(volumes.unreadable());
    return reading(connection ->
        new Paging(readers, connection, search, limit, missing).over(newestFirst, after));
  }

  private List<Row> range(Volume volume, long from, long to) throws ArchiveException {
    return reading(connection -> Rows.between(readers, connection, volume, from, to));
  }

  private <T> T reading(Readers.Read<T> read) throws ArchiveException {
    return readers.read(connection -> volumes.reading(read, connection));
  }
}
