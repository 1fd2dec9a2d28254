package io.inyeon.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Entry;
import io.inyeon.core.RulesForm;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.recall.ProfileChange.Cause;
import io.inyeon.core.recall.ProfileChange.What;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.http.Tasks.Kind;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.json.JsonReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The pause that ends a session is a rule like others: saved as people write it, applied to all
/// that ever was.
class SessionGapTest {
  private static final long MINUTE = 60_000;
  private static final Who MIA = Who.of("user_id:mia");

  @TempDir Path folder;

  private long now = Histories.NOW;

  @Test
  void aLongerPauseMakesOneSessionOfTwoAndTheChangesSayWhy() throws Exception {
    InstantSource clock = () -> Instant.ofEpochMilli(now);
    try (var workspace = Workspace.open(folder.resolve("w"), RebuildTest.config(folder), clock)) {
      workspace.enter(new Entry.SourceSaved(0, now, "t", Histories.source(1, SourceKind.BROWSER)));
      for (var minute : List.of(0, 10, 55, 200)) {
        seen(workspace, minute);
      }
      assertThat(sessions(workspace)).isEqualTo(3);
      now += 300 * MINUTE;
      var office = RulesOffice.of(workspace);
      var written = new LinkedHashMap<>(RulesForm.of(office.inForce()).values());
      written.put("sessionGapMinutes", new Value.Decimal(BigDecimal.valueOf(60)));
      if (!(office.read(new Value.Fields(written)) instanceof RulesForm.Reading.Good(var rules))) {
        throw new AssertionError("these rules are good");
      }
      var rehearsal = workspace.tasks().rehearse(rules, "t");
      workspace.tasks().await();
      var rehearsed =
          workspace.tasks().one(Kind.REHEARSAL, Objects.requireNonNull(rehearsal.text("id")));
      assertThat(Objects.requireNonNull(rehearsed).fields("report").get("notCovered"))
          .isEqualTo(new Value.Items(List.of(new Value.Text("/sessionGapMinutes"))));
      assertThat(office.save(rules, 1, "t", "people read long texts")).isTrue();
      workspace.tasks().await();
      assertThat(sessions(workspace)).isEqualTo(2);

      var past = past(workspace);
      var changes =
          Objects.requireNonNull(
                  past.changes(MIA, Histories.NOW - 1, Long.MAX_VALUE, Long.MAX_VALUE))
              .changes();
      assertThat(changes.stream().filter(each -> each.what() instanceof What.SessionBegan))
          .extracting(change -> (change.time() - Histories.NOW) / MINUTE)
          .containsExactly(0L, 55L, 200L);
      assertThat(changes.getLast().what())
          .isEqualTo(new What.SessionGone(Histories.NOW + 55 * MINUTE, null));
      assertThat(changes.getLast().cause())
          .isInstanceOfSatisfying(
              Cause.ByOperator.class,
              by -> assertThat(by.entry()).isInstanceOf(Entry.RulesSaved.class));
    }
    try (var workspace = Workspace.open(folder.resolve("w"), RebuildTest.config(folder), clock)) {
      assertThat(sessions(workspace)).isEqualTo(2);
      assertThat(Objects.requireNonNull(past(workspace).profile(MIA, now, now)).profile())
          .isEqualTo(Objects.requireNonNull(people(workspace).profile(MIA)).profile());
    }
  }

  private void seen(Workspace workspace, int minute) throws Exception {
    var time = Histories.NOW + minute * MINUTE;
    now = time;
    var body =
        "{\"type\":\"page\",\"messageId\":\"m%d\",\"userId\":\"mia\",\"timestamp\":\"%s\"}"
            .formatted(minute, Instant.ofEpochMilli(time))
            .getBytes(UTF_8);
    var envelope = new Envelope(1, time, null, "e", null, Value.Fields.EMPTY, body.length);
    workspace.take(List.of(new Collected(envelope, body, JsonReader.event(body))), true);
  }

  private static People people(Workspace workspace) {
    return new People(workspace, new Happenings(workspace));
  }

  private static Past past(Workspace workspace) {
    return new Past(workspace, people(workspace), Past.MOST_EVENTS);
  }

  private static int sessions(Workspace workspace) throws Exception {
    return Objects.requireNonNull(people(workspace).profile(MIA))
        .profile()
        .sessions()
        .known()
        .size();
  }
}
