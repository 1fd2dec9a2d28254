package io.inyeon.core.govern.quality;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was counted of one day's events of a name from a source.
///
/// Fields are named by dotted paths from the event's root, lists passed through:
/// `properties.products.price`, `traits.email`. Of a list each field counts once an event. A source
/// that makes up names takes no more room than [#FIELDS].
///
/// Changes; one thread at a time.
public final class EventDay {
  /// Fields that are counted.
  public static final int FIELDS = 120;

  private static final int DEEPEST = 4;
  private static final int LONGEST = 200;
  private static final int MOST_ELEMENTS = 20;
  private static final List<String> ROOTS = List.of("properties", "traits");

  private long seen;
  private long looked;
  private long violating;
  private final TreeMap<String, FieldCounts> fields;

  public EventDay() {
    this(0, 0, 0, new TreeMap<>());
  }

  /// As it was kept.
  ///
  /// @param seen how many came, accepted or quarantined
  /// @param looked how many of these were looked into
  /// @param violating how many a plan found anything wrong with, or refused
  public EventDay(long seen, long looked, long violating, SortedMap<String, FieldCounts> fields) {
    this.seen = seen;
    this.looked = looked;
    this.violating = violating;
    this.fields = new TreeMap<>(fields);
  }

  /// One came.
  ///
  /// @param violations what was found wrong with it
  public void add(List<Violation> violations) {
    seen++;
    if (!violations.isEmpty()) {
      violating++;
      for (var violation : violations) {
        var path = path(violation.path());
        var field = path == null ? null : field(path);
        if (field != null) {
          field.violated();
        }
      }
    }
  }

  /// Looks into one that came.
  ///
  /// @param event as it was sent
  public void look(Value.Fields event) {
    looked++;
    for (var root : ROOTS) {
      if (event.get(root) instanceof Value.Fields(var inner)) {
        inner.forEach((name, value) -> below(root + "." + name, name, value, 1));
      }
    }
  }

  private void below(String path, String name, Value value, int depth) {
    if (name.isEmpty() || name.indexOf('.') >= 0 || path.length() > LONGEST) {
      return;
    }
    if (value instanceof Value.Fields(var inner) && depth < DEEPEST) {
      inner.forEach((next, each) -> below(path + "." + next, next, each, depth + 1));
      return;
    }
    var field = field(path);
    if (field != null) {
      field.add(value);
    }
    if (value instanceof Value.Items(var items) && depth < DEEPEST) {
      var first = new TreeMap<String, Value>();
      for (var item : items.subList(0, Math.min(MOST_ELEMENTS, items.size()))) {
        if (item instanceof Value.Fields(var inner)) {
          inner.forEach(first::putIfAbsent);
        }
      }
      first.forEach((next, each) -> below(path + "." + next, next, each, depth + 1));
    }
  }

  private @Nullable FieldCounts field(String path) {
    var known = fields.get(path);
    if (known == null && fields.size() < FIELDS) {
      known = new FieldCounts();
      fields.put(path, known);
    }
    return known;
  }

  /// The dotted path of a JSON Pointer, positions in lists left out; `null` when it is no field's.
  private static @Nullable String path(String pointer) {
    var path = new StringBuilder();
    for (var step : pointer.split("/", -1)) {
      if (step.isEmpty() || step.chars().allMatch(c -> c >= '0' && c <= '9')) {
        continue;
      }
      path.append(path.isEmpty() ? "" : ".").append(step.replace("~1", "/").replace("~0", "~"));
    }
    var dot = path.indexOf(".");
    return dot > 0 && ROOTS.contains(path.substring(0, dot)) && path.length() <= LONGEST
        ? path.toString()
        : null;
  }

  /// Takes in another day.
  public void add(EventDay other) {
    seen += other.seen;
    looked += other.looked;
    violating += other.violating;
    other.fields.forEach((path, counts) -> {
      var field = field(path);
      if (field != null) {
        field.add(counts);
      }
    });
  }

  public long seen() {
    return seen;
  }

  public long looked() {
    return looked;
  }

  public long violating() {
    return violating;
  }

  /// By path.
  public SortedMap<String, FieldCounts> fields() {
    return Collections.unmodifiableSortedMap(fields);
  }

  /// Of the events that were looked into, how many had a value there: 0 to 1.
  public double completeness(String path) {
    var field = fields.get(path);
    return looked == 0 || field == null ? 0 : (double) field.present() / looked;
  }

  /// Of the events that came, how many nothing was found wrong with: 0 to 1; 1 when none came.
  public double validity() {
    return seen == 0 ? 1 : 1 - (double) violating / seen;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EventDay day
        && seen == day.seen
        && looked == day.looked
        && violating == day.violating
        && fields.equals(day.fields);
  }

  @Override
  public int hashCode() {
    return Long.hashCode(seen) * 31 + fields.hashCode();
  }
}
