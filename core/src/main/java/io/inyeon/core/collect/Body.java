package io.inyeon.core.collect;

/// What stood in an event's place in a request: a value, or something that is not fit to be one.
public sealed interface Body permits Value, Body.Unfit {
  /// The edge could not read it, or only in part. It becomes a quarantined event: its bytes are
  /// kept, and one bad event never fails a batch.
  ///
  /// The same bytes must always give the same one, since a replay reads them again.
  ///
  /// @param why e.g. `too_deep` with the place where level 65 begins, `invalid_json`,
  ///   `number_too_long`, `invalid_base64`
  /// @param rest what could be read all the same, so that the event can be traced by its messageId:
  ///   what was cut off stands in it as [Value.Nothing]; [Value.Nothing] itself when nothing could
  record Unfit(Violation why, Value rest) implements Body {}
}
