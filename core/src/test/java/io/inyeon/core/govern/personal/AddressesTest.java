package io.inyeon.core.govern.personal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Addresses of the internet are kept in part, where a field's name says that it holds some.
class AddressesTest {
  private static Value.Fields event(String field, String value) {
    return new Value.Fields(
        new LinkedHashMap<>(
            Map.of("context", new Value.Fields(Map.of(field, new Value.Text(value))))));
  }

  @ParameterizedTest
  @CsvSource({
    "ip, 203.0.113.77, 203.0.113.0",
    "clientIp, 203.0.113.77, 203.0.113.0",
    "remote_addr, 203.0.113.77, 203.0.113.0",
    "ip_address, 2001:db8:1:2::5, 2001:db8:1::",
    "ip, ::ffff:203.0.113.77, 203.0.113.0"
  })
  void anAddressIsTruncated(String field, String written, String kept) {
    var truncated = Addresses.in(event(field, written), List.of());
    assertThat(requireNonNull(truncated).event().fields("context").text(field)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "version, 10.0.0.1",
    "ip, 203.0.113.0",
    "zip, 06234",
    "address, 12 High Street",
    "ip, 300.1.2.3"
  })
  void whatIsNoneOrSaysNoMoreStays(String field, String written) {
    assertThat(Addresses.in(event(field, written), List.of())).isNull();
  }

  @Test
  void severalWithCommasAreEachTruncated() {
    var truncated = Addresses.in(event("X-Forwarded-For", "203.0.113.77, 198.51.100.4"), List.of());
    assertThat(requireNonNull(truncated).event().fields("context").text("X-Forwarded-For"))
        .isEqualTo("203.0.113.0, 198.51.100.0");
  }

  @Test
  void aPlanKeepsThemWhereItSaysSo() {
    var problems = new ArrayList<Violation>();
    var keep =
        Keep.read(
            new Value.Items(
                List.of(
                    new Value.Fields(
                        Map.of(
                            "kind", new Value.Text("ip"), "at", new Value.Text("/context/ip"))))),
            problems);
    assertThat(problems).isEmpty();
    assertThat(Addresses.in(event("ip", "203.0.113.77"), keep)).isNull();
    assertThat(Addresses.in(event("clientIp", "203.0.113.77"), keep)).isNotNull();
  }

  @Test
  void allThatIsWrongWithWhatAPlanKeepsIsTold() {
    var problems = new ArrayList<Violation>();
    Keep.read(
        new Value.Items(
            List.of(
                new Value.Decimal(BigDecimal.ONE),
                new Value.Fields(
                    Map.of("kind", new Value.Text("name"), "at", new Value.Text("/a"))),
                new Value.Fields(
                    Map.of("kind", new Value.Text("card"), "to", new Value.Text("a"))))),
        problems);
    assertThat(problems)
        .extracting(each -> each.code() + " " + each.path())
        .containsExactly(
            "not_an_object /keep/0",
            "unknown_kind /keep/1/kind",
            "unknown_field /keep/2/to",
            "invalid_place /keep/2/at");
  }
}
