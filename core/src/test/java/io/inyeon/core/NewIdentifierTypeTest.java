package io.inyeon.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A trusted source's event may name people in a way that the workspace did not know before.
class NewIdentifierTypeTest {
  private static final RulesDocument RULES =
      DefaultRules.of("00".repeat(32), "KR", "KRW", "Asia/Seoul");

  /// What the decisions so far have left.
  private static final class State implements Snapshot {
    private final Map<Key<?>, Object> values = new HashMap<>();

    @Override
    @SuppressWarnings("unchecked") // a change puts under a key what belongs there
    public <V> @Nullable V get(Key<V> key) {
      return (V) values.get(key);
    }

    void apply(Change change) {
      switch (change) {
        case Change.Put<?>(var key, var value) -> values.put(key, value);
        case Change.Remove<?>(var key) -> values.remove(key);
      }
    }
  }

  private final State state = new State();
  private long position = 1;

  private void send(SourceKind kind, String messageId, String type) {
    var number = 7;
    state.apply(
        new Change.Put<>(
            new Key.Source(number),
            new Source("s", number, "s", kind, List.of(), true, 1, false, false, 0)));
    var body = new LinkedHashMap<String, Value>();
    Map.of("type", "page", "messageId", messageId, "userId", "u1")
        .forEach((name, text) -> body.put(name, new Value.Text(text)));
    var external = new LinkedHashMap<String, Value>();
    Map.of("type", type, "id", "x", "collection", "users", "encoding", "none")
        .forEach((name, text) -> external.put(name, new Value.Text(text)));
    body.put(
        "context",
        new Value.Fields(
            Map.of("externalIds", new Value.Items(List.of(new Value.Fields(external))))));
    var envelope = new Envelope(number, 1_000, null, "edge", null, Value.Fields.EMPTY, 100);
    var rules =
        Rules.of(
            rules(), (written, region) -> null, each -> Pattern.compile(each).asMatchPredicate());
    var decision =
        Pipeline.decide(
            new Entry.Received(position++, envelope, new Value.Fields(body)), state, rules);
    switch (decision) {
      case Decision.Decided decided -> decided.changes().forEach(state::apply);
      case Decision.Needs _ -> throw new AssertionError("everything is loaded");
    }
  }

  private RulesDocument rules() {
    var rules = state.get(new Key.OfRules());
    return rules == null ? RULES : rules;
  }

  private List<String> types() {
    return rules().types().stream().map(IdentifierType::name).toList();
  }

  @Test
  void aTrustedSourceAddsItToTheRulesOnce() {
    send(SourceKind.SERVER, "m-1", "crm_id");
    assertThat(types()).hasSize(12).contains("crm_id");
    assertThat(rules().version()).isEqualTo(1);
    send(SourceKind.IMPORT, "m-2", "crm_id");
    send(SourceKind.SERVER, "m-1", "another, in an event that is a duplicate");
    assertThat(rules().version()).isEqualTo(1);
    send(SourceKind.SERVER, "m-3", "kakao_id");
    assertThat(types()).hasSize(13).contains("crm_id", "kakao_id");
  }

  @Test
  void aBrowserAddsNothing() {
    send(SourceKind.BROWSER, "m-1", "crm_id");
    assertThat(types()).hasSize(11);
  }
}
