package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Change;
import io.inyeon.core.Decision;
import io.inyeon.core.Effect;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Outcome;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.recall.Ledger;
import io.inyeon.core.recall.PastWorld;
import io.inyeon.core.steps.Actor;
import io.inyeon.core.steps.Beginning;
import io.inyeon.core.steps.Mail;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The same people where state is kept by many who send each other messages, in whatever order
/// these arrive and whoever crashes meanwhile. More worlds: `-Dinyeon.worlds=20000`, from another
/// seed on: `-Dinyeon.seed=...`.
class StepsTest {
  private static final long FIRST = Long.getLong("inyeon.seed", 1);
  private static final long WORLDS = Long.getLong("inyeon.worlds", 600);

  /// Nothing that is the workspace's is asked for.
  private static final Snapshot NO_WORKSPACE =
      new Snapshot() {
        @Override
        public <V> @Nullable V get(Key<V> key) {
          throw new AssertionError(key + " is asked for");
        }
      };

  @Test
  void peopleAreWhatTheDefinitionSaysHoweverMessagesAndCrashesFall() {
    for (var seed = FIRST; seed < FIRST + WORLDS; seed++) {
      var world = new World(seed);
      var acts = world.shuffled();
      try {
        var spread = spread(world.rules(), acts, new Random(seed * 31));
        spread.assertAtRest();
        assertThat(spread.together().draw()).isEqualTo(Definition.of(acts, world.rules()));
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("seed " + seed, failure);
      }
    }
  }

  /// Unless a later one says the same.
  @Test
  void whateverMessageIsLostIsMissed() {
    var missed = 0;
    for (var seed = FIRST; seed < FIRST + 50; seed++) {
      var world = new World(seed);
      var acts = world.shuffled();
      var whole = new Spread(world.rules(), NO_WORKSPACE, new Random(seed), true, false);
      run(whole, acts, world.rules());
      var lossy = new Spread(world.rules(), NO_WORKSPACE, new Random(seed), true, false);
      var lost = world.random().nextInt(whole.delivered());
      lossy.lose(lost);
      if (isRight(lossy, acts, world.rules())) {
        assertThat(lossy.saidAgain()).as("seed %d without message %d", seed, lost).isTrue();
      } else {
        missed++;
      }
    }
    assertThat(missed).isGreaterThan(45);
  }

  private static boolean isRight(Spread spread, List<Act> acts, Rules rules) {
    try {
      run(spread, acts, rules);
      spread.assertAtRest();
      return spread.together().draw().equals(Definition.of(acts, rules));
    } catch (AssertionError | RuntimeException wrong) {
      return false;
    }
  }

  private static Spread spread(Rules rules, List<Act> acts, Random random) {
    var inOrder = random.nextBoolean();
    var crashes = random.nextInt(4) > 0;
    var spread = new Spread(rules, NO_WORKSPACE, random, inOrder, crashes);
    run(spread, acts, rules);
    return spread;
  }

  private static void run(Spread spread, List<Act> acts, Rules rules) {
    var byPosition = new HashMap<Long, Act>();
    spread.deciding((entry, before) -> decide(entry, byPosition, before, rules));
    for (var act : acts) {
      var position = byPosition.size() + 1L;
      byPosition.put(position, act);
      spread.enter(begin(act, position, rules));
      spread.some();
    }
    spread.all();
  }

  // ---- from what arrives

  @Test
  void whatArrivesEndsAsItWouldInOnePlace() {
    var duplicates = 0;
    for (var seed = FIRST; seed < FIRST + WORLDS / 10; seed++) {
      var world = new PastWorld(seed, false);
      var one = world.ledger();
      var rules = one.rules();
      var random = new Random(seed * 31);
      var spread = new Spread(rules, one.live(), random, random.nextBoolean(), true);
      spread.deciding((entry, before) -> Pipeline.decide(entry, before, rules));
      try {
        var again = new Ledger();
        var outcomes = new HashMap<Long, Outcome>();
        for (var entry : one.entries()) {
          var outcome = again.enter(entry);
          if (!(entry instanceof Entry.RulesSaved || entry instanceof Entry.SourceSaved)) {
            outcomes.put(entry.position(), outcome);
            spread.enter(Beginning.of(entry, one.live(), rules));
            spread.some();
          }
        }
        spread.all();
        spread.assertAtRest();
        for (var position : outcomes.keySet()) {
          var outcome = outcomes.get(position);
          duplicates += outcome instanceof Outcome.Duplicate ? 1 : 0;
          assertThat(unowned(spread.decided(position).outcome())).isEqualTo(unowned(outcome));
        }
        var together = spread.together();
        for (var who : world.people()) {
          var profile =
              together.memory().peek(new Key.OfIdentifier(who)) == null
                  ? null
                  : together.tree(who).profile(who, rules);
          assertThat(profile).as("%s", who).isEqualTo(one.profile(who));
        }
        together
            .memory()
            .values()
            .forEach((key, value) -> {
              if (key instanceof Key.Outcomes || key instanceof Key.Account) {
                assertThat(value).as("%s", key).isEqualTo(one.live().get(key));
              }
            });
      } catch (RuntimeException | AssertionError failure) {
        throw new AssertionError("seed " + seed, failure);
      }
    }
    assertThat(duplicates).isGreaterThan(20);
  }

