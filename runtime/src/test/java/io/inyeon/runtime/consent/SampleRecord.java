package io.inyeon.runtime.consent;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.DefaultRules;
import io.inyeon.core.Outcome;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.SavedPurpose;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.text.LinearPatterns;
import io.inyeon.runtime.text.NumberingPlans;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A log of a few statements, to follow.
final class SampleRecord implements LedgerKeeper.OnRecord {
  private static final Source SHOP =
      new Source("src_1", 1, "shop", SourceKind.SERVER, List.of("wk"), true, 1, false, false, 0);
  private static final Rules RULES =
      Rules.of(
          DefaultRules.of("5eed".repeat(16), "KR", "KRW", "Asia/Seoul"),
          new NumberingPlans(),
          new LinearPatterns());

  private final List<Row> rows = new ArrayList<>();
  private final Map<Long, Event> events = new HashMap<>();
  private final Map<Long, String> users = new HashMap<>();

  void said(String messageId, String user, String purpose, boolean granted) {
    var position = rows.size() + 1L;
    var body =
        """
        {"type":"track","event":"Consent %s","messageId":"%s","userId":"%s",
        "timestamp":"2026-03-01T00:00:%02dZ","properties":{"purpose":"%s"}}\
        """
            .formatted(granted ? "Granted" : "Withdrawn", messageId, user, position % 60, purpose)
            .getBytes(UTF_8);
    var envelope =
        new Envelope(1, 1_772_323_200_000L + position, null, "", null, Value.Fields.EMPTY, 1);
    var reading = EventReader.read(envelope, JsonReader.event(body), SHOP, RULES.types());
    var event = ((Reading.Understood) reading).event();
    events.put(position, event);
    users.put(position, user);
    rows.add(
        Row.event(
            position,
            new Outcome.Accepted(event, event.identifiers().getFirst()),
            null,
            new byte[] {1},
            body));
  }

  /// As an erasure leaves the archive.
  void forget(String user) {
    for (var i = 0; i < rows.size(); i++) {
      if (Objects.equals(users.get(i + 1L), user)) {
        rows.set(i, Row.entry(i + 1L, Kind.BLANK, rows.get(i).at(), new byte[0]));
        events.remove(i + 1L);
      }
    }
  }

  long last() {
    return rows.size();
  }

  @Override
  public List<Row> rows(long from, long to) {
    return rows.subList((int) from - 1, (int) Math.min(to, from + 2));
  }

  @Override
  public Source source(int number) {
    return SHOP;
  }

  @Override
  public @Nullable Event event(Row row) {
    return events.get(row.position());
  }

  @Override
  public List<Purpose> purposes(Row row) {
    return List.of();
  }

  @Override
  public List<SavedPurpose> everyPurpose() {
    return List.of();
  }

  @Override
  public long now() {
    return 1_772_323_300_000L;
  }
}
