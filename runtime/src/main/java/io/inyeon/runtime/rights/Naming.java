package io.inyeon.runtime.rights;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.json.JsonReader;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a document names somebody: whether any of its texts is one of some identifiers, in
/// whatever form it is written.
final class Naming {
  /// Shorter values stand anywhere by chance; in bytes that cannot be read they say nothing.
  private static final int SHORTEST_IN_BYTES = 6;

  private static final List<String> CONTACTS = List.of("email", "phone");

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

  /// Whether an event names any of them as whose it is; one of somebody else may well mention them.
  ///
  /// @param batch the context that its batch says for all
  boolean whose(Value.Fields event, Value.Fields batch) {
    var context = event.fields("context");
    return at(event, List.of("userId", "anonymousId", "previousId", "rowKey"))
        || at(event.fields("traits"), CONTACTS)
        || at(event.fields("properties"), CONTACTS)
        || Stream.of(context, batch)
            .anyMatch(each ->
                at(each.fields("traits"), CONTACTS)
                    || at(each.fields("device"), List.of("id", "advertisingId", "token"))
                    || external(each.get("externalIds")));
  }

  private boolean at(Value.Fields fields, List<String> names) {
    return names.stream()
        .map(fields::get)
        .anyMatch(value ->
            value instanceof Value.Text(var text)
                ? is(text)
                : value instanceof Value.Decimal(var number) && is(number.toPlainString()));
  }

  private boolean external(@Nullable Value ids) {
    return ids instanceof Value.Items(var items)
        && items.stream()
            .anyMatch(each -> each instanceof Value.Fields one && at(one, List.of("id")));
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

  /// Whether a name that a source gave to something is any of their values, or holds one.
  boolean inName(String name) {
    return is(name) || inBytes(name.getBytes(UTF_8));
  }

  /// Whether bytes that need not be JSON hold any of their values as written.
  boolean inBytes(byte[] bytes) {
    var text = new String(bytes, UTF_8);
    return values.stream()
        .anyMatch(value -> value.length() >= SHORTEST_IN_BYTES && text.contains(value));
  }
}
