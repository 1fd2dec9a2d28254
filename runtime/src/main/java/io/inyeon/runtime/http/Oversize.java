package io.inyeon.runtime.http;

import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Headers;
import io.helidon.http.RequestException;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.http.Status;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.http1.Http1ConnectionListener;

/// Refuses a body that says beforehand that it is too large. It is read to its end and forgotten,
/// as long as that is bearable: a sender that is cut off never sees the refusal, and tries for
/// ever.
final class Oversize implements Http1ConnectionListener {
  private static final long BEARABLE = 16L * 1024 * 1024;
  private static final int STEP = 1 << 20;

  /// The request that is refused, of which only the headers are known here.
  private record Refused(ServerRequestHeaders headers) implements DirectHandler.TransportRequest {
    @Override
    public String protocolVersion() {
      return "HTTP/1.1";
    }

    @Override
    public String method() {
      return "";
    }

    @Override
    public String path() {
      return "";
    }
  }

  @Override
  public void headers(ConnectionContext context, Headers headers) {
    var length = length(headers);
    if (length <= RequestBody.LIMIT + RequestBody.SLACK) {
      return;
    }
    // Who waits for a "continue" has sent nothing yet.
    if (length <= BEARABLE && !headers.containsToken(HeaderValues.EXPECT_100)) {
      for (var left = length; left > 0; left -= STEP) {
        context.dataReader().skip((int) Math.min(left, STEP));
      }
    }
    throw RequestException.builder()
        .type(DirectHandler.EventType.BAD_REQUEST)
        .status(Status.REQUEST_ENTITY_TOO_LARGE_413)
        .request(new Refused(ServerRequestHeaders.create(headers)))
        .setKeepAlive(false)
        .build();
  }

  private static long length(Headers headers) {
    if (headers.contains(HeaderNames.TRANSFER_ENCODING)) {
      return 0;
    }
    try {
      return headers.contentLength().orElse(0);
    } catch (IllegalArgumentException _) {
      // The server itself refuses what is no number.
      return 0;
    }
  }
}
