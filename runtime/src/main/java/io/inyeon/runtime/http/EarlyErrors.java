package io.inyeon.runtime.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderValues;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.http.DirectHandlers;

/// Answers to what is not HTTP enough to reach the edge, in the same form as all others.
final class EarlyErrors implements DirectHandler {
  private final RequestIds ids;
  private final Meters meters;

  EarlyErrors(RequestIds ids, Meters meters) {
    this.ids = ids;
    this.meters = meters;
  }

  DirectHandlers handlers() {
    var handlers = DirectHandlers.builder();
    for (var type : EventType.values()) {
      handlers.addHandler(type, this);
    }
    return handlers.build();
  }

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      String message) {
    var problem = problem(status);
    meters.answered(problem.status());
    var answer = Answer.of(problem);
    var response =
        TransportResponse.builder()
            .status(answer.status())
            .header(answer.type())
            .header(HeaderValues.create(Edge.REQUEST_ID, ids.next()))
            .header(HeaderValues.CONNECTION_CLOSE)
            .keepAlive(false);
    answer.headers().forEach(response::header);
    if (!ManagementRoute.area(request.path())) {
      ServerRequestHeaders asked = request.headers();
      Cors.add(asked, response::header);
    }
    return response.entity(answer.body()).build();
  }

  /// A client's fault is never called ours. What fails here failed before any handler of ours
  /// began: the server calls it an internal error when the first line holds a strange byte.
  private static Problem problem(Status status) {
    var code = status.code();
    if (code == 413) {
      return RequestBody.tooLarge();
    }
    if (code == 414) {
      return new Problem(414, "address_too_long", "Nothing was taken: use POST.");
    }
    if (code == 503) {
      return new Problem(503, "overloaded", "Nothing was taken. Send it again in a second.", 1);
    }
    return new Problem(400, "bad_request", "Nothing was taken: this is not HTTP/1.1.");
  }
}
