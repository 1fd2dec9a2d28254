package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.store.SideStore;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What enrichers have to do and have done, on disk, as of one position of the log.
///
/// ```
/// h                        position of the log
/// a ID 0                   since which position an enricher takes events up
/// j ID 0 POSITION          an event to ask about
/// r ID 0 DUE POSITION      the same after a failed attempt
/// f ID 0 POSITION          the same, given up
/// n ID 0                   counts and the last error
/// s HASH AT POSITION ID    what was sent of whom: names of fields, never values
/// c ID 0 KEY               an answer by its request's hash
/// e ID 0 AT KEY            the answers in the order in which they came
/// x HASH ID 0 KEY          the answers that somebody's event brought
/// ```
///
/// A job names an event by its position alone; only `c` holds what is personal, and `s`, `x` a
/// keyed hash of whom it is about.
final class EnrichStore implements AutoCloseable {
  private static final byte[] HEAD = {'h'};
  private static final int HASH = 26;
  private static final int KEY = 32;

  private final SideStore store;
  private final Map<String, Long> cached = new HashMap<>();

  private EnrichStore(SideStore store) {
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

  static EnrichStore open(Path folder) {
    return new EnrichStore(SideStore.open(folder));
  }

  // ---- keys

  private static ByteBuffer key(char kind, String id, int more) {
    var text = id.getBytes(ISO_8859_1);
    return ByteBuffer.allocate(2 + text.length + more).put((byte) kind).put(text).put((byte) 0);
  }

  private static String id(byte[] key) {
    var end = 1;
    while (key[end] != 0) {
      end++;
    }
    return new String(key, 1, end - 1, ISO_8859_1);
  }

  private static long last(byte[] key) {
    return ByteBuffer.wrap(key).getLong(key.length - 8);
  }

  private static byte[] number(long number) {
    return ByteBuffer.allocate(8).putLong(number).array();
  }

  private static boolean begins(byte[] key, byte[] with) {
    return key.length >= with.length && Arrays.equals(key, 0, with.length, with, 0, with.length);
  }

  private void each(byte[] prefix, byte[] from, BiPredicate<byte[], byte[]> reader) {
    store.from(from, (key, value) -> begins(key, prefix) && reader.test(key, value));
  }

  // ---- work

  /// An event to ask about.
  ///
  /// @param position of it in the log
  /// @param due when it may be asked about again, milliseconds since 1970; 0 for at once
  /// @param attempts that failed
  /// @param cause of the last failure; empty for none
  /// @param status of the last answer; 0 for none
  /// @param at of the last failure
  record Job(long position, long due, int attempts, String cause, int status, long at) {
    static Job first(long position) {
      return new Job(position, 0, 0, "", 0, 0);
    }
  }

  private static byte[] written(Job job) {
    if (job.attempts() == 0) {
      return new byte[0];
    }
    var fields = new LinkedHashMap<String, Value>();
    fields.put("attempts", whole(job.attempts()));
    fields.put("cause", new Value.Text(job.cause()));
    fields.put("status", whole(job.status()));
    fields.put("at", whole(job.at()));
    return JsonWriter.bytes(new Value.Fields(fields));
  }

  private static Job job(long position, long due, byte[] written) {
    var fields = fields(written);
    return new Job(
        position,
        due,
        (int) number(fields, "attempts"),
        String.valueOf(fields.text("cause")),
        (int) number(fields, "status"),
        number(fields, "at"));
  }

  private static Value.Fields fields(byte[] written) {
    return written.length > 0 && JsonReader.event(written) instanceof Value.Fields fields
        ? fields
        : Value.Fields.EMPTY;
  }

  private static Value whole(long number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }

  static long number(Value.Fields fields, String name) {
    return fields.get(name) instanceof Value.Decimal(var number) ? number.longValue() : 0;
  }

  private static byte[] waiting(String id, Job job) {
    return job.due() == 0
        ? key('j', id, 8).putLong(job.position()).array()
        : key('r', id, 16).putLong(job.due()).putLong(job.position()).array();
  }

  private static byte[] failed(String id, long position) {
    return key('f', id, 8).putLong(position).array();
  }

  /// Up to which position the log is read.
  long position() {
    var bytes = store.get(HEAD);
    return bytes == null ? 0 : ByteBuffer.wrap(bytes).getLong();
  }

  /// Since which position an enricher takes events up; [Long#MAX_VALUE] for not at all.
  long since(String id) {
    var bytes = store.get(key('a', id, 0).array());
    return bytes == null ? Long.MAX_VALUE : ByteBuffer.wrap(bytes).getLong();
  }

  /// Jobs that failed and are due, then the others in the order of the log, until the reader has
  /// enough.
  ///
  /// @return when the next that failed is due; [Long#MAX_VALUE] for none, 0 when the reader had
  ///   enough before
  long due(String id, long now, Predicate<Job> reader) {
    var next = new long[] {Long.MAX_VALUE};
    var more = new boolean[] {true};
    var retries = key('r', id, 0).array();
    each(
        retries,
        retries,
        (key, value) -> {
          var due = ByteBuffer.wrap(key).getLong(key.length - 16);
          if (due > now) {
            next[0] = due;
            return false;
          }
          more[0] = reader.test(job(last(key), due, value));
          return more[0];
        });
    var fresh = key('j', id, 0).array();
    if (more[0]) {
      each(
          fresh,
          fresh,
          (key, value) -> {
            more[0] = reader.test(job(last(key), 0, value));
            return more[0];
          });
    }
    return more[0] ? next[0] : 0;
  }

  /// Those that were given up, in the order of the log.
  List<Job> failures(String id, long after, int most) {
    var jobs = new ArrayList<Job>();
    each(
        key('f', id, 0).array(),
        failed(id, after + 1),
        (key, value) -> {
          jobs.add(job(last(key), 0, value));
          return jobs.size() < most;
        });
    return jobs;
  }

  /// How many wait to be asked about, wait after a failure, and were given up.
  record Counts(long waiting, long again, long failed) {}

  Counts count(String id) {
    return new Counts(count('j', id), count('r', id), count('f', id));
  }

  private long count(char kind, String id) {
    var count = new long[1];
    var prefix = key(kind, id, 0).array();
    each(
        prefix,
        prefix,
        (_, _) -> {
          count[0]++;
          return true;
        });
    return count[0];
  }

  /// Counts and the last error of an enricher.
  Value.Fields told(String id) {
    var bytes = store.get(key('n', id, 0).array());
    return bytes == null ? Value.Fields.EMPTY : fields(bytes);
  }

  // ---- who got what

  /// What was sent of somebody.
  ///
  /// @param hash keyed hash of the identifier by which they are known best
  /// @param position of the event
  record Sent(
      ProfileId hash,
      long at,
      long position,
      String enricher,
      int version,
      String recipient,
      String purpose,
      List<String> fields) {}

  private static byte[] sentKey(Sent sent) {
    var end = sent.enricher().getBytes(ISO_8859_1);
    return ByteBuffer.allocate(1 + HASH + 16 + end.length)
        .put((byte) 's')
        .put(sent.hash().value().getBytes(ISO_8859_1))
        .putLong(sent.at())
        .putLong(sent.position())
        .put(end)
        .array();
  }

  List<Sent> sent(ProfileId hash) {
    var all = new ArrayList<Sent>();
    var prefix = ("s" + hash.value()).getBytes(ISO_8859_1);
    each(
        prefix,
        prefix,
        (key, value) -> {
          var at = ByteBuffer.wrap(key).position(1 + HASH);
          var fields = fields(value);
          all.add(
              new Sent(
                  hash,
                  at.getLong(),
                  at.getLong(),
                  new String(key, at.position(), at.remaining(), ISO_8859_1),
                  (int) number(fields, "version"),
                  String.valueOf(fields.text("recipient")),
                  String.valueOf(fields.text("purpose")),
                  texts(fields.get("fields"))));
          return true;
        });
    return all;
  }

  private static List<String> texts(@Nullable Value written) {
    var texts = new ArrayList<String>();
    if (written instanceof Value.Items(var items)) {
      for (var item : items) {
        if (item instanceof Value.Text(var text)) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  // ---- answers that are remembered

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
    var changes = new Changes();
    var bytes = new long[] {cached.getOrDefault(id, 0L)};
    var prefix = key('e', id, 0).array();
    each(
        prefix,
        prefix,
        (key, value) -> {
          var at = ByteBuffer.wrap(key).getLong(prefix.length);
          if (bytes[0] <= most && at >= before) {
            return false;
          }
          bytes[0] -= ByteBuffer.wrap(value).getInt();
          changes.rows.remove(key);
          var hash = Arrays.copyOfRange(key, prefix.length + 8, key.length);
          changes.rows.remove(new CacheKey(id, hash).row());
          changes.rows.remove(whose(new String(value, 4, HASH, ISO_8859_1), id, hash));
          return true;
        });
    if (bytes[0] != cached.getOrDefault(id, 0L)) {
      store.write(changes.rows);
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

  // ---- changes

  /// Changes to be made together.
  final class Changes {
    private final SideStore.Changes rows = new SideStore.Changes();
    private final Map<String, Long> more = new TreeMap<>();

    void position(long position) {
      rows.put(HEAD, number(position));
    }

    /// @param since [Long#MAX_VALUE] for not at all
    void since(String id, long since) {
      if (since == Long.MAX_VALUE) {
        rows.remove(key('a', id, 0).array());
      } else {
        rows.put(key('a', id, 0).array(), number(since));
      }
    }

    void add(String id, Job job) {
      rows.put(waiting(id, job), written(job));
    }

    void remove(String id, Job job) {
      rows.remove(waiting(id, job));
    }

    void giveUp(String id, Job job) {
      rows.put(failed(id, job.position()), written(job));
    }

    void again(String id, long position) {
      rows.remove(failed(id, position));
      add(id, Job.first(position));
    }

    void told(String id, Value.Fields counts) {
      rows.put(key('n', id, 0).array(), JsonWriter.bytes(counts));
    }

    /// Takes back that something was sent.
    void unsent(Sent sent) {
      rows.remove(sentKey(sent));
    }

    void sent(Sent sent) {
      var fields = new LinkedHashMap<String, Value>();
      fields.put("version", whole(sent.version()));
      fields.put("recipient", new Value.Text(sent.recipient()));
      fields.put("purpose", new Value.Text(sent.purpose()));
      fields.put(
          "fields",
          new Value.Items(
              sent.fields().stream().map(each -> (Value) new Value.Text(each)).toList()));
      rows.put(sentKey(sent), JsonWriter.bytes(new Value.Fields(fields)));
    }

    /// Remembers an answer.
    ///
    /// @param whose hash of the person whose event brought it
    void answer(CacheKey key, ProfileId whose, Value.Fields traits, long at, long expires) {
      forget(key);
      var json = JsonWriter.bytes(traits);
      rows.put(
          key.row(),
          ByteBuffer.allocate(16 + json.length).putLong(at).putLong(expires).put(json).array());
      var size = json.length + 200;
      rows.put(
          key('e', key.id(), 8 + KEY).putLong(at).put(key.hash()).array(),
          ByteBuffer.allocate(4 + HASH)
              .putInt(size)
              .put(whose.value().getBytes(ISO_8859_1))
              .array());
      rows.put(whose(whose.value(), key.id(), key.hash()), new byte[0]);
      more.merge(key.id(), (long) size, Long::sum);
    }

    private void forget(CacheKey key) {
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

  void write(Changes changes) {
    store.write(changes.rows);
    changes.more.forEach((id, bytes) -> cached.merge(id, bytes, Long::sum));
  }

  // ---- people who are erased

  /// How many rows are of some people.
  long of(Collection<ProfileId> people) {
    var count = new long[1];
    for (var person : people) {
      for (var kind : List.of("s", "x")) {
        var prefix = (kind + person.value()).getBytes(ISO_8859_1);
        each(
            prefix,
            prefix,
            (_, _) -> {
              count[0]++;
              return true;
            });
      }
    }
    return count[0];
  }

  /// Takes away all that is of some people.
  long forget(Collection<ProfileId> people) {
    var changes = new Changes();
    var count = new long[1];
    for (var person : people) {
      var sent = ("s" + person.value()).getBytes(ISO_8859_1);
      each(
          sent,
          sent,
          (key, _) -> {
            changes.rows.remove(key);
            count[0]++;
            return true;
          });
      var answers = ("x" + person.value()).getBytes(ISO_8859_1);
      each(
          answers,
          answers,
          (key, _) -> {
            var hash = Arrays.copyOfRange(key, key.length - KEY, key.length);
            var id = new String(key, 1 + HASH, key.length - KEY - 2 - HASH, ISO_8859_1);
            changes.forget(new CacheKey(id, hash));
            changes.rows.remove(key);
            count[0]++;
            return true;
          });
    }
    write(changes);
    return count[0];
  }

  /// Rewrites the files, so that none holds what was taken away.
  void wipe() {
    store.wipe();
  }

  @Override
  public void close() {
    store.close();
  }
}
