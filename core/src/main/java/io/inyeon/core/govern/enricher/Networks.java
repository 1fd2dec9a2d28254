package io.inyeon.core.govern.enricher;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which addresses of the internet an enricher may connect to: public ones alone, so that no
/// definition reaches into the house's own network (CWE-918).
///
/// After the IANA registries of special-purpose addresses (RFC 6890) of version 4 and 6; addresses
/// that carry one of version 4 within (mapped, NAT64, 6to4) are what they carry.
public final class Networks {
  private static final List<Network> CLOSED =
      of(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared by carriers
          "127.0.0.0/8", // loopback
          "169.254.0.0/16", // link-local, and the clouds' metadata
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, and broadcast

  /// What of version 6 is not given out, or not to the public: all but 2000::/3, and of that these.
  private static final List<Network> CLOSED6 =
      of(
          "2001::/23", // protocol assignments, Teredo, ORCHID
          "2001:db8::/32", // documentation
          "3fff::/20"); // documentation

  private static final Network GLOBAL6 = network("2000::/3");
  private static final Network SIX_TO_FOUR = network("2002::/16");
  private static final Network NAT64 = network("64:ff9b::/96");
  private static final Network MAPPED = network("::ffff:0:0/96");

  private Networks() {}

  /// Addresses that begin alike.
  ///
  /// @param bits of the beginning
  public record Network(List<Byte> address, int bits) {
    public Network {
      address = List.copyOf(address);
    }

    /// Whether an address is one of these.
    public boolean holds(byte[] other) {
      if (other.length != address.size()) {
        return false;
      }
      for (var bit = 0; bit < bits; bit++) {
        var mask = 0x80 >> (bit % 8);
        if ((other[bit / 8] & mask) != (address.get(bit / 8) & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static List<Network> of(String... all) {
    return Arrays.stream(all).map(Networks::network).toList();
  }

  private static Network network(String written) {
    var read = read(written);
    if (read == null) {
      throw new IllegalArgumentException("no network: " + written);
    }
    return read;
  }

  /// Reads a network, e.g. `10.1.0.0/16` or `fd00::/8`, or an address alone; `null` when it is
  /// none.
  public static @Nullable Network read(String written) {
    var slash = written.indexOf('/');
    var address = address(slash < 0 ? written : written.substring(0, slash));
    if (address == null) {
      return null;
    }
    var most = 8 * address.length;
    var length = slash < 0 ? Integer.toString(most) : written.substring(slash + 1);
    if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > most) {
      return null;
    }
    var bytes = new Byte[address.length];
    Arrays.setAll(bytes, i -> address[i]);
    return new Network(List.of(bytes), Integer.parseInt(length));
  }

  /// Whether an address is none of the public.
  ///
  /// @param address 4 or 16 bytes
  public static boolean closed(byte[] address) {
    if (address.length == 4) {
      return CLOSED.stream().anyMatch(each -> each.holds(address));
    }
    if (MAPPED.holds(address) || NAT64.holds(address)) {
      return closed(Arrays.copyOfRange(address, 12, 16));
    }
    if (SIX_TO_FOUR.holds(address)) {
      return closed(Arrays.copyOfRange(address, 2, 6));
    }
    return !GLOBAL6.holds(address) || CLOSED6.stream().anyMatch(each -> each.holds(address));
  }

  /// The bytes of a written address; `null` when it is none.
  private static byte @Nullable [] address(String written) {
    return written.contains(":") ? six(written) : four(written);
  }

  private static byte @Nullable [] four(String written) {
    var parts = written.split("\\.", -1);
    var bytes = new byte[4];
    if (parts.length != 4) {
      return null;
    }
    for (var i = 0; i < 4; i++) {
      if (!parts[i].matches("[0-9]{1,3}") || Integer.parseInt(parts[i]) > 255) {
        return null;
      }
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return bytes;
  }

  private static byte @Nullable [] six(String written) {
    var halves = written.split("::", -1);
    if (halves.length > 2) {
      return null;
    }
    var left = groups(halves[0]);
    var right = groups(halves.length == 2 ? halves[1] : "");
    if (left == null || right == null) {
      return null;
    }
    var given = left.length + right.length;
    if (halves.length == 2 ? given > 14 : given != 16) {
      return null;
    }
    var bytes = new byte[16];
    System.arraycopy(left, 0, bytes, 0, left.length);
    System.arraycopy(right, 0, bytes, 16 - right.length, right.length);
    return bytes;
  }

  private static byte @Nullable [] groups(String written) {
    if (written.isEmpty()) {
      return new byte[0];
    }
    var parts = written.split(":", -1);
    var bytes = new byte[2 * parts.length];
    for (var i = 0; i < parts.length; i++) {
      if (!parts[i].matches("[0-9a-fA-F]{1,4}")) {
        return null;
      }
      var group = Integer.parseInt(parts[i], 16);
      bytes[2 * i] = (byte) (group >> 8);
      bytes[2 * i + 1] = (byte) group;
    }
    return bytes;
  }
}
