package io.inyeon.runtime.store;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Node;
import io.inyeon.core.unify.Span;
import io.inyeon.core.unify.Tree;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.RocksIterator;

/// The rows of trees. A tree is a row for its header (nodes and links), and for each fragment one
/// for its key and one for each section that is not empty, all beside each other:
///
/// ```
/// id (8)  0                              header
/// id (8)  1  slot (4)  0                 the fragment's key
/// id (8)  1  slot (4)  1                 its base, and its names if they are few
/// id (8)  1  slot (4)  section (1)       another section of it
/// ```
///
/// Only rows whose content changed are written.
final class TreeRows {
  private static final byte HEADER = 0;
  private static final byte FRAGMENT = 1;
  private static final int HEADER_LENGTH = Long.BYTES + 1;
  private static final int FRAGMENT_LENGTH = Long.BYTES + 1 + Integer.BYTES + 1;
  private static final int KEY_SECTION = 0;
  private static final SortedMap<Identifier, Node> EMPTY = Collections.emptySortedMap();
  private static final int FEW_NAMES = 32;

  private final ColumnFamilyHandle column;
  private final Encoder scratch = new Encoder();
  private final Encoder part = new Encoder();

  TreeRows(ColumnFamilyHandle column) {
    this.column = column;
  }

  /// Writes what differs.
  ///
  /// @param before what is on disk
  /// @return what is on disk once the batch is written
  StoredTree put(RowBatch batch, @Nullable StoredTree before, Tree now) {
    var was = before == null ? new Tree(now.id(), EMPTY, Map.of(), Map.of()) : before.tree();
    var header = new boolean[] {before == null};
    now.nodesSince(was, (_, _) -> header[0] = true);
    now.linksSince(was, (_, _) -> header[0] = true);
    if (header[0]) {
      TreeHeader.write(begin(), now.nodes(), now.links());
      batch.put(column, headerKey(now.id()), scratch);
    }
    var writing = new Writing(batch, was, before);
    now.fragmentsSince(was, writing);
    var weight =
        (before == null ? 0 : before.weight() - StoredTree.weight(was))
            + StoredTree.weight(now)
            + writing.weight;
    return new StoredTree(
        now, writing.slots, writing.nextSlot, (int) Math.min(weight, Integer.MAX_VALUE));
  }

  /// Deletes all rows of a tree.
  void remove(RowBatch batch, StoredTree before) {
    var tree = before.tree();
    batch.delete(column, headerKey(tree.id()));
    var writing = new Writing(batch, tree, before);
    tree.fragments().keySet().forEach(key -> writing.accept(key, null));
  }

  /// The fragments of one tree while they are written.
  private final class Writing implements BiConsumer<FragmentKey, @Nullable Fragment> {
    private final RowBatch batch;
    private final Tree before;
    private final Map<FragmentKey, Integer> slotsBefore;
    private Map<FragmentKey, Integer> slots;
    private int nextSlot;

    /// How much more they weigh than before.
    private long weight;

    Writing(RowBatch batch, Tree before, @Nullable StoredTree stored) {
      this.batch = batch;
      this.before = before;
      slotsBefore = stored == null ? Map.of() : stored.slots();
      slots = slotsBefore;
      nextSlot = stored == null ? 0 : stored.nextSlot();
    }

    @Override
    public void accept(FragmentKey key, @Nullable Fragment now) {
      var slot = slotsBefore.get(key);
      var was = before.fragments().getOrDefault(key, Fragment.EMPTY);
      weight +=
          (now == null ? 0 : StoredTree.weight(now)) - (slot == null ? 0 : StoredTree.weight(was));
      if (slot == null) {
        slot = nextSlot++;
        own().put(key, slot);
        key(batch, before.id(), slot, key);
      } else if (now == null) {
        own().remove(key);
        batch.delete(column, fragmentKey(before.id(), slot, KEY_SECTION));
      }
      sections(batch, before.id(), slot, was, now == null ? Fragment.EMPTY : now);
    }

    @SuppressWarnings("ReferenceEquality") // whether it is still the one that others hold
    private Map<FragmentKey, Integer> own() {
      if (slots == slotsBefore) {
        slots = new HashMap<>(slotsBefore);
      }
      return slots;
    }
  }

