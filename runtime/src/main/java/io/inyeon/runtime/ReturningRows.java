package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.UndoneImports;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.json.JsonReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of an import that were duplicates of one that was taken back since. Taking back means that
/// the first had never been there, so the second's would have counted: when state is without the
/// first, they are taken in again as the second's, through the log like everything else.
///
/// What is taken in is remembered again, so whoever is interrupted goes on by beginning anew, and a
/// second time there is nothing to do.
final class ReturningRows {
  private static final int PART = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Workspace workspace;

  ReturningRows(Workspace workspace) {
    this.workspace = workspace;
  }

  /// Takes in all of them, of every source of which something was taken back and is out of state.
  ///
  /// @return how many
  /// @throws IOException when the archive cannot be read; it can be begun anew
  long take() throws IOException, InterruptedException, Intake.Unavailable {
    var taken = 0L;
    for (var source : workspace.sources().all()) {
      if (source.kind() == SourceKind.IMPORT && undone(source.number()) != null) {
        taken += take(source.number());
      }
    }
    return taken;
  }

  /// What was taken back of a source; `null` when nothing was, or when state still has it.
  private @Nullable UndoneImports undone(int source) {
    var undone = workspace.state().read(new Key.OfUndone(source));
    return undone == null || undone.pending() ? null : undone;
  }

  private long take(int source) throws IOException, InterruptedException, Intake.Unavailable {
    if (!workspace.filing().flushUpTo(workspace.state().position(), PATIENCE)) {
      throw new IOException("the archive is behind");
    }
    var end = workspace.archive().position();
    var taken = 0L;
    for (var after = 0L; ; ) {
      var page = workspace.archive().duplicates(source, after, PART);
      synchronized (workspace.undoings()) {
        var undone = undone(source);
        if (undone == null) {
          return taken; // more was taken back meanwhile: the rebuild that follows goes on
        }
        taken += take(page.rows(), undone);
      }
      if (page.last() || page.rows().getLast().position() >= end) {
        return taken;
      }
      after = page.rows().getLast().position();
    }
  }

  private int take(List<Row> rows, UndoneImports undone) throws Intake.Unavailable {
    var events = new ArrayList<Collected>();
    var ids = new HashSet<String>();
    for (var row : rows) {
      if (returns(row, undone) && ids.add(row.messageId())) {
        events.add(again(row));
      }
    }
    if (!events.isEmpty()) {
      workspace.take(events, true);
    }
    return events.size();
  }

  private boolean returns(Row row, UndoneImports undone) {
    var messageId = row.messageId();
    return messageId != null
        && row.envelope().length > 0
        && workspace.state().read(new Key.Seen(row.source(), messageId)) == null
        && !covered(undone, row);
  }

  private static boolean covered(UndoneImports undone, Row row) {
    var envelope = EntryCodec.envelope(row.envelope());
    return undone.cover(envelope.first(row.position()), envelope.edgeId());
  }

  /// The same, arriving now.
  private Collected again(Row row) {
    var was = EntryCodec.envelope(row.envelope());
    var envelope =
        new Envelope(
            was.source(),
            workspace.clock().millis(),
            was.call(),
            was.edgeId(),
            was.sentAt(),
            was.context(),
            was.integrations(),
            was.bytes());
    return new Collected(envelope, row.body(), JsonReader.event(row.body()));
  }
}
