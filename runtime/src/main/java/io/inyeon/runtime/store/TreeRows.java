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
  private Touch.Kind written = Touch.Kind.CHANGED;
  private long latest;

  TreeRows(ColumnFamilyHandle column) {
    this.column = column;
  }

  /// Writes what differs.
  ///
  /// @param before what is on disk
  /// @return what is on disk once the batch is written
  StoredTree put(RowBatch batch, @Nullable StoredTree before, Tree now) {
    var was = before == null ? new Tree(now.id(), EMPTY, Map.of(), Map.of()) : before.tree();
    var writing = new Writing(batch, was, before);
    var header = new boolean[] {before == null};
    now.nodesSince(was, (_, _) -> header[0] = true);
    now.linksSince(was, (_, _) -> header[0] = true);
    if (header[0]) {
      TreeHeader.write(begin(), now.nodes(), now.links());
      writing.put(PackedTree.HEADER, headerKey(now.id()));
    }
    now.fragmentsSince(was, writing);
    written =
        header[0] || writing.said
            ? Touch.Kind.CHANGED
            : writing.consented ? Touch.Kind.CONSENTED : Touch.Kind.ACTIVE;
    latest = writing.latest;
    return writing.end(now);
  }

  /// How far the tree that was put last had changed.
  Touch.Kind written() {
    return written;
  }

  /// The latest event of the fragments of it that had changed.
  long latest() {
    return latest;
  }

  /// Deletes all rows of a tree.
  void remove(RowBatch batch, StoredTree before) {
    var tree = before.tree();
    batch.delete(column, headerKey(tree.id()));
    var writing = new Writing(batch, tree, before);
    tree.fragments().keySet().forEach(key -> writing.accept(key, null));
  }

  /// One tree while it is written.
  private final class Writing implements BiConsumer<FragmentKey, @Nullable Fragment> {
    private final RowBatch batch;
    private final Tree before;
    private final @Nullable StoredTree stored;
    private final Map<FragmentKey, Integer> slotsBefore;
    private Map<FragmentKey, Integer> slots;
    private int nextSlot;

    /// What it changes.
    private final SortedMap<Integer, byte[]> rows = new TreeMap<>();

    /// Whether what is said of the person may be something else than before.
    private boolean said;

    private boolean consented;
    private long latest = Long.MIN_VALUE;

    Writing(RowBatch batch, Tree before, @Nullable StoredTree stored) {
      this.batch = batch;
      this.before = before;
      this.stored = stored;
      slotsBefore = stored == null ? Map.of() : stored.slots();
      slots = slotsBefore;
      nextSlot = stored == null ? 0 : stored.nextSlot();
    }

    /// Puts what was just encoded.
    void put(int place, byte[] key) {
      rows.put(place, batch.put(column, key, scratch));
    }

    @Override
    public void accept(FragmentKey key, @Nullable Fragment now) {
      var slot = slotsBefore.get(key);
      var was = before.fragments().getOrDefault(key, Fragment.EMPTY);
      note(was, now == null ? Fragment.EMPTY : now);
      noteAccounts(key, was, now);
      if (slot == null) {
        said = true; // whose its events are is new
        slot = nextSlot++;
        own().put(key, slot);
        key(slot, key);
      } else if (now == null) {
        own().remove(key);
        delete(slot, KEY_SECTION);
      }
      sections(slot, was, now == null ? Fragment.EMPTY : now);
    }

    @SuppressWarnings("ReferenceEquality") // what did not change is the same object
    private void note(Fragment was, Fragment now) {
      said |=
          was.traits() != now.traits() || now.count() < was.count() || now.first() < was.first();
      consented |= was.consents() != now.consents();
      latest = Math.max(latest, now.latest());
    }

    /// Whoever is told of events finds the members of accounts by the identifiers that an event
    /// names; to whom a login gave it none of them says.
    @SuppressWarnings("ReferenceEquality") // what did not change is the same object
    private void noteAccounts(FragmentKey key, Fragment was, @Nullable Fragment now) {
      said |= key.heir() != null && now != null && was.accounts() != now.accounts();
    }

    @SuppressWarnings("ReferenceEquality") // whether it is still the one that others hold
    private Map<FragmentKey, Integer> own() {
      if (slots == slotsBefore) {
        slots = new HashMap<>(slotsBefore);
      }
      return slots;
    }

    private void put(int slot, int section) {
      put(PackedTree.place(slot, section), fragmentKey(before.id(), slot, section));
    }

    private void delete(int slot, int section) {
      batch.delete(column, fragmentKey(before.id(), slot, section));
      rows.put(PackedTree.place(slot, section), PackedTree.GONE);
    }

    private void key(int slot, FragmentKey key) {
      begin().octet(Records.kind(key.kind())).varint(key.identifiers().size());
      key.identifiers().forEach(identifier -> IdentifierBytes.write(scratch, identifier));
      // Where logins decide nothing, the key ends here.
      if (key.span().level() != Span.ALL || key.heir() != null) {
        LoginsCodec.span(scratch, key.span());
        if (key.heir() != null) {
          IdentifierBytes.write(scratch, key.heir());
        }
      }
      put(slot, KEY_SECTION);
    }

    @SuppressWarnings("ReferenceEquality") // what did not change is the same object
    private void sections(int slot, Fragment before, Fragment now) {
      if (!FragmentCodec.shared(FragmentCodec.BASE, before, now)
          || !FragmentCodec.shared(FragmentCodec.NAMES, before, now)) {
        baseAndNames(slot, before, now);
      }
      if (!FragmentCodec.shared(FragmentCodec.OLDER_ACTIVITY, before, now)) {
        section(slot, FragmentCodec.OLDER_ACTIVITY, before, now);
      }
      var last =
          before.orders() == now.orders()
              ? FragmentCodec.ORDERS - 1
              : FragmentCodec.OLDER_ACTIVITY - 1;
      for (var section = FragmentCodec.NAMES + 1; section <= last; section++) {
        if (!FragmentCodec.shared(section, before, now)) {
          section(slot, section, before, now);
        }
      }
    }

    /// Every event changes both, so a few names stand in the base's row, behind the base and its
    /// length; only many have a row of their own.
    private void baseAndNames(int slot, Fragment before, Fragment now) {
      if (FragmentCodec.isEmpty(FragmentCodec.BASE, now)) {
        delete(slot, FragmentCodec.BASE);
      } else {
        FragmentCodec.write(part.reset(), FragmentCodec.BASE, now);
        begin().varint(part.size()).raw(part);
        if (hasFewNames(now) && !FragmentCodec.isEmpty(FragmentCodec.NAMES, now)) {
          FragmentCodec.write(scratch, FragmentCodec.NAMES, now);
        }
        put(slot, FragmentCodec.BASE);
      }
      if (!hasFewNames(now)) {
        section(slot, FragmentCodec.NAMES, before, now);
      } else if (!hasFewNames(before)) {
        delete(slot, FragmentCodec.NAMES);
      }
    }

    private void section(int slot, int section, Fragment before, Fragment now) {
      if (!FragmentCodec.isEmpty(section, now)) {
        FragmentCodec.write(begin(), section, now);
        put(slot, section);
      } else if (!FragmentCodec.isEmpty(section, before)) {
        delete(slot, section);
      }
    }

    StoredTree end(Tree now) {
      if (stored != null && stored.packed() == null) {
        return stored.with(now, slots, nextSlot, more(stored.nextSlot()));
      }
      var packed = PackedTree.changed(now.id(), stored == null ? null : stored.packed(), rows);
      return StoredTree.of(now, slots, nextSlot, packed);
    }

    /// Bytes in the rows of fragments that are new.
    private long more(int firstNew) {
      var more = 0L;
      for (var row : rows.tailMap(PackedTree.place(firstNew, KEY_SECTION)).values()) {
        more += row.length;
      }
      return more;
    }
  }

  private static boolean hasFewNames(Fragment fragment) {
    return fragment.names().byName().size() <= FEW_NAMES;
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
    var packed = next(batch, rows, false);
    return packed == null ? null : unpack(packed);
  }

  /// The rows of the next tree. Leaves the iterator behind it; `null` at the end.
  @Nullable PackedTree nextPacked(RowBatch batch, RocksIterator rows) {
    return next(batch, rows, false);
  }

  /// Reads the next tree as far as it says who is who: its header, and of its fragments the keys
  /// and what all events have. Leaves the iterator behind the tree; `null` at the end.
  @Nullable Tree nextOutline(RowBatch batch, RocksIterator rows) {
    var packed = next(batch, rows, true);
    return packed == null ? null : unpack(packed).tree();
  }

  /// The rows of the next tree.
  ///
  /// @param outline whether to pass over other sections, and the further rows of large ones, unread
  private @Nullable PackedTree next(RowBatch batch, RocksIterator rows, boolean outline) {
    Rocks.check(rows);
    PackedTree.Builder builder = null;
    while (rows.isValid()) {
      var key = rows.key();
      var id = ByteBuffer.wrap(key).getLong();
      if (builder == null) {
        builder = new PackedTree.Builder(id);
      } else if (builder.id() != id) {
        break;
      }
      if (!outline
          || key.length == HEADER_LENGTH
          || (key.length == FRAGMENT_LENGTH && key[FRAGMENT_LENGTH - 1] <= FragmentCodec.BASE)) {
        builder.add(place(id, key), batch.whole(column, key, rows.value(), rows));
      }
      rows.next();
    }
    Rocks.check(rows);
    return builder == null ? null : builder.build();
  }

  private static int place(long id, byte[] key) {
    if (key.length == HEADER_LENGTH && key[Long.BYTES] == HEADER) {
      return PackedTree.HEADER;
    }
    if (key.length == FRAGMENT_LENGTH && key[Long.BYTES] == FRAGMENT) {
      return PackedTree.place(ByteBuffer.wrap(key).getInt(HEADER_LENGTH), key[FRAGMENT_LENGTH - 1]);
    }
    throw new Undecodable("no row of a tree in tree " + id, 0);
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
    return Tree.read(
        id, header.identifiers(), header.nodes(), header.links(), List.of(), List.of());
  }

  /// A tree as objects; what an event mostly does not need comes when it is asked for.
  static StoredTree unpack(PackedTree packed) {
    if (packed.size() == 0 || packed.place(0) != PackedTree.HEADER) {
      throw new Undecodable("tree " + packed.id() + " has no header", 0);
    }
    var from = new Decoder(packed.row(0));
    Records.version(from);
    var header = TreeHeader.read(from);
    var keys = new ArrayList<FragmentKey>();
    var fragments = new ArrayList<Fragment>();
    var slots = new HashMap<FragmentKey, Integer>();
    var nextSlot = 0;
    for (var first = 1; first < packed.size(); ) {
      var slot = PackedTree.slot(packed.place(first));
      if (PackedTree.section(packed.place(first)) != KEY_SECTION) {
        throw new Undecodable("a fragment without its key in tree " + packed.id(), 0);
      }
      var end = first + 1;
      while (end < packed.size() && PackedTree.slot(packed.place(end)) == slot) {
        end++;
      }
      var key = key(packed.row(first), header.identifiers());
      var at = keys.size();
      // Their slots are in the order of their coming, which nearly always is not that of the keys.
      while (at > 0 && keys.get(at - 1).compareTo(key) > 0) {
        at--;
      }
      keys.add(at, key);
      fragments.add(at, new Later(packed, first + 1, end).fragment());
      slots.put(key, slot);
      nextSlot = slot + 1;
      first = end;
    }
    return StoredTree.of(
        Tree.read(
            packed.id(), header.identifiers(), header.nodes(), header.links(), keys, fragments),
        slots,
        nextSlot,
        packed);
  }

  /// A fragment that is still bytes.
  private record Later(PackedTree packed, int from, int to) {
    Fragment fragment() {
      return Fragment.later(
          () -> read(new FragmentCodec.Reading(), from, rest()),
          begun -> read(new FragmentCodec.Reading(begun), rest(), to));
    }

    /// Its first row that has neither base nor names: they come in the order of their sections.
    private int rest() {
      var rest = from;
      while (rest < to && PackedTree.section(packed.place(rest)) <= FragmentCodec.NAMES) {
        rest++;
      }
      return rest;
    }

    private Fragment read(FragmentCodec.Reading sections, int first, int end) {
      try {
        for (var i = first; i < end; i++) {
          var row = new Decoder(packed.row(i));
          Records.version(row);
          section(sections, PackedTree.section(packed.place(i)), row);
          row.end();
        }
        return sections.end();
      } catch (Undecodable | IllegalArgumentException e) {
        throw OnDisk.damaged("tree " + packed.id(), e);
      }
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
  }

  private static FragmentKey key(byte[] row, List<Identifier> nodes) {
    var from = new Decoder(row);
    Records.version(from);
    var kind = Records.kind(from.octet());
    var count = from.count();
    var identifiers = new ArrayList<Identifier>(Math.min(count, 16));
    for (var i = 0; i < count; i++) {
      identifiers.add(shared(IdentifierBytes.read(from), nodes));
    }
    var span = from.ended() ? Span.WHOLE : LoginsCodec.span(from);
    var heir = from.ended() ? null : shared(IdentifierBytes.read(from), nodes);
    from.end();
    return new FragmentKey(identifiers, kind, span, heir);
  }

  /// The node's own object for an identifier, so that a tree has each once.
  private static Identifier shared(Identifier identifier, List<Identifier> nodes) {
    for (var i = 0; i < Math.min(nodes.size(), 16); i++) {
      if (nodes.get(i).equals(identifier)) {
        return nodes.get(i);
      }
    }
    return identifier;
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
