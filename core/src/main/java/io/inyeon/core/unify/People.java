package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/// The profiles of some trees, side by side; those that were asked for first.
final class People {
  private final Rules rules;
  private final List<One> all;

  /// One profile.
  ///
  /// @param named whether it was asked for
  record One(
      Tree tree,
      SortedSet<Identifier> part,
      ProfileId id,
      SortedMap<FragmentKey, Fragment> fragments,
      boolean named) {
    boolean same(One other) {
      return part.equals(other.part) && fragments.equals(other.fragments);
    }
  }

  private People(Rules rules, List<One> all) {
    this.rules = rules;
    this.all = all;
  }

  /// All profiles of some trees, and those that hold who is named wherever they are.
  ///
  /// @param grounds in which the trees of those named were visited
  static People of(
      Collection<Tree> trees, Collection<Identifier> named, Grounds grounds, Rules rules) {
    var byId = new LinkedHashMap<Long, Tree>();
    for (var identifier : named) {
      var tree = grounds.find(identifier);
      if (tree != null) {
        byId.put(tree.id(), tree);
      }
    }
    trees.forEach(tree -> byId.putIfAbsent(tree.id(), tree));
    var first = new ArrayList<One>();
    var others = new ArrayList<One>();
    for (var tree : byId.values()) {
      for (var part : tree.parts(rules)) {
        var isNamed = !Collections.disjoint(part, named);
        var id =
            ProfileIds.of(
                rules.document().workspaceKey(), Tree.representative(part, rules.types()));
        (isNamed ? first : others)
            .add(new One(tree, part, id, tree.fragments(part, rules), isNamed));
      }
    }
    first.addAll(others);
    return new People(rules, first);
  }

  List<One> all() {
    return all;
  }

  Rules rules() {
    return rules;
  }

  /// Those that are asked for, or are not the same among others.
  People without(People others) {
    var byPart = new LinkedHashMap<SortedSet<Identifier>, One>();
    others.all.forEach(one -> byPart.put(one.part(), one));
    var rest = new ArrayList<One>();
    for (var one : all) {
      var other = byPart.get(one.part());
      if (one.named() || other == null || !one.same(other)) {
        rest.add(one);
      }
    }
    return new People(rules, rest);
  }

  /// Everything that is known of the first ones.
  List<Profile> profiles(int most) {
    var profiles = new ArrayList<Profile>();
    var paths = new LinkedHashMap<Tree, TreePaths>();
    for (var one : all.subList(0, Math.min(most, all.size()))) {
      profiles.add(
          Profile.of(
              one.id(),
              one.part(),
              one.fragments(),
              rules,
              paths.computeIfAbsent(one.tree(), TreePaths::new)));
    }
    return profiles;
  }

  /// How many are beyond the first ones.
  long beyond(int most) {
    return Math.max(0, all.size() - most);
  }

  /// Whose each identifier is.
  Map<Identifier, ProfileId> holders() {
    var holders = new LinkedHashMap<Identifier, ProfileId>();
    for (var one : all) {
      one.part().forEach(identifier -> holders.put(identifier, one.id()));
    }
    return holders;
  }

  /// Whose each fragment is.
  Map<FragmentKey, ProfileId> keepers() {
    var keepers = new LinkedHashMap<FragmentKey, ProfileId>();
    for (var one : all) {
      one.fragments().keySet().forEach(key -> keepers.put(key, one.id()));
    }
    return keepers;
  }

  /// How many events each fragment is the sum of.
  Map<FragmentKey, Long> counts() {
    var counts = new LinkedHashMap<FragmentKey, Long>();
    for (var one : all) {
      one.fragments().forEach((key, fragment) -> counts.put(key, fragment.count()));
    }
    return counts;
  }
}
