package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enricher.Limits;
import io.inyeon.core.govern.enricher.Retries;
import io.inyeon.core.govern.enricher.Target;
import io.inyeon.runtime.json.JsonReader;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// Asks over HTTP/1.1, on a thread that may wait: one request a connection, redirects are answers,
/// and the address that was checked is the one connected to. With TLS the certificate is checked
/// for the host's name ([Trust]).
final class Asking {
  private final AddressGuard guard;
  private final Trust trust;
  private final LongSupplier now;

  /// @param now milliseconds since 1970
  Asking(AddressGuard guard, Trust trust, LongSupplier now) {
    this.guard = guard;
    this.trust = trust;
    this.now = now;
  }

  /// A request, ready to be made.
  ///
  /// @param headers secrets included
  /// @param body empty for none
  record Request(
      Target target,
      String method,
      String path,
      SequencedMap<String, String> headers,
      byte[] body) {}

  /// No connection came about that others cannot read: nothing of the request was sent.
  private static final class Unsealed extends IOException {
    private static final long serialVersionUID = 1;

    /// Stable, e.g. `certificate_untrusted`.
    private final transient String code;

    Unsealed(SSLException why) {
      super(why);
      code = Trust.why(why);
    }
  }

  /// Makes a request; what goes wrong is an answer.
  Answered ask(Request request, Limits limits) {
    var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.timeoutMs());
    return switch (guard.lead(request.target().host())) {
      case AddressGuard.Led.Nowhere(var cause) -> new Answered.Failed(cause, 0, true, true, 0);
      case AddressGuard.Led.To(var addresses) -> ask(request, addresses, end, limits);
    };
  }

  private Answered ask(Request request, List<InetAddress> addresses, long end, Limits limits) {
    Answered answered = new Answered.Failed("not_connected", 0, true, true, 0);
    for (var address : addresses) {
      try {
        return read(exchange(request, address, end, limits.answerBytes()));
      } catch (HttpReply.Unreadable e) {
        return System.nanoTime() - end >= 0
            ? timeout()
            : new Answered.Failed(e.cause, 0, false, false, 0);
      } catch (Unsealed e) {
        return System.nanoTime() - end >= 0
            ? timeout()
            : new Answered.Failed(e.code, 0, true, true, 0);
      } catch (IOException e) {
        if (System.nanoTime() - end >= 0 || Thread.currentThread().isInterrupted()) {
          return timeout();
        }
        answered =
            new Answered.Failed(
                e instanceof ConnectException ? "not_connected" : "connection_lost",
                0,
                true,
                true,
                0);
        if (!(e instanceof ConnectException)) {
          return answered; // it was heard: nobody is asked twice for one attempt
        }
      }
    }
    return answered;
  }

  private static Answered timeout() {
    return new Answered.Failed("timeout", 0, true, true, 0);
  }

  @SuppressWarnings("try") // the watch closes what hangs
  private HttpReply exchange(Request request, InetAddress address, long end, int most)
      throws IOException {
    try (var socket = new Socket()) {
      // Whatever it waits for, it waits no longer than this.
      var watch =
          Thread.ofVirtual()
              .start(() -> {
                try {
                  TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
                  socket.close();
                } catch (InterruptedException | IOException _) {
                  // It is over.
                }
              });
      try {
        socket.setTcpNoDelay(true);
        socket.connect(
            new InetSocketAddress(address, request.target().port()),
            (int) Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
        if (!request.target().tls()) {
          return said(socket, request, most);
        }
        try (var sealed = sealed(socket, request.target())) {
          return said(sealed, request, most);
        }
      } finally {
        watch.interrupt();
      }
    }
  }

  private Socket sealed(Socket socket, Target target) throws IOException {
    var sealed =
        (SSLSocket) trust.sockets().createSocket(socket, target.host(), target.port(), true);
    SSLParameters parameters = sealed.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    sealed.setSSLParameters(parameters);
    try {
      sealed.startHandshake();
    } catch (SSLException e) {
      throw new Unsealed(e);
    }
    return sealed;
  }

  private static HttpReply said(Socket socket, Request request, int most) throws IOException {
    var out = socket.getOutputStream();
    out.write(written(request));
    out.flush();
    InputStream in = new BufferedInputStream(socket.getInputStream());
    return HttpReply.read(in, most);
  }

  /// Every header of a request, the connection's own included.
  static SequencedMap<String, String> headers(Request request) {
    var all = new LinkedHashMap<String, String>();
    all.put("Host", request.target().authority());
    all.put("User-Agent", "Inyeon");
    all.put("Accept", "application/json");
    all.put("Accept-Encoding", "identity");
    all.put("Connection", "close");
    if (request.method().equals("POST")) {
      all.put("Content-Type", "application/json");
      all.put("Content-Length", Integer.toString(request.body().length));
    }
    // What the author wrote stands in place of what is usual, whatever its case.
    for (Map.Entry<String, String> each : request.headers().entrySet()) {
      all.keySet().removeIf(name -> name.equalsIgnoreCase(each.getKey()));
      all.put(each.getKey(), each.getValue());
    }
    return all;
  }

  private static byte[] written(Request request) {
    var head = new StringBuilder();
    head.append(request.method()).append(' ').append(request.path()).append(" HTTP/1.1\r\n");
    headers(request)
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.append("\r\n").toString().getBytes(ISO_8859_1));
    bytes.writeBytes(request.body());
    return bytes.toByteArray();
  }

  /// What an answer means.
  private Answered read(HttpReply reply) {
    var status = reply.status();
    var wait = Retries.asked(reply.headers().get("retry-after"), now.getAsLong());
    return switch (status) {
      case 204, 404, 410 -> new Answered.Nothing(status);
      case 429 ->
          new Answered.Failed("too_many_requests", status, true, false, Math.max(1_000, wait));
      case 503 -> new Answered.Failed("unavailable", status, true, true, wait);
      case 401, 403, 407 -> new Answered.Failed("not_let_in", status, true, true, 0);
      case 408, 425 -> new Answered.Failed("not_now", status, true, true, wait);
      default -> {
        if (status >= 500) {
          yield new Answered.Failed("server_error", status, true, true, wait);
        }
        if (status >= 400) {
          yield new Answered.Failed("refused", status, false, false, 0);
        }
        if (status >= 300) {
          yield new Answered.Failed("redirected", status, false, true, 0);
        }
        yield JsonReader.event(reply.body()) instanceof Value answer
            ? new Answered.Told(status, answer)
            : new Answered.Failed("not_json", status, false, false, 0);
      }
    };
  }
}
