package io.inyeon.core.govern.enrich;

import io.inyeon.core.collect.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Through which channel somebody came, by the referrer and the campaign: the default channel group
/// of Google Analytics 4 (support.google.com/analytics/answer/9756891), with its words, and with
/// the sites, click marks and messages that are common in Korea besides. In one point the order is
/// another: a medium that names a message (`email`, `sms`, a push) is believed before the source is
/// looked at, so that a newsletter with `utm_source=naver` is no search.
///
/// `direct`, `cross_network`, `paid_shopping`, `paid_search`, `paid_social`, `paid_video`,
/// `display`, `paid_other`, `organic_shopping`, `organic_social`, `organic_video`,
/// `organic_search`, `email`, `affiliates`, `referral`, `audio`, `sms`, `messenger`, `push`;
/// `unassigned` where a campaign says words that no rule knows. `messenger` is ours.
public final class Channels {
  private static final int LONGEST = 500;

  /// Marks that advertising systems append to addresses, with what they mean by themselves.
  private static final List<Mark> MARKS =
      List.of(
          new Mark("gclid", "google", "cpc"),
          new Mark("gbraid", "google", "cpc"),
          new Mark("wbraid", "google", "cpc"),
          new Mark("dclid", "google", "display"),
          new Mark("msclkid", "bing", "cpc"),
          new Mark("n_keyword_id", "naver", "cpc"),
          new Mark("n_ad_group", "naver", "cpc"),
          new Mark("n_ad", "naver", "cpc"),
          new Mark("napm", "naver_shopping", "cpc"),
          new Mark("dmkw", "daum", "cpc"),
          new Mark("dmskw", "daum", "cpc"),
          new Mark("ttclid", "tiktok", "cpc"),
          new Mark("twclid", "twitter", "cpc"),
          new Mark("li_fat_id", "linkedin", "cpc"),
          new Mark("fbclid", "facebook", "social"));

  private static final Set<String> SOCIAL =
      Set.of(
          "social",
          "social-network",
          "social-media",
          "sm",
          "social network",
          "social media",
          "sns");
  private static final Set<String> DISPLAY =
      Set.of("display", "banner", "expandable", "interstitial", "cpm", "gdn", "gfa");
  private static final Set<String> EMAIL =
      Set.of("email", "e-mail", "e_mail", "e mail", "newsletter");
  private static final Set<String> SMS = Set.of("sms", "lms", "mms", "rcs");
  private static final Set<String> MESSENGER =
      Set.of(
          "alimtalk",
          "friendtalk",
          "brandmessage",
          "brand_message",
          "kakaotalk_message",
          "kakao_message",
          "messenger",
          "line_message",
          "talktalk",
          "알림톡",
          "친구톡",
          "톡톡");

  /// Apps that send people on under their own name.
  private static final Map<String, Sites.Site> APPS =
      Map.ofEntries(
          Map.entry("com.google.android.googlequicksearchbox", search("google")),
          Map.entry("com.google.android.gm", new Sites.Site(Sites.Kind.EMAIL, "gmail")),
          Map.entry("com.nhn.android.search", search("naver")),
          Map.entry("com.nhn.android.mail", new Sites.Site(Sites.Kind.EMAIL, "naver_mail")),
          Map.entry("net.daum.android.daum", search("daum")),
          Map.entry("com.nhn.android.navercafe", social("naver_cafe")),
          Map.entry("com.nhn.android.blog", social("naver_blog")),
          Map.entry("com.nhn.android.band", social("band")),
          Map.entry("com.kakao.talk", social("kakaotalk")),
          Map.entry("com.facebook.katana", social("facebook")),
          Map.entry("com.instagram.android", social("instagram")),
          Map.entry("com.twitter.android", social("twitter")),
          Map.entry("com.linkedin.android", social("linkedin")),
          Map.entry("com.google.android.youtube", new Sites.Site(Sites.Kind.VIDEO, "youtube")));

  private static final String APP = "android-app://";

  private final PublicSuffixes suffixes;
  private final Set<String> own;

