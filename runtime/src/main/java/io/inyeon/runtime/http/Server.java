package io.inyeon.runtime.http;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import io.helidon.webserver.http1.Http1ConnectionSelector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The HTTP server: one catch-all handler on virtual threads.
public final class Server implements AutoCloseable {
  /// A pixel's address carries a whole event.
  private static final int LONGEST_LINE = 64 * 1024;

  private static final int LONGEST_HEADERS = 16 * 1024;
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final WebServer server;

  private Server(WebServer server) {
    this.server = server;
  }

  /// Finds out whether it could listen, before anything else is done.
  ///
  /// @throws IOException when it could not: the port is taken, the address is not this machine's
  public static void check(String host, int port) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      throw new IOException("--host " + host + " is no address and no name that is known here", e);
    } catch (IOException e) {
      throw cannotListen(host, port, e);
    }
  }

  private static IOException cannotListen(String host, int port, @Nullable Exception cause) {
    return new IOException(
        "cannot listen on %s, port %d; end what listens there, or choose others with --host and --port"
            .formatted(host, port),
        cause);
  }

  /// Starts listening.
  ///
  /// @param clock of arrival
  /// @throws UncheckedIOException when the port is taken meanwhile
  public static Server start(HttpSettings settings, Inside inside, InstantSource clock) {
    var meters = new Meters();
    var ids = new RequestIds();
    var collector =
        new Collector(
            inside.intake(), inside.sourceKeys(), inside.quality().places(), settings, meters);
    var publicUrl = settings.publicUrl();
    var secure = publicUrl != null && publicUrl.startsWith("https:");
    var management = new Management(inside, meters, secure, settings.patience());
    var edge =
        new Edge(collector, management, new ConsoleFiles(), clock, ids, meters, settings.proxies());
    var http1 =
        Http1Config.builder()
            .maxPrologueLength(LONGEST_LINE)
            .maxHeadersSize(LONGEST_HEADERS)
            // Liberal in what it reads: paths and queries are ours to understand, and a
            // Content-Encoding is not the server's business.
            .validatePath(false)
            .validatePrologue(false)
            .validateRequestHeaders(false)
            .addReceiveListener(new Oversize())
            .build();
    var server =
        WebServer.builder()
            .host(settings.host())
            .port(settings.port())
            .protocolsDiscoverServices(false)
            .connectionSelectors(
                List.of(
                    new Connections(
                        Http1ConnectionSelector.builder().config(http1).build(),
                        settings.patience())))
            .maxPayloadSize(RequestBody.LIMIT + RequestBody.SLACK)
            .maxTcpConnections(settings.maxConnections())
            .idleConnectionTimeout(settings.patience())
            .idleConnectionPeriod(settings.patience().dividedBy(4))
            .connectionOptions(options -> options.tcpNoDelay(true))
            .shutdownGracePeriod(FAREWELL)
            .shutdownHook(false)
            .directHandlers(new EarlyErrors(ids, meters).handlers())
            .routing(HttpRouting.builder().any(edge).error(Throwable.class, edge::failed))
            .build()
            .start();
    if (!server.isRunning()) {
      var taken = cannotListen(settings.host(), settings.port(), null);
      throw new UncheckedIOException(taken.getMessage(), taken);
    }
    return new Server(server);
  }

  /// The port that it listens on.
  public int port() {
    return server.port();
  }

  /// Takes no more requests, and ends those that are under way.
  @Override
  public void close() {
    server.stop();
  }
}
