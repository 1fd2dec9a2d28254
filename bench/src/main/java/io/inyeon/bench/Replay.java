package io.inyeon.bench;

import io.inyeon.core.collect.SourceKind;
import io.inyeon.runtime.demo.Sdk;
import io.inyeon.runtime.demo.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// A whole shop's stream, request by request as its SDKs send it: for what depends on events being
/// as different as real ones, such as bytes on disk.
final class Replay implements Requests {
  private record Ready(byte[] bytes, int events) {}

  private final List<Ready> ready = new ArrayList<>();
  private final long events;
  private final long profiles;
  private int at;

  Replay(long seed, int people, int days, String host, Map<SourceKind, String> writeKeys) {
    var shop = new Shop(seed, people, days, Instant.now());
    shop.play(delivery -> {
      var key = writeKeys.getOrDefault(delivery.sdk().kind(), "");
      var request = delivery.sdk().request(delivery, key, Instant.now());
      ready.add(new Ready(bytes(request, host), delivery.events().size()));
    });
    events = shop.truth().events();
    profiles = shop.truth().identifiers().stream().mapToInt(each -> each.tied()).distinct().count();
  }

  private static byte[] bytes(Sdk.Request request, String host) {
    var to = new Bytes(512 + request.body().length);
    to.ascii("POST ").ascii(request.path()).ascii(" HTTP/1.1\r\nHost: ").ascii(host);
    request.headers().forEach((name, value) -> to.ascii("\r\n" + name + ": " + value));
    to.ascii("\r\nContent-Length: " + request.body().length + "\r\n\r\n").append(request.body());
    return Arrays.copyOf(to.array(), to.size());
  }

  long events() {
    return events;
  }

  /// Profiles that result when what events tie together is one, by the truth of the generator.
  long profiles() {
    return profiles;
  }

  @Override
  public int next(Bytes to) {
    if (at == ready.size()) {
      return 0;
    }
    var next = ready.get(at++);
    to.append(next.bytes());
    return next.events();
  }
}
