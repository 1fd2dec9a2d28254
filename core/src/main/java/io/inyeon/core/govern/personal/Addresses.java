package io.inyeon.core.govern.personal;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Edits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Truncates the addresses of the internet that an event holds in fields which say so by name.
public final class Addresses {
  private static final int DEEPEST = 8;

  private final List<Keep> keeps;
  private final List<Change> changes = new ArrayList<>();

  private Addresses(List<Keep> keeps) {
    this.keeps = keeps;
  }

  /// A text and what became of it.
  public record Change(String from, String to) {}

  /// An event after.
  ///
  /// @param changes one for each place, in no order
  public record Truncated(Value.Fields event, List<Change> changes) {
    public Truncated {
      changes = List.copyOf(changes);
    }
  }

  /// The event with truncated addresses; `null` when it stays as it is.
  ///
  /// @param keeps places of which a plan says otherwise
  public static @Nullable Truncated in(Value.Fields event, List<Keep> keeps) {
    var addresses = new Addresses(keeps);
    var after = addresses.fields(event, "", 0);
    return after instanceof Value.Fields changed && !addresses.changes.isEmpty()
        ? new Truncated(changed, addresses.changes)
        : null;
  }

  /// `null` when nothing changes.
  private @Nullable Value fields(Value.Fields fields, String path, int depth) {
    LinkedHashMap<String, Value> copy = null;
    for (var each : fields.values().entrySet()) {
      var name = each.getKey();
      var after =
          switch (each.getValue()) {
            case Value.Text(var text) -> TruncatedForm.named(name) ? text(text, path, name) : null;
            case Value.Items(var items) ->
                TruncatedForm.named(name) || depth < DEEPEST
                    ? items(items, path, name, depth)
                    : null;
            case Value.Fields inner ->
                depth < DEEPEST ? fields(inner, below(path, name), depth + 1) : null;
            case Value.Decimal _, Value.Truth _, Value.Time _, Value.Nothing _ -> null;
          };
      if (after != null) {
        copy = copy == null ? new LinkedHashMap<>(fields.values()) : copy;
        copy.put(name, after);
      }
    }
    return copy == null ? null : new Value.Fields(copy);
  }

  private @Nullable Value items(List<Value> items, String path, String name, int depth) {
    List<Value> copy = null;
    for (var i = 0; i < items.size(); i++) {
      var after =
          switch (items.get(i)) {
            case Value.Text(var text) ->
                TruncatedForm.named(name) ? text(text, path, name + "/" + i) : null;
            case Value.Fields inner ->
                depth < DEEPEST ? fields(inner, below(path, name) + "/" + i, depth + 1) : null;
            case Value.Items _, Value.Decimal _, Value.Truth _, Value.Time _, Value.Nothing _ ->
                null;
          };
      if (after != null) {
        copy = copy == null ? new ArrayList<>(items) : copy;
        copy.set(i, after);
      }
    }
    return copy == null ? null : new Value.Items(copy);
  }

  private @Nullable Value text(String text, String path, String name) {
    var after = TruncatedForm.of(text);
    if (after == null
        || (!keeps.isEmpty() && Keep.any(keeps, PersonalKind.IP, path + "/" + name))) {
      return null;
    }
    changes.add(new Change(text, after));
    return new Value.Text(after);
  }

  /// Paths are only needed where a plan names some.
  private String below(String path, String name) {
    return keeps.isEmpty() ? "" : Edits.below(path, name);
  }
}
