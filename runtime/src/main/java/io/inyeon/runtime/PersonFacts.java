package io.inyeon.runtime;

import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enricher.PersonPlace;
import io.inyeon.core.govern.enricher.PersonPlace.Section;
import io.inyeon.core.segment.PersonView;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// What is known of somebody, of which enrichers ask for some: traits as their profile shows them,
/// and computed traits as of an instant.
///
/// @param part all their identifiers
record PersonFacts(People.Place place, SortedSet<Identifier> part, Snapshot state, Rules rules) {
  /// By section and name; what nobody knows is left out.
  Value.Fields of(Collection<PersonPlace> places, long now) {
    var traits = new LinkedHashMap<String, Value>();
    var computed = new LinkedHashMap<String, Value>();
    if (places.stream().anyMatch(each -> each.section() == Section.TRAITS)) {
      var known = place.tree().profile(place.identifier(), rules).traits();
      for (var each : places) {
        var trait = each.section() == Section.TRAITS ? known.get(each.name()) : null;
        if (trait != null) {
          traits.put(each.name(), trait.value());
        }
      }
    }
    for (var each : places) {
      var value = each.section() == Section.COMPUTED ? computed(each.name(), now) : null;
      if (value != null) {
        computed.put(each.name(), value);
      }
    }
    var all = new LinkedHashMap<String, Value>();
    all.put(Section.TRAITS.written(), new Value.Fields(traits));
    all.put(Section.COMPUTED.written(), new Value.Fields(computed));
    return new Value.Fields(all);
  }

  private @Nullable Value computed(String id, long now) {
    if (!rules.segments().traits().containsKey(id)) {
      return null;
    }
    var computation = new PersonView(place.tree(), part, state, rules).computed(id);
    return computation == null ? null : computation.at(now);
  }
}
