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
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Accepted events in order, for whoever follows them: what was decided lately from memory, all
/// else from wherever it is on record.
final class DecidedEvents implements VocabularyKeeper.Events {
  /// Bytes of rows kept in memory until they are read.
  private static final long MOST_BYTES = 16 << 20;

  private final RowsLately lately = new RowsLately(MOST_BYTES);
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
    lately.offer(rows);
  }

  /// Forgets what is kept in memory: somebody of it is erased, and only the record says what is
  /// left.
  void forget() {
    lately.forget();
  }

  @Override
  public long read(long from, long to, VocabularyKeeper.Reader reader) throws IOException {
    var known = lately.from(from);
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
