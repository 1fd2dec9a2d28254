package io.inyeon.core.collect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/// Grows events from a seed: some nearly right, some wild, with the wrong types in the right
/// places.
final class RandomEvents {
  /// Names that the reader looks for, so that the wrong types stand in the right places.
  private static final List<String> NAMES =
      List.of(
          "type",
          "event",
          "messageId",
          "userId",
          "anonymousId",
          "previousId",
          "groupId",
          "timestamp",
          "originalTimestamp",
          "sentAt",
          "channel",
          "traits",
          "properties",
          "context",
          "name",
          "category",
          "email",
          "phone",
          "device",
          "id",
          "token",
          "advertisingId",
          "adTrackingEnabled",
          "externalIds",
          "collection",
          "encoding",
          "library");

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "track",
          "identify",
          "alias",
          "group",
          "screen",
          "users",
          "none",
          "ios",
          "server",
          "email",
          "crm_id",
          "null",
          "2026-03-01T00:00:00Z",
          "2026-03-01T00:00:00",
          "010-1234-5678",
          "kim@example.kr",
          "\u0000",
          "\uD800",
          "\uDC00\uD800",
          "0".repeat(600),
          "\uFB2C".repeat(300),
          "😀".repeat(150));

  private static final List<BigDecimal> NUMBERS =
      List.of(
          BigDecimal.ZERO,
          new BigDecimal("-0.0"),
          new BigDecimal("1E+999999999"),
          new BigDecimal("-1E-999999999"),
          new BigDecimal("0E+2147483647"),
          new BigDecimal("9".repeat(1_000)),
          new BigDecimal("1772323200000"),
          new BigDecimal("1772323200.123456"));

  private final Random random;

  /// Of a hundred values, how many may be anything at all.
  private final int wild;

  RandomEvents(long seed) {
    random = new Random(seed);
    wild = random.nextInt(40);
  }

  /// Mostly an object, half the time with what an event needs; sometimes anything else.
  Value body() {
    if (random.nextInt(20) == 0) {
      return value(3);
    }
    var values = fields(4).values();
    if (random.nextBoolean()) {
      for (var needed : List.of("type", "event", "userId", "previousId", "groupId")) {
        values.putIfAbsent(needed, fitting(needed, 1));
      }
    }
    return new Value.Fields(values);
  }

  /// Grows an envelope: usually a batch's, sometimes an endpoint's.
  Envelope envelope() {
    return new Envelope(
        7,
        Sent.NOW,
        random.nextBoolean() ? null : of(List.of(Call.values())),
        "edge-1",
        random.nextBoolean() ? null : of(TEXTS),
        random.nextInt(3) > 0 ? Value.Fields.EMPTY : fields(3),
        random.nextInt(3) > 0 ? Value.Fields.EMPTY : fields(3),
        random.nextInt(33_500));
  }

  /// Grows a value of at most so many levels; random seeds, since trees of arbitraries are slow.
  private Value value(int depth) {
    return switch (random.nextInt(depth == 0 ? 8 : 14)) {
      case 0, 1, 2 -> new Value.Text(of(TEXTS));
      case 3 -> new Value.Text(text());
      case 4 -> new Value.Decimal(of(NUMBERS));
      case 5, 6 -> new Value.Truth(random.nextBoolean());
      case 7 -> Value.Nothing.NOTHING;
      case 8, 9 -> {
        var items = new ArrayList<Value>();
        for (var i = random.nextInt(random.nextInt(10) == 0 ? 40 : 4); i > 0; i--) {
          items.add(value(depth - 1));
        }
        yield new Value.Items(items);
      }
      default -> fields(depth - 1);
    };
  }

  Value.Fields fields(int depth) {
    var values = new LinkedHashMap<String, Value>();
    for (var i = random.nextInt(14); i > 0; i--) {
      var name = random.nextInt(20) == 0 ? text() : of(NAMES);
      values.put(name, fitting(name, depth));
    }
    return new Value.Fields(values);
  }

  /// Often of the type that belongs under the name, so that more is reached than the first fault.
  private Value fitting(String name, int depth) {
    if (random.nextInt(100) < wild) {
      return value(Math.max(depth, 0));
    }
    return switch (name) {
      case "traits", "properties", "context", "device", "library" ->
          depth < 0 ? Value.Fields.EMPTY : fields(depth - 1);
      case "externalIds" -> {
        var items = new ArrayList<Value>();
        for (var i = random.nextInt(20); i > 0; i--) {
          items.add(
              Sent.fields(
                  "type",
                  of(List.of("email", "crm_id", "ios.id", "b", "c", "NO!")),
                  "id",
                  value(0),
                  "collection",
                  "users",
                  "encoding",
                  "none"));
        }
        yield new Value.Items(items);
      }
      case "type" -> Sent.value(of(List.of("track", "identify", "alias", "group", "page", "ios")));
      case "adTrackingEnabled" -> new Value.Truth(true);
      case "timestamp", "originalTimestamp", "sentAt" -> new Value.Text("2026-03-01T00:00:00Z");
      default -> new Value.Text(of(List.of("a", "b", "c", "kim@example.kr", "01012345678")));
    };
  }

  private String text() {
    var text = new StringBuilder();
    for (var i = random.nextInt(6); i > 0; i--) {
      text.append((char) random.nextInt(0x10000));
    }
    return text.toString();
  }

  private <T> T of(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
