package io.inyeon.core.segment.met;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.ConsentReader;
import io.inyeon.core.govern.ConsentStatement;
import io.inyeon.core.segment.FieldPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a workspace has met so far, kept as events come and bounded whatever they bring: where too
/// much is different, what was met least makes room, so that names that somebody makes up push out
/// each other and not those in use.
///
/// Changes; one thread at a time.
public final class Met {
  /// Names of events kept.
  public static final int EVENTS = 1_000;

  /// Paths kept of the properties of one event, of traits, and of accounts' traits.
  public static final int PROPERTIES = 200;

  public static final int TRAITS = 500;

  /// Paths kept of the properties of all events together.
  public static final int ALL_PROPERTIES = 5_000;

  private static final int PURPOSES = 200;
  private static final int DEEPEST = 4;
  private static final int LONGEST_NAME = 200;
  private static final int MOST_ELEMENTS = 50;

  private final Map<String, MetEvent> events = new HashMap<>();
  private final Map<String, MetValues> traits = new HashMap<>();
  private final Map<String, MetValues> accountTraits = new HashMap<>();
  private final TreeSet<String> purposes = new TreeSet<>();
  private int properties;

  /// Of what a path is.
  private enum Whose {
    EVENT,
    PERSON,
    ACCOUNT
  }

  /// The events of one name.
  public static final class MetEvent {
    private long count;
    private long last;
    private final Map<String, MetValues> properties;

    /// As they were kept.
    public MetEvent(long count, long last, Map<String, MetValues> properties) {
      this.count = count;
      this.last = last;
      this.properties = properties;
    }

    /// How many.
    public long count() {
      return count;
    }

    /// The latest event time, milliseconds since 1970.
    public long last() {
      return last;
    }

    /// By dotted path.
    public Map<String, MetValues> properties() {
      return Collections.unmodifiableMap(properties);
    }
  }

  /// How often events of a name were met.
  public long count(String name) {
    var event = events.get(name);
    return event == null ? 0 : event.count;
  }

  /// An event was met, of which only that is wanted.
  ///
  /// @param time when it happened, milliseconds since 1970
  public void add(String name, long time) {
    var event = event(name);
    if (event != null) {
      event.count++;
      event.last = Math.max(event.last, time);
    }
  }

  /// What an event says is looked at.
  ///
  /// @param who a well mixed hash of whose it is
  public void look(Event event, long who) {
    var known = events.get(event.head().name());
    if (known != null) {
      all(event.properties(), known.properties, PROPERTIES, Whose.EVENT, who);
    }
    if (event.account() == null) {
      all(event.traits(), traits, TRAITS, Whose.PERSON, who);
    } else {
      all(event.traits(), accountTraits, PROPERTIES, Whose.ACCOUNT, who);
    }
    for (var statement : ConsentReader.read(event)) {
      if (!statement.purpose().equals(ConsentStatement.EVERYTHING)
          && purposes.size() < PURPOSES
          && statement.purpose().length() <= LONGEST_NAME) {
        purposes.add(statement.purpose());
      }
    }
  }

