package io.inyeon.runtime.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which proxies are one's own, and so who sent a request that came by way of them: the one meaning
/// of a client's address, for limits, for the access log, and for places; and whose word counts of
/// the host, the scheme and the prefix by which the world reaches the server.
///
/// Fails closed: nobody is believed who is not named here, and what proxies of one's own say counts
/// only as far as it is plain. What a client wrote into the same headers stands to the left of what
/// one's own proxies added, and is never reached.
public final class Proxies {
  /// The word for this machine and all private networks.
  public static final String PRIVATE = "private";

  /// Nobody forwards anything.
  public static final Proxies NONE = new Proxies(List.of(), false);

  private static final HeaderName FORWARDED_FOR = HeaderNames.create("X-Forwarded-For");
  private static final HeaderName FORWARDED = HeaderNames.create("Forwarded");

  private final List<Network> networks;
  private final boolean anyPrivate;

  private Proxies(List<Network> networks, boolean anyPrivate) {
    this.networks = networks;
    this.anyPrivate = anyPrivate;
  }

  /// Addresses that begin alike.
  ///
  /// @param bits how many of the beginning count
  private record Network(byte[] address, int bits) {
    boolean holds(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      for (var bit = 0; bit < bits; bit += Byte.SIZE) {
        var mask = bits - bit >= Byte.SIZE ? 0xFF : 0xFF << (Byte.SIZE - (bits - bit));
        if (((address[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /// Reads a list: addresses, networks as `10.0.0.0/8`, or [#PRIVATE], with commas between them.
  ///
  /// @return nothing when it is no such list
  public static Optional<Proxies> of(String written) {
    var networks = new ArrayList<Network>();
    var anyPrivate = false;
    for (var each : written.isBlank() ? new String[0] : written.split(",", -1)) {
      var one = each.strip();
      if (one.equals(PRIVATE)) {
        anyPrivate = true;
        continue;
      }
      var network = network(one);
      if (network == null) {
        return Optional.empty();
      }
      networks.add(network);
    }
    return Optional.of(new Proxies(List.copyOf(networks), anyPrivate));
  }

  private static @Nullable Network network(String written) {
    var slash = written.indexOf('/');
    var address = address(slash < 0 ? written : written.substring(0, slash));
    if (address == null) {
      return null;
    }
    var longest = address.getAddress().length * Byte.SIZE;
    if (slash < 0) {
      return new Network(address.getAddress(), longest);
    }
    var bits = written.substring(slash + 1);
    return bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= longest
        ? new Network(address.getAddress(), Integer.parseInt(bits))
        : null;
  }

  private static @Nullable InetAddress address(String literal) {
    try {
      return InetAddress.ofLiteral(literal);
    } catch (IllegalArgumentException none) {
      return null;
    }
  }

  /// Whether what a peer says of a request's way counts.
  boolean believes(String peer) {
    var at = address(peer);
    return at != null && own(at);
  }

  private boolean own(InetAddress address) {
    var bytes = address.getAddress();
    return (anyPrivate
            && (address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || (bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC)))
        || networks.stream().anyMatch(each -> each.holds(bytes));
  }

  /// Who sent a request: the last in the chain that is no proxy of one's own.
  ///
  /// @param peer who is at the other end of the connection
  String client(String peer, Headers headers) {
    var at = address(peer);
    if (at == null || !own(at)) {
      return peer;
    }
    var listed = last(peer, chain(headers, FORWARDED_FOR, Proxies::listed));
    var forwarded = last(peer, chain(headers, FORWARDED, Proxies::forwarded));
    if (listed == null || forwarded == null) {
      return listed != null ? listed : forwarded != null ? forwarded : peer;
    }
    // A proxy adds to one of them and passes the other on as the client wrote it: which one nobody
    // can tell, so two that differ are worth nothing.
    return listed.equals(forwarded) ? listed : peer;
  }

  private interface Reading {
    void read(String value, List<String> to);
  }

  /// All that a header says, however many lines it has.
  private static List<String> chain(Headers headers, HeaderName name, Reading reading) {
    var chain = new ArrayList<String>();
    if (headers.contains(name)) {
      headers.get(name).allValues().forEach(line -> reading.read(line, chain));
    }
    return chain;
  }

  private static void listed(String value, List<String> to) {
    Arrays.stream(value.split(",", -1)).forEach(each -> to.add(bare(each.strip())));
  }

  /// RFC 7239: `for=192.0.2.60;proto=http, for="[2001:db8::17]:4711"`.
  private static void forwarded(String value, List<String> to) {
    for (var element : value.split(",", -1)) {
      var found = "";
      for (var pair : element.split(";", -1)) {
        var trimmed = pair.strip();
        if (trimmed.toLowerCase(Locale.ROOT).startsWith("for=")) {
          found = bare(trimmed.substring(4).replace("\"", "").strip());
        }
      }
      to.add(found);
    }
  }

  /// An address without its port.
  private static String bare(String written) {
    if (written.startsWith("[")) {
      var end = written.indexOf(']');
      return end < 0 ? written : written.substring(1, end);
    }
    var colon = written.indexOf(':');
    return colon >= 0 && colon == written.lastIndexOf(':') ? written.substring(0, colon) : written;
  }

  /// The last that is no proxy of one's own; the last before what is no address.
  ///
  /// @return `null` when the header says nothing
  private @Nullable String last(String peer, List<String> chain) {
    if (chain.isEmpty()) {
      return null;
    }
    var last = peer;
    for (var each : chain.reversed()) {
      var address = address(each);
      if (address == null) {
        return last;
      }
      last = address.getHostAddress();
      if (!own(address)) {
        return last;
      }
    }
    return last;
  }
}
