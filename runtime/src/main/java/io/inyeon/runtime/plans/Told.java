package io.inyeon.runtime.plans;

import io.inyeon.core.Authorship;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A document in the form of the API, while it is written.
public final class Told {
  private final Map<String, Value> fields = new LinkedHashMap<>();

  /// Goes on with a document.
  public static Told of(Value.Fields document) {
    var told = new Told();
    document.values().forEach(told::put);
    return told;
  }

  public Told put(String name, @Nullable Value value) {
    if (value != null) {
      fields.put(name, value);
    }
    return this;
  }

  /// Takes in another document.
  public Told all(Value.Fields others) {
    others.values().forEach(this::put);
    return this;
  }

  public Told text(String name, @Nullable String text) {
    return text == null ? this : put(name, new Value.Text(text));
  }

  public Told number(String name, long number) {
    return put(name, new Value.Decimal(BigDecimal.valueOf(number)));
  }

  public Told share(String name, double share) {
    return put(
        name, new Value.Decimal(BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_UP)));
  }

  public Told time(String name, long millis) {
    return text(name, Instant.ofEpochMilli(millis).toString());
  }

  /// Who saved it, when and why, as far as that is known.
  public Told saved(@Nullable Authorship by) {
    return by == null
        ? this
        : text("author", by.author()).time("savedAt", by.at()).text("reason", by.reason());
  }

  public Told list(String name, List<? extends Value> values) {
    return put(name, new Value.Items(List.copyOf(values)));
  }

  public Told violations(String name, List<Violation> violations) {
    var items = new ArrayList<Value>();
    for (var each : violations) {
      items.add(
          new Told()
              .text("code", each.code())
              .text("path", each.path())
              .text("found", each.found())
              .done());
    }
    return list(name, items);
  }

  public Value.Fields done() {
    return new Value.Fields(fields);
  }
}
