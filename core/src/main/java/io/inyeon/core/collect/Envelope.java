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
public record Envelope(
    int source,
    long receivedAt,
    @Nullable Call call,
    String edgeId,
    @Nullable String sentAt,
    Value.Fields context,
    Value.Fields integrations,
    int bytes) {
  /// Of a request that says nothing of integrations for all its events.
  public Envelope(
      int source,
      long receivedAt,
      @Nullable Call call,
      String edgeId,
      @Nullable String sentAt,
      Value.Fields context,
      int bytes) {
    this(source, receivedAt, call, edgeId, sentAt, context, Value.Fields.EMPTY, bytes);
  }
}