  private @Nullable MetEvent event(String name) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      return null;
    }
    var known = events.get(name);
    if (known == null) {
      if (events.size() >= EVENTS) {
        var least =
            Collections.min(
                events.entrySet(),
                Comparator.comparingLong(
                        (Map.Entry<String, MetEvent> each) -> each.getValue().count)
                    .thenComparingLong(each -> each.getValue().last)
                    .thenComparing(Map.Entry::getKey));
        properties -= least.getValue().properties.size();
        events.remove(least.getKey());
      }
      known = new MetEvent(0, Long.MIN_VALUE, new HashMap<>());
      events.put(name, known);
    }
    return known;
  }

  private void all(
      Value.Fields fields, Map<String, MetValues> to, int most, Whose whose, long who) {
    fields.values().forEach((name, value) -> below(name, name, value, to, most, whose, who, 1));
  }

  /// A value and what lies in it, by the paths by which conditions find it.
  private void below(
      String path,
      String name,
      Value value,
      Map<String, MetValues> to,
      int most,
      Whose whose,
      long who,
      int depth) {
    if (value == Value.Nothing.NOTHING
        || name.isEmpty()
        || name.indexOf('.') >= 0
        || path.length() > LONGEST_NAME) {
      return;
    }
    switch (value) {
      case Value.Fields(var inner) -> {
        if (depth < DEEPEST) {
          inner.forEach((next, each) ->
              below(path + "." + next, next, each, to, most, whose, who, depth + 1));
        }
      }
      case Value.Items(var items) when items.stream().anyMatch(Value.Fields.class::isInstance) -> {
        var names = new TreeSet<String>();
        for (var item : items.subList(0, Math.min(MOST_ELEMENTS, items.size()))) {
          if (item instanceof Value.Fields(var inner)) {
            names.addAll(inner.keySet());
          }
        }
        if (depth < DEEPEST) {
          for (var next : names) {
            var found = new FieldPath(List.of("it", next.isEmpty() ? " " : next)).below(value);
            if (found != null) {
              below(path + "." + next, next, found, to, most, whose, who, depth + 1);
            }
          }
        }
      }
      case Value.Items(var items) ->
          values(path, to, most, whose)
              .add(new Value.Items(items.subList(0, Math.min(MOST_ELEMENTS, items.size()))), who);
      case Value.Text _, Value.Decimal _, Value.Truth _, Value.Time _, Value.Nothing _ ->
          values(path, to, most, whose).add(value, who);
    }
  }

  private MetValues values(String path, Map<String, MetValues> to, int most, Whose whose) {
    var known = to.get(path);
    if (known != null) {
      return known;
    }
    if (to.size() >= most) {
      to.remove(least(to).getKey());
    } else if (whose == Whose.EVENT && properties >= ALL_PROPERTIES) {
      events.values().stream()
          .map(event -> event.properties)
          .filter(paths -> !paths.isEmpty())
          .min(Comparator.comparingLong(paths -> least(paths).getValue().count()))
          .ifPresent(paths -> paths.remove(least(paths).getKey()));
    } else if (whose == Whose.EVENT) {
      properties++;
    }
    var fresh =
        new MetValues(
            PersonalWords.path(path, whose == Whose.PERSON),
            whose == Whose.PERSON ? MetValues.SKETCH : MetValues.SHARED);
    to.put(path, fresh);
    return fresh;
  }

  private static Map.Entry<String, MetValues> least(Map<String, MetValues> of) {
    return Collections.min(
        of.entrySet(),
        Comparator.comparingLong((Map.Entry<String, MetValues> each) -> each.getValue().count())
            .thenComparing(Map.Entry::getKey));
  }

  /// Forgets names and values that say something of somebody.
  ///
  /// @param named whether a name, a step of a path or a value is such a one
  public void forget(Predicate<String> named) {
    events.keySet().removeIf(named);
    events.values().forEach(event -> forget(event.properties, named));
    forget(traits, named);
    forget(accountTraits, named);
    purposes.removeIf(named);
    properties = events.values().stream().mapToInt(event -> event.properties.size()).sum();
  }

  private static void forget(Map<String, MetValues> of, Predicate<String> named) {
    of.keySet()
        .removeIf(path -> named.test(path) || Stream.of(path.split("\\.", -1)).anyMatch(named));
    of.values().forEach(values -> values.forget(named));
  }

  // ---- what is written down and read again

  public Map<String, MetEvent> events() {
    return Collections.unmodifiableMap(events);
  }

  /// Of people, by dotted path.
  public Map<String, MetValues> traits() {
    return Collections.unmodifiableMap(traits);
  }

  /// Of accounts, by dotted path.
  public Map<String, MetValues> accountTraits() {
    return Collections.unmodifiableMap(accountTraits);
  }

  /// Of consents.
  public List<String> purposes() {
    return new ArrayList<>(purposes);
  }

  /// Puts together again what the others told.
  public static Met of(
      Map<String, MetEvent> events,
      Map<String, MetValues> traits,
      Map<String, MetValues> accountTraits,
      List<String> purposes) {
    var met = new Met();
    met.events.putAll(events);
    events.values().forEach(event -> met.properties += event.properties.size());
    met.traits.putAll(traits);
    met.accountTraits.putAll(accountTraits);
    met.purposes.addAll(purposes);
    return met;
  }

  // ---- what is offered

  /// As it is now, for readers.
  public MetNames names() {
    var told = new ArrayList<MetNames.OfEvent>();
    events.forEach((name, event) ->
        told.add(
            new MetNames.OfEvent(name, event.count, event.last, paths(event.properties, false))));
    told.sort(
        Comparator.comparingLong((MetNames.OfEvent each) -> -each.count())
            .thenComparing(MetNames.OfEvent::name));
    return new MetNames(
        told, paths(traits, true), paths(accountTraits, false), List.copyOf(purposes));
  }

  private static List<MetNames.OfPath> paths(Map<String, MetValues> from, boolean telling) {
    var told = new ArrayList<MetNames.OfPath>();
    from.forEach((path, values) ->
        told.add(
            new MetNames.OfPath(
                path,
                values.kind(),
                values.dates(),
                values.count(),
                values.people().count(),
                values.offered(telling))));
    told.sort(
        Comparator.comparingLong((MetNames.OfPath each) -> -each.count())
            .thenComparing(MetNames.OfPath::path));
    return told;
  }
}
