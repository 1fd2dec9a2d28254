package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.SharedPolicy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How many events other policies move, told from fragments, beside what the definition says of
/// each event. More worlds: `-Dinyeon.worlds=20000`, from another seed on: `-Dinyeon.seed=...`.
class DeviceEventsTest {
  private static final long FIRST = Long.getLong("inyeon.seed", 1);
  private static final long WORLDS = Long.getLong("inyeon.worlds", 400);

  @Test
  void whatIsToldHoldsWhatMoves() {
    var moving = 0;
    var exact = 0;
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      var world = new World(seed);
      var random = new Random(seed * 17);
      var acts = new ArrayList<Act>();
      world.shuffled().stream().filter(act -> act instanceof Act.Sent).forEach(acts::add);
      var other = withOtherPolicies(world.rules(), random);
      var was = new Replica(world.rules());
      acts.forEach(was::take);
      var now = new Replica(other);
      acts.forEach(now::take);

      var told = DeviceEvents.moved(was.trees(), world.rules(), all(now), other);

      var before = Definition.holders(acts, world.rules());
      var after = Definition.holders(acts, other);
      var moved = 0;
      var people = new HashSet<ProfileId>();
      for (var event : before.keySet()) {
        if (changed(event, world.rules(), other)) {
          var whose = now.profileId(Objects.requireNonNull(before.get(event)));
          var whoseNow = now.profileId(Objects.requireNonNull(after.get(event)));
          if (!whose.equals(whoseNow)) {
            moved++;
            people.add(whose);
            people.add(whoseNow);
          }
        }
      }
      assertThat(told.events()).as("seed %d, certain", seed).isLessThanOrEqualTo(moved);
      assertThat(told.atMost()).as("seed %d, at most", seed).isGreaterThanOrEqualTo(moved);
      assertThat(told.people()).as("seed %d", seed).isGreaterThanOrEqualTo(people.size());
      if (other.document().customType().policy() != SharedPolicy.BY_LOGIN
          && other.document().types().stream()
              .noneMatch(type -> type.policy() == SharedPolicy.BY_LOGIN)) {
        assertThat(told)
            .as("seed %d, to `first` and `last` nothing is uncertain", seed)
            .isEqualTo(new DeviceEvents.Moved(moved, moved, people.size()));
      }
      moving += moved > 0 ? 1 : 0;
      exact += moved > 0 && told.events() == told.atMost() ? 1 : 0;
    }
    assertThat(moving).isGreaterThan((int) WORLDS / 10);
    assertThat(exact).isGreaterThan(moving / 3);
  }

  private static boolean changed(Event event, Rules before, Rules after) {
    return event.identifiers().stream()
        .anyMatch(each ->
            before.types().type(each.type()).policy() != after.types().type(each.type()).policy());
  }

  /// The same rules, but for the policies.
  private static Rules withOtherPolicies(Rules rules, Random random) {
    var policies = SharedPolicy.values();
    var most = random.nextBoolean() ? policies.length : 2;
    var types = new ArrayList<IdentifierType>();
    for (var type : rules.document().types()) {
      types.add(type.anchor() ? type : type.with(policies[random.nextInt(most)]));
    }
    var custom = rules.document().customType().with(policies[random.nextInt(most)]);
    return TestRules.of(List.copyOf(types), custom).withSpans(rules.spanEvents());
  }

  private static Snapshot all(Replica replica) {
    return new Snapshot() {
      @Override
      public <V> @Nullable V get(Key<V> key) {
        return replica.memory().peek(key);
      }
    };
  }
}
