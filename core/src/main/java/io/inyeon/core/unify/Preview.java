package io.inyeon.core.unify;

import io.inyeon.core.Change;
import io.inyeon.core.Decision.Decided;
import io.inyeon.core.Effect;
import io.inyeon.core.Key;
import io.inyeon.core.Overlay;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/// What a steward's decision would make of people, worked out by the decision itself and not made
/// true.
///
/// @param before the profiles that it concerns as they are; those that hold what the steward named
///   first
/// @param after the same people as they would be
/// @param moves what goes from one profile id to another
/// @param unlisted profiles of both lists that are left out, counted
/// @param effects what would be told: who would turn out to be shared
public record Preview(
    List<Profile> before,
    List<Profile> after,
    List<Move> moves,
    long unlisted,
    List<Effect> effects) {
  /// Profiles of each list; a hub's flip may concern thousands.
  static final int MOST_PROFILES = 20;

  public Preview {
    before = List.copyOf(before);
    after = List.copyOf(after);
    moves = List.copyOf(moves);
    effects = List.copyOf(effects);
  }

  /// What goes from one profile to another.
  ///
  /// @param identifiers strongest first; none when only events move
  /// @param events how many
  public record Move(ProfileId from, ProfileId to, List<Identifier> identifiers, long events) {
    public Move {
      identifiers = List.copyOf(identifiers);
    }
  }

  /// Says what a decision would do.
  ///
  /// @param named by the steward
  /// @param decided by the pipeline over this very snapshot
  public static Preview of(
      Collection<Identifier> named, Decided decided, Snapshot before, Rules rules) {
    var grounds = new Grounds(before, rules);
    grounds.visit(named);
    grounds.require(trees(decided));
    var old = People.of(changed(decided, before), named, grounds, rules);
    var after = new Grounds(new Overlay(before, decided.changes()), rules);
    after.visit(named);
    var young = People.of(put(decided), named, after, rules);
    var touched = old.without(young);
    var made = young.without(old);
    return new Preview(
        touched.profiles(MOST_PROFILES),
        made.profiles(MOST_PROFILES),
        Moves.between(touched, made),
        touched.beyond(MOST_PROFILES) + made.beyond(MOST_PROFILES),
        decided.effects());
  }

  private static LinkedHashSet<Key.Tree> trees(Decided decided) {
    var keys = new LinkedHashSet<Key.Tree>();
    for (var change : decided.changes()) {
      if (change.key() instanceof Key.Tree key) {
        keys.add(key);
      }
    }
    return keys;
  }

  private static List<Tree> changed(Decided decided, Snapshot before) {
    var all = new ArrayList<Tree>();
    for (var key : trees(decided)) {
      var tree = before.get(key);
      if (tree != null) {
        all.add(tree);
      }
    }
    return all;
  }

  private static List<Tree> put(Decided decided) {
    var all = new ArrayList<Tree>();
    for (var change : decided.changes()) {
      if (change instanceof Change.Put<?>(Key.Tree _, Tree tree)) {
        all.add(tree);
      }
    }
    return all;
  }
}
