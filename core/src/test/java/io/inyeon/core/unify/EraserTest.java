package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Pipeline;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// An erasure leaves what there would be had the person's events never come; and so it stays,
/// whatever comes later. More worlds: `-Dinyeon.worlds=20000`, from another seed on:
/// `-Dinyeon.seed=...`.
class EraserTest {
  private static final long FIRST = Long.getLong("inyeon.seed", 1);
  private static final long WORLDS = Long.getLong("inyeon.worlds", 1_000);

  private int erased;
  private int kept;
  private int haunted;

  @Test
  void stateIsThatOfAWorldWithoutThePersonsEvents() {
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      var world = new World(seed);
      // Where a source may not link by a type, the known limits of the eraser show.
      if (!world.rules().types().anyByLogin() && everybodyLinks(world)) {
        check(world, seed);
      }
    }
    assertThat(erased).as("people erased").isGreaterThan(100);
    assertThat(kept).as("with identifiers that others' events name").isGreaterThan(30);
    assertThat(haunted).as("whose going leaves something that counts").isGreaterThan(30);
  }

  private void check(World world, long seed) {
    var random = new Random(seed);
    var acts = world.shuffled().stream().filter(act -> told(act, world)).toList();
    if (acts.isEmpty()) {
      return;
    }
    var one = 1 + random.nextInt(acts.size());
    var two = one + random.nextInt(acts.size() - one + 1);
    var live = new Replica(world.rules());
    acts.subList(0, one).forEach(live::take);
    var first = erase(live, someone(live, random), "ers_1");
    if (first == null) {
      return;
    }
    count(first);
    var anew = new Replica(world.rules());
    without(acts.subList(0, one), first).forEach(anew::take);
    tell(anew, first);
    assertSame(live, anew, "seed " + seed + ", at once");
    acts.subList(one, two).forEach(anew::take);
    acts.subList(one, two).forEach(live::take);
    assertSame(live, anew, "seed " + seed + ", and later");
    tell(live, first);

    var second = erase(live, someone(live, random), "ers_2");
    if (second == null) {
      return;
    }
    count(second);
    var again = new Replica(world.rules());
    without(without(acts.subList(0, one), first), second).forEach(again::take);
    tell(again, first);
    without(acts.subList(one, two), second).forEach(again::take);
    tell(again, second);
    assertSame(live, again, "seed " + seed + ", after a second");
    acts.subList(two, acts.size()).forEach(again::take);
    acts.subList(two, acts.size()).forEach(live::take);
    assertSame(live, again, "seed " + seed + ", and after that");
  }

  private void count(Leftover leftover) {
    erased++;
    kept += leftover.erasure().kept() > 0 ? 1 : 0;
    haunted += leftover.erasure().ghosts().isEmpty() ? 0 : 1;
  }

  /// Where logins decide and stewards speak, too, nothing is left that contradicts itself, nothing
  /// names the erased, and life goes on.
  @Test
  void nothingNamesTheErased() {
    var checked = 0;
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      var world = new World(seed);
      var random = new Random(seed);
      var acts = world.shuffled();
      var at = 1 + random.nextInt(acts.size());
      var live = new Replica(world.rules());
      acts.subList(0, at).forEach(live::take);
      var leftover = erase(live, someone(live, random), "ers_1");
      if (leftover != null) {
        checked++;
        live.draw();
        tell(live, leftover);
        var gone = leftover.gone().stream().map(Identifier::value).toList();
        live.memory()
            .values()
            .forEach((key, value) -> {
              for (var name : gone) {
                assertThat(key + " " + value)
                    .as("a world of seed and erasure " + leftover.erasure().id())
                    .doesNotContain("value=" + name + "]");
              }
            });
        acts.subList(at, acts.size()).forEach(live::take);
        live.draw();
      }
    }
    assertThat(checked).isGreaterThan(100);
  }

  /// An event, and not one of two accounts from a source that may not say so: no reading gives it.
  private static boolean told(Act act, World world) {
    return act instanceof Act.Sent(var event)
        && (event.kind().trusted()
            || event.identifiers().stream()
                    .filter(each -> world.rules().types().anchor(each.type()))
                    .count()
                < 2);
  }

  private static boolean everybodyLinks(World world) {
    var document = world.rules().document();
    return document.customType().linkedBy().isEmpty()
        && document.types().stream().allMatch(type -> type.linkedBy().isEmpty());
  }

  private static void assertSame(Replica live, Replica anew, String when) {
    assertThat(live.draw()).as(when).isEqualTo(anew.draw());
  }

  private static @Nullable Identifier someone(Replica replica, Random random) {
    var known = new ArrayList<Identifier>();
    replica.trees().forEach(tree -> known.addAll(tree.nodes().keySet()));
    known.sort(null);
    return known.isEmpty() ? null : known.get(random.nextInt(known.size()));
  }

  private static @Nullable Leftover erase(Replica replica, @Nullable Identifier who, String id) {
    if (who == null) {
      return null;
    }
    var key = replica.rules().document().workspaceKey();
    var entry = new Entry.PersonErased(900, 1, "kim", id, ProfileIds.of(key, who), "asked");
    replica.memory().decide(before -> Pipeline.decide(entry, before, replica.rules()));
    return Objects.requireNonNull(replica.memory().peek(new Key.OfLeftover(id)));
  }

  private static void tell(Replica replica, Leftover leftover) {
    var entry = new Entry.ErasureKept(901, 2, leftover.erasure(), List.of());
    replica.memory().decide(before -> Pipeline.decide(entry, before, replica.rules()));
    var scrubbed = new Entry.ErasuresScrubbed(902, 3, List.of(leftover.erasure().id()));
    replica.memory().decide(before -> Pipeline.decide(scrubbed, before, replica.rules()));
  }

  private static List<Act> without(List<Act> acts, Leftover leftover) {
    var fragments = new HashSet<>(leftover.fragments());
    return acts.stream()
        .filter(act ->
            !(act instanceof Act.Sent(var event)) || !fragments.contains(FragmentKey.of(event)))
        .toList();
  }
}
