package io.inyeon.runtime.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.inyeon.core.govern.ConsentStatement;
import io.inyeon.core.govern.LedgerLink;
import io.inyeon.core.govern.LedgerMemory;
import io.inyeon.core.govern.LedgerSubject;
import io.inyeon.runtime.store.Decoder;
import io.inyeon.runtime.store.Encoder;
import io.inyeon.runtime.store.SideStore;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What finds the ledger's entries, and what is remembered of who said what, as of one position of
/// the log. Identifiers stand in it as hashes only. It can be made anew from the log at any time.
final class LedgerIndex implements AutoCloseable {
  private static final byte[] HEAD = {'h'};
  private static final int HASH = 16;

  /// Bytes of the heap for what was remembered lately, roughly.
  private static final int RECENT = 6 << 20;

  private final SideStore store;

  /// Who comes now comes again: most of what is asked for is here. Kept in order by whoever uses
  /// it.
  private final Cache<LedgerSubject, LedgerMemory> recent =
      Caffeine.newBuilder()
          .maximumWeight(RECENT)
          .weigher(LedgerIndex::weight)
          .executor(Runnable::run)
          .build();

  private LedgerIndex(SideStore store) {
    this.store = store;
  }

  static LedgerIndex open(Path folder) {
    return new LedgerIndex(SideStore.open(folder));
  }

  /// How far the ledger has come.
  ///
  /// @param position of the log up to which all is recorded
  /// @param number of the last entry
  /// @param link of the last entry
  /// @param end behind the last entry
  /// @param erased how many entries are erased
  record Head(long position, long number, byte[] link, LedgerFiles.Place end, long erased) {}

  Head head() {
    var bytes = store.get(HEAD);
    if (bytes == null) {
      return new Head(0, 0, LedgerLink.first(), new LedgerFiles.Place(1, 0), 0);
    }
    var from = new Decoder(bytes);
    return new Head(
        from.varint(),
        from.varint(),
        from.bytes(),
        new LedgerFiles.Place(from.varint(), from.varint()),
        from.varint());
  }

  /// Changes to be made together.
  static final class Changes {
    private final SideStore.Changes rows = new SideStore.Changes();

    /// What is remembered of whom once these are made.
    private final Map<LedgerSubject, LedgerMemory> memories = new HashMap<>();

    void head(Head head) {
      rows.put(
          HEAD,
          new Encoder()
              .varint(head.position())
              .varint(head.number())
              .bytes(head.link())
              .varint(head.end().file())
              .varint(head.end().offset())
              .varint(head.erased())
              .toBytes());
    }

    void entry(long number, LedgerFiles.Place place, Collection<String> identifiers) {
      rows.put(
          numbered('n', number),
          ByteBuffer.allocate(16).putLong(place.file()).putLong(place.offset()).array());
      for (var identifier : identifiers) {
        rows.put(mention(identifier, number), new byte[0]);
      }
    }

    void forget(long number, Collection<String> identifiers) {
      for (var identifier : identifiers) {
        rows.remove(mention(identifier, number));
      }
    }

    void memory(LedgerSubject subject, LedgerMemory memory) {
      rows.put(hashed('m', subject.print()), encode(memory));
      memories.put(subject, memory);
    }

    void forget(LedgerSubject subject) {
      rows.remove(hashed('m', subject.print()));
      memories.put(subject, LedgerMemory.NONE);
    }
  }

  void write(Changes changes) {
    store.write(changes.rows);
    changes.memories.forEach((subject, memory) -> {
      if (memory.equals(LedgerMemory.NONE)) {
        recent.invalidate(subject);
      } else {
        recent.put(subject, memory);
      }
    });
  }

  LedgerMemory memory(LedgerSubject subject) {
    var known = recent.getIfPresent(subject);
    if (known != null) {
      return known;
    }
    var bytes = store.get(hashed('m', subject.print()));
    return bytes == null ? LedgerMemory.NONE : decode(bytes);
  }

  private static int weight(LedgerSubject subject, LedgerMemory memory) {
    return 300 + 150 * subject.identifiers().size() + 400 * memory.byPurpose().size();
  }

  /// Where an entry stands; `null` when there is none of this number.
  LedgerFiles.@Nullable Place place(long number) {
    var bytes = store.get(numbered('n', number));
    if (bytes == null) {
      return null;
    }
    var from = ByteBuffer.wrap(bytes);
    return new LedgerFiles.Place(from.getLong(), from.getLong());
  }

  /// The numbers of the entries that name any of some identifiers, ascending.
  SortedSet<Long> naming(Collection<String> identifiers) {
    var numbers = new TreeSet<Long>();
    for (var identifier : identifiers) {
      var prefix = hashed('i', identifier);
      store.from(
          prefix,
          (key, _) -> {
            if (!Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length)) {
              return false;
            }
            numbers.add(ByteBuffer.wrap(key, prefix.length, 8).getLong());
            return true;
          });
    }
    return numbers;
  }

  private static byte[] mention(String identifier, long number) {
    return ByteBuffer.allocate(1 + HASH + 8).put(hashed('i', identifier)).putLong(number).array();
  }

  private static byte[] numbered(char kind, long number) {
    return ByteBuffer.allocate(9).put((byte) kind).putLong(number).array();
  }

  private static byte[] hashed(char kind, String text) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return ByteBuffer.allocate(1 + HASH).put((byte) kind).put(hash, 0, HASH).array();
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static byte[] encode(LedgerMemory memory) {
    var to = new Encoder().varint(memory.byPurpose().size());
    memory
        .byPurpose()
        .forEach((purpose, word) -> {
          var said = word.statement();
          to.text(purpose).truth(said.granted()).signed(said.time()).id(said.messageId());
          to.varint(said.source()).optional(said.wording()).optional(said.language());
          to.optional(said.channel()).signed(said.expiresAt()).truth(said.guardian());
          to.signed(word.again()).id(word.againId()).varint(word.againAt());
        });
    return to.toBytes();
  }

  private static LedgerMemory decode(byte[] bytes) {
    var from = new Decoder(bytes);
    var words = new TreeMap<String, LedgerMemory.Word>();
    for (var left = from.count(); left > 0; left--) {
      var purpose = from.text();
      var granted = from.truth();
      var said =
          new ConsentStatement(
              purpose,
              granted,
              from.signed(),
              from.id(),
              from.number(Integer.MAX_VALUE),
              from.optional(),
              from.optional(),
              from.optional(),
              from.signed(),
              from.truth());
      words.put(purpose, new LedgerMemory.Word(said, from.signed(), from.id(), from.varint()));
    }
    return new LedgerMemory(words);
  }

  void wipe() {
    store.wipe();
  }

  @Override
  public void close() {
    store.close();
  }
}
