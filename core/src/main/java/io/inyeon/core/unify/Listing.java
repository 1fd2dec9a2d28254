package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// What a list of people shows of one: less than a [Profile], and cheaper.
///
/// @param who what they are found by
/// @param events how many
public record Listing(ProfileId id, Findable who, long events, Commerce commerce) {
  /// Everybody in a tree: one, or as many as limits and cuts make of it, in the order of their
  /// smallest identifiers.
  public static List<Listing> all(Tree tree, Rules rules) {
    var parts = tree.parts(rules);
    var all = new ArrayList<Listing>(parts.size());
    for (var part : parts) {
      all.add(of(tree, part, rules));
    }
    return all;
  }

  /// The person who holds an identifier of the tree.
  public static Listing of(Tree tree, Identifier identifier, Rules rules) {
    return of(tree, tree.part(identifier, rules), rules);
  }

  private static Listing of(Tree tree, SortedSet<Identifier> part, Rules rules) {
    var events = 0L;
    var orders = Orders.EMPTY;
    var fragments = tree.fragments(part, rules);
    for (var fragment : fragments.values()) {
      events += fragment.names().total();
      orders = orders.plus(fragment.orders());
    }
    return new Listing(
        ProfileIds.of(rules.document().workspaceKey(), Tree.representative(part, rules.types())),
        Findable.of(part, fragments, rules),
        events,
        Commerce.of(orders, rules.document()));
  }

  /// Strongest first; one at least.
  public List<Identifier> identifiers() {
    return who.identifiers();
  }

  /// The values that stand, by name.
  public SortedMap<String, Value> traits() {
    return who.traits();
  }

  /// The earliest event time, milliseconds since 1970; `null` without any event.
  public @Nullable Long createdAt() {
    return who.createdAt();
  }

  /// The latest event time.
  public @Nullable Long lastSeenAt() {
    return who.lastSeenAt();
  }

  /// Whether anybody could call them by one of their identifiers.
  public boolean known() {
    return who.known();
  }

  /// How they are called; `null` when nobody said.
  public @Nullable String name() {
    return who.name();
  }
}
