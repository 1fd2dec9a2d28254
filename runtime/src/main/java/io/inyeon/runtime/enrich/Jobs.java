package io.inyeon.runtime.enrich;

import static io.inyeon.runtime.enrich.Rows.fields;
import static io.inyeon.runtime.enrich.Rows.key;
import static io.inyeon.runtime.enrich.Rows.last;
import static io.inyeon.runtime.enrich.Rows.number;
import static io.inyeon.runtime.enrich.Rows.whole;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.store.SideStore;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/// What enrichers have to do: events that wait, events that failed and are tried again, events that
/// were given up.
final class Jobs {
  private static final byte[] HEAD = {'h'};

  private final SideStore store;

  Jobs(SideStore store) {
    this.store = store;
  }

  private void each(byte[] prefix, byte[] from, BiPredicate<byte[], byte[]> reader) {
    Rows.each(store, prefix, from, reader);
  }

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

  /// Number of the last drop that was carried out; 0 for none.
  int dropped(String id) {
    var bytes = store.get(key('d', id, 0).array());
    return bytes == null ? 0 : (int) ByteBuffer.wrap(bytes).getLong();
  }

  /// Whether an event was given up.
  boolean gaveUp(String id, long position) {
    return store.get(failed(id, position)) != null;
  }

  /// Jobs that failed and are due, then the others in the order of the log, until the reader has
  /// enough.
  ///
  /// @param from before which no event waits for the first time: what was done there is not walked
  ///   over again, as the store keeps traces of it for a while
  /// @return when the next that failed is due; [Long#MAX_VALUE] for none, 0 when the reader had
  ///   enough before
  long due(String id, long now, long from, Predicate<Job> reader) {
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
    if (more[0]) {
      each(
          key('j', id, 0).array(),
          key('j', id, 8).putLong(from).array(),
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

  // ---- changes

  static void position(SideStore.Changes rows, long position) {
    rows.put(HEAD, number(position));
  }

  /// @param since [Long#MAX_VALUE] for not at all
  static void since(SideStore.Changes rows, String id, long since) {
    if (since == Long.MAX_VALUE) {
      rows.remove(key('a', id, 0).array());
    } else {
      rows.put(key('a', id, 0).array(), number(since));
    }
  }

  static void add(SideStore.Changes rows, String id, Job job) {
    rows.put(waiting(id, job), written(job));
  }

  static void remove(SideStore.Changes rows, String id, Job job) {
    rows.remove(waiting(id, job));
  }

  static void giveUp(SideStore.Changes rows, String id, Job job) {
    rows.put(failed(id, job.position()), written(job));
  }

  static void dropFailed(SideStore.Changes rows, String id, long position) {
    rows.remove(failed(id, position));
  }

  /// @param number of the last drop that was carried out
  static void dropped(SideStore.Changes rows, String id, int number) {
    rows.put(key('d', id, 0).array(), number(number));
  }

  static void told(SideStore.Changes rows, String id, Value.Fields counts) {
    rows.put(key('n', id, 0).array(), JsonWriter.bytes(counts));
  }
}
