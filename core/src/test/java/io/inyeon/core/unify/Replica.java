package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Change;
import io.inyeon.core.Effect;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// One copy of state, to which a world's acts happen in some order by the code under test.
final class Replica {
  private final Rules rules;
  private final Memory memory = new Memory();
  private final List<Effect> effects = new ArrayList<>();
  private long position;

  Replica(Rules rules) {
    this.rules = rules;
  }

  Rules rules() {
    return rules;
  }

  Memory memory() {
    return memory;
  }

  List<Effect> effects() {
    return effects;
  }

  void take(Act act) {
    position++;
    switch (act) {
      case Act.Sent(var event) -> send(event);
      case Act.Linked(var link) -> decide(new Entry.LinkMade(position, 0, "kim", link));
      case Act.Unlinked(var link) -> decide(new Entry.LinkUndone(position, 0, "kim", link, "no"));
      case Act.Divided(var cut) -> decide(new Entry.CutMade(position, 0, "kim", cut));
      case Act.Undivided(var cut) ->
          decide(new Entry.CutUndone(position, 0, "kim", cut.id(), "no"));
    }
  }

  Identifier send(Event event) {
    return memory.attempt(() -> {
      var changes = new ArrayList<Change>();
      var told = new ArrayList<Effect>();
      var owner = Unifier.unify(event, position, memory, rules, changes, told);
      memory.apply(changes);
      memory.record(event);
      effects.addAll(told);
      return owner;
    });
  }

  private void decide(Entry entry) {
    effects.addAll(memory.decide(before -> Pipeline.decide(entry, before, rules)).effects());
  }

  // ---- what it says

  Tree tree(Identifier identifier) {
    var holder = Objects.requireNonNull(memory.peek(new Key.OfIdentifier(identifier)));
    return Objects.requireNonNull(memory.peek(new Key.Tree(holder.tree())));
  }

  SortedSet<Identifier> profile(Identifier identifier) {
    return tree(identifier).part(identifier, rules);
  }

  ProfileId profileId(Identifier identifier) {
    return tree(identifier).profileId(identifier, rules);
  }

  List<Tree> trees() {
    var trees = new ArrayList<Tree>();
    memory
        .values()
        .forEach((key, value) -> {
          if (value instanceof Tree tree) {
            assertThat(key).isEqualTo(new Key.Tree(tree.id()));
            trees.add(tree);
          }
        });
    return trees;
  }

  /// Draws what it says; checks on the way that it does not contradict itself.
  Picture draw() {
    var picture = new Picture();
    var held = new HashMap<Identifier, Long>();
    for (var tree : trees()) {
      picture.trees().add(Picture.names(tree.nodes().keySet()));
      tree.nodes()
          .forEach((identifier, node) -> {
            assertThat(held.put(identifier, tree.id())).as("in two trees").isNull();
            assertThat(memory.peek(new Key.OfIdentifier(identifier)))
                .isEqualTo(new Holder(tree.id()));
            picture.node(identifier, node.tally(), node.cuts());
          });
      checkWays(tree);
      checkLinks(tree);
      tree.links().forEach((pair, link) -> picture.link(pair, link.best(), link.used()));
      // By which spans of time they are kept apart is nobody's business.
      var sums = new TreeMap<FragmentKey, Fragment>();
      tree.fragments()
          .forEach((key, sum) -> sums.merge(key.in(Span.WHOLE, key.heir()), sum, Fragment::plus));
      sums.forEach((key, sum) -> picture.fragment(key, tree.nodes().keySet(), sum));
      for (var part : tree.parts(rules)) {
        var own = new TreeSet<String>();
        tree.fragments(part, rules)
            .keySet()
            .forEach(key -> own.add(key.in(Span.WHOLE, key.heir()).toString()));
        picture.profile(tree.profileId(part.last(), rules), part, own);
      }
    }
    memory
        .values()
        .forEach((key, value) -> {
          if (key instanceof Key.IdleLink(var pair)) {
            picture.idle().put(Picture.pair(pair), value.toString());
          } else if (value instanceof StewardLinks(var byId, var evidence)) {
            if (key instanceof Key.OfStewardLinks(var pair)) {
              picture.stewards().put(Picture.pair(pair), byId.keySet() + " " + evidence);
            }
          } else if (key instanceof Key.OfIdentifier(var identifier)) {
            assertThat(held).containsKey(identifier);
            var id = ProfileIds.of(rules.document().workspaceKey(), identifier);
            assertThat(memory.peek(new Key.OfProfile(id))).isEqualTo(identifier);
          }
        });
    return picture;
  }

  /// Links stand with both ends; those in use with both ends in one tree.
  private void checkLinks(Tree tree) {
    tree.links()
        .forEach((pair, link) -> {
          assertThat(link.pair()).isEqualTo(pair);
          assertThat(tree(pair.stronger()).links()).containsEntry(pair, link);
          assertThat(tree(pair.weaker()).links()).containsEntry(pair, link);
          assertThat(List.of(tree(pair.stronger()).id(), tree(pair.weaker()).id()))
              .contains(tree.id());
          if (link.used()) {
            assertThat(tree(pair.stronger()).id()).isEqualTo(tree(pair.weaker()).id());
          }
        });
  }

  /// The ways to the roots run over just the links in use, whether kept or worked out anew.
  private void checkWays(Tree tree) {
    var anew = new Tree(tree.id(), tree.nodes(), tree.links(), tree.fragments()).up(rules.types());
    for (var up : List.of(tree.up(rules.types()), anew)) {
      var steps = new LinkedHashSet<Pair>();
      up.forEach((lower, upper) -> steps.add(Pair.of(lower, upper, rules.types())));
      assertThat(steps).hasSameSizeAs(up.keySet());
      var inUse = new TreeSet<Pair>();
      for (var link : tree.links().values()) {
        var pair = link.pair();
        if (link.used()
            && !(rules.types().anchor(pair.stronger().type())
                && rules.types().anchor(pair.weaker().type()))) {
          inUse.add(pair);
        }
      }
      assertThat(steps).containsExactlyInAnyOrderElementsOf(inUse);
      for (var identifier : tree.nodes().keySet()) {
        assertThat(up.containsKey(identifier) && rules.types().anchor(identifier.type()))
            .as("an anchor is a root")
            .isFalse();
      }
    }
  }
}
