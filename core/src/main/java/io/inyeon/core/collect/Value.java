package io.inyeon.core.collect;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value that a source sent: a property, a trait, a part of an event's context.
public sealed interface Value extends Body {
  /// Characters, as they came; may be empty.
  record Text(String value) implements Value {}

  /// An exact decimal of any size. Never print it plainly without checking its exponent.
  record Decimal(BigDecimal value) implements Value {}

  /// Yes or no.
  record Truth(boolean value) implements Value {}

  /// An instant, to the millisecond. JSON has none: it comes from typed rules only.
  record Time(Instant value) implements Value {}

  /// Several values in the order in which they came.
  ///
  /// @param values not copied: the parser hands over a list that nobody changes
  record Items(List<Value> values) implements Value {}

  /// Named values in the order in which they came.
  ///
  /// @param values not copied: the parser hands over a map that nobody changes
  record Fields(Map<String, Value> values) implements Value {
    /// No fields at all.
    public static final Fields EMPTY = new Fields(Map.of());

    /// The field's value; `null` when it is absent or an explicit nothing.
    public @Nullable Value get(String name) {
      var value = values.get(name);
      return value == Nothing.NOTHING ? null : value;
    }

    /// The fields under `name`, or none when it is absent or something else.
    public Fields fields(String name) {
      return values.get(name) instanceof Fields fields ? fields : EMPTY;
    }

    /// The characters under `name`; `null` when absent or not a text.
    public @Nullable String text(String name) {
      return values.get(name) instanceof Text(var text) ? text : null;
    }
  }

  /// An explicit `null`: it removes a trait, and is absence everywhere else.
  enum Nothing implements Value {
    NOTHING
  }
}
