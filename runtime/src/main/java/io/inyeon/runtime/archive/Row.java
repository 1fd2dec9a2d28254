package io.inyeon.runtime.archive;

import io.inyeon.core.Outcome;
import io.inyeon.core.collect.Call;
import io.inyeon.core.unify.FragmentKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One archived entry, whole.
///
/// @param position in the log
/// @param at when it arrived, or came out of quarantine, milliseconds since 1970; its month says in
///   which file it lies
/// @param source number of the event's source; 0 for other entries
/// @param messageId `null` unless it is an event
/// @param call `null` for other entries, and for an event whose call could not be told
/// @param name the event's, as its head says; `null` for other entries
/// @param time when it happened, milliseconds since 1970; of other entries the same as `at`
/// @param status how the event ended; `null` for other entries
/// @param owner `type:value` of the identifier whose profile an accepted event belonged to when it
///   was decided, which may be another's since; `null` for everything else
/// @param named of an accepted event, short hashes of the identifiers that it names besides its
///   owner, blocked ones too: what was read as an identifier when it was decided; else empty
/// @param fragment short hash of the fragment that an accepted event adds to, whosever that is: its
///   whole list of identifiers and the kind of its source; 0 for everything else
/// @param reasons why it was not accepted: JSON without blanks between its tokens; violations are
///   objects with a `code` each; or what counts of it otherwise than it was sent, see
///   [io.inyeon.runtime.json.Reasons]
/// @param envelope what the edge knew of it, encoded; may be empty
/// @param body the event's own bytes, or the encoded entry; 16 MiB at most
public record Row(
    long position,
    Kind kind,
    long at,
    int source,
    @Nullable String messageId,
    @Nullable Call call,
    @Nullable String name,
    long time,
    @Nullable Status status,
    @Nullable String owner,
    List<Integer> named,
    int fragment,
    @Nullable String reasons,
    byte[] envelope,
    byte[] body) {
  /// More than any entry may have: a request is 500 KB at most, a rules document a few MB.
  public static final int MAX_BODY_BYTES = 16 << 20;

  private static final long YEAR_10000 = 253_402_300_800_000L;

  public Row {
    named = List.copyOf(named);
    if (position < 1) {
      throw new IllegalArgumentException("positions begin with 1, not " + position);
    }
    if (at < 0 || at >= YEAR_10000) {
      throw new IllegalArgumentException("no entry arrives at " + at + " ms");
    }
    if (kind == Kind.EVENT && (status == null || messageId == null || name == null)) {
      throw new IllegalArgumentException("an event has a messageId, a name and a status");
    }
    if ((status == Status.ACCEPTED) != (owner != null)) {
      throw new IllegalArgumentException("an accepted event has an owner, and nothing else has");
    }
    if (body.length > MAX_BODY_BYTES || envelope.length > MAX_BODY_BYTES) {
      throw new IllegalArgumentException("an entry of " + body.length + " bytes");
    }
  }

  /// An event and what became of it.
  ///
  /// @param reasons of an event that was not accepted, as JSON
  public static Row event(
      long position, Outcome outcome, @Nullable String reasons, byte[] envelope, byte[] body) {
    return event(position, outcome.head().receivedAt(), outcome, reasons, envelope, body);
  }

  /// An event and what became of it.
  ///
  /// @param at when it arrived, or came out of quarantine
  /// @param reasons of an event that was not accepted, or does not count as it was sent, as JSON
  public static Row event(
      long position,
      long at,
      Outcome outcome,
      @Nullable String reasons,
      byte[] envelope,
      byte[] body) {
    var head = outcome.head();
    return new Row(
        position,
        Kind.EVENT,
        at,
        head.source(),
        head.messageId(),
        head.call(),
        head.name(),
        head.time(),
        Status.of(outcome),
        outcome instanceof Outcome.Accepted accepted ? accepted.owner().toString() : null,
        outcome instanceof Outcome.Accepted accepted ? named(accepted) : List.of(),
        outcome instanceof Outcome.Accepted accepted
            ? Keys.of(FragmentKey.of(accepted.event()))
            : 0,
        reasons,
        envelope,
        body);
  }

  /// An entry that is no event.
  ///
  /// @param body the entry, encoded
  public static Row entry(long position, Kind kind, long at, byte[] body) {
    return new Row(
        position,
        kind,
        at,
        0,
        null,
        null,
        null,
        at,
        null,
        null,
        List.of(),
        0,
        null,
        new byte[0],
        body);
  }

  private static List<Integer> named(Outcome.Accepted accepted) {
    var named = new ArrayList<Integer>();
    for (var identifier : accepted.event().identifiers()) {
      if (!identifier.equals(accepted.owner())) {
        named.add(Keys.of(identifier.toString()));
      }
    }
    return named;
  }

  /// Whether an accepted event names this identifier.
  ///
  /// @param identifier `type:value`
  public boolean names(String identifier) {
    return identifier.equals(owner) || named.contains(Keys.of(identifier));
  }

  Row withBody(byte[] whole) {
    return with(named, whole);
  }

  Row withNamed(List<Integer> keys) {
    return with(keys, body);
  }

  private Row with(List<Integer> keys, byte[] whole) {
    return new Row(
        position, kind, at, source, messageId, call, name, time, status, owner, keys, fragment,
        reasons, envelope, whole);
  }

  /// About how much memory it takes.
  public long bytes() {
    return 200L
        + 16L * named.size()
        + body.length
        + envelope.length
        + length(messageId)
        + length(name)
        + length(owner)
        + length(reasons);
  }

  private static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Row row
        && position == row.position
        && kind == row.kind
        && at == row.at
        && source == row.source
        && time == row.time
        && call == row.call
        && status == row.status
        && Objects.equals(messageId, row.messageId)
        && Objects.equals(name, row.name)
        && Objects.equals(owner, row.owner)
        && named.equals(row.named)
        && fragment == row.fragment
        && Objects.equals(reasons, row.reasons)
        && Arrays.equals(envelope, row.envelope)
        && Arrays.equals(body, row.body);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(position) * 31 + Arrays.hashCode(body);
  }
}
