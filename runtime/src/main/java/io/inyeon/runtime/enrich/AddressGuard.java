package io.inyeon.runtime.enrich;

import io.inyeon.core.govern.enricher.Networks;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Says which addresses a name leads to that may be connected to: public ones, and what the
/// operator allows besides. Whoever asks connects to just these, so that a name cannot lead
/// elsewhere in between (DNS rebinding).
public final class AddressGuard {
  /// Where names are looked up.
  @FunctionalInterface
  public interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private final Set<String> hosts = new HashSet<>();
  private final List<Networks.Network> networks = new ArrayList<>();
  private final Resolver resolver;

  private AddressGuard(Resolver resolver) {
    this.resolver = resolver;
  }

  /// Public addresses and those that an option names.
  ///
  /// @param allowed hosts and networks, with commas between them, e.g. `crm.internal,10.1.0.0/16`
  public static AddressGuard of(String allowed, Resolver resolver) {
    var guard = new AddressGuard(resolver);
    Arrays.stream(allowed.split(",", -1))
        .map(String::strip)
        .filter(each -> !each.isEmpty())
        .forEach(each -> {
          var network = Networks.read(each);
          if (network == null) {
            guard.hosts.add(each.toLowerCase(Locale.ROOT));
          } else {
            guard.networks.add(network);
          }
        });
    return guard;
  }

  /// The first part of such an option that is neither a host nor a network; `null` when all are.
  public static @Nullable String unfit(String allowed) {
    for (var part : allowed.split(",", -1)) {
      var each = part.strip();
      if (!each.isEmpty()
          && Networks.read(each) == null
          && !each.matches("(?i)[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?")) {
        return each;
      }
    }
    return null;
  }

  /// What a name leads to.
  sealed interface Led {
    /// To these, one at least.
    record To(List<InetAddress> addresses) implements Led {}

    /// To nothing that may be connected to.
    ///
    /// @param cause `unknown_host` or `address_forbidden`
    record Nowhere(String cause) implements Led {}
  }

  Led lead(String host) {
    InetAddress[] all;
    try {
      all = resolver.resolve(host);
    } catch (UnknownHostException e) {
      return new Led.Nowhere("unknown_host");
    }
    var named = hosts.contains(host.toLowerCase(Locale.ROOT));
    var open = Arrays.stream(all).filter(each -> named || open(each)).toList();
    return open.isEmpty() ? new Led.Nowhere("address_forbidden") : new Led.To(open);
  }

  private boolean open(InetAddress address) {
    var bytes = address.getAddress();
    return !Networks.closed(bytes) || networks.stream().anyMatch(each -> each.holds(bytes));
  }
}
