package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.personal.ForbiddenNumbers;
import java.util.LinkedHashMap;
import java.util.Set;

/// What operators write in their own words, without card and resident numbers: they are on record,
/// some for ever, and such a number is pasted quickly.
final class FreeTexts {
  private static final Set<String> NAMES =
      Set.of("reason", "note", "identityNote", "description", "comment");

  private FreeTexts() {}

  /// The same fields with such numbers hidden in what is free text; mostly the same object.
  static Value.Fields masked(Value.Fields fields) {
    LinkedHashMap<String, Value> changed = null;
    for (var each : fields.values().entrySet()) {
      var masked =
          switch (each.getValue()) {
            case Value.Text(var text) when NAMES.contains(each.getKey()) ->
                new Value.Text(masked(text));
            case Value.Fields inner -> masked(inner);
            case Value other -> other;
          };
      if (!masked.equals(each.getValue())) {
        changed = changed == null ? new LinkedHashMap<>(fields.values()) : changed;
        changed.put(each.getKey(), masked);
      }
    }
    return changed == null ? fields : new Value.Fields(changed);
  }

  private static String masked(String text) {
    var bytes = text.getBytes(UTF_8);
    var found = ForbiddenNumbers.in(bytes);
    found.forEach(each -> ForbiddenNumbers.hide(bytes, each));
    return found.isEmpty() ? text : new String(bytes, UTF_8);
  }
}
