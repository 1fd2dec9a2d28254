package io.inyeon.runtime;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.vocabulary.VocabularyKeeper;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Accepted events in order, for whoever follows them: what was decided lately from memory, all
/// else from wherever it is on record.
final class DecidedEvents implements VocabularyKeeper.Events {
  /// Bytes of rows kept in memory until they are read.
  private static final long MOST_BYTES = 16 << 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<List<Row>> lately = new ArrayDeque<>();
  private long bytes;
  private final Supplier<History> history;
  private final Supplier<Rules> rules;
  private final IntFunction<@Nullable Source> sources;

  DecidedEvents(
      Supplier<History> history, Supplier<Rules> rules, IntFunction<@Nullable Source> sources) {
    this.history = history;
    this.rules = rules;
    this.sources = sources;
  }

  /// Told of what was decided, in order. What finds no room is read from the record.
  void offer(List<Row> rows) {
    var more = rows.stream().mapToLong(Row::bytes).sum();
    lock.lock();
    try {
      if (rows.isEmpty() || bytes + more > MOST_BYTES) {
        return;
      }
      lately.add(rows);
      bytes += more;
    } finally {
      lock.unlock();
    }
  }

  /// Forgets what is kept in memory: somebody of it is erased, and only the record says what is
  /// left.
  void forget() {
    lock.lock();
    try {
      lately.clear();
      bytes = 0;
    } finally {
      lock.unlock();
    }
  }

  /// The rows that begin there; `null` when they are not in memory.
  private @Nullable List<Row> lately(long from) {
    lock.lock();
    try {
      while (!lately.isEmpty() && lately.getFirst().getFirst().position() <= from) {
        var rows = lately.removeFirst();
        bytes -= rows.stream().mapToLong(Row::bytes).sum();
        if (rows.getFirst().position() == from) {
          return rows;
        }
      }
      return null;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long read(long from, long to, VocabularyKeeper.Reader reader) throws IOException {
    var known = lately(from);
    var rows = known == null ? history.get().from(from, to).rows() : known;
    if (rows.isEmpty()) {
      throw new IOException("nothing is known of position " + from);
    }
    for (var row : rows) {
      if (row.kind() == Kind.EVENT && row.status() == Status.ACCEPTED) {
        reader.accepted(
            row.position(),
            Objects.requireNonNull(row.name()),
            row.time(),
            Objects.requireNonNull(row.owner()),
            row.call() == Call.IDENTIFY || row.call() == Call.GROUP,
            () -> event(row));
      }
    }
    return rows.getLast().position();
  }

  private @Nullable Event event(Row row) {
    var source = sources.apply(row.source());
    return source != null
            && EventReader.read(
                    EntryCodec.envelope(row.envelope()),
                    Became.of(row),
                    source,
                    rules.get().types())
                instanceof Reading.Understood(var event, _)
        ? event
        : null;
  }
}