  /// Ready for use.
  ///
  /// @param own domains of which nobody comes as from elsewhere: one's other sites, and those that
  ///   people pay on
  public Channels(PublicSuffixes suffixes, Set<String> own) {
    this.suffixes = suffixes;
    this.own = Set.copyOf(own);
  }

  private record Mark(String name, String source, String medium) {}

  private static Sites.Site search(String source) {
    return new Sites.Site(Sites.Kind.SEARCH, source);
  }

  private static Sites.Site social(String source) {
    return new Sites.Site(Sites.Kind.SOCIAL, source);
  }

  /// Where a visit came from.
  ///
  /// @param referrer address of the page before; empty for none
  /// @param page the page's own address; empty when it is not known
  /// @param campaign `name`, `source`, `medium`, `term`, `content`; what it does not say is read
  ///   from the page's parameters (`utm_source`, ...)
  /// @return `null` within one's own site, and when neither a page nor a campaign is known
  public @Nullable Traffic of(String referrer, String page, Value.Fields campaign) {
    var parameters = Query.of(page);
    var source = said(campaign, "source", parameters, "utm_source");
    var medium = said(campaign, "medium", parameters, "utm_medium");
    var name = said(campaign, "name", parameters, "utm_campaign");
    var term = said(campaign, "term", parameters, "utm_term");
    var content = said(campaign, "content", parameters, "utm_content");
    var from = from(referrer, page);
    if (source == null && medium == null) {
      for (var mark : MARKS) {
        if (parameters.containsKey(mark.name())) {
          source = mark.source();
          medium = mark.medium();
          term = term == null ? parameters.get("n_query") : term;
          break;
        }
      }
    }
    if (source == null && medium == null && name == null) {
      return unpaid(from, page, term, content);
    }
    var known = source == null ? from.source : source;
    return new Traffic(channel(known, medium, name, from), known, medium, name, term, content);
  }

  private static @Nullable String said(
      Value.Fields campaign, String field, Map<String, String> parameters, String parameter) {
    var text = campaign.text(field);
    var said = text == null || text.isBlank() ? parameters.get(parameter) : text.strip();
    return said == null ? null : said.length() > LONGEST ? said.substring(0, LONGEST) : said;
  }

  /// What a referrer is.
  ///
  /// @param source short name of its site, or its domain; `null` for none
  /// @param inside whether it is one's own
  /// @param term what was searched for; `null` when the address does not say
  private record From(
      @Nullable String source, Sites.@Nullable Site site, boolean inside, @Nullable String term) {
    static final From NOWHERE = new From(null, null, false, null);
  }

  private From from(String referrer, String page) {
    if (referrer.isBlank()) {
      return From.NOWHERE;
    }
    if (referrer.startsWith(APP)) {
      var app = PublicSuffixes.host(referrer);
      var site = app == null ? null : APPS.get(app);
      return app == null
          ? From.NOWHERE
          : new From(site == null ? app : site.source(), site, false, null);
    }
    var host = PublicSuffixes.host(referrer);
    var domain = host == null ? null : suffixes.ofHost(host);
    if (host == null || domain == null) {
      return From.NOWHERE; // an address of a number, a file, an extension of the browser
    }
    if (domain.equals(suffixes.domain(page)) || own.contains(domain)) {
      return new From(domain, null, true, null);
    }
    var site = Sites.at(host.toLowerCase(Locale.ROOT), domain);
    return new From(
        site == null ? domain : site.source(),
        site,
        false,
        site != null && site.kind() == Sites.Kind.SEARCH ? term(referrer) : null);
  }

  private static @Nullable String term(String referrer) {
    var parameters = Query.of(referrer);
    for (var name : Sites.QUERIES) {
      var term = parameters.get(name);
      if (term != null) {
        return term.length() > LONGEST ? term.substring(0, LONGEST) : term;
      }
    }
    return null;
  }

