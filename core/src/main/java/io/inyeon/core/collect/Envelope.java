package io.inyeon.core.collect;

import org.jspecify.annotations.Nullable;

/// What the edge knew about an event besides its own bytes. Kept in the log with it, so that a
/// replay decides the same.
///
/// @param source number of the source
/// @param receivedAt milliseconds since 1970, by the server's clock
/// @param call the endpoint's kind of call; `null` for a batch, where the event says it itself
/// @param edgeId stands in for a missing messageId when there is no timestamp to hash with
/// @param sentAt the request's, when the batch has it and the event may not
/// @param context the batch's, a default for the event's; field by field
/// @param integrations the batch's, a default for the event's; field by field
/// @param bytes size of the event as it came
/// @param release `null` unless it comes out of quarantine
public record Envelope(
    int source,
    long receivedAt,
    @Nullable Call call,
    String edgeId,
    @Nullable String sentAt,
    Value.Fields context,
    Value.Fields integrations,
    int bytes,
    @Nullable Release release) {
  /// An event that was kept in quarantine, and is decided again as if it had just come.
  ///
  /// @param first position at which it was quarantined
  /// @param group of the quarantine that it is kept in
  /// @param at when it was released, milliseconds since 1970
  public record Release(long first, String group, long at) {}

  /// Of an event that comes for the first time.
  public Envelope(
      int source,
      long receivedAt,
      @Nullable Call call,
      String edgeId,
      @Nullable String sentAt,
      Value.Fields context,
      Value.Fields integrations,
      int bytes) {
    this(source, receivedAt, call, edgeId, sentAt, context, integrations, bytes, null);
  }

  /// Of a request that says nothing of integrations for all its events.
  public Envelope(
      int source,
      long receivedAt,
      @Nullable Call call,
      String edgeId,
      @Nullable String sentAt,
      Value.Fields context,
      int bytes) {
    this(source, receivedAt, call, edgeId, sentAt, context, Value.Fields.EMPTY, bytes, null);
  }

  /// The same, released; or with `null` as it came.
  public Envelope released(@Nullable Release release) {
    return new Envelope(
        source, receivedAt, call, edgeId, sentAt, context, integrations, bytes, release);
  }

  /// The same with another context.
  public Envelope with(Value.Fields other) {
    return new Envelope(
        source, receivedAt, call, edgeId, sentAt, other, integrations, bytes, release);
  }

  /// Where the event stands on record for the first time.
  ///
  /// @param position of the entry at hand
  public long first(long position) {
    return release == null ? position : release.first();
  }

  /// When the entry happened: the event's arrival, or its release.
  public long loggedAt() {
    return release == null ? receivedAt : release.at();
  }
}
