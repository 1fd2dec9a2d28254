package io.inyeon.runtime.http;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// Puts on the events of one request where they came from, as `context.location` of what the edge
/// knew of them: so it stands in the log with them, and nobody asks again. What an event says of
/// its place itself counts.
///
/// The address is the event's `context.ip`; without one, of browsers and apps, the request's own.
/// Who forwards requests is believed when they come from this machine or a private network.
final class Whereabouts {
  private static final HeaderName FORWARDED_FOR = HeaderNames.create("X-Forwarded-For");
  private static final String LOCATION = "location";

  private final PlaceDesk places;
  private final Exchange exchange;
  private final Source source;
  private @Nullable String sender;
  private @Nullable String lastAddress;
  private Value.Fields lastContext = Value.Fields.EMPTY;

  Whereabouts(PlaceDesk places, Exchange exchange, Source source) {
    this.places = places;
    this.exchange = exchange;
    this.source = source;
  }

  /// What is said of all events of the request, with the place of one of them.
  ///
  /// @param batch the same object for all events of a request; so is what comes of it for one place
  Value.Fields context(Value.Fields batch, Body event) {
    if (!places.installed() || batch.get(LOCATION) != null) {
      return batch;
    }
    var own = event instanceof Value.Fields fields ? fields.fields("context").text("ip") : null;
    var said = own == null ? batch.text("ip") : own;
    var address = said == null ? sender() : said.strip();
    if (address.equals(lastAddress)) {
      return lastContext;
    }
    var place = address.isEmpty() ? null : places.of(address);
    lastAddress = address;
    lastContext = place == null ? batch : with(batch, place);
    return lastContext;
  }

  private static Value.Fields with(Value.Fields batch, Value.Fields place) {
    var context = new LinkedHashMap<>(batch.values());
    context.put(LOCATION, place);
    return new Value.Fields(context);
  }

  private String sender() {
    var known = sender;
    if (known == null) {
      known =
          source.kind().trusted()
              ? "" // a server's own address says nothing of people
              : sender(exchange.peer(), exchange.header(FORWARDED_FOR));
      sender = known;
    }
    return known;
  }

  /// Who sent a request: the last in the chain that is no proxy of one's own.
  static String sender(String peer, @Nullable String forwardedFor) {
    if (forwardedFor == null || !ours(peer)) {
      return peer;
    }
    var chain = forwardedFor.split(",", -1);
    for (var i = chain.length - 1; i >= 0; i--) {
      var each = chain[i].strip();
      if (!ours(each)) {
        return each;
      }
    }
    return peer;
  }

  private static boolean ours(String written) {
    try {
      var address = InetAddress.ofLiteral(written);
      var bytes = address.getAddress();
      return address.isLoopbackAddress()
          || address.isSiteLocalAddress()
          || address.isLinkLocalAddress()
          || (bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC);
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
