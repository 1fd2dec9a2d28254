package io.inyeon.core.collect;

import static io.inyeon.core.collect.Sent.BROWSER;
import static io.inyeon.core.collect.Sent.SERVER;
import static io.inyeon.core.collect.Sent.faults;
import static io.inyeon.core.collect.Sent.fields;
import static io.inyeon.core.collect.Sent.identifiers;
import static io.inyeon.core.collect.Sent.understood;
import static io.inyeon.core.collect.Sent.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProspectTest {
  private static final Source IMPORT = Sent.source(SourceKind.IMPORT);
  private static final Value.Fields ROW =
      fields("type", "identify", "messageId", "r-1", "traits", Map.of("city", "Seoul"));

  @Test
  void anImportedRowWithoutAnIdentifierIsAProspect() {
    assertThat(identifiers(understood(IMPORT, ROW))).containsExactly("row:src/r-1");
  }

  @Test
  void onlyAnImportHasRows() {
    assertThat(faults(SERVER, ROW)).containsExactly("no_identifier");
    assertThat(faults(SERVER, with(ROW, "rowKey", "7"))).containsExactly("no_identifier");
    assertThat(faults(BROWSER, with(ROW, "rowKey", "7"))).containsExactly("no_identifier");
  }

  @Test
  void itsOwnKeyNamesARowBeforeItsMessageIdDoes() {
    assertThat(identifiers(understood(IMPORT, with(ROW, "rowKey", 17850))))
        .containsExactly("row:src/17850");
    assertThat(identifiers(understood(IMPORT, with(ROW, "rowKey", " a/b "))))
        .containsExactly("row:src/a/b");
    assertThat(identifiers(understood(IMPORT, with(ROW, "rowKey", " "))))
        .containsExactly("row:src/r-1");
  }

  @Test
  void aRowWithoutAnyKeyIsNamedByWhatItSays() {
    var bare = fields("type", "identify", "traits", Map.of("city", "Seoul"));
    var once = identifiers(understood(IMPORT, bare));
    assertThat(once).singleElement().asString().startsWith("row:src/content-");
    assertThat(identifiers(understood(IMPORT, with(bare, "sentAt", "2026-01-01T00:00:00Z"))))
        .isEqualTo(once);
    assertThat(identifiers(understood(IMPORT, with(bare, "traits", Map.of("city", "Busan")))))
        .isNotEqualTo(once);
  }

  @Test
  void aRowThatNamesSomebodyIsNoProspectButKeepsItsKey() {
    var known = with(ROW, "traits", Map.of("email", "kim@example.com"));
    assertThat(identifiers(understood(IMPORT, known))).containsExactly("email:kim@example.com");
    assertThat(identifiers(understood(IMPORT, with(known, "rowKey", "7"))))
        .containsExactly("email:kim@example.com", "row:src/7");
  }

  @Test
  void aRowWithNothingButBlockedValuesNamesNobody() {
    assertThat(faults(IMPORT, with(ROW, "userId", "null"))).containsExactly("no_identifier");
    assertThat(identifiers(understood(IMPORT, with(with(ROW, "userId", "null"), "rowKey", "7"))))
        .hasSize(2);
  }

  @Test
  void whatIsWrongWithARowStaysWrong() {
    assertThat(faults(IMPORT, with(ROW, "userId", List.of("u"))))
        .containsExactly("invalid_identifier /userId");
    assertThat(faults(IMPORT, with(ROW, "rowKey", List.of("u"))))
        .containsExactly("invalid_identifier /rowKey");
    assertThat(faults(IMPORT, with(ROW, "rowKey", "x".repeat(600))))
        .containsExactly("invalid_identifier /rowKey");
    assertThat(faults(IMPORT, fields("type", "alias", "messageId", "r-1")))
        .containsExactly("missing_user_id /userId", "missing_previous_id /previousId");
  }

  @Test
  void aBrowserCannotNameARowAndAServerCan() {
    var row = Map.of("id", "src/r-1", "type", "row", "collection", "users", "encoding", "none");
    var event =
        fields(
            "type",
            "track",
            "event",
            "x",
            "messageId",
            "m",
            "anonymousId",
            "a",
            "context",
            Map.of("externalIds", List.of(row)));
    assertThat(identifiers(understood(BROWSER, event))).containsExactly("anonymous_id:a");
    assertThat(identifiers(understood(SERVER, event)))
        .containsExactly("anonymous_id:a", "row:src/r-1");
  }
}
