package io.inyeon.runtime.enrich;

import static io.inyeon.runtime.enrich.Rows.HASH;
import static io.inyeon.runtime.enrich.Rows.fields;
import static io.inyeon.runtime.enrich.Rows.id;
import static io.inyeon.runtime.enrich.Rows.key;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.store.SideStore;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Answers that are remembered, by their requests, each with whose event brought it.
final class Answers {
  /// Bytes of a request's hash.
  static final int KEY = 32;

  private final SideStore store;
  private final Map<String, Long> cached = new HashMap<>();

  Answers(SideStore store) {
    this.store = store;
    store.from(
        new byte[] {'e'},
        (key, value) -> {
          if (key[0] == 'e') {
            cached.merge(id(key), (long) ByteBuffer.wrap(value).getInt(), Long::sum);
          }
          return key[0] == 'e';
        });
  }

  /// The hash of a request.
  record CacheKey(String id, byte[] hash) {
    private byte[] row() {
      return key('c', id, KEY).put(hash).array();
    }

    /// Whether it is the same request.
    boolean same(@Nullable CacheKey other) {
      return other != null && id.equals(other.id) && Arrays.equals(hash, other.hash);
    }
  }

  /// An answer that still counts: its traits, none where nothing is known; `null` for none.
  Value.@Nullable Fields answer(CacheKey key, long now) {
    var bytes = store.get(key.row());
    if (bytes == null) {
      return null;
    }
    var from = ByteBuffer.wrap(bytes);
    from.getLong();
    if (from.getLong() <= now) {
      return null;
    }
    var traits = new byte[from.remaining()];
    from.get(traits);
    return fields(traits);
  }

  /// Takes the oldest answers of an enricher away, and those that count no more.
  ///
  /// @param most bytes that may stay
  /// @param before answers that came before this are over
  void sweep(String id, long most, long before) {
    var rows = new SideStore.Changes();
    var bytes = new long[] {cached.getOrDefault(id, 0L)};
    var prefix = key('e', id, 0).array();
    Rows.each(
        store,
        prefix,
        prefix,
        (key, value) -> {
          var at = ByteBuffer.wrap(key).getLong(prefix.length);
          if (bytes[0] <= most && at >= before) {
            return false;
          }
          bytes[0] -= ByteBuffer.wrap(value).getInt();
          rows.remove(key);
          var hash = Arrays.copyOfRange(key, prefix.length + 8, key.length);
          rows.remove(new CacheKey(id, hash).row());
          rows.remove(whose(new String(value, 4, HASH, ISO_8859_1), id, hash));
          return true;
        });
    if (bytes[0] != cached.getOrDefault(id, 0L)) {
      store.write(rows);
      cached.put(id, bytes[0]);
    }
  }

  private static byte[] whose(String person, String id, byte[] hash) {
    var prefix = ("x" + person + id).getBytes(ISO_8859_1);
    return ByteBuffer.allocate(prefix.length + 1 + KEY).put(prefix).put((byte) 0).put(hash).array();
  }

  /// Bytes that an enricher's answers take.
  long cachedBytes(String id) {
    return cached.getOrDefault(id, 0L);
  }

  /// Counts what was written.
  void grown(Map<String, Long> more) {
    more.forEach((id, bytes) -> cached.merge(id, bytes, Long::sum));
  }

  // ---- changes

  /// Remembers an answer.
  ///
  /// @param whose hash of the person whose event brought it
  void add(
      SideStore.Changes rows,
      Map<String, Long> more,
      CacheKey key,
      ProfileId whose,
      Value.Fields traits,
      long at,
      long expires) {
    forget(rows, more, key);
    var json = JsonWriter.bytes(traits);
    rows.put(
        key.row(),
        ByteBuffer.allocate(16 + json.length).putLong(at).putLong(expires).put(json).array());
    var size = json.length + 200;
    rows.put(
        key('e', key.id(), 8 + KEY).putLong(at).put(key.hash()).array(),
        ByteBuffer.allocate(4 + HASH).putInt(size).put(whose.value().getBytes(ISO_8859_1)).array());
    rows.put(whose(whose.value(), key.id(), key.hash()), new byte[0]);
    more.merge(key.id(), (long) size, Long::sum);
  }

  void forget(SideStore.Changes rows, Map<String, Long> more, CacheKey key) {
    var known = store.get(key.row());
    if (known == null) {
      return;
    }
    rows.remove(key.row());
    var order =
        key('e', key.id(), 8 + KEY)
            .putLong(ByteBuffer.wrap(known).getLong())
            .put(key.hash())
            .array();
    var size = store.get(order);
    if (size != null) {
      rows.remove(order);
      rows.remove(whose(new String(size, 4, HASH, ISO_8859_1), key.id(), key.hash()));
      more.merge(key.id(), (long) -ByteBuffer.wrap(size).getInt(), Long::sum);
    }
  }
}