  /// Whose an event is when it is decided hangs on what was decided before.
  private static @Nullable Outcome unowned(@Nullable Outcome outcome) {
    return outcome instanceof Outcome.Accepted(var event, _, _)
        ? new Outcome.Accepted(event, event.identifiers().getFirst())
        : outcome;
  }

  // ---- what it takes

  private static final Identifier KIM = new Identifier("user_id", "kim");
  private static final Identifier MAIL = new Identifier("email", "kim@example.com");
  private static final Identifier PHONE = new Identifier("anonymous_id", "phone");
  private static final Identifier LAPTOP = new Identifier("anonymous_id", "laptop");
  private static final Identifier DESK = new Identifier("email", "info@example.com");

  @Test
  void anEventThatSaysNothingNewStaysWithItsTree() {
    var first = event(1, KIM, MAIL, PHONE);
    assertThat(messages(List.of(first), event(2, KIM, MAIL, PHONE)))
        .as("identifier to tree")
        .isEqualTo(1);
    assertThat(messages(List.of(first, event(2, PHONE)), event(3, PHONE))).isEqualTo(1);
  }

  @Test
  void aNewLinkBorrowsAndHandsBackWhatItNeedsAndNoMore() {
    var first = event(1, KIM, MAIL, PHONE);
    assertThat(messages(List.of(), first))
        .as("two more identifiers; their pointers, the tree, three profile ids")
        .isEqualTo(2 + 3 + 1 + 3);
    assertThat(messages(List.of(first), event(2, KIM, LAPTOP)))
        .as("tree, cookie and back to the tree; the cookie's pointer, its profile id")
        .isEqualTo(5);
    assertThat(messages(List.of(first, event(2, LAPTOP)), event(3, KIM, LAPTOP)))
        .as("one tree, the cookie, the other tree; handed back; the cookie's pointer")
        .isEqualTo(5);
    assertThat(messages(List.of(first, event(2, KIM, MAIL)), event(3, MAIL, PHONE)))
        .as("another list of the same tree's")
        .isEqualTo(1);
  }

  @Test
  void anEventOfASharedAddressLooksForItsOwnerAndChangesNothingElse() {
    var before = new ArrayList<Act>();
    for (var i = 0; i < 21; i++) {
      before.add(event(i, new Identifier("user_id", "u" + i), DESK));
    }
    before.add(event(30, DESK, PHONE));
    assertThat(messages(before, event(31, DESK, PHONE)))
        .as("the address' tree, the cookie, its tree; one handed back")
        .isEqualTo(4);
  }

  private static Act event(int number, Identifier... identifiers) {
    return new Act.Sent(
        World.event(number, SourceKind.SERVER, number, number, List.of(identifiers)));
  }

  /// How many messages the last act takes when nothing else is on its way.
  private static int messages(List<Act> before, Act last) {
    var rules = TestRules.standard();
    var spread = new Spread(rules, NO_WORKSPACE, new Random(1), true, false);
    var byPosition = new HashMap<Long, Act>();
    spread.deciding((entry, snapshot) -> decide(entry, byPosition, snapshot, rules));
    var all = new ArrayList<>(before);
    all.add(last);
    for (var act : all) {
      var position = byPosition.size() + 1L;
      byPosition.put(position, act);
      spread.enter(begin(act, position, rules));
      spread.all();
    }
    spread.assertAtRest();
    assertThat(spread.together().draw()).isEqualTo(Definition.of(all, rules));
    return spread.messages(all.size());
  }

  private static Mail begin(Act act, long position, Rules rules) {
    return switch (act) {
      case Act.Sent(var event) -> {
        var envelope = new Envelope(1, 0, Call.TRACK, "", null, Value.Fields.EMPTY, 0);
        var first =
            event.identifiers().stream().filter(each -> !rules.types().blocked(each)).findFirst();
        yield Actor.begin(
            new Entry.Received(position, envelope, Value.Fields.EMPTY),
            List.of(),
            Set.of(new Key.OfIdentifier(first.orElseThrow())));
      }
      case Act.Linked(var link) -> steward(new Entry.LinkMade(position, 0, "kim", link), rules);
      case Act.Unlinked(var link) ->
          steward(new Entry.LinkUndone(position, 0, "kim", link, "no"), rules);
      case Act.Divided(var cut) -> steward(new Entry.CutMade(position, 0, "kim", cut), rules);
      case Act.Undivided(var cut) ->
          steward(new Entry.CutUndone(position, 0, "kim", cut.id(), "no"), rules);
    };
  }

  private static Mail steward(Entry entry, Rules rules) {
    return Beginning.of(entry, NO_WORKSPACE, rules);
  }

  private static Decision decide(Entry entry, Map<Long, Act> acts, Snapshot before, Rules rules) {
    if (!(acts.get(entry.position()) instanceof Act.Sent(var event))) {
      return Pipeline.decide(entry, before, rules);
    }
    try {
      var changes = new ArrayList<Change>();
      var effects = new ArrayList<Effect>();
      var owner = Unifier.unify(event, entry.position(), before, rules, changes, effects);
      return new Decision.Decided(new Outcome.Accepted(event, owner), changes, effects);
    } catch (Snapshot.Unloaded unloaded) {
      return new Decision.Needs(unloaded.keys());
    }
  }
}
