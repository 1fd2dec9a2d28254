package io.inyeon.core.govern.enricher;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.EventConditions;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Somebody outside who is asked about a person when an event says that it is worth it, and whose
/// answer becomes traits of that person.
///
/// @param version of its definition
/// @param sources ids; none for all
/// @param events names; none for all
/// @param when what else has to hold of the event; `null` for nothing
/// @param purpose key of the purpose for which the person's data is sent
/// @param recipient who gets it, as people are told
/// @param party of the answer: 1 the house's own service, 2 a partner's, 3 anybody else's
/// @param picks what of the answer becomes which trait
public record Enricher(
    String id,
    int version,
    String name,
    Status status,
    Set<String> sources,
    Set<String> events,
    EventConditions.@Nullable Test when,
    String purpose,
    String recipient,
    int party,
    RequestForm request,
    List<Pick> picks,
    Limits limits) {
  /// The room of people's and operators' documents in which definitions stand: the latest version
  /// of each under its id.
  public static final String ROOM = "enricher";

  /// The room in which every version stands, under its id and number.
  public static final String VERSIONS = "enricher-version";

  /// The room in which it stands who dropped events that were given up, and why: under the
  /// enricher's id and a number.
  public static final String DROPS = "enricher-drop";

  /// Whether it works.
  public enum Status {
    /// It is written, and does nothing.
    DRAFT,
    /// It asks.
    ACTIVE,
    /// It notes whom to ask, and asks nobody until it goes on.
    PAUSED
  }

  /// A part of the answer that becomes a trait.
  public record Pick(Pointer from, String trait) {}

  public Enricher {
    sources = Set.copyOf(new LinkedHashSet<>(sources));
    events = Set.copyOf(new LinkedHashSet<>(events));
    picks = List.copyOf(picks);
  }

  /// Whether it could be meant by an event of which only this is known.
  ///
  /// @param source id of its source
  public boolean maybe(String event, String source) {
    return (events.isEmpty() || events.contains(event))
        && (sources.isEmpty() || sources.contains(source));
  }

  /// Whether an event that it [could be meant by][#maybe] is one to ask about.
  ///
  /// @param at when it arrived, milliseconds since 1970
  public boolean wants(String name, Value.Fields event, long at) {
    return when == null || when.holds(name, event, at);
  }

  /// The traits that an answer gives; none where it says nothing that was asked for.
  public Value.Fields traits(Value answer) {
    Map<String, Value> traits = new LinkedHashMap<>();
    for (var pick : picks) {
      var value = pick.from().in(answer);
      if (value != null) {
        traits.put(pick.trait(), value);
      }
    }
    return new Value.Fields(traits);
  }
}
