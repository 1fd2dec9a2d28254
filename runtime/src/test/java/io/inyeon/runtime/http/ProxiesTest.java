package io.inyeon.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.http.HeaderNames;
import io.helidon.http.WritableHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Who sent a request that came by way of others.
class ProxiesTest {
  private static Proxies of(@Nullable String written) {
    return Proxies.of(written == null ? "" : written).orElseThrow();
  }

  /// Headers, each line of one apart from the next by `|`.
  private static WritableHeaders<?> headers(@Nullable String listed, @Nullable String forwarded) {
    var headers = WritableHeaders.create();
    if (listed != null) {
      headers.set(HeaderNames.create("X-Forwarded-For"), listed.split("\\|", -1));
    }
    if (forwarded != null) {
      headers.set(HeaderNames.create("Forwarded"), forwarded.split("\\|", -1));
    }
    return headers;
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // proxies, peer, X-Forwarded-For, who it is
        "-, 127.0.0.1, 198.51.100.1, 127.0.0.1",
        "-, 10.0.0.1, 198.51.100.1, 10.0.0.1",
        "private, 203.0.113.7, -, 203.0.113.7",
        "private, 203.0.113.7, 198.51.100.1, 203.0.113.7",
        "private, 127.0.0.1, 198.51.100.1, 198.51.100.1",
        "private, 10.0.0.1, '198.51.100.1, 203.0.113.9', 203.0.113.9",
        "private, 10.0.0.1, '198.51.100.1, 203.0.113.9, 192.168.0.3', 203.0.113.9",
        "private, 10.0.0.1, 10.0.0.9, 10.0.0.9",
        "private, fd00::1, 2001:db8::7, 2001:db8:0:0:0:0:0:7",
        "private, 127.0.0.1, '198.51.100.1, unknown', 127.0.0.1",
        "private, 127.0.0.1, '198.51.100.1, unknown, 10.0.0.4', 10.0.0.4",
        "private, 127.0.0.1, '', 127.0.0.1",
        "private, 127.0.0.1, '203.0.113.9:4711', 203.0.113.9",
        "private, 127.0.0.1, '[2001:db8::7]:4711', 2001:db8:0:0:0:0:0:7",
        // What a client wrote stands in a line of its own, before the proxy's.
        "private, 127.0.0.1, '198.51.100.1|203.0.113.9', 203.0.113.9",
        "10.0.0.1, 10.0.0.2, 203.0.113.9, 10.0.0.2",
        "10.0.0.1, 10.0.0.1, 203.0.113.9, 203.0.113.9",
        "'10.8.0.0/13, 192.0.2.1', 10.15.255.1, '203.0.113.9, 192.0.2.1', 203.0.113.9",
        "10.8.0.0/13, 10.16.0.1, 203.0.113.9, 10.16.0.1",
        "2001:db8::/33, 2001:db8:7fff::1, 203.0.113.9, 203.0.113.9",
        "2001:db8::/33, 2001:db8:8000::1, 203.0.113.9, 2001:db8:8000::1"
      })
  void isTheLastThatIsNoProxyOfOnesOwn(
      @Nullable String own, String peer, @Nullable String listed, String client) {
    assertThat(of(own).client(peer, headers(listed, null))).isEqualTo(client);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      delimiter = '~',
      value = {
        "- ~ for=203.0.113.9 ~ 203.0.113.9",
        "- ~ for=198.51.100.1, For=\"203.0.113.9:4711\";proto=https;by=10.0.0.2 ~ 203.0.113.9",
        "- ~ for=\"[2001:db8::7]:4711\" ~ 2001:db8:0:0:0:0:0:7",
        "- ~ for=203.0.113.9, for=_hidden ~ 10.0.0.1",
        "- ~ proto=https ~ 10.0.0.1",
        "203.0.113.9 ~ for=203.0.113.9 ~ 203.0.113.9",
        // One of them was the client's own, passed on; which one nobody can tell.
        "203.0.113.9 ~ for=198.51.100.1 ~ 10.0.0.1",
        "198.51.100.1 ~ for=203.0.113.9 ~ 10.0.0.1"
      })
  void mayAlsoBeSaidInTheStandardsOwnHeader(
      @Nullable String listed, String forwarded, String client) {
    assertThat(of("10.0.0.1").client("10.0.0.1", headers(listed, forwarded))).isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy.example.com", "10.0.0.0/33", "10.0.0.0/", "all", "10.0.0.1,"})
  void areAddressesAndNothingElse(String written) {
    assertThat(Proxies.of(written)).isEmpty();
  }

  @Test
  void areNoneUnlessTheyAreNamed() {
    assertThat(Proxies.NONE.client("127.0.0.1", headers("203.0.113.9", null)))
        .isEqualTo("127.0.0.1");
  }
}
