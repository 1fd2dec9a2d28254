package io.inyeon.runtime.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How the server listens.
///
/// @param host the address to listen on; `127.0.0.1` for this machine alone
/// @param port 0 takes any free one
/// @param publicUrl where the world sees this server, e.g. `https://t.shop.kr/cdp`, for the
///   settings documents of SDKs; `null` to tell from each request
/// @param maxConnections open at once; further ones wait
/// @param eventsPerSecond what one source may send; 0 for no limit
/// @param patience the longest that a connection may stay idle, or a request be under way
/// @param proxies whose word counts of who sent a request
public record HttpSettings(
    String host,
    int port,
    @Nullable String publicUrl,
    int maxConnections,
    int eventsPerSecond,
    Duration patience,
    Proxies proxies) {
  public HttpSettings {
    if (port < 0 || port > 65_535 || maxConnections < 1 || eventsPerSecond < 0) {
      throw new IllegalArgumentException("out of range: " + port + ", " + maxConnections);
    }
  }

  /// All at their defaults.
  public static HttpSettings at(String host, int port) {
    return new HttpSettings(host, port, null, 4_096, 0, Duration.ofSeconds(60), Proxies.NONE);
  }

  /// The same with a limit on each source.
  public HttpSettings eventsPerSecond(int events) {
    return new HttpSettings(host, port, publicUrl, maxConnections, events, patience, proxies);
  }

  /// The same, known to the world under this address.
  public HttpSettings publicUrl(@Nullable String url) {
    return new HttpSettings(host, port, url, maxConnections, eventsPerSecond, patience, proxies);
  }

  /// The same with another patience.
  public HttpSettings patience(Duration longest) {
    return new HttpSettings(
        host, port, publicUrl, maxConnections, eventsPerSecond, longest, proxies);
  }

  /// The same behind these proxies.
  public HttpSettings behind(Proxies own) {
    return new HttpSettings(host, port, publicUrl, maxConnections, eventsPerSecond, patience, own);
  }
}
