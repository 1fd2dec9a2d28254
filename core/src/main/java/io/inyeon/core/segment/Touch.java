package io.inyeon.core.segment;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// By what somebody came: what a page or screen tells of the campaign and the page before it.
///
/// Channels are told as web analytics do (Google Analytics' default channel group), with the search
/// engines and networks that matter in Korea.
///
/// @param channel one word; see [#of]
/// @param campaign its name; `null` when none is named
/// @param referrer the host of the page before, without `www.`; `null` when there was none
public record Touch(String channel, @Nullable String campaign, @Nullable String referrer) {
  /// The channel of whoever came by nothing that is told.
  public static final String DIRECT = "direct";

  /// Before the name of what is told where direct visits do not count.
  public static final String INDIRECT = "indirect_";

  private static final int LONGEST = 200;

  private static final List<String> SEARCH =
      List.of(
          "google",
          "naver",
          "daum",
          "bing",
          "yahoo",
          "zum",
          "nate",
          "duckduckgo",
          "baidu",
          "yandex",
          "ecosia");
  private static final List<String> SOCIAL =
      List.of(
          "facebook",
          "instagram",
          "twitter",
          "x.com",
          "t.co",
          "threads",
          "linkedin",
          "pinterest",
          "tiktok",
          "kakao",
          "kakaostory",
          "band.us",
          "blog.naver",
          "cafe.naver",
          "reddit",
          "line.me",
          "weibo",
          "fb",
          "ig",
          "sns");
  private static final List<String> VIDEO = List.of("youtube", "youtu.be", "vimeo", "tv.naver");

  private static final Map<String, String> MEDIUMS =
      Map.ofEntries(
          Map.entry("email", "email"),
          Map.entry("e-mail", "email"),
          Map.entry("mail", "email"),
          Map.entry("newsletter", "email"),
          Map.entry("sms", "message"),
          Map.entry("lms", "message"),
          Map.entry("mms", "message"),
          Map.entry("alimtalk", "message"),
          Map.entry("friendtalk", "message"),
          Map.entry("push", "push"),
          Map.entry("app_push", "push"),
          Map.entry("web_push", "push"),
          Map.entry("display", "display"),
          Map.entry("banner", "display"),
          Map.entry("cpm", "display"),
          Map.entry("affiliate", "affiliates"),
          Map.entry("affiliates", "affiliates"),
          Map.entry("cps", "affiliates"),
          Map.entry("video", "video"),
          Map.entry("social", "organic_social"),
          Map.entry("sns", "organic_social"),
          Map.entry("organic", "organic_search"),
          Map.entry("referral", "referral"));

  private static final List<String> PAID =
      List.of(
          "cpc", "ppc", "cpa", "paid", "paidsearch", "paid_search", "paid_social", "retargeting");

  /// What is told of a touch.
  public enum Of {
    CHANNEL,
    CAMPAIGN,
    REFERRER
  }

  /// By what somebody came with an event; `null` when it lies within a visit: its page before was
  /// of the same site.
  ///
  /// Channels: `paid_search`, `organic_search`, `paid_social`, `organic_social`, `email`,
  /// `message`, `push`, `display`, `affiliates`, `video`, `referral`; `campaign` for one of another
  /// kind; `direct` when nothing is told.
  public static @Nullable Touch of(Event event) {
    var campaign = event.context().fields("campaign");
    var page = event.context().fields("page");
    var name = word(campaign.text("name"), false);
    var source = word(campaign.text("source"), true);
    var medium = word(campaign.text("medium"), true);
    var url = first(event.properties().text("url"), page.text("url"));
    var before = host(first(event.properties().text("referrer"), page.text("referrer")));
    if (name != null || source != null || medium != null) {
      return new Touch(
          channel(source == null ? "" : source, medium == null ? "" : medium), name, before);
    }
    if (url != null && (url.contains("gclid=") || url.contains("NaPm="))) {
      return new Touch("paid_search", null, before);
    }
    if (before == null) {
      return new Touch(DIRECT, null, null);
    }
    if (before.equals(host(url))) {
      return null;
    }
    var channel =
        any(VIDEO, before)
            ? "video"
            : any(SOCIAL, before)
                ? "organic_social"
                : any(SEARCH, before) ? "organic_search" : "referral";
    return new Touch(channel, null, before);
  }

  private static String channel(String source, String medium) {
    if (PAID.contains(medium)) {
      return any(VIDEO, source)
          ? "video"
          : any(SOCIAL, source) || medium.equals("paid_social") ? "paid_social" : "paid_search";
    }
    return MEDIUMS.getOrDefault(medium, "campaign");
  }

  private static boolean any(List<String> names, String in) {
    var dotted = "." + in + ".";
    return names.stream().anyMatch(name -> dotted.contains("." + name + "."));
  }

  private static @Nullable String first(@Nullable String one, @Nullable String other) {
    return one == null || one.isBlank() ? other : one;
  }

  private static @Nullable String word(@Nullable String text, boolean lower) {
    if (text == null || text.isBlank()) {
      return null;
    }
    var stripped = text.strip();
    var cut = stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    return lower ? cut.toLowerCase(Locale.ROOT) : cut;
  }

  /// The host of an address, without `www.`; `null` for what is none.
  private static @Nullable String host(@Nullable String url) {
    var from = url == null ? -1 : url.indexOf("://");
    if (url == null || from < 0) {
      return null;
    }
    var rest = url.substring(from + "://".length());
    var end = 0;
    while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
      end++;
    }
    var host = rest.substring(rest.lastIndexOf('@', end) + 1, end).toLowerCase(Locale.ROOT);
    var port = host.lastIndexOf(':');
    var name = port < 0 ? host : host.substring(0, port);
    if (name.isBlank() || name.length() > LONGEST) {
      return null;
    }
    return name.startsWith("www.") ? name.substring("www.".length()) : name;
  }

  /// What a track keeps of it; `null` for nothing.
  ///
  /// @param name of what, with `indirect_` before it where direct visits do not count
  static @Nullable Value kept(Event event, String name) {
    var touch = of(event);
    if (touch == null) {
      return null;
    }
    var indirect = name.startsWith(INDIRECT);
    if (indirect && touch.channel.equals(DIRECT)) {
      return null;
    }
    var text =
        switch (indirect ? name.substring(INDIRECT.length()) : name) {
          case "channel" -> touch.channel;
          case "campaign" -> touch.campaign;
          case "referrer" -> touch.referrer;
          default -> null;
        };
    return text == null ? null : new Value.Text(text);
  }
}
