package io.inyeon.core.collect;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Works out when an event happened, from what its sender's clock and ours say.
///
/// A browser's or a phone's clock may be hours off, but it is off by the same at `timestamp` and at
/// `sentAt`, and `sentAt` is our `receivedAt`: their difference corrects it. A server's clock is
/// right, and several server libraries resend a stale `sentAt`: its `timestamp` stands as it is.
final class ClockRule {
  private static final long THIRTY_DAYS_MS = 30L * 24 * 60 * 60 * 1000;
  private static final long FIVE_MINUTES_MS = 5L * 60 * 1000;

  /// The names under which server libraries report themselves in `context.library.name`, in lower
  /// case. RudderStack's libraries for Go, Java and Python kept the names of Segment's.
  private static final Set<String> SERVER_LIBRARIES =
      Set.of(
          "analytics-node",
          "@segment/analytics-node",
          "analytics-python",
          "segment-analytics-python",
          "analytics-ruby",
          "analytics-php",
          "analytics-java",
          "analytics-go",
          "analytics.net",
          "analytics_elixir",
          "analytics-elixir",
          "analytics-rust",
          "@rudderstack/rudder-sdk-node",
          "rudder-sdk-node",
          "rudderanalytics-ruby",
          "rudder-analytics-php",
          "rudderanalytics-php",
          "rudderanalytics.net",
          "rudder-sdk-rust");

  /// The same of libraries that run on people's own devices.
  private static final Set<String> DEVICE_LIBRARIES =
      Set.of(
          "analytics.js",
          "analytics-android",
          "analytics-ios",
          "analytics-kotlin",
          "analytics-swift",
          "analytics-react-native",
          "@segment/analytics-react-native",
          "analytics_flutter",
          "analytics-flutter",
          "analytics-csharp",
          "rudderlabs javascript sdk",
          "rudder-react-native-library",
          "rudder-ios-library",
          "rudder-flutter-library",
          "com.rudderstack.android.sdk.core",
          "@jitsu/js");

  private ClockRule() {}

  /// Whether the sender's clock is a server's. The channel or the library tells; a sender whose
  /// library nobody knows is what its source is.
  static boolean server(Value.Fields event, Value.Fields context, SourceKind kind) {
    var channel = event.text("channel");
    if ("server".equals(channel)) {
      return true;
    }
    var library = context.fields("library");
    var name = library.text("name");
    if (name != null) {
      var known = name.toLowerCase(Locale.ROOT);
      // One library of Jitsu's serves both: it says where it runs.
      if (SERVER_LIBRARIES.contains(known) || "node".equals(library.text("env"))) {
        return true;
      }
      if (DEVICE_LIBRARIES.contains(known)) {
        return false;
      }
    }
    return kind.trusted() && !isOfDevices(channel);
  }

  private static boolean isOfDevices(@Nullable String channel) {
    return "browser".equals(channel) || "mobile".equals(channel) || "web".equals(channel);
  }

  /// When it happened.
  ///
  /// @param timestamp milliseconds since 1970; [Timestamps#UNREADABLE] when there is none, as for
  ///   the next two
  static long time(
      boolean server, long timestamp, long originalTimestamp, long sentAt, long receivedAt) {
    var none = Timestamps.UNREADABLE;
    if (!server && sentAt != none && Math.abs(receivedAt - sentAt) <= THIRTY_DAYS_MS) {
      var theirs = originalTimestamp != none ? originalTimestamp : timestamp;
      if (theirs != none) {
        return Math.max(receivedAt - (sentAt - theirs), Timestamps.MIN);
      }
    }
    return timestamp != none
        ? timestamp
        : originalTimestamp != none ? originalTimestamp : receivedAt;
  }

  /// Whether a time lies so far in the future that it can't be meant.
  static boolean future(long time, long receivedAt) {
    return time > receivedAt + FIVE_MINUTES_MS;
  }
}
