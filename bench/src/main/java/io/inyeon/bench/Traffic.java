package io.inyeon.bench;

import io.inyeon.core.collect.SourceKind;
import io.inyeon.runtime.demo.Expected;
import io.inyeon.runtime.demo.Shop;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A shop's events at any speed: some thousand different ones from the generator, each stamped anew
/// whenever it is sent, so that no two are the same and each belongs to its person.
final class Traffic {
  private static final int HEAD = 512;
  private static final int PER_KIND = 4_000;

  private final Map<SourceKind, List<Template>> templates = new EnumMap<>(SourceKind.class);
  private final List<Template> introductions = new ArrayList<>();
  private final SplittableRandom random;
  private Map<SourceKind, String> authorizations = Map.of();
  private String host = "";
  private long number;
  private long timeOf;
  private byte[] time = new byte[0];

  /// Prepares the events.
  Traffic(long seed) {
    random = new SplittableRandom(seed);
    var shop = new Shop(seed, 600, 30, Instant.now());
    shop.play(delivery -> {
      var all = templates.computeIfAbsent(delivery.sdk().kind(), _ -> new ArrayList<>(PER_KIND));
      for (var event : delivery.events()) {
        if (event.expected() == Expected.ACCEPTED && all.size() < PER_KIND) {
          all.add(Template.of(event.body()));
        }
      }
    });
    var rows = templates.getOrDefault(SourceKind.BROWSER, List.of());
    introductions.addAll(rows.stream().filter(Template::introduces).toList());
  }

  /// The same events for another thread.
  Traffic(long seed, Traffic other) {
    random = new SplittableRandom(seed);
    templates.putAll(other.templates);
    introductions.addAll(other.introductions);
    authorizations = other.authorizations;
    host = other.host;
    number = seed << 40;
  }

  /// Where to, and with which keys.
  void to(String host, Map<SourceKind, String> writeKeys) {
    this.host = host;
    var all = new EnumMap<SourceKind, String>(SourceKind.class);
    writeKeys.forEach((kind, key) ->
        all.put(
            kind,
            Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8))));
    authorizations = all;
  }

  /// How many different events there are to stamp.
  int variety() {
    return templates.values().stream().mapToInt(List::size).sum();
  }

  /// Requests of so many events each, of all kinds of sources.
  Requests mixed(int events, People people) {
    return to -> fill(to, kind(), events, people, false);
  }

  /// Requests of one event each, from browsers, answered only when it can be read.
  Requests awaited(People people) {
    return to -> fill(to, SourceKind.BROWSER, 1, people, true);
  }

  private int fill(Bytes to, SourceKind kind, int events, People people, boolean full) {
    var all = templates.getOrDefault(kind, introductions);
    var call = "batch";
    begin(to, events);
    for (var i = 0; i < events; i++) {
      comma(to, i);
      var template = all.get(random.nextInt(all.size()));
      template.write(to, people.next(random), number++, now());
      call = events == 1 ? template.call() : call;
    }
    end(to, call, kind, full);
    return events;
  }

  /// Makes one person after another known, by account, cookie, address and number.
  Requests introducing(int from, int until, int events) {
    var next = new int[] {from};
    return to -> {
      var count = Math.min(events, until - next[0]);
      begin(to, 2);
      for (var i = 0; i < count; i++) {
        comma(to, i);
        introductions
            .get(random.nextInt(introductions.size()))
            .write(to, next[0]++, number++, now());
      }
      if (count > 0) {
        end(to, "batch", SourceKind.BROWSER, false);
      }
      return Math.max(0, count);
    };
  }

  /// Reads profiles by account.
  Requests reading(People people, String managementKey) {
    return to -> {
      to.ascii("GET /api/v1/profiles/user_id:").digits(1_000_000 + people.next(random), 7);
      to.ascii(" HTTP/1.1\r\nHost: ").ascii(host).ascii("\r\nAuthorization: Bearer ");
      to.ascii(managementKey).ascii("\r\n\r\n");
      return 1;
    };
  }

  /// Most from browsers and apps, as in a shop.
  private SourceKind kind() {
    var share = random.nextInt(100);
    return share < 52
        ? SourceKind.BROWSER
        : share < 88 ? SourceKind.APP : share < 97 ? SourceKind.SERVER : SourceKind.IMPORT;
  }

  private static void begin(Bytes to, int events) {
    to.size(HEAD);
    if (events > 1) {
      to.ascii("{\"batch\":[");
    }
  }

  private static void comma(Bytes to, int index) {
    if (index > 0) {
      to.ascii(",");
    }
  }

  /// Closes the body and puts the head right before it.
  private void end(Bytes to, String call, SourceKind kind, boolean full) {
    if (call.equals("batch")) {
      to.ascii("],\"sentAt\":\"").append(now()).ascii("\"}");
    }
    var length = to.size() - HEAD;
    var head =
        "POST /v1/"
            + call
            + (full ? "?ack=full" : "")
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nAuthorization: Basic "
            + authorizations.get(kind)
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n";
    var at = HEAD - head.length();
    for (var i = 0; i < head.length(); i++) {
      to.array()[at + i] = (byte) head.charAt(i);
    }
    to.start(at);
  }

  private byte[] now() {
    var ms = System.currentTimeMillis();
    if (ms != timeOf) {
      timeOf = ms;
      var text = Instant.ofEpochMilli(ms).toString();
      // A whole second is written without its fraction.
      time =
          (text.length() == 24 ? text : text.substring(0, 19) + ".000Z")
              .getBytes(StandardCharsets.US_ASCII);
    }
    return time;
  }
}
