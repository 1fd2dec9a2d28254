package io.inyeon.runtime.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// A make of device, and what SDKs say of it.
///
/// @param context the members of an event's `context` that are the same for all of the make, as
///   JSON without the braces
/// @param maker of the hardware; empty for browsers, which don't tell
record Model(Kind kind, String maker, String model, String label, byte[] context) {
  /// How the shop is reached with it.
  enum Kind {
    BROWSER,
    IOS_APP,
    ANDROID_APP
  }

  private static final String CHROME =
      "Mozilla/5.0 (%s) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 %sSafari/537.36";
  private static final String SAFARI =
      "Mozilla/5.0 (%s) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/%s Safari/%s";
  private static final String WINDOWS = "Windows NT 10.0; Win64; x64";
  private static final String MAC = "Macintosh; Intel Mac OS X 10_15_7";
  private static final String ANDROID = "Linux; Android 10; K";
  private static final String IPHONE = "iPhone; CPU iPhone OS 18_5 like Mac OS X";

  static final List<Model> LAPTOPS =
      List.of(
          browser(CHROME.formatted(WINDOWS, 141, "")),
          browser(CHROME.formatted(WINDOWS, 140, "")),
          browser(CHROME.formatted(WINDOWS, 142, "") + " Edg/142.0.0.0"),
          browser(CHROME.formatted(WINDOWS, 138, "") + " Whale/4.33.325.17"),
          browser(CHROME.formatted(MAC, 142, "")),
          browser(SAFARI.formatted(MAC, "18.5", "605.1.15")));
  static final List<Model> PHONE_BROWSERS =
      List.of(
          browser(CHROME.formatted(ANDROID, 142, "Mobile ")),
          browser(CHROME.formatted(ANDROID, 141, "Mobile ")),
          browser(
              CHROME
                  .formatted(ANDROID, 136, "Mobile ")
                  .replace("Chrome/", "SamsungBrowser/29.0 Chrome/")),
          browser(SAFARI.formatted(IPHONE, "18.5 Mobile/15E148", "604.1")),
          browser(SAFARI.formatted(IPHONE, "18.3 Mobile/15E148", "604.1")));
  static final List<Model> PHONES =
      List.of(
          android("samsung", "SM-S931N", "e1q", "15", 1080, 2340),
          android("samsung", "SM-S921N", "e1s", "15", 1080, 2340),
          android("samsung", "SM-A546S", "a54x", "14", 1080, 2340),
          android("samsung", "SM-F741N", "b6q", "15", 1080, 2640),
          android("LGE", "LM-V510N", "mh2lm", "12", 1080, 2460),
          ios("iPhone17,1", "18.5", 402, 874),
          ios("iPhone16,2", "18.4", 430, 932),
          ios("iPhone14,7", "18.5", 390, 844),
          ios("iPhone14,6", "17.6", 375, 667));
  static final Model TABLET = android("samsung", "SM-X516N", "gts9fe", "14", 2304, 1440);
  static final Model KIOSK =
      browser("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");

  private static Model browser(String agent) {
    var context =
        "\"userAgent\":\""
            + agent
            + "\",\"locale\":\"ko-KR\",\"library\":{\"name\":\"analytics.js\",\"version\":"
            + "\"npm:next-1.81.0\"},\"timezone\":\"Asia/Seoul\"";
    return new Model(Kind.BROWSER, "", "", "", bytes(context));
  }

  private static Model android(
      String maker, String model, String label, String os, int width, int height) {
    var context =
        app("1.19.2", "analytics-kotlin", "shop.example.inyeon")
            + ",\"os\":{\"name\":\"Android\",\"version\":\"%s\"},\"screen\":{\"density\":2.625,"
                .formatted(os)
            + "\"height\":%d,\"width\":%d},\"userAgent\":\"Dalvik/2.1.0 (Linux; U; Android %s; %s)\""
                .formatted(height, width, os, model);
    return new Model(Kind.ANDROID_APP, maker, model, label, bytes(context));
  }

  private static Model ios(String model, String os, int width, int height) {
    var context =
        app("1.9.1", "analytics-swift", "shop.example.InyeonShop")
            + ",\"os\":{\"name\":\"iOS\",\"version\":\"%s\"},".formatted(os)
            + "\"screen\":{\"height\":%d,\"width\":%d}".formatted(height, width);
    return new Model(Kind.IOS_APP, "Apple", model, "iPhone", bytes(context));
  }

  private static String app(String version, String library, String namespace) {
    return ("\"app\":{\"build\":\"412\",\"name\":\"인연상점\",\"namespace\":\"%s\",\"version\":\"4.12.0\"},"
                + "\"library\":{\"name\":\"%s\",\"version\":\"%s\"},\"locale\":\"ko-KR\","
                + "\"network\":{\"bluetooth\":false,\"cellular\":false,\"wifi\":true},"
                + "\"timezone\":\"Asia/Seoul\"")
        .formatted(namespace, library, version);
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
