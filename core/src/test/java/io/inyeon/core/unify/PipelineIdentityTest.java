package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Change;
import io.inyeon.core.Decision;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Outcome;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Identity as the pipeline uses it: from what arrived to whose it is.
class PipelineIdentityTest {
  private static final Identifier KIM = new Identifier("user_id", "kim");
  private static final Identifier COOKIE = new Identifier("anonymous_id", "c");

  private final Rules rules = TestRules.standard();
  private final Memory memory = new Memory();
  private long position;

  @BeforeEach
  void aSource() {
    var source =
        new Source("s1", 1, "shop", SourceKind.SERVER, List.of("key"), true, 1, false, false, 0);
    memory.apply(List.of(new Change.Put<>(new Key.Source(1), source)));
  }

  @Test
  void anEventIsItsStrongestIdentifiers() {
    assertThat(received("m1", "kim", "c").outcome())
        .isInstanceOfSatisfying(
            Outcome.Accepted.class, accepted -> assertThat(accepted.owner()).isEqualTo(KIM));
    assertThat(tree().nodes()).containsOnlyKeys(COOKIE, KIM);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void aDuplicateIsNoEvidence() {
    received("m1", "kim", "c");
    assertThat(received("m1", "lee", "c").outcome()).isInstanceOf(Outcome.Duplicate.class);
    assertThat(tree().nodes()).containsOnlyKeys(COOKIE, KIM);
    assertThat(count()).isEqualTo(1);
  }

  @Test
  void aStewardsDecisionsHaveNoOutcomeButTheirEffectAtOnce() {
    received("m1", "kim", "c");
    var cut =
        new Cut(
            "1", new TreeSet<>(List.of(KIM)), new TreeSet<>(List.of(COOKIE)), 0, "lee", "sold it");
    assertThat(decide(new Entry.CutMade(++position, 0, "lee", cut)).outcome()).isNull();
    assertThat(tree().nodes()).containsOnlyKeys(KIM);
    decide(new Entry.CutUndone(++position, 0, "lee", "1", "no"));
    assertThat(tree().nodes()).containsOnlyKeys(COOKIE, KIM);
  }

  @Test
  void whatIsTakenBackTwiceOrWasNeverSaidChangesNothing() {
    received("m1", "kim", "c");
    var link = new StewardLink("1", Pair.of(KIM, COOKIE, rules.types()), 0, "lee", "they called");
    assertThat(decide(new Entry.LinkUndone(++position, 0, "lee", link, "no")).changes()).isEmpty();
    assertThat(decide(new Entry.CutUndone(++position, 0, "lee", "1", "no")).changes()).isEmpty();
  }

  private Decision.Decided received(String messageId, String userId, String anonymousId) {
    position++;
    return decide(
        new Entry.Received(
            position,
            new Envelope(1, position, Call.TRACK, messageId, null, Value.Fields.EMPTY, 100),
            new Value.Fields(
                Map.of(
                    "messageId", new Value.Text(messageId),
                    "event", new Value.Text("Seen"),
                    "userId", new Value.Text(userId),
                    "anonymousId", new Value.Text(anonymousId)))));
  }

  private Decision.Decided decide(Entry entry) {
    memory.cool();
    return memory.decide(before -> Pipeline.decide(entry, before, rules));
  }

  private Tree tree() {
    var holder = Objects.requireNonNull(memory.peek(new Key.OfIdentifier(KIM)));
    return Objects.requireNonNull(memory.peek(new Key.Tree(holder.tree())));
  }

  private long count() {
    return tree().fragments().values().stream().mapToLong(Fragment::count).sum();
  }
}
