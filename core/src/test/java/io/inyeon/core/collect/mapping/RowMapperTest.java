package io.inyeon.core.collect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RowMapperTest {
  private static final Value.Fields CUSTOMERS =
      Maps.of(
          "identifiers",
          Maps.of("crm_id", Maps.of("$column", "No", "pad", 6)),
          "event",
          Maps.of(
              "type",
              "identify",
              "traits",
              Maps.of(
                  "email",
                  "{Mail}",
                  "gender",
                  Maps.of(
                      "$column",
                      "Sex",
                      "values",
                      Maps.of("남", "male", "여", "female"),
                      "strict",
                      true),
                  "points",
                  Maps.of("$column", "Points", "as", "number"),
                  "member",
                  Maps.of("$column", "Member", "as", "truth"),
                  "$columns",
                  List.of("City"))));

  @Test
  void aRowBecomesTheEventThatTheMapDescribes() {
    var event =
        made(
            CUSTOMERS,
            Maps.row(
                "No",
                "4711",
                "Mail",
                " kim@example.com ",
                "Sex",
                "여",
                "Points",
                "1,200",
                "Member",
                "예",
                "City",
                "서울"));
    assertThat(event.get("type")).isEqualTo(new Value.Text("identify"));
    assertThat(event.fields("traits").values())
        .containsEntry("email", new Value.Text("kim@example.com"))
        .containsEntry("gender", new Value.Text("female"))
        .containsEntry("points", new Value.Decimal(BigDecimal.valueOf(1200)))
        .containsEntry("member", new Value.Truth(true))
        .containsEntry("City", new Value.Text("서울"));
    assertThat(event.fields("context").get("externalIds"))
        .isEqualTo(
            new Value.Items(
                List.of(
                    Maps.of(
                        "id",
                        "004711",
                        "type",
                        "crm_id",
                        "collection",
                        "users",
                        "encoding",
                        "none"))));
  }

  @Test
  void anEmptyCellSaysNothingAtAll() {
    var event = made(CUSTOMERS, Maps.row("No", "1", "Mail", " ", "City", ""));
    assertThat(event.values()).doesNotContainKey("traits");
  }

  @Test
  void everyFaultOfARowIsFoundAtOnce() {
    var mapper = mapper(CUSTOMERS);
    var row = Maps.row("No", "1.23457E+11", "Sex", "M", "Points", "many", "Member", "perhaps");
    assertThat(mapper.map(row, mapper.key(row), 1))
        .isInstanceOfSatisfying(
            Mapped.Rejected.class,
            rejected ->
                assertThat(rejected.violations())
                    .containsExactlyInAnyOrder(
                        new Violation("id_damaged", "/No", "1.23457E+11"),
                        new Violation("unknown_value", "/Sex", "M"),
                        new Violation("invalid_number", "/Points", "many"),
                        new Violation("invalid_truth", "/Member", "perhaps")));
  }

  @Test
  void theFirstCaseThatHoldsIsChosen() {
    var map =
        Maps.of(
            "event",
            Maps.of(
                "type",
                "track",
                "userId",
                "{Customer}",
                "event",
                Maps.of(
                    "$choose",
                    List.of(
                        Maps.of(
                            "when",
                            Maps.of("Invoice", Maps.of("startsWith", "C")),
                            "then",
                            "Line Cancelled"),
                        Maps.of(
                            "when",
                            Maps.of("Quantity", Maps.of("below", 1), "Invoice", List.of("7", "8")),
                            "then",
                            "Line Adjusted")),
                    "otherwise",
                    "Order Completed")));
    assertThat(
            made(map, Maps.row("Customer", "1", "Invoice", "C7", "Quantity", "-1")).text("event"))
        .isEqualTo("Line Cancelled");
    assertThat(made(map, Maps.row("Customer", "1", "Invoice", "7", "Quantity", "-1")).text("event"))
        .isEqualTo("Line Adjusted");
    assertThat(made(map, Maps.row("Customer", "1", "Invoice", "9", "Quantity", "-1")).text("event"))
        .isEqualTo("Order Completed");
  }

  @Test
  void aRowOfNobodyIsAProspectOfItsSourceOrRefused() {
    var event = Maps.of("type", "track", "event", "Visited", "userId", "{Customer}");
    var row = Maps.row("Customer", "", "Invoice", "7", "Line", "1");
    var next = Maps.row("Customer", "", "Invoice", "7", "Line", "2");
    var prospects = Maps.of("event", event, "prospect", List.of("Invoice"));
    assertThat(made(prospects, row).text("rowKey")).isNotBlank();
    assertThat(made(prospects, next).text("rowKey")).isEqualTo(made(prospects, row).text("rowKey"));
    assertThat(made(Maps.of("event", event), row).get("rowKey")).isNull();
    var strict = mapper(Maps.of("event", event, "prospect", false));
    assertThat(strict.map(row, strict.key(row), 1))
        .isEqualTo(new Mapped.Rejected(List.of(new Violation("no_identifier", "", ""))));
  }

  @Test
  void aRowIsNamedByWhatItSaysAndHowOftenItCame() {
    var mapper = mapper(CUSTOMERS);
    var row = Maps.row("No", "1", "City", "a");
    var same = new Row(9, Maps.of("City", "a", "No", "1"));
    var other = Maps.row("No", "1", "City", "b");
    assertThat(mapper.key(same)).isEqualTo(mapper.key(row)).isNotEqualTo(mapper.key(other));
    assertThat(messageId(mapper, row, 1)).isEqualTo(messageId(mapper, same, 1));
    assertThat(messageId(mapper, row, 2)).isNotEqualTo(messageId(mapper, row, 1));
  }

  @Test
  void aKeyNamesARowWhateverElseItSays() {
    var mapper =
        mapper(
            Maps.of(
                "key",
                List.of("No"),
                "event",
                Maps.of("type", "track", "event", "x", "userId", "{No}")));
    assertThat(mapper.countsRepeats()).isFalse();
    assertThat(mapper.key(Maps.row("No", "1", "City", "a")))
        .isEqualTo(mapper.key(Maps.row("No", "1", "City", "b")))
        .isNotEqualTo(mapper.key(Maps.row("No", "2", "City", "a")));
    var keyless = Maps.row("No", "", "City", "a");
    assertThat(mapper.map(keyless, mapper.key(keyless), 1))
        .isEqualTo(new Mapped.Rejected(List.of(new Violation("missing_key", "/No", ""))));
  }

  @Test
  void segmentsOwnEventsPassAsTheyAre() {
    var event =
        Maps.of(
            "type",
            "track",
            "event",
            "Order Completed",
            "userId",
            "u1",
            "messageId",
            "m-1",
            "properties",
            Maps.of("revenue", 5));
    assertThat(made(Maps.of("preset", "segment"), new Row(1, event))).isEqualTo(event);
    assertThat(made(Maps.of("preset", "rudderstack"), new Row(1, event))).isEqualTo(event);
  }

  @Test
  void postHogsEventsKeepWhoSaidThem() {
    var identified =
        made(
            Maps.of("preset", "posthog"),
            Maps.row(
                "uuid",
                "0190-1",
                "event",
                "$identify",
                "distinct_id",
                "u1",
                "timestamp",
                "2026-03-01 09:30:00",
                "properties",
                Maps.of("$anon_distinct_id", "d1", "$set", Maps.of("email", "kim@example.com"))));
    assertThat(identified.text("type")).isEqualTo("identify");
    assertThat(identified.text("userId")).isEqualTo("u1");
    assertThat(identified.text("anonymousId")).isEqualTo("d1");
    assertThat(identified.fields("traits").text("email")).isEqualTo("kim@example.com");
    assertThat(identified.text("messageId")).isEqualTo("0190-1");
    assertThat(identified.text("timestamp")).isEqualTo("2026-03-01T09:30:00Z");
    var before =
        made(
            Maps.of("preset", "posthog"),
            Maps.row(
                "uuid",
                "0190-2",
                "event",
                "$pageview",
                "distinct_id",
                "d1",
                "timestamp",
                "2026-03-01 09:30:00",
                "properties",
                Maps.of("$current_url", "https://shop.example.com/")));
    assertThat(before.text("type")).isEqualTo("page");
    assertThat(before.values()).doesNotContainKey("userId");
    assertThat(before.text("anonymousId")).isEqualTo("d1");
  }

  @Test
  void everyFaultOfAMapIsFoundAtOnce() {
    var reading =
        MappingReader.read(
            Maps.of(
                "timeZone",
                "Asia/Atlantis",
                "dateFormats",
                List.of("dd/QQQQQQQQ"),
                "colour",
                "red",
                "file",
                Maps.of("format", "pdf", "delimiter", "::"),
                "event",
                Maps.of(
                    "userId",
                    "{No",
                    "x",
                    Maps.of("$column", "A", "as", "money"),
                    "y",
                    Maps.of("$choose", List.of(Maps.of("when", Maps.of("A", 5), "then", "b"))))),
            "UTC");
    assertThat(reading)
        .isInstanceOfSatisfying(
            MappingReader.Reading.Bad.class,
            bad ->
                assertThat(bad.violations())
                    .extracting(Violation::path)
                    .contains(
                        "/timeZone",
                        "/dateFormats/0",
                        "/colour",
                        "/file/format",
                        "/file/delimiter",
                        "/event/userId",
                        "/event/x/as",
                        "/event/y/$choose/0/when/A"));
  }

  private static RowMapper mapper(Value.Fields map) {
    return switch (MappingReader.read(map, "UTC")) {
      case MappingReader.Reading.Good(var mapping) -> new RowMapper(mapping);
      case MappingReader.Reading.Bad(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static Value.Fields made(Value.Fields map, Row row) {
    var mapper = mapper(map);
    return switch (mapper.map(row, mapper.key(row), 1)) {
      case Mapped.Ready(_, var event) -> event;
      case Mapped.Rejected(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static String messageId(RowMapper mapper, Row row, int occurrence) {
    var key = Objects.requireNonNull(mapper.key(row));
    return switch (mapper.map(row, key, occurrence)) {
      case Mapped.Ready(var messageId, _) -> messageId;
      case Mapped.Rejected(var faults) -> throw new AssertionError(faults.toString());
    };
  }
}
