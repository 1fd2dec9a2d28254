package io.inyeon.core.unify;

import io.inyeon.core.Change;
import io.inyeon.core.Decision.Decided;
import io.inyeon.core.Effect;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.SourceKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// Works out whose an event is, and keeps the forest as its definition has it.
public final class Unifier {
  private Unifier() {}

  /// Adds an event's evidence and its fragment.
  ///
  /// @param position of the event in the log
  /// @return the owner: the identifier whose profile the event belongs to
  public static Identifier unify(
      Event event,
      long position,
      Snapshot before,
      Rules rules,
      List<Change> changes,
      List<Effect> effects) {
    var key = FragmentKey.of(event);
    var stamp = Stamp.of(event);
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

  /// Takes in an event that says something new: a list of identifiers not seen before, or an
  /// earlier time.
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
    var owner = evidence.owner(key);
    draft.home(owner).add(key, Fragment.of(event, position, rules));
    evidence.remember(key, owner);
    evidence.conclude(changes);
    return owner;
  }

  private static List<Identifier> nodes(List<Identifier> identifiers, Draft draft) {
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
  private static List<Pair> pairs(List<Identifier> nodes, SourceKind kind, IdentifierTypes types) {
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

  private static boolean linksBy(Identifier identifier, SourceKind kind, IdentifierTypes types) {
    var kinds = types.type(identifier.type()).linkedBy();
    return kinds.isEmpty() || kinds.contains(kind);
  }

  // ---- stewards

  /// A steward says that two sets of identifiers are never the same person. Identifiers that nobody
  /// has named yet are nodes from now on, so that the cut is there when they appear.
  public static Decided cutMade(Cut cut, Snapshot before, Rules rules) {
    return decided(
        before,
        rules,
        (draft, evidence) -> {
          var key = new Key.OfCut(cut.id());
          if (draft.get(key) == null) {
            draft.put(key, cut);
            foresee(cut, draft);
            var left = side(cut, cut.left(), Cut.Side.LEFT, draft);
            var right = side(cut, cut.right(), Cut.Side.RIGHT, draft);
            evidence.divided(left, right);
          }
        });
  }

  private static void foresee(Cut cut, Draft draft) {
    var all = new ArrayList<>(cut.left());
    all.addAll(cut.right());
    draft.foresee(all);
  }

  private static SequencedSet<Identifier> side(
      Cut cut, SortedSet<Identifier> identifiers, Cut.Side side, Draft draft) {
    var nodes = new LinkedHashSet<>(nodes(List.copyOf(identifiers), draft));
    for (var identifier : nodes) {
      var tree = draft.home(identifier);
      tree.put(identifier, tree.node(identifier).with(cut.id(), side));
    }
    return nodes;
  }

  /// A steward takes a cut back.
  public static Decided cutUndone(String cutId, Snapshot before, Rules rules) {
    return decided(
        before,
        rules,
        (draft, evidence) -> {
          var key = new Key.OfCut(cutId);
          var cut = draft.get(key);
          if (cut != null) {
            draft.remove(key);
            foresee(cut, draft);
            var left = sideless(cut, cut.left(), draft);
            var right = sideless(cut, cut.right(), draft);
            var across = new ArrayList<Pair>();
            for (var a : left) {
              for (var b : right) {
                across.add(Pair.of(a, b, rules.types()));
              }
            }
            evidence.revive(across);
          }
        });
  }

  private static List<Identifier> sideless(
      Cut cut, SortedSet<Identifier> identifiers, Draft draft) {
    var nodes = new ArrayList<Identifier>();
    for (var identifier : identifiers) {
      var tree = draft.find(identifier);
      if (tree != null) {
        tree.put(identifier, tree.node(identifier).without(cut.id()));
        nodes.add(identifier);
      }
    }
    return nodes;
  }

  /// A steward says that two identifiers are the same person.
  public static Decided linkMade(StewardLink link, Snapshot before, Rules rules) {
    return decided(
        before,
        rules,
        (draft, evidence) -> {
          var ends = List.of(link.pair().stronger(), link.pair().weaker());
          draft.foresee(ends);
          if (ends.stream().noneMatch(end -> blocked(end, draft))) {
            ends.forEach(draft::admit);
            evidence.vouched(link);
          }
        });
  }

  private static boolean blocked(Identifier identifier, Draft draft) {
    return draft.find(identifier) == null && draft.rules().types().blocked(identifier);
  }

  /// A steward takes such a link back.
  public static Decided linkUndone(StewardLink link, Snapshot before, Rules rules) {
    return decided(
        before,
        rules,
        (draft, evidence) -> {
          draft.foresee(List.of(link.pair().stronger(), link.pair().weaker()));
          evidence.disavowed(link);
        });
  }

  private interface Step {
    void take(Draft draft, Evidence evidence);
  }

  private static Decided decided(Snapshot before, Rules rules, Step step) {
    var draft = new Draft(before, rules);
    var changes = new ArrayList<Change>();
    var effects = new ArrayList<Effect>();
    var evidence = new Evidence(draft, effects);
    step.take(draft, evidence);
    evidence.conclude(changes);
    return new Decided(null, changes, effects);
  }
}
