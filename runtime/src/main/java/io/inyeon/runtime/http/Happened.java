package io.inyeon.runtime.http;

import org.jspecify.annotations.Nullable;

/// An event as the journal tells of it.
///
/// @param position in the log
/// @param sourceId of the source, not its number
/// @param call `track`, `identify`, ...; `null` when it could not be told
/// @param name of a track its event's name
/// @param time when it happened, milliseconds since 1970
/// @param receivedAt when it arrived
/// @param owner `type:value` of the identifier whose profile it belongs to; `null` unless accepted
/// @param reasons why it was quarantined, as [io.inyeon.runtime.json.Reasons] writes them; else
///   `[]`
/// @param body exactly as it came
/// @param counts the event as it counts, as JSON; `null` when that is as it came
public record Happened(
    long position,
    String sourceId,
    String messageId,
    @Nullable String call,
    String name,
    long time,
    long receivedAt,
    @Nullable String owner,
    String reasons,
    byte[] body,
    @Nullable String counts) {
  /// An event that counts as it came, or not at all.
  public Happened(
      long position,
      String sourceId,
      String messageId,
      @Nullable String call,
      String name,
      long time,
      long receivedAt,
      @Nullable String owner,
      String reasons,
      byte[] body) {
    this(position, sourceId, messageId, call, name, time, receivedAt, owner, reasons, body, null);
  }
}
