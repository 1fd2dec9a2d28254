package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Protocols;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.quarantine.Quarantine;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Cursor;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.http.Happened;
import io.inyeon.runtime.http.Journal;
import io.inyeon.runtime.http.Page;
import io.inyeon.runtime.http.Traced;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.json.Reasons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What happened: read from the archive, and where it is not there yet, from the log.
final class Happenings implements Journal {
  private static final System.Logger LOG = System.getLogger(Happenings.class.getName());
  private static final int MOST_TRACED = 1_000;

  private final WorkspaceView workspace;

  Happenings(WorkspaceView workspace) {
    this.workspace = workspace;
  }

  @Override
  public List<Traced> trace(String messageId) throws Intake.Unavailable {
    var rows = new TreeMap<Long, Row>();
    try {
      for (var row : workspace.archive().trace(messageId, null, MOST_TRACED).rows()) {
        rows.put(row.position(), row);
      }
    } catch (ArchiveException e) {
      throw unavailable(e);
    }
    var traced = new ArrayList<Traced>();
    rows.values().forEach(row -> traced.add(archived(row)));
    for (var seen : workspace.state().trace(messageId).entrySet()) {
      var position = seen.getValue().position();
      if (!rows.containsKey(position)) {
        traced.add(
            waiting(
                messageId,
                seen.getKey(),
                position,
                seen.getValue().receivedAt(),
                seen.getValue().accepted()));
      }
    }
    return traced;
  }

  private Traced archived(Row row) {
    var result = row.status() == null ? null : row.status().name().toLowerCase(Locale.ROOT);
    var stations = new ArrayList<Traced.Station>();
    var released =
        row.envelope().length > 0 && EntryCodec.envelope(row.envelope()).release() != null;
    stations.add(
        new Traced.Station(
            released ? "released" : "received", row.position(), row.at(), null, "[]"));
    stations.add(new Traced.Station("decided", row.position(), null, result, reasons(row)));
    stations.add(new Traced.Station("archived", row.position(), null, null, "[]"));
    if (undone(row)) {
      stations.add(new Traced.Station("undone", null, null, null, "[]"));
    }
    return new Traced(
        sourceId(row.source()), row.messageId() == null ? "" : row.messageId(), stations);
  }

  /// It is decided, and the archive has not come to it.
  private Traced waiting(
      String messageId, int source, long position, long receivedAt, boolean accepted) {
    return new Traced(
        sourceId(source),
        messageId,
        List.of(
            new Traced.Station("received", position, receivedAt, null, "[]"),
            new Traced.Station(
                "decided", position, null, accepted ? "accepted" : "not_accepted", "[]")));
  }

  @Override
  public @Nullable Page<Happened> quarantine(
      @Nullable String sourceId, @Nullable String code, @Nullable String cursor, int limit)
      throws Intake.Unavailable {
    var after = cursor == null ? null : Cursor.parse(cursor);
    if (cursor != null && after == null) {
      return null;
    }
    var source = sourceId == null ? null : workspace.sources().byId(sourceId);
    if (sourceId != null && source == null) {
      return new Page<>(List.of(), null, List.of());
    }
    try {
      return page(
          workspace
              .archive()
              .quarantine(source == null ? null : source.number(), code, after, limit),
          this::waits);
    } catch (ArchiveException e) {
      throw unavailable(e);
    }
  }

  /// A page of the archive in the form of the API.
  Page<Happened> page(io.inyeon.runtime.archive.Page page) {
    return page(page, _ -> true);
  }

  /// Whether a quarantined event still waits: it was neither released nor dropped since.
  private boolean waits(Row row) {
    var name = row.name() == null ? "" : row.name();
    var groups = Quarantine.groups(row.source(), name, Reasons.violations(reasons(row)));
    return groups.stream()
        .anyMatch(group -> workspace.state().read(new Key.OfHeld(group, row.position())) != null);
  }

  private Page<Happened> page(io.inyeon.runtime.archive.Page page, Predicate<Row> shown) {
    var items = new ArrayList<Happened>(page.rows().size());
    for (var row : page.rows()) {
      if (!undone(row) && shown.test(row)) {
        items.add(happened(row));
      }
    }
    return new Page<>(items, page.next() == null ? null : page.next().text(), page.missing());
  }

  /// Whether an event belongs to an import that was taken back.
  private boolean undone(Row row) {
    var undone = workspace.state().read(new Key.OfUndone(row.source()));
    if (undone == null || row.envelope().length == 0) {
      return false;
    }
    var envelope = EntryCodec.envelope(row.envelope());
    return undone.cover(envelope.first(row.position()), envelope.edgeId());
  }

  /// An archived or just decided event in the form of the API.
  Happened happened(Row row) {
    return new Happened(
        row.position(),
        sourceId(row.source()),
        row.messageId() == null ? "" : row.messageId(),
        row.call() == null ? null : row.call().name().toLowerCase(Locale.ROOT),
        row.name() == null ? "" : row.name(),
        row.time(),
        row.envelope().length == 0 ? row.at() : EntryCodec.envelope(row.envelope()).receivedAt(),
        row.owner(),
        reasons(row),
        row.body(),
        counts(row));
  }

  /// An accepted event as it counts, where that is not as it came.
  private static @Nullable String counts(Row row) {
    if (row.status() != Status.ACCEPTED || row.envelope().length == 0) {
      return null;
    }
    var edge = EntryCodec.envelope(row.envelope()).context();
    var listed = edge.get(Protocols.NAME) != null;
    if ((row.reasons() == null && !listed) || !(Became.of(row) instanceof Value.Fields event)) {
      return null;
    }
    var counts = listed ? listing(event, edge) : event;
    return new String(JsonWriter.bytes(counts), UTF_8);
  }

  /// An event with what the edge lists of it, see [Protocols].
  private static Value.Fields listing(Value.Fields event, Value.Fields edge) {
    var own = event.fields("context");
    var context = new LinkedHashMap<>(own.values());
    context.put(Protocols.NAME, edge.fields(Protocols.NAME));
    Protocols.merge(context, own, edge);
    var whole = new LinkedHashMap<>(event.values());
    whole.put("context", new Value.Fields(context));
    return new Value.Fields(whole);
  }

  /// The archive cannot answer just now.
  static Intake.Unavailable unavailable(ArchiveException cause) {
    LOG.log(System.Logger.Level.WARNING, "The archive cannot be read", cause);
    return new Intake.Unavailable("archive_unavailable", 5);
  }

  /// The id of a source; empty when it is not known.
  String sourceId(int number) {
    var source = workspace.sources().byNumber(number);
    return source == null ? "" : source.id();
  }

  private static String reasons(Row row) {
    return row.reasons() == null || row.status() == Status.ACCEPTED ? "[]" : row.reasons();
  }
}
