package io.inyeon.runtime.plans;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enricher.Enricher;
import io.inyeon.core.govern.enricher.EnricherReader;
import io.inyeon.core.govern.enricher.PersonPlace;
import io.inyeon.core.govern.enricher.Pointer;
import io.inyeon.core.segment.OneEvent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Which HTTP enrichers read a field of events: those that send it, and those whose condition asks
/// for it.
final class EnricherReads {
  private final House house;
  private final Patterns patterns;

  EnricherReads(House house, Patterns patterns) {
    this.house = house;
    this.patterns = patterns;
  }

  /// Their ids, names and states.
  ///
  /// @param event name of the events that are meant, of other calls than track the call's
  /// @param field dotted path; empty for the events themselves
  List<Value> of(String event, String field) {
    var told = new ArrayList<Value>();
    house
        .state()
        .from(
            new Key.OfRights(Enricher.ROOM, ""),
            (Key<Value.Fields> key, Value.Fields kept) -> {
              if (!(key instanceof Key.OfRights(var room, var id)) || !room.equals(Enricher.ROOM)) {
                return false;
              }
              if (reads(id, kept, event, field)) {
                told.add(told(id, kept.fields("document")));
              }
              return true;
            });
    return told;
  }

  private boolean reads(String id, Value.Fields kept, String event, String field) {
    var version = kept.get("version") instanceof Value.Decimal(BigDecimal number) ? number : null;
    var document = kept.fields("document");
    if (version == null
        || !(EnricherReader.read(
                id,
                version.intValue(),
                document,
                new OneEvent(house.rules().segments().terms(), patterns))
            instanceof EnricherReader.Reading.Good(var enricher))) {
      return false;
    }
    var when = WrittenWhen.reads(document.get("when"), patterns, event, field);
    if (field.isEmpty()) {
      return when || enricher.events().contains(event);
    }
    if (event.equals("identify") && sendsTrait(enricher, field)) {
      return true; // whatever events it asks about: it sends what these say of the person
    }
    return (when || enricher.request().places().stream().anyMatch(place -> lies(place, field)))
        && (enricher.events().isEmpty() || enricher.events().contains(event));
  }

  private static boolean sendsTrait(Enricher enricher, String field) {
    return enricher.request().ofPerson().stream()
        .filter(place -> place.section() == PersonPlace.Section.TRAITS)
        .map(place -> Pointer.of(place.field()))
        .anyMatch(place -> place != null && lies(place, field));
  }

  /// Whether one lies in the other; numbers of items are passed through, as lists are.
  private static boolean lies(Pointer place, String field) {
    var path =
        String.join(".", place.steps().stream().filter(step -> !step.matches("\\d+")).toList());
    return path.equals(field) || path.startsWith(field + ".") || field.startsWith(path + ".");
  }

  private static Value told(String id, Value.Fields document) {
    var status = document.text("status");
    return new Told()
        .text("enricher", id)
        .text("name", document.text("name"))
        .text(
            "status",
            status == null ? Enricher.Status.DRAFT.name().toLowerCase(Locale.ROOT) : status)
        .done();
  }
}
