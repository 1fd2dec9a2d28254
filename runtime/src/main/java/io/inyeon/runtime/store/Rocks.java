package io.inyeon.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.FlushOptions;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Snapshot;
import org.rocksdb.Status;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/// The open database: rows of bytes in columns, and nothing of what they mean.
final class Rocks implements AutoCloseable {
  private static final String EXTRA = "seen-at-";

  private final Path directory;
  private final Tuning tuning;
  private final RocksDB database;
  private final Map<Column, ColumnFamilyHandle> columns = new EnumMap<>(Column.class);

  /// Never changed, but replaced.
  private volatile NavigableMap<Long, ColumnFamilyHandle> extra = new TreeMap<>();

  private final List<ColumnFamilyHandle> unknown = new ArrayList<>();
  private final WriteOptions unlogged = new WriteOptions().setDisableWAL(true);
  private final ReadOptions plain = new ReadOptions();
  private final ReadOptions oneTree = new ReadOptions().setPrefixSameAsStart(true);
  private final ReadOptions whole = new ReadOptions().setTotalOrderSeek(true).setFillCache(false);

  /// Of which this is a view as of one moment; `null` for the database itself.
  private final @Nullable Rocks whose;

  private final @Nullable Snapshot moment;
  private final FlushOptions waiting = new FlushOptions().setWaitForFlush(true);

  /// Held for reading by whoever reads beside the writer, so that nothing is closed under them.
  private final ReentrantReadWriteLock use;

  private volatile boolean closed;

  private Rocks(Path directory, Tuning tuning, RocksDB database, List<ColumnFamilyHandle> handles) {
    this.directory = directory;
    this.tuning = tuning;
    this.database = database;
    this.use = new ReentrantReadWriteLock();
    this.whose = null;
    this.moment = null;
    var byName = new TreeMap<String, ColumnFamilyHandle>();
    for (var handle : handles) {
      byName.put(name(handle), handle);
    }
    for (var column : Column.values()) {
      var handle = byName.remove(column.familyName());
      if (handle != null) {
        columns.put(column, handle);
      }
    }
    byName.forEach((name, handle) -> {
      if (name.startsWith(EXTRA)) {
        extra.put(Long.parseLong(name.substring(EXTRA.length())), handle);
      } else {
        unknown.add(handle);
      }
    });
  }

  /// The same rows as they are now; to be closed by the thread that asked, and before the other.
  private Rocks(Rocks whose) {
    this.directory = whose.directory;
    this.tuning = whose.tuning;
    this.database = whose.database;
    this.use = whose.use;
    this.whose = whose;
    columns.putAll(whose.columns);
    extra = whose.extra;
    var now = database.getSnapshot();
    moment = now;
    for (var options : List.of(plain, oneTree, whole)) {
      options.setSnapshot(now);
    }
    plain.setFillCache(false);
  }

  /// What is there now, whatever is written from now on. While it is open, the database cannot be
  /// closed and none of its columns dropped. Used and closed by one thread.
  Rocks frozen() {
    use.readLock().lock();
    try {
      checkOpen();
      return new Rocks(this);
    } catch (RuntimeException e) {
      use.readLock().unlock();
      throw e;
    }
  }

  private void thaw() {
    closed = true;
    for (var options : List.of(plain, oneTree, whole, unlogged, waiting)) {
      options.close();
    }
    if (moment != null) {
      database.releaseSnapshot(moment);
    }
    use.readLock().unlock();
  }

  static Rocks open(Path directory, StateSettings settings) {
    RocksLibrary.load();
    var tuning = new Tuning(settings);
    try {
      Files.createDirectories(directory);
      var descriptors = new ArrayList<ColumnFamilyDescriptor>();
      for (var column : Column.values()) {
        descriptors.add(
            new ColumnFamilyDescriptor(column.familyName().getBytes(UTF_8), tuning.column(column)));
      }
      for (var name : others(directory)) {
        descriptors.add(new ColumnFamilyDescriptor(name.getBytes(UTF_8), tuning.seen()));
      }
      var handles = new ArrayList<ColumnFamilyHandle>();
      var database = RocksDB.open(tuning.database(), directory.toString(), descriptors, handles);
      return new Rocks(directory, tuning, database, handles);
    } catch (RocksDBException e) {
      tuning.close();
      if (String.valueOf(e.getMessage()).contains("LOCK")) {
        throw new StateFailure(
            "another process has the state in " + directory + " open; end it first", false, e);
      }
      throw failure("cannot open the state in " + directory, e);
    } catch (IOException e) {
      tuning.close();
      throw new StateFailure("cannot make the folder " + directory, false, e);
    }
  }

  /// Names of the columns on disk that are not [Column]s.
  private static List<String> others(Path directory) throws RocksDBException {
    if (!Files.exists(directory.resolve("CURRENT"))) {
      return List.of();
    }
    try (var options = new Options()) {
      var names = new ArrayList<String>();
      for (var bytes : RocksDB.listColumnFamilies(options, directory.toString())) {
        names.add(new String(bytes, UTF_8));
      }
      for (var column : Column.values()) {
        names.remove(column.familyName());
      }
      return names;
    }
  }

  ColumnFamilyHandle column(Column column) {
    var handle = columns.get(column);
    if (handle == null) {
      throw new IllegalStateException("no column " + column);
    }
    return handle;
  }

  /// The columns that are made and dropped as time goes by, by their numbers. Never changed, but
  /// replaced.
  NavigableMap<Long, ColumnFamilyHandle> extra() {
    return extra;
  }

