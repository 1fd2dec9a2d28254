package io.inyeon.core.govern.enricher;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Edits;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where in a document something stands: a JSON Pointer (RFC 6901), whole numbers counting items of
/// a list from 0.
///
/// @param written as somebody wrote it
/// @param steps from the outside inwards; one at least
public record Pointer(String written, List<String> steps) {
  private static final int LONGEST = 500;
  private static final int DEEPEST = 20;

  public Pointer {
    steps = List.copyOf(steps);
  }

  /// Reads a pointer; `null` when it is none, or points at the whole document.
  public static @Nullable Pointer of(String written) {
    if (!written.startsWith("/") || written.length() > LONGEST) {
      return null;
    }
    var steps = Arrays.asList(Edits.steps(written));
    return steps.size() > DEEPEST ? null : new Pointer(written, steps);
  }

  /// What stands there; `null` for nothing, and for an explicit nothing.
  public @Nullable Value in(Value document) {
    var at = document;
    for (var step : steps) {
      var next =
          switch (at) {
            case Value.Fields(var fields) -> fields.get(step);
            case Value.Items(var items) -> {
              var index = Edits.index(step);
              yield index >= 0 && index < items.size() ? items.get(index) : null;
            }
            case Value.Text _, Value.Decimal _, Value.Truth _, Value.Time _, Value.Nothing _ ->
                null;
          };
      if (next == null || next == Value.Nothing.NOTHING) {
        return null;
      }
      at = next;
    }
    return at;
  }
}
