package io.inyeon.bench;

import io.inyeon.core.collect.SourceKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.IntToLongFunction;

/// A shop's events at any speed: some thousand different ones from the generator, each stamped anew
/// whenever it is sent, so that no two are the same and each belongs to its person.
final class Traffic {
  /// So many of a hundred events from browsers bring a cookie that nobody has seen before.
  static final int NEW_COOKIES = 2;

  private static final int HEAD = 512;

  /// What makes a person whole, besides the introduction.
  private static final List<SourceKind> USUAL =
      List.of(SourceKind.BROWSER, SourceKind.APP, SourceKind.SERVER);

  /// Events by which a person is made known.
  static final int EVENTS_A_PERSON = 1 + USUAL.size();

  private final Repertoire repertoire;
  private final SplittableRandom random;
  private Map<SourceKind, String> authorizations = Map.of();
  private String host = "";
  private long number;
  private long timeOf;
  private byte[] time = new byte[0];

  /// Prepares the events.
  Traffic(long seed) {
    random = new SplittableRandom(seed);
    repertoire = new Repertoire(seed);
  }

  /// The same events for another thread.
  Traffic(long seed, Traffic other) {
    random = new SplittableRandom(seed);
    repertoire = other.repertoire;
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
    return repertoire.variety();
  }

  /// Requests of so many events each, of all kinds of sources.
  Requests mixed(int events, People people) {
    return to -> fill(to, kind(), events, people, false);
  }

  /// Requests of one event each, from browsers, answered only when it can be read.
  Requests awaited(People people) {
    return to -> fill(to, SourceKind.BROWSER, 1, people, true);
  }

  /// The first event of one new person after another, from servers, one a request, answered only
  /// when it can be read.
  ///
  /// @param prefix of their accounts
  Requests firstOf(String event, String prefix) {
    return to -> {
      begin(to, 1);
      told(to, event, prefix, number++, now());
      end(to, "track", SourceKind.SERVER, true);
      return 1;
    };
  }

  /// One event each of many people, a hundred a request.
  ///
  /// @param time of a person's event, milliseconds since 1970, by the person's number
  /// @param until is asked before each hundred people; it says whether to stop
  Requests each(
      String event,
      String prefix,
      int from,
      int people,
      IntToLongFunction time,
      BooleanSupplier until) {
    var next = new int[] {from};
    return to -> {
      var count = Math.min(Bed.MANY, people - next[0]);
      if (count <= 0 || until.getAsBoolean()) {
        return 0;
      }
      begin(to, 2);
      for (var i = 0; i < count; i++, next[0]++) {
        comma(to, i);
        var at = Instant.ofEpochMilli(time.applyAsLong(next[0])).toString();
        told(to, event, prefix, next[0], at.getBytes(StandardCharsets.US_ASCII));
      }
      end(to, "batch", SourceKind.SERVER, false);
      return count;
    };
  }

  private static void told(Bytes to, String event, String prefix, long number, byte[] time) {
    to.room(512);
    to.ascii("{\"type\":\"track\",\"event\":\"").ascii(event);
    to.ascii("\",\"messageId\":\"").ascii(prefix).digits(number, 14);
    to.ascii("\",\"userId\":\"").ascii(prefix).digits(number, 14);
    to.ascii("\",\"timestamp\":\"").append(time).ascii("\"}");
  }

  private int fill(Bytes to, SourceKind kind, int events, People people, boolean full) {
    var call = "batch";
    begin(to, events);
    for (var i = 0; i < events; i++) {
      comma(to, i);
      var person = people.next(random);
      var template = repertoire.usual(kind, person, random);
      var cookie = kind == SourceKind.BROWSER && random.nextInt(100) < NEW_COOKIES;
      template.write(to, person, cookie ? 1 + random.nextInt(1_000_000) : 0, number++, now());
      call = events == 1 ? template.call() : call;
    }
    end(to, call, kind, full);
    return events;
  }

  /// Makes one person after another known: account, cookie, address and number, and then by one
  /// event from each kind of source by which that person is told of later, so that later ones bring
  /// nothing new.
  ///
  /// @param until is asked before each hundred people; it says whether to stop
  Requests introducing(int from, int people, BooleanSupplier until) {
    var next = new int[] {from, -1};
    return to -> {
      if (next[1] < 0 && (next[0] >= people || until.getAsBoolean())) {
        return 0;
      }
      var count = Math.min(Bed.MANY, people - next[0]);
      var kind = next[1] < 0 ? SourceKind.BROWSER : USUAL.get(next[1]);
      begin(to, 2);
      for (var i = 0; i < count; i++) {
        comma(to, i);
        var person = next[0] + i;
        var template =
            next[1] < 0 ? repertoire.introduction(random) : repertoire.usual(kind, person, random);
        template.write(to, person, 0, number++, now());
      }
      end(to, "batch", kind, false);
      if (++next[1] == USUAL.size()) {
        next[0] += count;
        next[1] = -1;
      }
      return count;
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
