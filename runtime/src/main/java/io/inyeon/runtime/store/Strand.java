package io.inyeon.runtime.store;

import io.inyeon.core.Key;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksIterator;

/// Everything of one kind in the order of its keys, one after the other, as bytes that are only
/// read when somebody asks: to see that two states are the same, nearly nothing has to be.
///
/// Stands on the first from the beginning.
abstract sealed class Strand implements AutoCloseable {
  final RocksIterator rows;

  private Strand(RocksIterator rows) {
    this.rows = rows;
  }

  /// Whether it stands on anything; not so behind the last.
  abstract boolean there();

  /// The order of what two strands of one kind stand on.
  abstract int compareTo(Strand other);

  /// Whether what two strands stand on has the same bytes. Others may mean the same, too.
  abstract boolean same(Strand other);

  abstract Key<?> key();

  abstract Object value();

  /// Goes on to the next.
  abstract void next();

  @Override
  public final void close() {
    rows.close();
  }

  /// Values that have a row each.
  static final class OfRows extends Strand {
    /// Reads keys and values of a column.
    interface Form {
      /// A row's key, when it is of the kind; otherwise `null`.
      @Nullable Key<?> key(byte[] bytes);

      Object value(Key<?> key, byte[] bytes);

      /// The whole value that begins with the row that the iterator is on.
      byte[] whole(ColumnFamilyHandle column, byte[] key, byte[] first, RocksIterator rows);
    }

    private final Form form;
    private final ColumnFamilyHandle column;
    private byte[] at = {};
    private byte[] value = {};
    private @Nullable Key<?> key;

    OfRows(Form form, ColumnFamilyHandle column, RocksIterator rows) {
      super(rows);
      this.form = form;
      this.column = column;
      rows.seekToFirst();
      next();
    }

    @Override
    boolean there() {
      return key != null;
    }

    @Override
    int compareTo(Strand other) {
      return Arrays.compareUnsigned(at, ((OfRows) other).at);
    }

    @Override
    boolean same(Strand other) {
      return Arrays.equals(value, ((OfRows) other).value);
    }

    @Override
    Key<?> key() {
      return Objects.requireNonNull(key);
    }

    @Override
    Object value() {
      return form.value(key(), value);
    }

    @Override
    void next() {
      key = null;
      while (key == null && rows.isValid()) {
        at = rows.key();
        key = form.key(at);
        if (key != null) {
          value = form.whole(column, at, rows.value(), rows);
        }
        rows.next();
      }
      Rocks.check(rows);
    }
  }

  /// Trees, which have many.
  static final class OfTrees extends Strand {
    private final TreeRows trees;
    private final RowBatch batch;
    private @Nullable PackedTree tree;

    OfTrees(TreeRows trees, RowBatch batch, RocksIterator rows) {
      super(rows);
      this.trees = trees;
      this.batch = batch;
      rows.seekToFirst();
      next();
    }

    private PackedTree tree() {
      return Objects.requireNonNull(tree);
    }

    @Override
    boolean there() {
      return tree != null;
    }

    @Override
    int compareTo(Strand other) {
      return Long.compareUnsigned(tree().id(), ((OfTrees) other).tree().id());
    }

    @Override
    boolean same(Strand other) {
      return tree().sameRows(((OfTrees) other).tree());
    }

    @Override
    Key<?> key() {
      return new Key.Tree(tree().id());
    }

    @Override
    Object value() {
      try {
        return TreeRows.unpack(tree()).tree();
      } catch (Undecodable | IllegalArgumentException e) {
        throw OnDisk.damaged(key().toString(), e);
      }
    }

    @Override
    void next() {
      try {
        tree = trees.nextPacked(batch, rows);
      } catch (Undecodable | IllegalArgumentException e) {
        throw OnDisk.damaged("a tree", e);
      }
    }
  }
}