  /// By the writer only.
  ColumnFamilyHandle makeExtra(long number) {
    try {
      var name = (EXTRA + number).getBytes(UTF_8);
      var made = database.createColumnFamily(new ColumnFamilyDescriptor(name, tuning.seen()));
      var all = new TreeMap<>(extra);
      all.put(number, made);
      extra = all;
      return made;
    } catch (RocksDBException e) {
      throw failure("cannot make the column " + EXTRA + number, e);
    }
  }

  /// By the writer only. Does nothing while others read; there will be another commit.
  void dropExtra(long number) {
    if (!use.writeLock().tryLock()) {
      return;
    }
    try {
      var all = new TreeMap<>(extra);
      var gone = all.remove(number);
      if (gone != null) {
        database.dropColumnFamily(gone);
        extra = all;
        gone.close();
      }
    } catch (RocksDBException e) {
      throw failure("cannot drop the column " + EXTRA + number, e);
    } finally {
      use.writeLock().unlock();
    }
  }

  byte @Nullable [] get(ColumnFamilyHandle column, byte[] key) {
    try {
      return database.get(column, plain, key);
    } catch (RocksDBException e) {
      throw failure("cannot read from " + name(column), e);
    }
  }

  /// What stands under some keys of a column, in their order; `null` for nothing. One look costs a
  /// fraction of one for each.
  List<byte @Nullable []> get(ColumnFamilyHandle column, List<byte[]> keys) {
    try {
      return new ArrayList<byte @Nullable []>(
          database.multiGetAsList(plain, Collections.nCopies(keys.size(), column), keys));
    } catch (RocksDBException e) {
      throw failure("cannot read from " + name(column), e);
    }
  }

  /// For seeking trees by their ids; does not go beyond the one it was set on.
  RocksIterator trees() {
    return database.newIterator(column(Column.TREES), oneTree);
  }

  /// For walking through a column.
  RocksIterator rows(ColumnFamilyHandle column) {
    return database.newIterator(column, whole);
  }

  void write(WriteBatch batch) {
    try {
      database.write(unlogged, batch);
    } catch (RocksDBException e) {
      throw failure("cannot write", e);
    }
  }

  /// Puts one row, beside the writer's batches.
  void put(ColumnFamilyHandle column, byte[] key, byte[] value) {
    try {
      database.put(column, unlogged, key, value);
    } catch (RocksDBException e) {
      throw failure("cannot write to " + name(column), e);
    }
  }

  /// Deletes the rows of a column whose keys are smaller.
  void deleteBelow(Column column, byte[] key) {
    try (var rows = rows(column(column))) {
      rows.seekToFirst();
      check(rows);
      if (rows.isValid() && Arrays.compareUnsigned(rows.key(), key) < 0) {
        database.deleteRange(column(column), unlogged, rows.key(), key);
      }
    } catch (RocksDBException e) {
      throw failure("cannot delete from " + column.familyName(), e);
    }
  }

  boolean isClosed() {
    return closed;
  }

  void flush() {
    use.readLock().lock();
    try {
      checkOpen();
      database.flush(waiting, allColumns());
    } catch (RocksDBException e) {
      throw failure("cannot flush", e);
    } finally {
      use.readLock().unlock();
    }
  }

  private List<ColumnFamilyHandle> allColumns() {
    var all = new ArrayList<>(columns.values());
    all.addAll(extra.values());
    return all;
  }

  /// Reads beside the writer.
  <T extends @Nullable Object> T reading(Supplier<T> read) {
    use.readLock().lock();
    try {
      checkOpen();
      return read.get();
    } finally {
      use.readLock().unlock();
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new StateFailure("the state in " + directory + " is closed", false, null);
    }
  }

  /// A number that RocksDB keeps, summed over columns.
  long property(String name) {
    try {
      return database.getAggregatedLongProperty("rocksdb." + name);
    } catch (RocksDBException e) {
      throw failure("cannot read " + name, e);
    }
  }

  long property(Column column, String name) {
    try {
      return database.getLongProperty(column(column), "rocksdb." + name);
    } catch (RocksDBException e) {
      throw failure("cannot read " + name, e);
    }
  }

  long nativeBytes() {
    return tuning.blocks().getUsage()
        + property("cur-size-all-mem-tables")
        + property("estimate-table-readers-mem");
  }

  /// Whether an iterator ended because of the storage.
  static void check(RocksIterator rows) {
    try {
      rows.status();
    } catch (RocksDBException e) {
      throw failure("cannot read on", e);
    }
  }

  static StateFailure failure(String what, RocksDBException e) {
    var status = e.getStatus();
    var full =
        status != null
            && (status.getSubCode() == Status.SubCode.NoSpace
                || status.getSubCode() == Status.SubCode.MemoryLimit);
    return new StateFailure(what + ": " + e.getMessage(), full, e);
  }

  private static String name(ColumnFamilyHandle column) {
    try {
      return new String(column.getName(), UTF_8);
    } catch (RocksDBException e) {
      throw failure("cannot read the name of a column", e);
    }
  }

  /// Ends without flushing: what is not in files yet is lost, as in a crash.
  @Override
  public void close() {
    if (whose != null) {
      if (!closed) {
        thaw();
      }
      return;
    }
    use.writeLock().lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      columns.values().forEach(ColumnFamilyHandle::close);
      extra.values().forEach(ColumnFamilyHandle::close);
      unknown.forEach(ColumnFamilyHandle::close);
      database.close();
      for (var options : List.of(unlogged, plain, oneTree, whole, waiting)) {
        options.close();
      }
      tuning.close();
    } finally {
      use.writeLock().unlock();
    }
  }
}
