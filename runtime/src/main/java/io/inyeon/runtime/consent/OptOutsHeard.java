package io.inyeon.runtime.consent;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.OptOuts;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Puts beside the events of a request what their senders refuse in those that will not count
/// ([OptOuts]): durable with them, or not at all.
///
/// Knows the rules in force a moment before the writer decides: of an event that a plan keeps apart
/// which was saved in that very moment, the no is heard with the next one.
public final class OptOutsHeard {
  private final Supplier<Rules> rules;
  private final IntFunction<@Nullable Source> sources;

  /// Hears by what plans say.
  ///
  /// @param rules those in force
  /// @param sources by their numbers
  public OptOutsHeard(Supplier<Rules> rules, IntFunction<@Nullable Source> sources) {
    this.rules = rules;
    this.sources = sources;
  }

  /// The events of a request in their order, and after them what is heard.
  public List<Collected> and(List<Collected> events) {
    List<Collected> all = null;
    var now = rules.get();
    for (var event : events) {
      var source = sources.apply(event.envelope().source());
      if (source == null) {
        continue;
      }
      for (var said :
          OptOuts.of(event.envelope(), event.parsed(), source, now.types(), now.governance())) {
        if (all == null) {
          all = new ArrayList<>(events);
        }
        all.add(heard(event.envelope(), said));
      }
    }
    return all == null ? events : all;
  }

  private static Collected heard(Envelope of, Value.Fields said) {
    var body = JsonWriter.bytes(said);
    var envelope =
        new Envelope(
            of.source(),
            of.receivedAt(),
            null,
            of.edgeId(),
            of.sentAt(),
            Value.Fields.EMPTY,
            body.length);
    return new Collected(envelope, body, said);
  }
}
