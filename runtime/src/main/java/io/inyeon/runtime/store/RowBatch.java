package io.inyeon.runtime.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;

/// Rows on their way to disk, all at once. A value that is too large for one row becomes several:
/// the first says how many, the others follow it under its key with a number.
///
/// The first byte of a value is never 0, but the version of its form; a 0 means that it is cut up.
final class RowBatch implements AutoCloseable {
  /// No row's value is larger, in bytes.
  static final int LARGEST = 64 * 1024;

  /// What may be appended to a row at a time, in bytes.
  private static final int MORE = 256;

  private static final int CUT_UP = 0;
  private static final int MOST_CHUNKS = 0xFFFF;

  /// How many rows the values take that take more than one, as far as they were met; a value is
  /// read before it is replaced.
  private final Map<Row, Integer> large = new ConcurrentHashMap<>();

  private final Map<Row, Integer> largeWhenWritten = new HashMap<>();
  private final WriteBatch batch = new WriteBatch();
  private final Rocks rocks;

  private record Row(int column, ByteBuffer key) {
    static Row of(ColumnFamilyHandle column, byte[] key) {
      return new Row(column.getID(), ByteBuffer.wrap(key));
    }
  }

  RowBatch(Rocks rocks) {
    this.rocks = rocks;
  }

  /// How many rows it writes or deletes.
  int rows() {
    return batch.count();
  }

  void clear() {
    batch.clear();
    largeWhenWritten.clear();
  }

  /// Puts a value in as many rows as it takes.
  ///
  /// @return the value, whole
  byte[] put(ColumnFamilyHandle column, byte[] key, Encoder value) {
    return put(column, key, value, 0);
  }

  /// Puts a value to which more will be appended.
  ///
  /// @param times how often, at most
  void putToGrow(ColumnFamilyHandle column, byte[] key, Encoder value, int times) {
    put(column, key, value, times * MORE);
  }

  /// Appends to a value that is there.
  ///
  /// @return whether that can be done; otherwise it has to be put as a whole
  boolean append(ColumnFamilyHandle column, byte[] key, Encoder more) {
    if (more.size() > MORE || (!large.isEmpty() && large.containsKey(Row.of(column, key)))) {
      return false;
    }
    try {
      batch.merge(column, key, more.toBytes());
      return true;
    } catch (RocksDBException e) {
      throw Rocks.failure("cannot collect a row", e);
    }
  }

  private byte[] put(ColumnFamilyHandle column, byte[] key, Encoder value, int free) {
    var bytes = value.toBytes();
    if (bytes.length <= LARGEST - free) {
      single(column, key, bytes);
      forgetChunks(column, key, 1);
      return bytes;
    }
    var room = LARGEST - 6;
    var chunks = Math.ceilDiv(bytes.length, room);
    if (chunks > MOST_CHUNKS) {
      throw new IllegalArgumentException("a value of " + bytes.length + " bytes");
    }
    for (var i = 0; i < chunks; i++) {
      var row = new Encoder();
      if (i == 0) {
        row.octet(CUT_UP).varint(chunks);
      }
      row.raw(bytes, i * room, Math.min(room, bytes.length - i * room));
      single(column, chunkKey(key, i), row.toBytes());
    }
    forgetChunks(column, key, chunks);
    largeWhenWritten.put(Row.of(column, key), chunks);
    return bytes;
  }

  /// Puts a value that is known to fit into one row.
  void putSmall(ColumnFamilyHandle column, byte[] key, byte[] value) {
    single(column, key, value);
  }

  /// Deletes a value, all rows of it.
  void delete(ColumnFamilyHandle column, byte[] key) {
    deleteRow(column, key);
    forgetChunks(column, key, 1);
  }

  /// Writes all rows at once, or none.
  void write() {
    rocks.write(batch);
  }

  /// Ends a batch that was written. Called after the cache has the new values: then no reader can
  /// bring back from an old value how many rows it took.
  void settle() {
    largeWhenWritten.forEach((row, chunks) -> {
      if (chunks > 1) {
        large.put(row, chunks);
      } else {
        large.remove(row);
      }
    });
    clear();
  }

  /// The whole value that begins with this row; `null` for none.
  byte @Nullable [] whole(ColumnFamilyHandle column, byte[] key) {
    var first = rocks.get(column, key);
    if (first == null || (first.length > 0 && first[0] != CUT_UP)) {
      return first;
    }
    // Again, so that all rows are seen as they were at one time.
    try (var rows = rocks.rows(column)) {
      rows.seek(key);
      Rocks.check(rows);
      return rows.isValid() && Arrays.equals(rows.key(), key)
          ? whole(column, key, rows.value(), rows)
          : null;
    }
  }

  /// The whole value whose first row an iterator is on, and its number of rows remembered.
  byte[] whole(ColumnFamilyHandle column, byte[] key, byte[] first, RocksIterator rows) {
    var all = whole(key, first, rows);
    if (first[0] == CUT_UP) {
      large.put(Row.of(column, key), chunks(new Decoder(first, 1, first.length)));
    }
    return all;
  }

  /// The whole value whose first row an iterator is on; it is left on the last one.
  static byte[] whole(byte[] key, byte[] first, RocksIterator rows) {
    if (first.length == 0) {
      throw new Undecodable("an empty row", 0);
    }
    if (first[0] != CUT_UP) {
      return first;
    }
    var chunks = chunks(new Decoder(first, 1, first.length));
    var head = new Encoder().octet(CUT_UP).varint(chunks).size();
    var all = new Encoder().raw(first, head, first.length - head);
    for (var i = 1; i < chunks; i++) {
      rows.next();
      Rocks.check(rows);
      if (!rows.isValid() || !Arrays.equals(rows.key(), chunkKey(key, i))) {
        throw new Undecodable("chunk " + i + " of " + chunks + " is missing", 0);
      }
      var chunk = rows.value();
      all.raw(chunk, 0, chunk.length);
    }
    return all.toBytes();
  }

  private static int chunks(Decoder from) {
    return from.number(MOST_CHUNKS);
  }

  private void forgetChunks(ColumnFamilyHandle column, byte[] key, int from) {
    if (large.isEmpty()) {
      return;
    }
    var row = Row.of(column, key);
    var before = large.getOrDefault(row, 1);
    for (var i = from; i < before; i++) {
      deleteRow(column, chunkKey(key, i));
    }
    if (before > 1) {
      largeWhenWritten.put(row, 1);
    }
  }

  private static byte[] chunkKey(byte[] key, int chunk) {
    if (chunk == 0) {
      return key;
    }
    var all = Arrays.copyOf(key, key.length + 2);
    all[key.length] = (byte) (chunk >>> 8);
    all[key.length + 1] = (byte) chunk;
    return all;
  }

  private void single(ColumnFamilyHandle column, byte[] key, byte[] value) {
    try {
      batch.put(column, key, value);
    } catch (RocksDBException e) {
      throw Rocks.failure("cannot collect a row", e);
    }
  }

  private void deleteRow(ColumnFamilyHandle column, byte[] key) {
    try {
      batch.delete(column, key);
    } catch (RocksDBException e) {
      throw Rocks.failure("cannot collect a row", e);
    }
  }

  @Override
  public void close() {
    batch.close();
  }
}
