package io.inyeon.runtime;

import io.inyeon.core.Erasures;
import io.inyeon.core.Outcome;
import io.inyeon.core.collect.Call;
import io.inyeon.runtime.Writer.Applied;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.json.Reasons;
import io.inyeon.runtime.store.Decoder;
import io.inyeon.runtime.store.Encoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a commit still has to tell the archive: of each entry what became of it. Its bytes stand in
/// the log, so the two together are the archive's row.
final class Outbox {
  private static final int VERSION = 3;
  private static final byte[] NO_ENVELOPE = new byte[0];

  private Outbox() {}

  /// The rows of entries that were just decided.
  static List<Row> rows(List<Applied> applied) {
    var rows = new ArrayList<Row>(applied.size());
    for (var each : applied) {
      var entry = each.given().entry();
      var payload = each.given().payload();
      var outcome = each.outcome();
      rows.add(
          outcome == null
              ? Row.entry(entry.position(), Kind.of(entry), entry.at(), payload)
              : event(entry.position(), entry.at(), outcome, payload));
    }
    return rows;
  }

  private static Row event(long position, long at, Outcome outcome, byte[] payload) {
    if (outcome instanceof Outcome.Dropped(_, var reason, _) && reason.equals(Erasures.REFUSED)) {
      return Row.event(position, at, outcome, Reasons.json(outcome), NO_ENVELOPE, NO_ENVELOPE);
    }
    var bodyAt = EntryCodec.bodyAt(payload);
    return Row.event(
        position,
        at,
        outcome,
        outcome instanceof Outcome.Quarantined
                || outcome instanceof Outcome.Dropped
                || (outcome instanceof Outcome.Accepted accepted && !accepted.edits().isEmpty())
            ? Reasons.json(outcome)
            : null,
        Arrays.copyOf(payload, bodyAt),
        Arrays.copyOfRange(payload, bodyAt, payload.length));
  }

  /// What stands in state's outbox for one commit.
  static byte[] encode(List<Row> rows) {
    var to = new Encoder();
    to.octet(VERSION).varint(rows.size());
    for (var row : rows) {
      to.varint(row.position()).octet(row.kind().code()).varint(row.at());
      if (row.kind() == Kind.EVENT) {
        var call = row.call();
        var status = row.status();
        if (status == null) {
          throw new IllegalStateException("an event without an outcome");
        }
        to.varint(row.source()).optional(row.messageId()).optional(row.name());
        to.octet(call == null ? 0 : call.code()).signed(row.time());
        to.octet(status.code()).optional(row.owner()).varint(row.named().size());
        row.named().forEach(to::signed);
        to.signed(row.fragment());
        to.optional(row.reasons());
      }
    }
    return to.toBytes();
  }

  /// Reads it back.
  ///
  /// @param payload gives an entry's bytes in the log, by its position
  static List<Row> decode(byte[] bytes, Payloads payload) {
    var from = new Decoder(bytes);
    if (from.octet() != VERSION) {
      throw new IllegalStateException("the outbox was written by a newer version of Inyeon");
    }
    var count = from.count();
    var rows = new ArrayList<Row>(count);
    for (var i = 0; i < count; i++) {
      var position = from.varint();
      var kind = Kind.ofCode(from.octet());
      var at = from.varint();
      if (kind != Kind.EVENT) {
        rows.add(Row.entry(position, kind, at, payload.at(position)));
        continue;
      }
      var source = from.number(Integer.MAX_VALUE);
      var messageId = from.optional();
      var name = from.optional();
      var call = from.octet();
      var time = from.signed();
      var status = Status.ofCode(from.octet());
      var owner = from.optional();
      var named = new ArrayList<Integer>();
      for (var left = from.count(); left > 0; left--) {
        named.add(Math.toIntExact(from.signed()));
      }
      var fragment = Math.toIntExact(from.signed());
      var reasons = from.optional();
      var whole = refused(status, reasons) ? NO_ENVELOPE : payload.at(position);
      var bodyAt = whole.length == 0 ? 0 : EntryCodec.bodyAt(whole);
      rows.add(
          new Row(
              position,
              kind,
              at,
              source,
              messageId,
              call == 0 ? null : Call.ofCode(call),
              name,
              time,
              status,
              owner,
              named,
              fragment,
              reasons,
              bodyAt == 0 ? NO_ENVELOPE : Arrays.copyOf(whole, bodyAt),
              Arrays.copyOfRange(whole, bodyAt, whole.length)));
    }
    return rows;
  }

  /// Whether an event was refused because its person is erased: nothing of it is kept.
  private static boolean refused(Status status, @Nullable String reasons) {
    return status == Status.DROPPED
        && reasons != null
        && reasons.contains('"' + Erasures.REFUSED + '"');
  }

  /// The log, seen from here.
  @FunctionalInterface
  interface Payloads {
    /// An entry's bytes; none when it was blanked or lost.
    byte[] at(long position);
  }
}
