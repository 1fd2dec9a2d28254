package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.store.SideStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What enrichers have to do and have done, on disk, as of one position of the log.
///
/// ```
/// h                        position of the log
/// a ID 0                   since which position an enricher takes events up
/// j ID 0 POSITION          an event to ask about
/// r ID 0 DUE POSITION      the same after a failed attempt
/// f ID 0 POSITION          the same, given up
/// d ID 0                   number of the last drop that was carried out
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
  private final SideStore store;
  private final Jobs jobs;
  private final Disclosures disclosures;
  private final Answers answers;

  private EnrichStore(SideStore store) {
    this.store = store;
    jobs = new Jobs(store);
    disclosures = new Disclosures(store);
    answers = new Answers(store);
  }

  static EnrichStore open(Path folder) {
    return new EnrichStore(SideStore.open(folder));
  }

  Jobs jobs() {
    return jobs;
  }

  Disclosures disclosures() {
    return disclosures;
  }

  Answers answers() {
    return answers;
  }

  // ---- changes

  /// Changes to be made together.
  final class Changes {
    private final SideStore.Changes rows = new SideStore.Changes();
    private final Map<String, Long> more = new TreeMap<>();

    void position(long position) {
      Jobs.position(rows, position);
    }

    /// @param since [Long#MAX_VALUE] for not at all
    void since(String id, long since) {
      Jobs.since(rows, id, since);
    }

    void add(String id, Jobs.Job job) {
      Jobs.add(rows, id, job);
    }

    void remove(String id, Jobs.Job job) {
      Jobs.remove(rows, id, job);
    }

    void giveUp(String id, Jobs.Job job) {
      Jobs.giveUp(rows, id, job);
    }

    void again(String id, long position) {
      Jobs.dropFailed(rows, id, position);
      Jobs.add(rows, id, Jobs.Job.first(position));
    }

    /// Takes events away that were given up.
    ///
    /// @param number of the drop that says so
    void drop(String id, Iterable<Long> positions, int number) {
      positions.forEach(position -> Jobs.dropFailed(rows, id, position));
      Jobs.dropped(rows, id, number);
    }

    void told(String id, Value.Fields counts) {
      Jobs.told(rows, id, counts);
    }

    /// Takes back that something was sent.
    void unsent(Disclosures.Sent sent) {
      Disclosures.remove(rows, sent);
    }

    void sent(Disclosures.Sent sent) {
      Disclosures.add(rows, sent);
    }

    /// Remembers an answer.
    ///
    /// @param whose hash of the person whose event brought it
    void answer(Answers.CacheKey key, ProfileId whose, Value.Fields traits, long at, long expires) {
      answers.add(rows, more, key, whose, traits, at, expires);
    }
  }

  void write(Changes changes) {
    store.write(changes.rows);
    answers.grown(changes.more);
  }

  // ---- people who are erased

  /// How many rows are of some people.
  long of(Collection<ProfileId> people) {
    var count = new long[1];
    for (var person : people) {
      for (var kind : List.of("s", "x")) {
        var prefix = (kind + person.value()).getBytes(ISO_8859_1);
        Rows.each(
            store,
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
      Rows.each(
          store,
          sent,
          sent,
          (key, _) -> {
            changes.rows.remove(key);
            count[0]++;
            return true;
          });
      var brought = ("x" + person.value()).getBytes(ISO_8859_1);
      Rows.each(
          store,
          brought,
          brought,
          (key, _) -> {
            var hash = Arrays.copyOfRange(key, key.length - Answers.KEY, key.length);
            var id =
                new String(
                    key, 1 + Rows.HASH, key.length - Answers.KEY - 2 - Rows.HASH, ISO_8859_1);
            answers.forget(changes.rows, changes.more, new Answers.CacheKey(id, hash));
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