  private static @Nullable Traffic unpaid(
      From from, String page, @Nullable String term, @Nullable String content) {
    if (from.inside) {
      return null;
    }
    if (from.source == null) {
      return page.isBlank() ? null : new Traffic("direct", "direct", "none", null, term, content);
    }
    if (from.site == null) {
      return new Traffic("referral", from.source, "referral", null, term, content);
    }
    return switch (from.site.kind()) {
      case SEARCH ->
          new Traffic(
              "organic_search",
              from.source,
              "organic",
              null,
              term == null ? from.term : term,
              content);
      case SOCIAL -> new Traffic("organic_social", from.source, "social", null, term, content);
      case SHOPPING ->
          new Traffic("organic_shopping", from.source, "referral", null, term, content);
      case VIDEO -> new Traffic("organic_video", from.source, "referral", null, term, content);
      case EMAIL -> new Traffic("email", from.source, "email", null, term, content);
    };
  }

  /// By what a campaign says.
  private String channel(
      @Nullable String saidSource, @Nullable String saidMedium, @Nullable String name, From from) {
    var source = saidSource == null ? "" : saidSource.toLowerCase(Locale.ROOT);
    var medium = saidMedium == null ? "" : saidMedium.toLowerCase(Locale.ROOT);
    var campaign = name == null ? "" : name.toLowerCase(Locale.ROOT);
    var domain = suffixes.domain(source);
    var paid =
        medium.contains("cp")
            || medium.equals("ppc")
            || medium.equals("retargeting")
            || medium.startsWith("paid");
    var shopping = Sites.means(Sites.Kind.SHOPPING, source, domain) || shops(campaign);
    var search = Sites.means(Sites.Kind.SEARCH, source, domain);
    var social = Sites.means(Sites.Kind.SOCIAL, source, domain);
    var video = Sites.means(Sites.Kind.VIDEO, source, domain);
    if ((source.equals("direct") || source.equals("(direct)"))
        && Set.of("", "none", "(none)", "(not set)").contains(medium)) {
      return "direct";
    }
    if (campaign.contains("cross-network")) {
      return "cross_network";
    }
    if (paid && (shopping || search || social || video)) {
      return shopping
          ? "paid_shopping"
          : search ? "paid_search" : social ? "paid_social" : "paid_video";
    }
    if (DISPLAY.contains(medium)) {
      return "display";
    }
    if (paid) {
      return "paid_other";
    }
    if (shopping) {
      return "organic_shopping";
    }
    if (MESSENGER.contains(medium) || MESSENGER.contains(source)) {
      return "messenger"; // before social: a message of one's own is no post that people share
    }
    if (SMS.contains(medium) || SMS.contains(source)) {
      return "sms";
    }
    if (EMAIL.contains(medium) || EMAIL.contains(source)) {
      return "email";
    }
    if (medium.endsWith("push")
        || medium.contains("notification")
        || medium.contains("mobile")
        || source.equals("firebase")) {
      return "push";
    }
    if (social || SOCIAL.contains(medium)) {
      return "organic_social";
    }
    if (video || medium.contains("video")) {
      return "organic_video";
    }
    if (search || medium.equals("organic")) {
      return "organic_search";
    }
    return switch (medium) {
      case "affiliate", "affiliates" -> "affiliates";
      case "referral", "app", "link" -> "referral";
      case "audio" -> "audio";
      default ->
          medium.isEmpty() && from.site != null
              ? organic(from.site)
              : medium.isEmpty() && from.source != null && !from.inside ? "referral" : "unassigned";
    };
  }

  private static String organic(Sites.Site site) {
    return switch (site.kind()) {
      case SEARCH -> "organic_search";
      case SOCIAL -> "organic_social";
      case SHOPPING -> "organic_shopping";
      case VIDEO -> "organic_video";
      case EMAIL -> "email";
    };
  }

  /// The standard's `^(.*(([^a-df-z]|^)shop|shopping).*)$`: shop as a word or in eshop.
  private static boolean shops(String campaign) {
    if (campaign.contains("shopping")) {
      return true;
    }
    for (var at = campaign.indexOf("shop"); at >= 0; at = campaign.indexOf("shop", at + 1)) {
      var before = at == 0 ? ' ' : campaign.charAt(at - 1);
      if (before == 'e' || before < 'a' || before > 'z') {
        return true;
      }
    }
    return false;
  }
}
