package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.segment.met.MetNames;
import io.inyeon.core.segment.text.Names;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.http.SegmentDesk;
import io.inyeon.runtime.http.VocabularyDesk;
import io.inyeon.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the workspace knows by name, beside a real log, state and archive.
class VocabularyTest {
  private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

  @TempDir Path folder;
  private int number;
  private @Nullable Workspace open;

  @BeforeEach
  void begin() throws Exception {
    reopen();
    workspace()
        .enter(
            new Entry.SourceSaved(
                0, NOW.toEpochMilli(), "t", Histories.source(1, SourceKind.SERVER)));
  }

  @AfterEach
  void end() throws Exception {
    workspace().close();
  }

  private Workspace workspace() {
    if (open == null) {
      throw new AssertionError("not open");
    }
    return open;
  }

  private void reopen() throws Exception {
    open =
        Workspace.open(folder.resolve("w"), RebuildTest.config(folder), InstantSource.fixed(NOW));
  }

  private VocabularyDesk desk() throws Exception {
    workspace().vocabulary().settle();
    return new VocabularyOffice(workspace());
  }

  private void take(String fields) throws Exception {
    var json = "{%s,\"messageId\":\"m%d\",\"timestamp\":\"%s\"}".formatted(fields, number++, NOW);
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    var envelope =
        new Envelope(1, NOW.toEpochMilli(), null, "e", null, Value.Fields.EMPTY, bytes.length);
    workspace().take(List.of(new Collected(envelope, bytes, JsonReader.event(bytes))), true);
  }

  private void shop() throws Exception {
    for (var i = 0; i < 6; i++) {
      take(
          "\"type\":\"identify\",\"userId\":\"u%d\",\"traits\":{\"city\":\"서울\",\"name\":\"김민지\"}"
              .formatted(i));
      take(
          "\"type\":\"track\",\"event\":\"Order Completed\",\"userId\":\"u%d\",\"properties\":"
                  .formatted(i)
              + "{\"revenue\":120000,\"currency\":\"KRW\"}");
    }
  }

  private static List<Value> values(List<MetNames.OfPath> paths, String path) {
    return paths.stream()
        .filter(each -> each.path().equals(path))
        .findFirst()
        .orElseThrow()
        .values();
  }

  private static Value.Fields json(String json) {
    return (Value.Fields) JsonReader.event(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatCameIsKnownByNameAlsoAfterARestart() throws Exception {
    shop();
    var told = desk().told();
    assertThat(told.met().events())
        .extracting(MetNames.OfEvent::name, MetNames.OfEvent::count)
        .containsExactlyInAnyOrder(tuple("identify", 6L), tuple("Order Completed", 6L));
    assertThat(values(told.met().traits(), "city")).containsExactly(new Value.Text("서울"));
    assertThat(values(told.met().traits(), "name")).isEmpty();
    workspace().close();
    reopen();
    assertThat(desk().told().met()).isEqualTo(told.met());
    shop();
    assertThat(desk().told().met().events().getFirst().count()).isEqualTo(12);
  }

  @Test
  void aDamagedFileIsMadeAnewFromWhatIsOnRecord() throws Exception {
    shop();
    var told = desk().told();
    workspace().close();
    var file = folder.resolve("w").resolve("vocabulary").resolve("met");
    var bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    reopen();
    assertThat(desk().told().met()).isEqualTo(told.met());
  }

  @Test
  void aPhraseIsReadByTheWorkspacesOwnNames() throws Exception {
    shop();
    var parsed = desk().parse("최근 2일 동안 10만원 이상 구매한 서울 고객", null);
    assertThat(parsed.answer().certain()).as(parsed.answer().toString()).isTrue();
    assertThat(parsed.notices()).isEmpty();
    assertThat(String.valueOf(parsed.answer().condition()))
        .contains("Order Completed", "revenue", "100000", "city", "서울", "2 days");
  }

  @Test
  void theWorkspacesOwnWordsAreKeptAndUnderstood() throws Exception {
    shop();
    var words =
        json("{\"synonyms\":[{\"word\":\"결제\",\"kind\":\"event\",\"name\":\"Order Completed\"}]}");
    assertThat(desk().save(words, 0, "lee")).isInstanceOf(VocabularyDesk.Saved.Done.class);
    assertThat(desk().save(words, 0, "lee")).isInstanceOf(VocabularyDesk.Saved.Conflict.class);
    workspace().close();
    reopen();
    assertThat(desk().synonyms().version()).isEqualTo(1);
    assertThat(desk().synonyms().words())
        .containsExactly(new Names.Synonym("결제", Names.Kind.EVENT, "Order Completed"));
    assertThat(
            desk().save(json("{\"synonyms\":[{\"word\":\"\",\"kind\":\"x\"}],\"y\":1}"), -1, "lee"))
        .isInstanceOfSatisfying(
            VocabularyDesk.Saved.Wrong.class,
            wrong ->
                assertThat(wrong.problems())
                    .extracting(Violation::code, Violation::path)
                    .containsExactly(
                        tuple("unknown_field", "/y"),
                        tuple("missing", "/synonyms/0/word"),
                        tuple("unknown_word", "/synonyms/0/kind"),
                        tuple("missing", "/synonyms/0/name")));
  }

  @Test
  void whatNobodyHasMetIsNotedAndSavedAllTheSame() throws Exception {
    shop();
    var offices = desk();
    var segments =
        new SegmentOffice(
            workspace(), new People(workspace(), new Happenings(workspace())), offices);
    var saved =
        segments.save(
            null,
            json(
                "{\"id\":\"s\",\"name\":\"s\",\"condition\":{\"all\":[{\"event\":\"Oder"
                    + " Completed\"},{\"trait\":\"town\",\"operator\":\"equals\",\"value\":\"x\"},"
                    + "{\"trait\":\"city\",\"operator\":\"gt\",\"value\":5}]}}"),
            0,
            "lee");
    assertThat(saved)
        .isInstanceOfSatisfying(
            SegmentDesk.Saved.Done.class,
            done ->
                assertThat(done.notices())
                    .extracting(Violation::code, Violation::path, Violation::found)
                    .containsExactly(
                        tuple("unknown_event", "/condition/all/0/event", "Oder Completed"),
                        tuple("unknown_trait", "/condition/all/1/trait", "town"),
                        tuple("type_mismatch", "/condition/all/2/operator", "text")));
  }
}
