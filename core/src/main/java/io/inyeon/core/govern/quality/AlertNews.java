package io.inyeon.core.govern.quality;

import io.inyeon.core.collect.Value;
import java.util.LinkedHashMap;

/// News of an alert about the data: a document with `what` (`began`, `resumed`, `ended`), `at`, and
/// the alert as it stood then: `code`, `source`, `event`, `field`, `foundAt`, `observed`,
/// `expected`, `minutes`.
public final class AlertNews {
  /// The room of [io.inyeon.core.Key.OfRights] in which news are kept, by their ids, which are in
  /// the order of time.
  public static final String ROOM = "data-quality-alert";

  private AlertNews() {}

  /// News as they are kept: with the position at which they stand in the log.
  public static Value.Fields kept(Value.Fields alert, long position) {
    var fields = new LinkedHashMap<>(alert.values());
    fields.put("position", new Value.Text(Long.toString(position)));
    return new Value.Fields(fields);
  }
}
