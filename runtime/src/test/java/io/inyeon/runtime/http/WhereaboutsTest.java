package io.inyeon.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who sent a request that came by way of others.
class WhereaboutsTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "203.0.113.7, -, 203.0.113.7",
        "203.0.113.7, 198.51.100.1, 203.0.113.7",
        "127.0.0.1, 198.51.100.1, 198.51.100.1",
        "10.0.0.1, '198.51.100.1, 203.0.113.9', 203.0.113.9",
        "10.0.0.1, '198.51.100.1, 203.0.113.9, 192.168.0.3', 203.0.113.9",
        "10.0.0.1, '10.0.0.9', 10.0.0.1",
        "fd00::1, 2001:db8::7, 2001:db8::7",
        "127.0.0.1, '198.51.100.1, unknown', unknown"
      })
  void isTheLastThatIsNoProxyOfOnesOwn(String peer, String forwarded, String sender) {
    assertThat(Whereabouts.sender(peer, forwarded)).isEqualTo(sender);
  }
}
