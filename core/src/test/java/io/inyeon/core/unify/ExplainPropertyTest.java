package io.inyeon.core.unify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Pipeline;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What is said of identity, and what a steward is shown before deciding, against the definition.
/// More worlds: `-Dinyeon.worlds=20000`, from another seed on: `-Dinyeon.seed=...`.
class ExplainPropertyTest {
  private static final long FIRST = Long.getLong("inyeon.seed", 1);
  private static final long WORLDS = Long.getLong("inyeon.worlds", 300);

  /// A world in which everything has happened.
  private static final class Stage {
    final World world;
    final List<Act> acts;
    final Replica replica;
    final Random random;
    final List<Identifier> named;

    Stage(long seed) {
      world = new World(seed);
      acts = new ArrayList<>(world.shuffled());
      replica = new Replica(world.rules());
      acts.forEach(replica::take);
      random = new Random(seed);
      named = new ArrayList<>();
      replica.trees().forEach(tree -> named.addAll(tree.nodes().keySet()));
      named.sort(null);
    }

    Identifier anyone() {
      return named.get(random.nextInt(named.size()));
    }

    Relation between(Identifier a, Identifier b) {
      return Objects.requireNonNull(
          replica.memory().attempt(() -> Explain.between(a, b, replica.memory(), world.rules())));
    }

    Explanation explanation(Identifier of) {
      return Objects.requireNonNull(
          replica.memory().attempt(() -> Explain.profile(of, replica.memory(), world.rules())));
    }

    /// The events that may say that two are one person.
    List<Event> events(Pair pair) {
      var events = new ArrayList<Event>();
      for (var act : acts) {
        if (act instanceof Act.Sent(var event)
            && event.identifiers().contains(pair.stronger())
            && event.identifiers().contains(pair.weaker())
            && Unifier.pairs(List.of(pair.stronger(), pair.weaker()), event.kind(), types())
                .contains(pair)) {
          events.add(event);
        }
      }
      return events;
    }

    /// Whether some kinds of source may not link by some types.
    boolean restricted() {
      return world.rules().document().types().stream().anyMatch(each -> !each.linkedBy().isEmpty())
          || !world.rules().document().customType().linkedBy().isEmpty();
    }

    io.inyeon.core.collect.IdentifierTypes types() {
      return world.rules().types();
    }
  }

  private interface Check {
    void on(Stage stage);
  }

