package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a value stands: a field's name, or names from the outside inwards.
///
/// Written with dots, `address.city`, or as a list where a name has a dot itself.
public record FieldPath(List<String> names) {
  public FieldPath {
    names = List.copyOf(names);
    if (names.isEmpty() || names.contains("")) {
      throw new IllegalArgumentException("a path of " + names);
    }
  }

  /// A path as it is written with dots.
  public static FieldPath of(String dotted) {
    return new FieldPath(List.of(dotted.split("\\.", -1)));
  }

  /// The name of the trait or property that it begins with.
  public String head() {
    return names.getFirst();
  }

  /// What stands there; `null` for nothing. A list on the way stands for each of its elements, so
  /// that `products.category` is the list of all categories.
  public @Nullable Value in(Value.Fields fields) {
    return below(fields.get(head()));
  }

  /// What stands there, given what stands under the first name.
  public @Nullable Value below(@Nullable Value first) {
    return find(first, 1);
  }

  /// Fields in which a value stands there, and nothing else.
  public Map<String, Value> holding(Value value) {
    var inner = value;
    for (var name : names.subList(1, names.size()).reversed()) {
      inner = new Value.Fields(Map.of(name, inner));
    }
    return Map.of(head(), inner);
  }

  private @Nullable Value find(@Nullable Value at, int next) {
    if (at == null || at == Value.Nothing.NOTHING) {
      return null;
    }
    if (next == names.size()) {
      return at;
    }
    if (at instanceof Value.Fields fields) {
      return find(fields.get(names.get(next)), next + 1);
    }
    if (at instanceof Value.Items(var items)) {
      var found = new ArrayList<Value>();
      for (var item : items) {
        switch (find(item, next)) {
          case null -> {}
          case Value.Items(var inner) -> found.addAll(inner);
          case Value one -> found.add(one);
        }
      }
      return found.isEmpty() ? null : new Value.Items(found);
    }
    return null;
  }

  @Override
  public String toString() {
    return String.join(".", names);
  }
}
