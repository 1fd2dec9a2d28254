package io.inyeon.core.segment;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is kept of a person's events for the conditions that ask the same of the same events: which
/// events, and which value of each. Its [Occurrences] are kept once, whoever uses it.
///
/// @param property whose value is kept with the time; `null` for the times alone
public record Track(Filter filter, @Nullable FieldPath property, Role role) {
  /// Elements of a list that count.
  public static final int MOST_ELEMENTS = 100;

  public Track {
    if ((property == null) != (role == Role.TIMES)) {
      throw new IllegalArgumentException("times alone, and nothing else, are of no property");
    }
  }

  /// What is kept of each event.
  public enum Role {
    /// That it happened.
    TIMES,
    /// A number; events without one do not count.
    NUMBERS,
    /// A text, number or truth; events without one do not count.
    VALUES,
    /// The same; a list is taken apart, and each of its elements counts.
    EACH,
    /// By what somebody came, see [Touch]; the property says what of that.
    TOUCHES;

    /// What its occurrences have.
    public Role stored() {
      return this == EACH || this == TOUCHES ? VALUES : this;
    }
  }

  /// Its name in stored state: a hash, so that it is the same on every machine and in every replay.
  ///
  /// @param reach how far back it is kept; each kind of reach is kept on its own, so that a
  ///   condition that needs more never meets what was forgotten for one that needs less
  public long id(Reach reach) {
    return TrackIds.of(this, reach);
  }

  /// What it keeps of an event: nothing when that does not count, and several of a list that is
  /// taken apart.
  public List<Occurrence> all(Event event, Terms terms) {
    return switch (role) {
      case TIMES, NUMBERS, VALUES -> {
        var one = read(event, terms);
        yield one == null ? List.of() : List.of(one);
      }
      case TOUCHES -> {
        var value =
            property != null && passes(event.head().name(), event.properties(), terms)
                ? Touch.kept(event, property.head())
                : null;
        yield value == null ? List.of() : List.of(new Occurrence(event.head().time(), value));
      }
      case EACH ->
          property != null && passes(event.head().name(), event.properties(), terms)
              ? apart(property.in(event.properties()), event.head().time())
              : List.of();
    };
  }

  /// The elements of a list, or a value that is none, ascending; of a list the first 100 that
  /// count.
  public static List<Occurrence> apart(@Nullable Value found, long time) {
    var all = new ArrayList<Occurrence>();
    for (var each : found instanceof Value.Items(var items) ? items : one(found)) {
      var value = Occurrence.scalar(each);
      if (value != null) {
        all.add(new Occurrence(time, value));
      }
      if (all.size() == MOST_ELEMENTS) {
        break;
      }
    }
    all.sort(null);
    return all;
  }

  private static List<Value> one(@Nullable Value found) {
    return found == null ? List.of() : List.of(found);
  }

  /// What it keeps of an event; `null` when that does not count.
  public @Nullable Occurrence read(Event event, Terms terms) {
    return read(event.head().name(), event.head().time(), event.properties(), terms);
  }

  /// What it keeps of an event; `null` when that does not count.
  @Nullable Occurrence read(String name, long time, Value.Fields properties, Terms terms) {
    if (!passes(name, properties, terms)) {
      return null;
    }
    if (property == null) {
      return new Occurrence(time, null);
    }
    var value = Occurrence.kept(role, property.in(properties));
    return value == null ? null : new Occurrence(time, value);
  }

  private boolean passes(String name, Value.Fields properties, Terms terms) {
    if (!filter.event().equals(name)) {
      return false;
    }
    for (var where : filter.where()) {
      var found = where.property().in(properties);
      // A filter is timeless, so any instant does.
      if (Operators.ask(where.operator(), found, terms, 0) != Truth.MATCH) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Track that
        && role == that.role
        && filter.equals(that.filter)
        && Objects.equals(property, that.property);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * filter.hashCode() + Objects.hashCode(property)) + role.name().hashCode();
  }
}
