package io.inyeon.runtime.http;

import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import org.jspecify.annotations.Nullable;

/// Which events of the past are to be taken once more, by which rules, and whereto.
///
/// @param source that they came from; `null` for all
/// @param from the earliest time of an event, milliseconds since 1970; [#EVER] for no bound
/// @param to the time before which it must lie, or [Recall#EVER]
/// @param known the latest arrival, or [Recall#EVER]
/// @param decisions whether stewards' cuts and links are taken, too: those made before `to`, and
///   not later than `known`
/// @param rules who is who is worked out by
/// @param scratch the name of the scratch workspace that is made
/// @param days after which it is dropped by itself
/// @param asked the same, as it was asked for
public record ReplayWanted(
    @Nullable Source source,
    long from,
    long to,
    long known,
    boolean decisions,
    RulesDocument rules,
    String scratch,
    int days,
    Value.Fields asked) {
  /// No bound to the past.
  public static final long EVER = Long.MIN_VALUE;
}
