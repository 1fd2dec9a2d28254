package io.inyeon.runtime.http;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.RoutingResponse;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// Every request passes here: it finds the place that is meant, and writes what the place says.
final class Edge implements Handler {
  static final HeaderName REQUEST_ID = HeaderNames.create("Request-Id");

  private static final System.Logger LOG = System.getLogger(Edge.class.getName());
  private static final byte[] NOTHING = new byte[0];

  /// RFC 9110, 5.1: a field's name is a token, and so never empty.
  private static final HeaderName NAMELESS = HeaderNames.create("");

  private final Collector collector;
  private final Management management;
  private final ConsoleFiles console;
  private final InstantSource clock;
  private final RequestIds ids;
  private final Meters meters;
  private final Proxies proxies;

  Edge(
      Collector collector,
      Management management,
      ConsoleFiles console,
      InstantSource clock,
      RequestIds ids,
      Meters meters,
      Proxies proxies) {
    this.proxies = proxies;
    this.collector = collector;
    this.management = management;
    this.console = console;
    this.clock = clock;
    this.ids = ids;
    this.meters = meters;
  }

  @Override
  public void handle(ServerRequest request, ServerResponse response) {
    var exchange = Exchange.of(request, ids.next(), clock.millis(), proxies);
    var ours = ManagementRoute.area(exchange.path());
    var route = ours ? null : CollectRoute.of(exchange.path());
    var page = ours || route != null ? null : console.answer(exchange);
    var after = Refusal.After.STAY;
    Answer answer;
    try {
      if (request.headers().contains(NAMELESS)) {
        throw new Refusal(400, "bad_request", "A header field without a name is no HTTP.");
      }
      answer = page == null ? answer(exchange, ours, route) : page;
    } catch (Refusal refusal) {
      answer = Answer.of(refusal.problem());
      after = refusal.after();
    }
    var last = request.headers().containsToken(HeaderValues.CONNECTION_CLOSE);
    if (after != Refusal.After.STAY) {
      response.header(HeaderValues.CONNECTION_CLOSE);
    } else if (last && request.content().hasEntity() && !request.content().consumed()) {
      request.content().consume();
    }
    send(exchange, response, answer, !ours && page == null);
    if (after == Refusal.After.LINGER) {
      Wire.CURRENT.get().linger();
    }
    if (last || after != Refusal.After.STAY) {
      // The server says that it closes the connection, and leaves it to its user.
      throw new CloseConnectionException("it was the last request of its connection");
    }
  }

  private Answer answer(Exchange exchange, boolean ours, @Nullable CollectRoute route)
      throws Refusal {
    if (ours) {
      return Compression.of(
          management.answer(exchange), exchange.header(HeaderNames.ACCEPT_ENCODING));
    }
    return route == null ? Answer.of(nowhere()) : collector.answer(exchange, route);
  }

  /// Answers when we made a mistake, or the other side is gone.
  void failed(ServerRequest request, ServerResponse response, Throwable thrown) {
    if (thrown instanceof DataReader.InsufficientDataAvailableException gone) {
      throw new CloseConnectionException("the other side is gone", gone);
    }
    var exchange = Exchange.of(request, ids.next(), clock.millis(), proxies);
    LOG.log(System.Logger.Level.ERROR, "request " + exchange.id() + " failed", thrown);
    var problem =
        new Problem(
            500,
            "internal_error",
            "This is our mistake. Please report the Request-Id; it is in the server's log.");
    response.header(HeaderValues.CONNECTION_CLOSE);
    send(exchange, response, Answer.of(problem), !ManagementRoute.area(exchange.path()));
  }

  static Problem nowhere() {
    return new Problem(404, "not_found", "There is nothing at this address.");
  }

  private void send(Exchange exchange, ServerResponse response, Answer answer, boolean open) {
    var body = answer.body();
    meters.answered(answer.status().code());
    response.status(answer.status());
    if (!answer.headers().contains(ConsoleFiles.KEEP)) {
      // A page asks for forty files that never change: nobody traces these.
      response.header(HeaderValues.create(REQUEST_ID, exchange.id()));
    }
    for (Header header : answer.headers()) {
      response.header(header);
    }
    if (open) {
      Cors.add(exchange.request().headers(), response::header);
      if (exchange.method().equals("OPTIONS")) {
        Cors.addPreflight(exchange.request().headers(), response::header);
      }
    }
    var streaming = answer.streaming();
    if (body.length > 0 || streaming != null) {
      response.header(answer.type());
    }
    if (streaming != null && !exchange.method().equals("HEAD")) {
      try (var out = response.outputStream()) {
        streaming.write(out);
      } catch (IOException | UncheckedIOException gone) {
        throw new CloseConnectionException("the other side is gone", gone);
      }
      if (response instanceof RoutingResponse routing) {
        // The server keeps the end of a stream until the request is over, and would keep it for
        // good where the connection is closed by what is thrown then.
        routing.commit();
      }
      return;
    }
    if (exchange.method().equals("HEAD")) {
      response.header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, String.valueOf(body.length)));
      response.send(NOTHING);
    } else {
      response.send(body);
    }
  }
}
