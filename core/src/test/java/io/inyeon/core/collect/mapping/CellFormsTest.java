package io.inyeon.core.collect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Times, numbers and ids as files have them.
class CellFormsTest {
  private static final Formats SEOUL =
      new Formats(ZoneId.of("Asia/Seoul"), List.of(), '.', ',', false);
  private static final Formats GERMAN =
      new Formats(ZoneId.of("Europe/Berlin"), List.of("dd.MM.yyyy HH:mm"), ',', '.', false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-01 09:30:00 | 2026-03-01T00:30:00Z",
        "2026-03-01T09:30:00.250 | 2026-03-01T00:30:00.250Z",
        "2026-03-01T09:30:00Z | 2026-03-01T09:30:00Z",
        "2026-03-01T09:30:00+09:00 | 2026-03-01T00:30:00Z",
        "2026-03-01 | 2026-02-28T15:00:00Z",
        "2026.3.1. | 2026-02-28T15:00:00Z",
        "2026/03/01 9:05 | 2026-03-01T00:05:00Z",
        "2026년 3월 1일 오후 2시 5분 | 2026-03-01T05:05:00Z",
        "2026-03-01 오전 12:10:00 | 2026-02-28T15:10:00Z",
        "2026-03-01 02:10:00 PM | 2026-03-01T05:10:00Z",
        "20260301 | 2026-02-28T15:00:00Z",
        "20260301093000 | 2026-03-01T00:30:00Z",
        "1772325000 | 2026-03-01T00:30:00Z",
        "1772325000000 | 2026-03-01T00:30:00Z",
        "46082.395833333336 | 2026-03-01T00:30:00Z",
        "2026-02-30 | ",
        "2026-03-01 9 | ",
        "12/01/2010 08:26 | ",
        "2010 | ",
        "yesterday | ",
      })
  void aTimeIsReadInTheZoneOfTheMap(String written, @Nullable String expected) {
    var read = new Times(SEOUL).read(written, null);
    assertThat(read).isEqualTo(expected == null ? null : Instant.parse(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01.12.2010 08:26 |  | 2010-12-01T07:26:00Z",
        "12/01/2010 8:26 | M/d/yyyy H:mm | 2010-12-01T07:26:00Z",
        "1-Dec-2010 | d-MMM-yyyy | 2010-11-30T23:00:00Z",
        "31/02/2010 | dd/MM/yyyy | ",
        "40513 | excel | 2010-11-30T23:00:00Z",
        "1000000000 | epoch_s | 2001-09-09T01:46:40Z",
      })
  void aPatternComesBeforeTheUsualForms(
      String written, @Nullable String format, @Nullable String expected) {
    var read = new Times(GERMAN).read(written, format);
    assertThat(read).isEqualTo(expected == null ? null : Instant.parse(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,234.50 | 1234.50",
        "₩1,234,000 | 1234000",
        "12,000원 | 12000",
        "(12.50) | -12.50",
        "12.5- | -12.5",
        "-3 | -3",
        "12% | 0.12",
        "1e3 | 1E+3",
        "1,5 | ",
        "1,2345 | ",
        ",5 | ",
        "six | ",
        "1.2.3 | ",
      })
  void aNumberIsReadAsPeopleWriteIt(String written, @Nullable String expected) {
    assertThat(Numbers.written(written, SEOUL))
        .isEqualTo(expected == null ? null : new BigDecimal(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1.234,50 | 1234.50", "0,5 | 0.5", "1.5 | "})
  void otherCountriesWriteItTheOtherWayRound(String written, @Nullable String expected) {
    assertThat(Numbers.written(written, GERMAN))
        .isEqualTo(expected == null ? null : new BigDecimal(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "17850.0 | 0 | 17850",
        "17850 | 0 | 17850",
        "00123 | 0 | 00123",
        "123 | 5 | 00123",
        "=\"00123\" | 0 | 00123",
        "'00123 | 0 | 00123",
        "A-17.0 | 0 | A-17.0",
        "1.5 | 0 | 1.5",
        "1.5E+3 | 0 | 1500",
        "1.23457E+11 | 0 | ",
        "8.80123E+12 | 0 | ",
        "12E5 | 0 | 12E5",
      })
  void whatASpreadsheetDidToAnIdIsUndoneOrFound(
      String written, int pad, @Nullable String expected) {
    assertThat(Ids.text(written, pad).id()).isEqualTo(expected);
  }
}
