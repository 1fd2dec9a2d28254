package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.StandardTypes;
import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a search finds somebody by: much less than a [Listing], and cheaper, for it is looked at
/// after every change.
///
/// @param identifiers strongest first; one at least
/// @param traits the values that stand, by name
/// @param createdAt the earliest event time, milliseconds since 1970; `null` without any event
/// @param lastSeenAt the latest event time
public record Findable(
    List<Identifier> identifiers,
    SortedMap<String, Value> traits,
    @Nullable Long createdAt,
    @Nullable Long lastSeenAt) {
  public Findable {
    identifiers = List.copyOf(identifiers);
  }

  /// Everybody in a tree: one, or as many as limits and cuts make of it, in the order of their
  /// smallest identifiers.
  public static List<Findable> all(Tree tree, Rules rules) {
    var parts = tree.parts(rules);
    var all = new ArrayList<Findable>(parts.size());
    for (var part : parts) {
      all.add(of(part, tree.fragments(part, rules), rules));
    }
    return all;
  }

  /// The person who holds an identifier of the tree.
  public static Findable of(Tree tree, Identifier identifier, Rules rules) {
    var part = tree.part(identifier, rules);
    return of(part, tree.fragments(part, rules), rules);
  }

  static Findable of(
      SortedSet<Identifier> part, SortedMap<FragmentKey, Fragment> fragments, Rules rules) {
    var traits = new ArrayList<Traits>();
    var first = Long.MAX_VALUE;
    var latest = Long.MIN_VALUE;
    for (var fragment : fragments.values()) {
      first = Math.min(first, fragment.first());
      latest = Math.max(latest, fragment.latest());
      if (!fragment.traits().isEmpty()) {
        traits.add(fragment.traits());
      }
    }
    var identifiers = new ArrayList<>(part);
    identifiers.sort(rules.types().strongestFirst());
    return new Findable(
        identifiers,
        standing(traits, rules),
        latest == Long.MIN_VALUE ? null : first,
        latest == Long.MIN_VALUE ? null : latest);
  }

  private static SortedMap<String, Value> standing(List<Traits> traits, Rules rules) {
    if (traits.isEmpty()) {
      return Collections.emptySortedMap();
    }
    var values = new TreeMap<String, Value>(Table.BYTES);
    TraitChoice.of(traits, rules.document().traits())
        .standing()
        .forEach((name, trait) -> values.put(name, trait.value()));
    return Collections.unmodifiableSortedMap(values);
  }

  /// The profile's id.
  public ProfileId id(Rules rules) {
    return ProfileIds.of(
        rules.document().workspaceKey(),
        Tree.representative(new TreeSet<>(identifiers), rules.types()));
  }

  /// Whether anybody could call them by one of their identifiers: one that is of more than a
  /// device, a cookie or an imported row.
  public boolean known() {
    for (var identifier : identifiers) {
      if (!StandardTypes.nameless(identifier.type())) {
        return true;
      }
    }
    return false;
  }

  /// How they are called: `name`, or else `lastName` and `firstName`, in Hangul written together
  /// with the family name first; `null` when nobody said.
  public @Nullable String name() {
    var whole = text("name");
    if (whole != null) {
      return whole;
    }
    var first = text("firstName", "first_name");
    var last = text("lastName", "last_name");
    if (first == null || last == null) {
      return first == null ? last : first;
    }
    return hangul(first) && hangul(last) ? last + first : first + " " + last;
  }

  /// The first of some traits that is a text with anything in it.
  private @Nullable String text(String... names) {
    for (var name : names) {
      if (traits.get(name) instanceof Value.Text(var text) && !text.isBlank()) {
        return text.strip();
      }
    }
    return null;
  }

  private static boolean hangul(String text) {
    return text.codePoints().allMatch(c -> c >= 0xAC00 && c <= 0xD7A3);
  }
}
