package io.inyeon.core.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-01T09:30:00.123Z            | 2026-03-01T09:30:00.123Z",
        "2026-03-01T09:30:00Z                | 2026-03-01T09:30:00Z",
        "2026-03-01T09:30Z                   | 2026-03-01T09:30:00Z",
        "2026-03-01T18:30:00+09:00           | 2026-03-01T09:30:00Z",
        "2026-03-01T18:30:00.5+0900          | 2026-03-01T09:30:00.500Z",
        "2026-03-01T18:30:00+09              | 2026-03-01T09:30:00Z",
        "2026-02-28T23:30:00-10:00           | 2026-03-01T09:30:00Z",
        "2026-03-01T09:30:00.123456+00:00    | 2026-03-01T09:30:00.123Z",
        "2026-03-01T09:30:00.123999999Z      | 2026-03-01T09:30:00.123Z",
        "2026-03-01T09:30:00.1Z              | 2026-03-01T09:30:00.100Z",
        "2026-03-01T09:30:00,25Z             | 2026-03-01T09:30:00.250Z",
        "2026-03-01 09:30:00                 | 2026-03-01T09:30:00Z",
        "2026-03-01 18:30:00 +0900           | 2026-03-01T09:30:00Z",
        "2026-03-01t09:30:00z                | 2026-03-01T09:30:00Z",
        "2026-03-01                          | 2026-03-01T00:00:00Z",
        "20260301T093000Z                    | 2026-03-01T09:30:00Z",
        "20260301T0930                       | 2026-03-01T09:30:00Z",
        "2026-03-01T18:30:00+09:00[Asia/Seoul] | 2026-03-01T09:30:00Z",
        "2026-02-28T24:00:00Z                | 2026-03-01T00:00:00Z",
        "2016-12-31T23:59:60Z                | 2017-01-01T00:00:00Z",
        "2024-02-29T00:00:00Z                | 2024-02-29T00:00:00Z",
        "0001-01-01T00:00:00Z                | 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z            | 9999-12-31T23:59:59.999Z",
        "Sun, 1 Mar 2026 09:30:00 GMT        | 2026-03-01T09:30:00Z",
        "1772357400123                       | 2026-03-01T09:30:00.123Z",
        "1772357400                          | 2026-03-01T09:30:00Z",
      })
  void theCommonFormsAreRead(String written, Instant time) {
    assertThat(Timestamps.read(written)).isEqualTo(time.toEpochMilli());
    assertThat(Timestamps.read("  " + written + "\n")).isEqualTo(time.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026",
        "2026-03",
        "20260301",
        "2026-13-01",
        "2026-00-01",
        "2026-02-29",
        "1900-02-29",
        "2026-04-31",
        "2026-03-01T",
        "2026-03-01T09",
        "2026-03-01T25:00:00Z",
        "2026-03-01T24:00:01Z",
        "2026-03-01T09:60:00Z",
        "2026-03-01T09:30:61Z",
        "2026-03-01T09:30:60Z",
        "2026-03-01T09:30:00.Z",
        "2026-03-01T09:30:00X",
        "2026-03-01T09:30:00+19:00",
        "2026-03-01T09:30:00+09:60",
        "2026-03-01T09:30:00Z[Asia/Seoul",
        "2026-03-01T09:30:00ZZ",
        "2026-0301T09:30:00Z",
        "0000-01-01T00:00:00Z",
        "-2026-03-01T00:00:00Z",
        "10000-01-01T00:00:00Z",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        "999999999999999",
        "2026-03-01T09:30:00Z 2026-03-01T09:30:00Z",
        "Sun, 31 Feb 2026 09:30:00 GMT",
        "٢٠٢٦-03-01T09:30:00Z",
        "\uD800",
      })
  void anythingElseIsUnreadable(String written) {
    assertThat(Timestamps.read(written)).isEqualTo(Timestamps.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "1772357400123, 2026-03-01T09:30:00.123Z",
    "1772357400123.9, 2026-03-01T09:30:00.123Z",
    "1772357400, 2026-03-01T09:30:00Z",
    "1772357400.5, 2026-03-01T09:30:00.500Z",
    "1.772357400123E12, 2026-03-01T09:30:00.123Z",
    "0, 1970-01-01T00:00:00Z",
    "-1, 1969-12-31T23:59:59Z",
    "99999999999, 5138-11-16T09:46:39Z",
    "100000000000, 1973-03-03T09:46:40Z",
  })
  void aNumberIsMillisecondsOrSecondsWhenItIsSmall(BigDecimal number, Instant time) {
    assertThat(Timestamps.read(new Value.Decimal(number))).isEqualTo(time.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+15", "1E+999999999", "1E-999999999", "253402300800000", "-1E14"})
  void aNumberBeyondTheYears1To9999IsUnreadable(BigDecimal number) {
    assertThat(Timestamps.read(new Value.Decimal(number))).isEqualTo(Timestamps.UNREADABLE);
  }

  @Property(tries = 500)
  void itReadsWhatJavaWrites(
      @ForAll @LongRange(min = -62_135_510_400_000L, max = 253_402_214_399_999L) long millis,
      @ForAll @IntRange(min = -1080, max = 1080) int offsetMinutes) {
    var time = Instant.ofEpochMilli(millis);
    var offset = ZoneOffset.ofTotalSeconds(60 * offsetMinutes);
    assertThat(Timestamps.read(time.toString())).isEqualTo(millis);
    assertThat(Timestamps.read(OffsetDateTime.ofInstant(time, offset).toString()))
        .isEqualTo(millis);
    assertThat(Timestamps.read(LocalDateTime.ofInstant(time, ZoneOffset.UTC).toString()))
        .isEqualTo(millis);
    assertThat(
            Timestamps.read(
                DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC))))
        .isEqualTo(Math.floorDiv(millis, 1000) * 1000);
  }

  @Property(tries = 500)
  void itThrowsAtNothing(@ForAll String written) {
    Timestamps.read(written);
    var cut = "2026-03-01T09:30:00.123Z";
    var at = Math.floorMod(written.hashCode(), cut.length());
    assertThat(Timestamps.read(cut.substring(0, at) + written + cut.substring(at)))
        .isGreaterThanOrEqualTo(Timestamps.UNREADABLE);
  }
}
