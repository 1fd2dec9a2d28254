package io.inyeon.runtime.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/// Whether a document names somebody: whether any of its texts is one of some identifiers, in
/// whatever form it is written.
final class Naming {
  /// Shorter values stand anywhere by chance; in bytes that cannot be read they say nothing.
  private static final int SHORTEST_IN_BYTES = 6;

  private final IdentifierTypes types;
  private final Set<Identifier> people;
  private final Set<String> values = new LinkedHashSet<>();
  private final Set<String> ofTypes = new LinkedHashSet<>();

  Naming(Collection<Identifier> people, IdentifierTypes types) {
    this.types = types;
    this.people = Set.copyOf(people);
    for (var identifier : people) {
      values.add(identifier.value());
      ofTypes.add(identifier.type());
    }
  }

  /// Whether an event's own bytes name any of them.
  boolean in(byte[] body) {
    if (body.length == 0) {
      return false;
    }
    return switch (JsonReader.event(body)) {
      case Value value -> in(value);
      case Body.Unfit _ -> inBytes(body);
    };
  }

  boolean in(Value value) {
    return switch (value) {
      case Value.Text(var text) -> is(text);
      case Value.Decimal(var number) -> is(number.toPlainString());
      case Value.Items(var items) -> items.stream().anyMatch(this::in);
      case Value.Fields fields -> fields.values().values().stream().anyMatch(this::in);
      case Value.Truth _, Value.Nothing _, Value.Time _ -> false;
    };
  }

  private boolean is(String text) {
    if (text.length() > 1_000) {
      return false;
    }
    if (values.contains(text)) {
      return true;
    }
    for (var type : ofTypes) {
      var identifier = types.normalise(type, text);
      if (identifier != null && people.contains(identifier)) {
        return true;
      }
    }
    return false;
  }

  /// Whether bytes that need not be JSON hold any of their values as written.
  boolean inBytes(byte[] bytes) {
    var text = new String(bytes, UTF_8);
    return values.stream()
        .anyMatch(value -> value.length() >= SHORTEST_IN_BYTES && text.contains(value));
  }
}
