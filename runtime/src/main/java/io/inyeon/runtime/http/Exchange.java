package io.inyeon.runtime.http;

import io.helidon.http.HeaderName;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// One request as the handlers see it.
///
/// @param id names it in answers and logs
/// @param path raw, without the query
/// @param receivedAt milliseconds since 1970
/// @param visitor who makes it, once that is known
/// @param note what of whom is handed out, for the access log
/// @param proxies whose word counts of who sent it
record Exchange(
    ServerRequest request,
    String id,
    String method,
    String path,
    long receivedAt,
    Visitor visitor,
    AccessNote note,
    Proxies proxies) {
  static Exchange of(ServerRequest request, String id, long receivedAt, Proxies proxies) {
    var prologue = request.prologue();
    return new Exchange(
        request,
        id,
        prologue.method().text(),
        prologue.uriPath().rawPath(),
        receivedAt,
        Visitor.ANYONE,
        new AccessNote(),
        proxies);
  }

  /// The same, made by somebody.
  Exchange by(Visitor someone) {
    return new Exchange(request, id, method, path, receivedAt, someone, note, proxies);
  }

  /// The address of who sent it, see [Proxies]; empty when there is none.
  String client() {
    return request.remotePeer().address() instanceof InetSocketAddress address
        ? proxies.client(address.getAddress().getHostAddress(), request.headers())
        : "";
  }

  /// A header's first value.
  @Nullable String header(HeaderName name) {
    var headers = request.headers();
    return headers.contains(name) ? headers.get(name).get().strip() : null;
  }

  /// What a proxy of one's own says in a header, its first value; of anybody else nothing counts.
  @Nullable String forwarded(HeaderName name) {
    return request.remotePeer().address() instanceof InetSocketAddress address
            && proxies.believes(address.getAddress().getHostAddress())
        ? header(name)
        : null;
  }

  /// A parameter of the query, decoded.
  @Nullable String parameter(String name) {
    var prologue = request.prologue();
    return prologue.hasQuery() ? Percent.parameter(prologue.query().rawValue(), name) : null;
  }

  /// Reading without a change: GET, or HEAD, which is GET without the body.
  boolean reads() {
    return method.equals("GET") || method.equals("HEAD");
  }

  boolean posts() {
    return method.equals("POST");
  }
}
