package io.inyeon.core.govern.normal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.govern.normal.DateForm.Order;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// One form for what people write in many.
class FormsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "김 민준 님 | 김민준",
        "김민준님 | 김민준",
        "남궁 민수 | 남궁민수",
        "예님 | 예님",
        "Emma   Walker | Emma Walker",
        "WALKER, EMMA | Emma Walker",
        "Mr. Jack O'NEILL-SMITH | Jack O'Neill-Smith",
        "Ronald McDonald | Ronald McDonald"
      })
  void aName(String written, String form) {
    assertThat(PersonName.of(written)).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource({
    "2026.11.23., 2026-11-23",
    "2026년 1월 5일, 2026-01-05",
    "20261123, 2026-11-23",
    "2026/1/5, 2026-01-05",
    "２０２６-11-23, 2026-11-23"
  })
  void aDayThatBeginsWithTheYear(String written, String form) {
    assertThat(DateForm.of(written, Order.UNKNOWN)).isEqualTo(form);
  }

  @Test
  void theOrderSaysWhichIsTheMonth() {
    assertThat(DateForm.of("05/11/2026", Order.DAY_MONTH)).isEqualTo("2026-11-05");
    assertThat(DateForm.of("05/11/2026", Order.MONTH_DAY)).isEqualTo("2026-05-11");
    assertThat(DateForm.of("05/11/2026", Order.UNKNOWN)).isNull();
    assertThat(DateForm.of("2026-02-30", Order.UNKNOWN)).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "서울 강남구 테헤란로 152 | 서울특별시 강남구 테헤란로 152",
        "(06236) 서울시 강남구 테헤란로152, 5층 (역삼동) | 서울특별시 강남구 테헤란로 152, 5층 (역삼동)",
        "경기 성남시 분당구 판교역로 166 101동 203호 | 경기도 성남시 분당구 판교역로 166, 101동 203호",
        "서울특별시 마포구 월드컵북로 54길 12-3 | 서울특별시 마포구 월드컵북로54길 12-3",
        "부산 해운대구 우동 1408번지 | 부산광역시 해운대구 우동 1408",
        "강원도 평창군 대관령면 횡계리 산 1-1 | 강원특별자치도 평창군 대관령면 횡계리 산1-1",
        "서울 중구 세종대로 지하 101 | 서울특별시 중구 세종대로 지하 101"
      })
  void aKoreanAddress(String written, String form) {
    assertThat(requireNonNull(KoreanAddress.of(written)).text()).isEqualTo(form);
  }

  @Test
  void itsPartsAreTold() {
    var address = requireNonNull(KoreanAddress.of("우)06236 서울 강남구 테헤란로 152 (역삼동)"));
    assertThat(address)
        .isEqualTo(new KoreanAddress("06236", "서울특별시", "강남구", "테헤란로", "", "152", "", "역삼동"));
    assertThat(address.fields().text("kind")).isEqualTo("road");
    assertThat(address.fields().text("postcode")).isEqualTo("06236");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "서울", "배송 문의", "강남구 매장", "12 High Street, Leeds", "서울 강남구 테헤란로"})
  void whatIsNoneIsNone(String written) {
    assertThat(KoreanAddress.of(written)).isNull();
  }

  @Property
  void aFormIsItsOwnForm(@ForAll String any) {
    for (var text : new String[] {any, "서울 강남구 " + any, any + " 1", "서울 중구 세종대로 1 " + any}) {
      var name = PersonName.of(text);
      if (name != null) {
        assertThat(PersonName.of(name)).isIn(name, null);
      }
      var day = DateForm.of(text, Order.DAY_MONTH);
      if (day != null) {
        assertThat(DateForm.of(day, Order.DAY_MONTH)).isEqualTo(day);
      }
      var address = KoreanAddress.of(text);
      if (address != null) {
        assertThat(address.text()).isNotBlank();
      }
    }
  }
}
