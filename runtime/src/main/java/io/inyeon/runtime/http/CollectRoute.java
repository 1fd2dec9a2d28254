package io.inyeon.runtime.http;

import io.inyeon.core.collect.Call;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A place of the tracking API, recognised by the tail of the path: any prefix may stand before it.
sealed interface CollectRoute {
  /// One event.
  ///
  /// @param call `null` where the event says it itself
  record Single(@Nullable Call call) implements CollectRoute {}

  /// Many events.
  record Batch() implements CollectRoute {}

  /// Metrics of the SDKs' own.
  record ClientMetrics() implements CollectRoute {}

  /// One event in the address of a picture.
  record Pixel(@Nullable Call call) implements CollectRoute {}

  /// What Segment's SDKs ask before they begin.
  record SegmentSettings(String writeKey) implements CollectRoute {}

  /// What RudderStack's SDKs ask before they begin.
  record RudderSettings() implements CollectRoute {}

  /// Whether it is asked by GET; else it takes POST.
  default boolean reads() {
    return switch (this) {
      case Single _, Batch _, ClientMetrics _ -> false;
      case Pixel _, SegmentSettings _, RudderSettings _ -> true;
    };
  }

  /// The place that a path names; `null` when it is none of the tracking API's.
  static @Nullable CollectRoute of(String path) {
    var end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    var lastAt = path.lastIndexOf('/', end - 1);
    if (end == 0 || lastAt < 0) {
      return null;
    }
    var last = path.substring(lastAt + 1, end);
    var beforeAt = path.lastIndexOf('/', lastAt - 1);
    var before = beforeAt < 0 ? "" : path.substring(beforeAt + 1, lastAt);
    return switch (before) {
      case "v1" -> Places.V1.get(last);
      case "pixel" -> ends(path, beforeAt, "/v1") ? new Pixel(Places.call(last)) : null;
      case "s" -> ends(path, beforeAt, "/api") ? Places.jitsu(last) : null;
      case "s2s" -> ends(path, beforeAt, "/api/s") ? Places.jitsu(last) : null;
      default -> {
        if (last.equals("settings") && ends(path, beforeAt, "/projects")) {
          yield new SegmentSettings(Percent.decode(before));
        }
        yield last.equals("sourceConfig") ? Places.RUDDER : null;
      }
    };
  }

  private static boolean ends(String path, int end, String tail) {
    return end >= tail.length() && path.startsWith(tail, end - tail.length());
  }

  /// The names on the wire.
  final class Places {
    static final RudderSettings RUDDER = new RudderSettings();
    private static final Batch BATCH = new Batch();
    private static final Single ANY = new Single(null);
    private static final Map<String, Single> SINGLE =
        Map.of(
            "identify", new Single(Call.IDENTIFY),
            "track", new Single(Call.TRACK),
            "page", new Single(Call.PAGE),
            "screen", new Single(Call.SCREEN),
            "group", new Single(Call.GROUP),
            "alias", new Single(Call.ALIAS));
    static final Map<String, CollectRoute> V1 = v1();

    private Places() {}

    private static Map<String, CollectRoute> v1() {
      var places = new HashMap<String, CollectRoute>();
      SINGLE.forEach((name, single) -> {
        places.put(name, single);
        places.put(name.substring(0, 1), single);
      });
      places.put("batch", BATCH);
      places.put("b", BATCH);
      places.put("import", BATCH);
      places.put("m", new ClientMetrics());
      places.put("sourceConfig", RUDDER);
      return Map.copyOf(places);
    }

    static @Nullable Call call(String name) {
      var single = SINGLE.get(name);
      return single == null ? null : single.call();
    }

    /// Jitsu names any event in the path; what it does not know the event says itself.
    static CollectRoute jitsu(String name) {
      return name.equals("batch") ? BATCH : SINGLE.getOrDefault(name, ANY);
    }
  }
}
