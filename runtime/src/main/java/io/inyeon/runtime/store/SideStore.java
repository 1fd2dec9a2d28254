package io.inyeon.runtime.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksObject;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/// A small database of rows of bytes beside state, for what follows the log on its own. What is
/// written together is there together after a crash, and what [#write] returned from stays.
///
/// Every method throws [StateFailure] when the storage fails.
public final class SideStore implements AutoCloseable {
  private static final long CACHE = 8 << 20;
  private static final long MEMTABLE = 4 << 20;
  private static final double BITS_A_KEY = 10;

  private final List<RocksObject> owned = new ArrayList<>();
  private final RocksDB database;
  private final WriteOptions durable;
  private final ReadOptions plain;

  /// Held for reading by whoever reads, so that nothing is closed under them.
  private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();

  private boolean closed;

  private SideStore(Path folder) throws RocksDBException {
    RocksLibrary.load();
    var tables =
        new BlockBasedTableConfig()
            .setBlockCache(own(new LRUCache(CACHE)))
            .setCacheIndexAndFilterBlocks(true)
            .setFilterPolicy(own(new BloomFilter(BITS_A_KEY)));
    var options =
        own(new Options())
            .setCreateIfMissing(true)
            .setMaxBackgroundJobs(2)
            .setMaxOpenFiles(64)
            .setWriteBufferSize(MEMTABLE)
            .setMaxTotalWalSize(4 * MEMTABLE)
            .setCompressionType(CompressionType.LZ4_COMPRESSION)
            .setStatsDumpPeriodSec(0)
            .setStatsPersistPeriodSec(0)
            .setKeepLogFileNum(2)
            .setTableFormatConfig(tables);
    database = RocksDB.open(options, folder.toString());
    durable = own(new WriteOptions()).setSync(true);
    plain = own(new ReadOptions());
  }

  /// Opens what is in a folder, or makes it.
  public static SideStore open(Path folder) {
    try {
      return new SideStore(folder);
    } catch (RocksDBException e) {
      throw failure("cannot be opened", e);
    }
  }

  private <T extends RocksObject> T own(T object) {
    owned.add(object);
    return object;
  }

  /// Some changes, made together.
  public static final class Changes {
    private final List<byte[]> keys = new ArrayList<>();
    private final List<byte @Nullable []> values = new ArrayList<>();

    /// Puts a row in the place of the one before.
    public void put(byte[] key, byte[] value) {
      keys.add(key);
      values.add(value);
    }

    /// Takes a row away.
    public void remove(byte[] key) {
      keys.add(key);
      values.add(null);
    }
  }

  /// Makes changes, all or none, and makes them durable.
  public void write(Changes changes) {
    use.readLock().lock();
    try (var batch = new WriteBatch()) {
      checkOpen();
      for (var i = 0; i < changes.keys.size(); i++) {
        var value = changes.values.get(i);
        if (value == null) {
          batch.delete(changes.keys.get(i));
        } else {
          batch.put(changes.keys.get(i), value);
        }
      }
      database.write(durable, batch);
    } catch (RocksDBException e) {
      throw failure("cannot be written", e);
    } finally {
      use.readLock().unlock();
    }
  }

  /// A row; `null` when there is none.
  public byte @Nullable [] get(byte[] key) {
    use.readLock().lock();
    try {
      checkOpen();
      return database.get(plain, key);
    } catch (RocksDBException e) {
      throw failure("cannot be read", e);
    } finally {
      use.readLock().unlock();
    }
  }

  /// Takes rows in the order of their keys.
  public interface Taker {
    /// Takes one.
    ///
    /// @return whether to go on
    boolean take(byte[] key, byte[] value);
  }

  /// Rows from a key on, until the taker has enough.
  public void from(byte[] key, Taker taker) {
    use.readLock().lock();
    try (var iterator = database.newIterator(plain)) {
      checkOpen();
      for (iterator.seek(key); iterator.isValid(); iterator.next()) {
        if (!taker.take(iterator.key(), iterator.value())) {
          return;
        }
      }
      iterator.status();
    } catch (RocksDBException e) {
      throw failure("cannot be read", e);
    } finally {
      use.readLock().unlock();
    }
  }

  /// Rewrites all files, so that none holds a row that was replaced or taken away.
  public void wipe() {
    use.readLock().lock();
    try (var flush = new FlushOptions().setWaitForFlush(true);
        var all =
            new CompactRangeOptions()
                .setBottommostLevelCompaction(
                    CompactRangeOptions.BottommostLevelCompaction.kForce)) {
      checkOpen();
      database.flush(flush);
      database.compactRange(database.getDefaultColumnFamily(), null, null, all);
    } catch (RocksDBException e) {
      throw failure("cannot be rewritten", e);
    } finally {
      use.readLock().unlock();
    }
  }

  private void checkOpen() {
    if (closed) {
      throw new StateFailure("the store is closed", false, null);
    }
  }

  private static StateFailure failure(String what, RocksDBException e) {
    var status = e.getStatus();
    var full = status != null && status.getSubCode() == org.rocksdb.Status.SubCode.NoSpace;
    return new StateFailure("a store beside state " + what + ": " + e.getMessage(), full, e);
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        database.close();
        owned.reversed().forEach(RocksObject::close);
      }
    } finally {
      use.writeLock().unlock();
    }
  }
}
