package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Change;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Outcome;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Rules;
import io.inyeon.core.UndoneImports;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What is taken back counts nowhere once state is made anew.
class UndoneImportsTest {
  private static final int FILES = 1;
  private static final int WEB = 2;

  /// Two imports of one source about people whom the web knows too; then the first is taken back,
  /// and its file comes once more.
  private static final List<Entry> HISTORY =
      List.of(
          event(1, WEB, "w1", "", "kim", "cookie"),
          event(2, FILES, "r1", "imp_a.1", "kim", "tablet"),
          event(3, FILES, "r2", "imp_a.2", "lee", "tablet"),
          event(4, FILES, "r3", "imp_b.1", "kim", "phone"),
          event(5, WEB, "w2", "", "lee", "cookie"),
          new Entry.ImportUndone(6, 6, "park", FILES, "imp_a"),
          event(7, FILES, "r4", "imp_b.2", "lee", "phone"));

  private final Rules rules = TestRules.standard();

  @Test
  void aRebuildThatKnowsOfItGivesWhatWouldBeHadTheImportNeverCome() {
    var rebuilt = state(HISTORY, UndoneImports.known(undoings()));
    var never =
        state(
            HISTORY.stream()
                .filter(each ->
                    !(each instanceof Entry.Received received
                        && received.envelope().edgeId().startsWith("imp_a.")))
                .filter(each -> !(each instanceof Entry.ImportUndone))
                .toList(),
            Map.of());
    assertThat(people(rebuilt)).isEqualTo(people(never));
    assertThat(people(rebuilt)).isNotEqualTo(people(state(HISTORY, Map.of())));
    assertThat(Objects.requireNonNull(rebuilt.peek(new Key.Outcomes(FILES))).dropped())
        .isEqualTo(2);
  }

  @Test
  void untilThenItIsPendingAndAfterwardsItIsNot() {
    var key = new Key.OfUndone(FILES);
    var live = Objects.requireNonNull(state(HISTORY, Map.of()).peek(key));
    var rebuilt = state(HISTORY, UndoneImports.known(undoings())).peek(key);
    assertThat(live.pending()).isTrue();
    assertThat(Objects.requireNonNull(rebuilt).pending()).isFalse();
  }

  @Test
  void aRowThatWasTakenBackMayComeAgain() {
    var memory = state(HISTORY, UndoneImports.known(undoings()));
    var again = decide(memory, event(8, FILES, "r1", "imp_c.1", "kim", "tablet"));
    assertThat(again).isInstanceOf(Outcome.Accepted.class);
    var live = state(HISTORY, Map.of());
    assertThat(decide(live, event(8, FILES, "r1", "imp_c.1", "kim", "tablet")))
        .isInstanceOf(Outcome.Duplicate.class);
  }

  @Test
  void aWholeSourceIsTakenBackUpToThatMomentAndNoOther() {
    var all =
        UndoneImports.known(List.of(new Entry.ImportUndone(6, 6, "park", FILES, "")))
            .getOrDefault(FILES, UndoneImports.NONE);
    assertThat(all.cover(5, "imp_b.9")).isTrue();
    assertThat(all.cover(5, "")).isTrue();
    assertThat(all.cover(7, "imp_b.9")).isFalse();
    var one =
        UndoneImports.known(List.of(new Entry.ImportUndone(6, 6, "park", FILES, "imp_a")))
            .getOrDefault(FILES, UndoneImports.NONE);
    assertThat(one.cover(5, "imp_a.1")).isTrue();
    assertThat(one.cover(5, "imp_ab.1")).isFalse();
    assertThat(one.cover(5, "")).isFalse();
  }

  private static List<Entry.ImportUndone> undoings() {
    return HISTORY.stream()
        .filter(Entry.ImportUndone.class::isInstance)
        .map(Entry.ImportUndone.class::cast)
        .toList();
  }

  private Memory state(List<Entry> history, Map<Integer, UndoneImports> known) {
    var memory = new Memory();
    memory.apply(
        List.of(
            new Change.Put<>(new Key.Source(FILES), source(FILES, SourceKind.IMPORT)),
            new Change.Put<>(new Key.Source(WEB), source(WEB, SourceKind.BROWSER))));
    known.forEach((source, undone) ->
        memory.apply(List.of(new Change.Put<>(new Key.OfUndone(source), undone))));
    history.forEach(entry -> decide(memory, entry));
    return memory;
  }

  private @org.jspecify.annotations.Nullable Outcome decide(Memory memory, Entry entry) {
    memory.cool();
    return memory.decide(before -> Pipeline.decide(entry, before, rules)).outcome();
  }

  /// All that is known of people.
  private static Map<Key<?>, Object> people(Memory memory) {
    var people = new HashMap<>(memory.values());
    people.keySet().removeIf(key -> key instanceof Key.Outcomes || key instanceof Key.OfUndone);
    return people;
  }

  private static Source source(int number, SourceKind kind) {
    return new Source("s" + number, number, "s", kind, List.of("key"), true, 1, false, false, 0);
  }

  private static Entry event(
      long position, int source, String id, String edgeId, String user, String cookie) {
    return new Entry.Received(
        position,
        new Envelope(source, position, Call.TRACK, edgeId, null, Value.Fields.EMPTY, 100),
        new Value.Fields(
            Map.of(
                "messageId", new Value.Text(id),
                "event", new Value.Text("Seen"),
                "userId", new Value.Text(user),
                "anonymousId", new Value.Text(cookie))));
  }
}