  private void key(RowBatch batch, long tree, int slot, FragmentKey key) {
    begin().octet(Records.kind(key.kind())).varint(key.identifiers().size());
    key.identifiers().forEach(identifier -> IdentifierBytes.write(scratch, identifier));
    // Where logins decide nothing, the key ends here.
    if (key.span().level() != Span.ALL || key.heir() != null) {
      LoginsCodec.span(scratch, key.span());
      if (key.heir() != null) {
        IdentifierBytes.write(scratch, key.heir());
      }
    }
    batch.put(column, fragmentKey(tree, slot, KEY_SECTION), scratch);
  }

  @SuppressWarnings("ReferenceEquality") // what did not change is the same object
  private void sections(RowBatch batch, long tree, int slot, Fragment before, Fragment now) {
    if (!FragmentCodec.shared(FragmentCodec.BASE, before, now)
        || !FragmentCodec.shared(FragmentCodec.NAMES, before, now)) {
      baseAndNames(batch, tree, slot, before, now);
    }
    if (!FragmentCodec.shared(FragmentCodec.OLDER_ACTIVITY, before, now)) {
      section(batch, tree, slot, FragmentCodec.OLDER_ACTIVITY, before, now);
    }
    var last =
        before.orders() == now.orders()
            ? FragmentCodec.ORDERS - 1
            : FragmentCodec.OLDER_ACTIVITY - 1;
    for (var section = FragmentCodec.NAMES + 1; section <= last; section++) {
      if (!FragmentCodec.shared(section, before, now)) {
        section(batch, tree, slot, section, before, now);
      }
    }
  }

  /// Every event changes both, so a few names stand in the base's row, behind the base and its
  /// length; only many have a row of their own.
  private void baseAndNames(RowBatch batch, long tree, int slot, Fragment before, Fragment now) {
    var row = fragmentKey(tree, slot, FragmentCodec.BASE);
    if (FragmentCodec.isEmpty(FragmentCodec.BASE, now)) {
      batch.delete(column, row);
    } else {
      FragmentCodec.write(part.reset(), FragmentCodec.BASE, now);
      begin().varint(part.size()).raw(part);
      if (hasFewNames(now) && !FragmentCodec.isEmpty(FragmentCodec.NAMES, now)) {
        FragmentCodec.write(scratch, FragmentCodec.NAMES, now);
      }
      batch.put(column, row, scratch);
    }
    if (!hasFewNames(now)) {
      section(batch, tree, slot, FragmentCodec.NAMES, before, now);
    } else if (!hasFewNames(before)) {
      batch.delete(column, fragmentKey(tree, slot, FragmentCodec.NAMES));
    }
  }

  private static boolean hasFewNames(Fragment fragment) {
    return fragment.names().byName().size() <= FEW_NAMES;
  }

  private void section(
      RowBatch batch, long tree, int slot, int section, Fragment before, Fragment now) {
    var row = fragmentKey(tree, slot, section);
    if (!FragmentCodec.isEmpty(section, now)) {
      FragmentCodec.write(begin(), section, now);
      batch.put(column, row, scratch);
    } else if (!FragmentCodec.isEmpty(section, before)) {
      batch.delete(column, row);
    }
  }

  private Encoder begin() {
    return scratch.reset().octet(Records.VERSION);
  }

  /// Reads a tree; `null` when there is none. The iterator may be anywhere.
  @Nullable StoredTree read(RowBatch batch, RocksIterator rows, long id) {
    rows.seek(KeyBytes.tree(id));
    var read = next(batch, rows);
    return read == null || read.tree().id() != id ? null : read;
  }

  /// Reads the tree whose first row the iterator is on, and leaves it behind the last one; `null`
  /// at the end.
  @Nullable StoredTree next(RowBatch batch, RocksIterator rows) {
    Rocks.check(rows);
    Reading reading = null;
    while (rows.isValid()) {
      var key = rows.key();
      var id = ByteBuffer.wrap(key).getLong();
      if (reading == null) {
        reading = new Reading(id);
      } else if (reading.id != id) {
        break;
      }
      reading.row(key, batch.whole(column, key, rows.value(), rows));
      rows.next();
    }
    Rocks.check(rows);
    return reading == null ? null : reading.end();
  }

  /// Reads the next tree as far as it says who is who: its header, and of its fragments the keys
  /// and what all events have. Leaves the iterator behind the tree; `null` at the end.
  @Nullable Tree nextOutline(RowBatch batch, RocksIterator rows) {
    Rocks.check(rows);
    Reading reading = null;
    while (rows.isValid()) {
      var key = rows.key();
      var id = ByteBuffer.wrap(key).getLong();
      if (reading == null) {
        reading = new Reading(id);
      } else if (reading.id != id) {
        break;
      }
      // Other sections, and the further rows of large ones, are passed over unread.
      if (key.length == HEADER_LENGTH
          || (key.length == FRAGMENT_LENGTH && key[FRAGMENT_LENGTH - 1] <= FragmentCodec.BASE)) {
        reading.row(key, batch.whole(column, key, rows.value(), rows));
      }
      rows.next();
    }
    Rocks.check(rows);
    return reading == null ? null : reading.end().tree();
  }

