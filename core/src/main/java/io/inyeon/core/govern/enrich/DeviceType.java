package io.inyeon.core.govern.enrich;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What kind of device a person holds or sits before.
public enum DeviceType {
  DESKTOP,
  MOBILE,
  TABLET,
  TV,
  CONSOLE,
  WEARABLE,
  BOT;

  private static final List<String> TVS =
      List.of(
          "smart-tv",
          "smarttv",
          "smart tv",
          "appletv",
          "apple tv",
          "googletv",
          "google tv",
          "android tv",
          "hbbtv",
          "web0s",
          "netcast",
          "bravia",
          "roku",
          "crkey",
          "aft",
          "viera",
          "tizen; tv",
          "linux; tizen");
  private static final List<String> CONSOLES = List.of("playstation", "xbox", "nintendo");
  private static final List<String> WEARABLES = List.of("watchos", "wear os", "apple watch");
  private static final List<String> DESKTOPS =
      List.of(
          "windows",
          "mac os x",
          "macos",
          "linux",
          "ubuntu",
          "debian",
          "fedora",
          "chrome os",
          "mac os",
          "freebsd",
          "openbsd",
          "netbsd",
          "solaris");

  /// As it stands on events: `desktop`, `mobile`, ...
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind that a user agent means; `null` when it does not say. Of Android the word Mobile
  /// tells phones from tablets, as its makers ask browsers to write it. An iPad that asks for pages
  /// as a desktop does is one.
  ///
  /// @param agent in lower case
  /// @param system `null` when it is not known
  /// @param device `null` when it is not known
  static @Nullable DeviceType of(String agent, @Nullable String system, @Nullable String device) {
    var os = system == null ? "" : system.toLowerCase(Locale.ROOT);
    var made = device == null ? "" : device.toLowerCase(Locale.ROOT);
    if (made.equals("spider")) {
      return BOT;
    }
    if (any(CONSOLES, agent) || any(CONSOLES, made)) {
      return CONSOLE;
    }
    if (any(WEARABLES, os) || any(WEARABLES, made)) {
      return WEARABLE;
    }
    if (any(TVS, agent) && !agent.contains("mobile")) {
      return TV;
    }
    if (agent.contains("ipad") || agent.contains("tablet") || agent.contains("kindle")) {
      return agent.contains("tablet pc") ? DESKTOP : TABLET;
    }
    if (agent.contains("iphone") || agent.contains("ipod") || os.equals("ios")) {
      return MOBILE;
    }
    if (agent.contains("android")) {
      return agent.contains("mobile") ? MOBILE : agent.contains("mozilla/") ? TABLET : null;
    }
    if (agent.contains("mobile") || agent.contains("phone") || agent.contains("blackberry")) {
      return MOBILE;
    }
    return DESKTOPS.contains(os) ? DESKTOP : null;
  }

  private static boolean any(List<String> words, String in) {
    for (var word : words) {
      if (in.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
