package io.inyeon.core.unify;

import io.inyeon.core.Change;
import io.inyeon.core.Decision.Decided;
import io.inyeon.core.Effect;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.SortedSet;

/// What people who look after the data decide of who is who: evidence like any other, only the
/// best; and taken back, as if it had never been said.
public final class Stewards {
  private Stewards() {}

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
            var logins = logins(cut, draft, evidence);
            var left = side(cut, cut.left(), Cut.Side.LEFT, draft);
            var right = side(cut, cut.right(), Cut.Side.RIGHT, draft);
            evidence.divided(left, right);
            evidence.slices().settle(logins);
          }
        });
  }

  /// To whom logins gave the events of the devices that a cut names: one across it does not count.
  private static Map<Identifier, Course> logins(Cut cut, Draft draft, Evidence evidence) {
    if (!draft.rules().types().anyByLogin()) {
      return Map.of();
    }
    var named = new ArrayList<>(cut.left());
    named.addAll(cut.right());
    return evidence.slices().courses(named);
  }

  private static void foresee(Cut cut, Draft draft) {
    var all = new ArrayList<>(cut.left());
    all.addAll(cut.right());
    draft.foresee(all);
  }

  private static SequencedSet<Identifier> side(
      Cut cut, SortedSet<Identifier> identifiers, Cut.Side side, Draft draft) {
    var nodes = new LinkedHashSet<>(Unifier.nodes(List.copyOf(identifiers), draft));
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
            var logins = logins(cut, draft, evidence);
            var left = sideless(cut, cut.left(), draft);
            var right = sideless(cut, cut.right(), draft);
            var across = new ArrayList<Pair>();
            for (var a : left) {
              for (var b : right) {
                across.add(Pair.of(a, b, rules.types()));
              }
            }
            evidence.revive(across);
            evidence.slices().settle(logins);
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
