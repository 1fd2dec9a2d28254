package io.inyeon.core.unify;

import io.inyeon.core.Change;
import io.inyeon.core.Effect;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.SourceKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Works out whose an event is, and keeps the forest as its definition has it.
public final class Unifier {
  private Unifier() {}

  /// Adds an event's evidence and its fragment.
  ///
  /// @param position of the event in the log
  /// @return the owner: the identifier whose profile the event belongs to; when a login on a device
  ///   gives it to another, the device
  public static Identifier unify(
      Event event,
      long position,
      Snapshot before,
      Rules rules,
      List<Change> changes,
      List<Effect> effects) {
    var key = FragmentKey.of(event);
    var stamp = Stamp.of(event);
    if (rules.types().anyByLogin() && namesDevice(key, rules.types())) {
      return learn(event, position, before, rules, changes, effects);
    }
    try {
      var place = known(key, stamp, before, rules.types());
      if (place != null) {
        var more = place.fragment.plus(Fragment.of(event, position, rules));
        changes.add(new Change.Put<>(new Key.Tree(place.tree.id()), place.tree.with(key, more)));
        return place.owner;
      }
    } catch (Snapshot.Unloaded unloaded) {
      // Says all holders that are missing, not just the first; of their trees one will mostly do.
      new Draft(before, rules)
          .require(event.identifiers().stream().map(Key.OfIdentifier::new).toList());
      throw unloaded;
    }
    return learn(event, position, before, rules, changes, effects);
  }

  /// Whether logins decide whose some of these identifiers' events are.
  private static boolean namesDevice(FragmentKey key, IdentifierTypes types) {
    for (var identifier : key.identifiers()) {
      if (types.byLogin(identifier.type())) {
        return true;
      }
    }
    return false;
  }

  /// A fragment in place.
  private record Place(Identifier owner, Tree tree, Fragment fragment) {}

  /// Where the event goes if it tells nothing new of who is who: its fragment is there and has as
  /// good a stamp already. Nearly all events end here.
  private static @Nullable Place known(
      FragmentKey key, Stamp stamp, Snapshot before, IdentifierTypes types) {
    Identifier owner = null;
    Tree home = null;
    for (var identifier : key.identifiers()) {
      var holder = before.get(new Key.OfIdentifier(identifier));
      if (holder == null) {
        if (types.blocked(identifier)) {
          continue;
        }
        return null;
      }
      var tree = before.get(new Key.Tree(holder.tree()));
      var node = tree == null ? null : tree.sortedNodes().find(identifier);
      if (tree == null || node == null) {
        throw new IllegalStateException("tree " + holder.tree() + " does not hold " + identifier);
      }
      var shared = Sharing.any(identifier, node.tally(), key.rank(), types);
      if (owner == null || !shared) {
        owner = identifier;
        home = tree;
      }
      if (!shared) {
        break;
      }
    }
    if (owner == null || home == null) {
      throw new IllegalArgumentException("an event of nobody: " + key);
    }
    var fragment = home.sortedFragments().find(key);
    return fragment == null || stamp.compareTo(fragment.best()) < 0
        ? null
        : new Place(owner, home, fragment);
  }

  /// Takes in an event that says something new: a list of identifiers not seen before, an earlier
  /// time, or, on a device, perhaps a login.
  private static Identifier learn(
      Event event,
      long position,
      Snapshot before,
      Rules rules,
      List<Change> changes,
      List<Effect> effects) {
    var key = FragmentKey.of(event);
    var stamp = Stamp.of(event);
    var draft = new Draft(before, rules);
    var evidence = new Evidence(draft, effects);
    draft.foresee(event.identifiers());
    var pairs = pairs(nodes(event.identifiers(), draft), event.kind(), rules.types());
    evidence.foresee(pairs);
    for (var pair : pairs) {
      evidence.heard(pair, stamp);
    }
    if (rules.types().anyByLogin()) {
      evidence.slices().count(event);
    }
    var owner = evidence.keep(key, event.head().time(), Fragment.of(event, position, rules));
    evidence.conclude(changes);
    return owner;
  }

  /// Those that are nodes; new ones are made such.
  static List<Identifier> nodes(List<Identifier> identifiers, Draft draft) {
    var nodes = new ArrayList<Identifier>(identifiers.size());
    for (var identifier : identifiers) {
      if (draft.admit(identifier)) {
        nodes.add(identifier);
      }
    }
    return nodes;
  }

  /// The links that an event makes: one of each pair that its kind of source may link by. Two
  /// anchors are only ever named by an alias, and only a trusted one makes them one.
  static List<Pair> pairs(List<Identifier> nodes, SourceKind kind, IdentifierTypes types) {
    var pairs = new ArrayList<Pair>();
    for (var i = 0; i < nodes.size(); i++) {
      for (var j = i + 1; j < nodes.size(); j++) {
        var a = nodes.get(i);
        var b = nodes.get(j);
        var bothAnchors = types.anchor(a.type()) && types.anchor(b.type());
        if (linksBy(a, kind, types)
            && linksBy(b, kind, types)
            && (!bothAnchors || kind.trusted())) {
          pairs.add(Pair.of(a, b, types));
        }
      }
    }
    return pairs;
  }

  static boolean linksBy(Identifier identifier, SourceKind kind, IdentifierTypes types) {
    var kinds = types.type(identifier.type()).linkedBy();
    return kinds.isEmpty() || kinds.contains(kind);
  }
}
