package io.inyeon.runtime.search;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.StandardTypes;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Findable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which facts about a person they are found by, and as what.
///
/// Identifiers of devices and cookies are not among them: those are looked up whole, in state.
final class Searchable {
  /// What a fact is found as.
  enum Kind {
    NAME,
    MAIL,
    PHONE,
    ID,
    TEXT
  }

  /// One fact.
  ///
  /// @param name an identifier's type, or a trait's name
  record Fact(Kind kind, String name, String value) {}

  /// Facts of one person that are indexed at most; nobody is found by more.
  private static final int MOST = 100;

  /// Characters of a fact that count.
  private static final int LONGEST = 200;

  private static final Map<String, Kind> TRAITS = new LinkedHashMap<>();

  static {
    for (var name : List.of("name", "firstName", "first_name", "lastName", "last_name")) {
      TRAITS.put(name, Kind.NAME);
    }
    for (var name : List.of("nickname", "displayName", "display_name", "fullName", "full_name")) {
      TRAITS.put(name, Kind.NAME);
    }
    for (var name : List.of("email", "phone", "username")) {
      TRAITS.put(
          name, name.equals("email") ? Kind.MAIL : name.equals("phone") ? Kind.PHONE : Kind.ID);
    }
    for (var name : List.of("company", "organization", "department", "title")) {
      TRAITS.put(name, Kind.TEXT);
    }
    for (var name : List.of("city", "address", "street", "region", "state", "country")) {
      TRAITS.put(name, Kind.TEXT);
    }
  }

  private Searchable() {}

  /// The facts of a person, strongest identifiers first.
  static List<Fact> facts(Findable person) {
    var facts = new ArrayList<Fact>();
    for (var identifier : person.identifiers()) {
      if (!StandardTypes.nameless(identifier.type())) {
        add(facts, kind(identifier), identifier.type(), identifier.value());
      }
    }
    var name = person.name();
    if (name != null) {
      add(facts, Kind.NAME, "name", name);
    }
    TRAITS.forEach((trait, kind) -> {
      var value = person.traits().get(trait);
      if (value != null) {
        trait(facts, kind, trait, value);
      }
    });
    return facts;
  }

  private static Kind kind(Identifier identifier) {
    return switch (identifier.type()) {
      case StandardTypes.EMAIL -> Kind.MAIL;
      case StandardTypes.PHONE -> Kind.PHONE;
      default -> Kind.ID;
    };
  }

  /// A text, or the texts in a list or in fields: `company: {name: …}`, `address: {city: …}`.
  private static void trait(List<Fact> facts, Kind kind, String name, Value value) {
    switch (value) {
      case Value.Text(var text) -> add(facts, kind, name, text);
      case Value.Items(var items) -> items.forEach(item -> flat(facts, kind, name, item));
      case Value.Fields(var fields) ->
          fields.values().forEach(item -> flat(facts, kind, name, item));
      case Value.Decimal(var number) -> {
        if (kind == Kind.ID || kind == Kind.PHONE) {
          add(facts, kind, name, number.toString());
        }
      }
      case Value.Truth _, Value.Time _, Value.Nothing _ -> {}
    }
  }

  private static void flat(List<Fact> facts, Kind kind, String name, Value item) {
    if (item instanceof Value.Text(var text)) {
      add(facts, kind, name, text);
    }
  }

  private static void add(List<Fact> facts, Kind kind, String name, String value) {
    if (facts.size() == MOST || value.isBlank()) {
      return;
    }
    for (var fact : facts) {
      if (fact.kind() == kind && fact.value().equals(value)) {
        return;
      }
    }
    facts.add(new Fact(kind, name, value.length() > LONGEST ? value.substring(0, LONGEST) : value));
  }
}