  /// A tree's nodes and links, without its fragments; `null` when there is none.
  @Nullable Tree header(RowBatch batch, long id) {
    var bytes = batch.whole(column, headerKey(id));
    if (bytes == null) {
      return null;
    }
    var from = new Decoder(bytes);
    Records.version(from);
    var header = TreeHeader.read(from);
    return new Tree(id, header.nodes(), header.links(), Map.of());
  }

  /// A tree while its rows are read.
  private static final class Reading {
    private final long id;
    private final Map<FragmentKey, Fragment> fragments = new TreeMap<>();
    private final Map<FragmentKey, Integer> slots = new HashMap<>();
    private @Nullable TreeHeader header;
    private @Nullable FragmentKey key;
    private int slot;
    private FragmentCodec.@Nullable Reading sections;
    private long weight;

    Reading(long id) {
      this.id = id;
    }

    void row(byte[] row, byte[] value) {
      var from = new Decoder(value);
      Records.version(from);
      if (row.length == HEADER_LENGTH && row[Long.BYTES] == HEADER) {
        header = TreeHeader.read(from);
      } else if (row.length == FRAGMENT_LENGTH && row[Long.BYTES] == FRAGMENT) {
        var section = row[FRAGMENT_LENGTH - 1];
        var slot = ByteBuffer.wrap(row).getInt(HEADER_LENGTH);
        if (section == KEY_SECTION) {
          endFragment();
          this.slot = slot;
          key = key(from);
          sections = new FragmentCodec.Reading();
        } else if (sections == null || slot != this.slot) {
          throw new Undecodable("a fragment without its key in tree " + id, 0);
        } else {
          section(sections, section, from);
        }
      } else {
        throw new Undecodable("no row of a tree in tree " + id, 0);
      }
      from.end();
    }

    private static void section(FragmentCodec.Reading sections, int section, Decoder from) {
      if (section != FragmentCodec.BASE) {
        sections.read(section, from);
        return;
      }
      sections.read(FragmentCodec.BASE, from.part(from.count()));
      if (!from.ended()) {
        sections.read(FragmentCodec.NAMES, from);
      }
    }

    private FragmentKey key(Decoder from) {
      var kind = Records.kind(from.octet());
      var count = from.count();
      var identifiers = new ArrayList<Identifier>(Math.min(count, 16));
      for (var i = 0; i < count; i++) {
        identifiers.add(shared(IdentifierBytes.read(from)));
      }
      return new FragmentKey(
          identifiers,
          kind,
          from.ended() ? Span.WHOLE : LoginsCodec.span(from),
          from.ended() ? null : shared(IdentifierBytes.read(from)));
    }

    /// The node's own object for an identifier, so that a cached tree has each once.
    private Identifier shared(Identifier identifier) {
      List<Identifier> nodes = header == null ? List.of() : header.identifiers();
      for (var i = 0; i < Math.min(nodes.size(), 16); i++) {
        if (nodes.get(i).equals(identifier)) {
          return nodes.get(i);
        }
      }
      return identifier;
    }

    private void endFragment() {
      if (key != null && sections != null) {
        var fragment = sections.end();
        fragments.put(key, fragment);
        slots.put(key, slot);
        weight += StoredTree.weight(fragment);
      }
    }

    StoredTree end() {
      endFragment();
      if (header == null) {
        throw new Undecodable("tree " + id + " has no header", 0);
      }
      var tree = new Tree(id, header.nodes(), header.links(), fragments);
      weight += StoredTree.weight(tree);
      return new StoredTree(tree, slots, slot + 1, (int) Math.min(weight, Integer.MAX_VALUE));
    }
  }

  private static byte[] headerKey(long tree) {
    return ByteBuffer.allocate(HEADER_LENGTH).putLong(tree).put(HEADER).array();
  }

  private static byte[] fragmentKey(long tree, int slot, int section) {
    return ByteBuffer.allocate(FRAGMENT_LENGTH)
        .putLong(tree)
        .put(FRAGMENT)
        .putInt(slot)
        .put((byte) section)
        .array();
  }
}
