package io.inyeon.core.govern.enricher;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Only public addresses are connected to.
class NetworksTest {
  private static byte[] bytes(String address) throws UnknownHostException {
    return InetAddress.ofLiteral(address).getAddress();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "127.0.0.1",
        "127.255.0.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.168.1.1",
        "198.18.0.1",
        "224.0.0.1",
        "239.1.1.1",
        "255.255.255.255",
        "203.0.113.9",
        "::",
        "::1",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "2002:a00:1::",
        "2001:db8::1",
        "2001::1",
        "100::1"
      })
  void whatIsNotPublicIsClosed(String address) throws UnknownHostException {
    assertThat(Networks.closed(bytes(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "172.15.0.1",
        "172.32.0.1",
        "100.128.0.1",
        "211.1.2.3",
        "2606:4700::1",
        "2a00:1450::1",
        "64:ff9b::808:808",
        "2002:808:808::"
      })
  void whatIsPublicIsOpen(String address) throws UnknownHostException {
    assertThat(Networks.closed(bytes(address))).isFalse();
  }

  @Property
  void anAddressThatCarriesAnotherIsWhatItCarries(@ForAll @Size(4) byte[] four) {
    var mapped = new byte[16];
    mapped[10] = -1;
    mapped[11] = -1;
    System.arraycopy(four, 0, mapped, 12, 4);
    assertThat(Networks.closed(mapped)).isEqualTo(Networks.closed(four));
  }

  @Property
  void anAddressIsInTheNetworkThatItIsWrittenAs(@ForAll @Size(16) byte[] six)
      throws UnknownHostException {
    var written = InetAddress.getByAddress(null, six);
    var network = Objects.requireNonNull(Networks.read(written.getHostAddress()));
    assertThat(network.holds(written.getAddress())).isTrue();
  }

  @Test
  void networksAreReadByTheirBits() throws UnknownHostException {
    var network = Objects.requireNonNull(Networks.read("10.1.0.0/16"));
    assertThat(network.holds(bytes("10.1.255.255"))).isTrue();
    assertThat(network.holds(bytes("10.2.0.0"))).isFalse();
    assertThat(network.holds(bytes("::1"))).isFalse();
    for (var no : new String[] {"10.1.0.0/33", "10.1/16", "x", "10.0.0.0/", "1::2::3", ":::1/8"}) {
      assertThat(Networks.read(no)).as(no).isNull();
    }
  }
}
