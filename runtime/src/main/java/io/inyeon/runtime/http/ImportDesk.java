package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where files are handed in and become events.
public interface ImportDesk {
  /// What is to be imported.
  ///
  /// @param source id or name of one of kind import
  /// @param name of the file, for people
  /// @param bytes size of the file
  /// @param sha256 of the whole file, in hex
  /// @param map as the operator wrote it
  record Wanted(String source, String name, long bytes, String sha256, Value map) {}

  /// Makes an import, or finds the unfinished one of the same file, source and map.
  ImportJob create(Wanted wanted, String author) throws Refused, Unavailable;

  /// All of them, the newest first.
  List<ImportJob> imports();

  /// One of them.
  ImportJob find(String id) throws Refused;

  /// Takes a part of its file; a part that it has already is passed over.
  ///
  /// @param offset at most as far as the file has come
  ImportJob upload(String id, long offset, byte[] part) throws Refused, Unavailable;

  /// Starts it, or goes on where it stopped.
  ///
  /// @param rehearse whether it only finds out what would become of the rows
  ImportJob start(String id, boolean rehearse) throws Refused, Unavailable;

  /// Stops it; what is taken stays taken.
  ImportJob cancel(String id) throws Refused;

  /// Takes back all of its events: a durable word that outlives every replay.
  ImportJob undo(String id, String author) throws Refused, Unavailable;

  /// Takes back all events that a source of kind import has sent so far.
  ///
  /// @return the position of that word in the log
  long undoSource(String sourceId, String author) throws Refused, Unavailable;

  /// Ids of the sources of which something was taken back that profiles still show, and which so
  /// take no other import.
  List<String> undoing();

  /// Its first rows as events, each a JSON document; a rehearsal or the import makes them.
  List<Value> preview(String id) throws Refused;

  /// Some of the rows that became no accepted event, each with its reasons, in the file's order.
  ///
  /// @param from byte of the list where the page begins; 0 for the first
  Rejected rejected(String id, long from) throws Refused;

  /// A page of rejected rows.
  ///
  /// @param next where the next page begins; `null` at the end
  record Rejected(List<Value> rows, @Nullable Long next) {
    public Rejected {
      rows = List.copyOf(rows);
    }
  }

  /// Nothing was done, for these reasons.
  final class Refused extends Exception {
    private static final long serialVersionUID = 1;
    private final int status;
    private final String code;
    private final transient List<Violation> reasons;

    /// Says why.
    ///
    /// @param status of HTTP
    /// @param code stable
    /// @param detail what is safe and what to do
    /// @param reasons faults of the map; mostly none
    public Refused(int status, String code, String detail, List<Violation> reasons) {
      super(detail, null, false, false);
      this.status = status;
      this.code = code;
      this.reasons = List.copyOf(reasons);
    }

    public Refused(int status, String code, String detail) {
      this(status, code, detail, List.of());
    }

    public int status() {
      return status;
    }

    public String code() {
      return code;
    }

    public String detail() {
      return String.valueOf(getMessage());
    }

    public List<Violation> reasons() {
      return reasons;
    }
  }
}