  private static void inAllWorlds(Check check) {
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      try {
        var stage = new Stage(seed);
        if (!stage.named.isEmpty()) {
          check.on(stage);
        }
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("seed " + seed, failure);
      }
    }
  }

  @Test
  void aPathIsARealPathAndItsLinksAreEvidence() {
    var paths = new int[1];
    inAllWorlds(stage -> {
      for (var i = 0; i < 4; i++) {
        var a = stage.anyone();
        var b = i % 2 == 0 ? stage.anyone() : stage.replica.profile(a).last();
        var relation = stage.between(a, b);
        assertThat(relation.one()).isEqualTo(stage.replica.profile(a).contains(b));
        assertThat(relation.one())
            .isEqualTo(one(Definition.of(stage.acts, stage.world.rules()), a, b));
        if (relation.one()) {
          paths[0] += relation.path().size();
          checkPath(stage, relation);
        } else {
          assertThat(relation.path()).isEmpty();
          assertThat(relation.a().profile()).isNotEqualTo(relation.b().profile());
        }
      }
    });
    assertThat(paths[0]).isGreaterThan((int) WORLDS / 4);
  }

  private static boolean one(Picture picture, Identifier a, Identifier b) {
    return picture.profiles().stream()
        .map(each ->
            List.of(each.substring(each.indexOf(' ') + 1, each.indexOf(" with ")).split(" ")))
        .anyMatch(names -> names.contains(a.toString()) && names.contains(b.toString()));
  }

  private static void checkPath(Stage stage, Relation relation) {
    var at = relation.a().identifier();
    var passed = new HashSet<Identifier>();
    var links = stage.replica.tree(at).links();
    for (var step : relation.path()) {
      assertThat(step.from()).isEqualTo(at);
      assertThat(passed.add(at)).as("in a circle").isTrue();
      var link = step.by().link();
      assertThat(link.pair().other(at)).isEqualTo(step.to());
      assertThat(links).containsEntry(link.pair(), link);
      checkEvidence(stage, link.pair(), step.by().evidence(), step.by().stewards());
      at = step.to();
    }
    assertThat(at).isEqualTo(relation.b().identifier());
    relation
        .spare()
        .forEach(spare -> {
          assertThat(links).containsEntry(spare.link().pair(), spare.link());
          checkEvidence(stage, spare.link().pair(), spare.evidence(), spare.stewards());
        });
  }

  private static void checkEvidence(
      Stage stage, Pair pair, LinkEvidence evidence, List<StewardLink> stewards) {
    var events = stage.events(pair);
    if (stage.restricted()) {
      // An event may be kept where nothing leads to from these two.
      assertThat(evidence.count()).isLessThanOrEqualTo(events.size());
      return;
    }
    assertThat(evidence.count()).as("events of %s", pair).isEqualTo(events.size());
    if (evidence.best().rank() == Stamp.STEWARD) {
      assertThat(stewards).extracting(StewardLink::id).contains(evidence.best().messageId());
    } else {
      assertThat(stewards).isEmpty();
      assertThat(events)
          .filteredOn(event -> Stamp.of(event).equals(evidence.best()))
          .extracting(event -> event.head().source())
          .contains(evidence.source());
    }
    if (!events.isEmpty()) {
      var latest =
          events.stream()
              .max((x, y) ->
                  x.head().time() != y.head().time()
                      ? Long.compare(x.head().time(), y.head().time())
                      : Arrays.compareUnsigned(
                          x.head().messageId().getBytes(UTF_8),
                          y.head().messageId().getBytes(UTF_8)))
              .orElseThrow();
      assertThat(evidence.latest()).isEqualTo(latest.head().time());
      assertThat(evidence.latestId()).isEqualTo(latest.head().messageId());
      assertThat(evidence.first())
          .isEqualTo(events.stream().mapToLong(each -> each.head().time()).min().orElseThrow());
    }
  }

  @Test
  void allEvidenceOfAPersonIsToldAndWhyWhatDoesNotCountDoesNot() {
    var refused = new HashMap<String, Integer>();
    inAllWorlds(stage -> {
      var picture = Definition.of(stage.acts, stage.world.rules());
      var one = stage.anyone();
      var explanation = stage.explanation(one);
      var part = stage.replica.profile(one);
      assertThat(new TreeSet<>(explanation.identifiers())).isEqualTo(part);
      assertThat(explanation.held()).hasSize(part.size() - 1);
      var inside = new TreeSet<String>();
      for (var all : List.of(explanation.held(), explanation.spare())) {
        for (var support : all) {
          assertThat(inside.add(Picture.pair(support.link().pair()))).isTrue();
          checkEvidence(stage, support.link().pair(), support.evidence(), support.stewards());
        }
      }
      var told = new TreeSet<String>();
      for (var each : explanation.refused()) {
        each.reasons()
            .forEach(reason -> refused.merge(reason.getClass().getSimpleName(), 1, Integer::sum));
        if (each.reasons().stream().allMatch(ExplainPropertyTest::unfit)) {
          if (each.reasons().stream().noneMatch(Reason.Blocked.class::isInstance)) {
            assertThat(stage.events(each.pair())).isEmpty();
          }
          assertThat(each.evidence().count()).isPositive();
        } else {
          told.add(Picture.pair(each.pair()));
          checkEvidence(stage, each.pair(), each.evidence(), each.stewards());
          checkReasons(each, picture, stage);
        }
      }
      assertThat(explanation.unlisted()).isZero();
      var names = part.stream().map(Identifier::toString).toList();
      assertThat(inside).isEqualTo(concerned(picture.links().keySet(), names, 2));
      var out = concerned(picture.links().keySet(), names, 1);
      out.addAll(concerned(picture.idle().keySet(), names, 1));
      out.addAll(concerned(picture.idle().keySet(), names, 2));
      assertThat(told).isEqualTo(out);
    });
    assertThat(refused)
        .containsOnlyKeys("Anchor", "Limit", "Shared", "Blocked", "Divided", "Untrusted");
  }

  private static boolean unfit(Reason reason) {
    return reason instanceof Reason.Blocked || reason instanceof Reason.Untrusted;
  }

  private static void checkReasons(Refused refused, Picture picture, Stage stage) {
    var idle = picture.idle().containsKey(Picture.pair(refused.pair()));
    for (var reason : refused.reasons()) {
      switch (reason) {
        case Reason.Anchor(var one, var other) -> {
          assertThat(idle).isFalse();
          assertThat(stage.replica.profile(one)).doesNotContain(other);
          assertThat(List.of(one, other)).allMatch(each -> stage.types().anchor(each.type()));
        }
        case Reason.Limit _ -> assertThat(idle).isFalse();
        case Reason.Shared(var identifier, _, _, _) -> {
          assertThat(idle).isTrue();
          assertThat(refused.pair().has(identifier)).isTrue();
        }
        case Reason.Divided(var cut) ->
            assertThat(stage.acts)
                .anyMatch(act -> act instanceof Act.Divided(var made) && made.id().equals(cut));
        case Reason.Blocked _, Reason.Untrusted _ -> throw new AssertionError(refused.toString());
      }
    }
  }

  /// Those pairs of which so many ends are among the names.
  private static Set<String> concerned(Set<String> pairs, List<String> names, int ends) {
    var all = new TreeSet<String>();
    for (var pair : pairs) {
      var both = List.of(pair.split(" - "));
      if (both.stream().filter(names::contains).count() == ends) {
        all.add(pair);
      }
    }
    return all;
  }

  @Test
  void betweenTwoPersonsStandsAllThatWasRefusedBetweenThem() {
    inAllWorlds(stage -> {
      var a = stage.anyone();
      var b = stage.anyone();
      var one = stage.replica.profile(a);
      var other = stage.replica.profile(b);
      if (one.contains(b)) {
        return;
      }
      var told = new TreeSet<Pair>();
      stage.between(a, b).refused().forEach(refused -> told.add(refused.pair()));
      var direct = new TreeSet<Pair>();
      stage.explanation(a).refused().stream()
          .map(Refused::pair)
          .filter(pair ->
              (one.contains(pair.stronger()) && other.contains(pair.weaker()))
                  || (one.contains(pair.weaker()) && other.contains(pair.stronger())))
          .forEach(direct::add);
      assertThat(told).containsAll(direct);
      assertThat(told)
          .allMatch(pair ->
              one.contains(pair.stronger())
                  || one.contains(pair.weaker())
                  || other.contains(pair.stronger())
                  || other.contains(pair.weaker()));
    });
  }

  @Test
  void aCutThatIsTakenBackLeavesTheStateAsItWas() {
    inAllWorlds(stage -> {
      var before = stage.replica.draw();
      var explained = stage.explanation(stage.named.getFirst());
      var cut = cut(stage);
      if (cut == null) {
        return;
      }
      stage.replica.take(new Act.Divided(cut));
      for (var a : cut.left()) {
        for (var b : cut.right()) {
          assertThat(stage.replica.profile(a)).doesNotContain(b);
          assertThat(stage.between(a, b).cuts()).contains(cut);
        }
      }
      stage.acts.add(new Act.Divided(cut));
      assertThat(stage.replica.draw()).isEqualTo(Definition.of(stage.acts, stage.world.rules()));
      stage.replica.take(new Act.Undivided(cut));
      assertThat(stage.replica.draw()).isEqualTo(before);
      assertThat(stage.explanation(stage.named.getFirst())).isEqualTo(explained);
    });
  }

  private static @org.jspecify.annotations.Nullable Cut cut(Stage stage) {
    var left = new TreeSet<Identifier>();
    var right = new TreeSet<Identifier>();
    for (var i = stage.random.nextInt(3); i >= 0; i--) {
      left.add(stage.anyone());
      right.add(stage.anyone());
    }
    right.removeAll(left);
    return right.isEmpty() ? null : new Cut("mine", left, right, 0, "lee", "not they");
  }

  @Test
  void whatAStewardIsShownIsWhatComesOfIt() {
    var moved = new int[1];
    inAllWorlds(stage -> {
      var act = decision(stage);
      if (act == null) {
        return;
      }
      var memory = stage.replica.memory();
      var rules = stage.world.rules();
      var before = new HashMap<>(memory.values());
      var entry = entry(act);
      var named = named(act);
      var preview =
          memory.attempt(() ->
              switch (Pipeline.decide(entry, memory, rules)) {
                case io.inyeon.core.Decision.Decided decided ->
                    Preview.of(named, decided, memory, rules);
                case io.inyeon.core.Decision.Needs(var keys) ->
                    throw new io.inyeon.core.Snapshot.Unloaded(keys);
              });
      assertThat(memory.values()).isEqualTo(before);
      var old = new HashMap<Identifier, Profile>();
      stage.named.forEach(each -> old.put(each, stage.replica.tree(each).profile(each, rules)));
      preview.before().forEach(profile -> assertThat(old).containsValue(profile));
      stage.replica.take(act);
      stage.acts.add(act);
      assertThat(stage.replica.draw()).isEqualTo(Definition.of(stage.acts, rules));
      for (var profile : preview.after()) {
        var known = profile.identifiers().getFirst();
        var identifier = new Identifier(known.type(), known.value());
        assertThat(stage.replica.tree(identifier).profile(identifier, rules)).isEqualTo(profile);
      }
      assertThat(preview.unlisted()).isZero();
      for (var identifier : stage.named) {
        var now = stage.replica.tree(identifier).profile(identifier, rules);
        var then = Objects.requireNonNull(old.get(identifier));
        if (!now.equals(then)) {
          assertThat(preview.before()).contains(then);
          assertThat(preview.after()).contains(now);
        }
        var move =
            preview.moves().stream()
                .filter(each -> each.identifiers().contains(identifier))
                .findFirst()
                .orElse(null);
        if (now.id().equals(then.id())) {
          assertThat(move).isNull();
        } else {
          moved[0]++;
          assertThat(Objects.requireNonNull(move).from()).isEqualTo(then.id());
          assertThat(move.to()).isEqualTo(now.id());
        }
      }
    });
    assertThat(moved[0]).isGreaterThan((int) WORLDS / 4);
  }

  private static @org.jspecify.annotations.Nullable Act decision(Stage stage) {
    if (stage.random.nextBoolean()) {
      var cut = cut(stage);
      return cut == null ? null : new Act.Divided(cut);
    }
    var a = stage.anyone();
    var b = stage.anyone();
    return a.equals(b)
        ? null
        : new Act.Linked(
            new StewardLink("mine", Pair.of(a, b, stage.types()), 0, "lee", "they called"));
  }

  private static Entry entry(Act act) {
    return switch (act) {
      case Act.Divided(var cut) -> new Entry.CutMade(1, 0, "lee", cut);
      case Act.Linked(var link) -> new Entry.LinkMade(1, 0, "lee", link);
      default -> throw new AssertionError(act.toString());
    };
  }

  private static Set<Identifier> named(Act act) {
    var named = new TreeSet<Identifier>();
    switch (act) {
      case Act.Divided(var cut) -> {
        named.addAll(cut.left());
        named.addAll(cut.right());
      }
      case Act.Linked(var link) -> {
        named.add(link.pair().stronger());
        named.add(link.pair().weaker());
      }
      default -> throw new AssertionError(act.toString());
    }
    return named;
  }
}
