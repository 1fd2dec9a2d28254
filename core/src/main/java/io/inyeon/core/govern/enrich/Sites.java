package io.inyeon.core.govern.enrich;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where people come from whom everybody knows: search engines, social networks, shopping and video
/// sites, mail, and from which part of a search engine's address what they searched for can be
/// read.
///
/// Our own list, of the sites that matter in Korea and the world; it decides by registrable domain,
/// by host where parts of one domain are different things (`mail.naver.com`), and by the short
/// words that campaigns write as their source (`naver`).
final class Sites {
  /// What a site is.
  enum Kind {
    SEARCH,
    SOCIAL,
    SHOPPING,
    VIDEO,
    EMAIL
  }

  /// One of them.
  ///
  /// @param source its short name
  record Site(Kind kind, String source) {}

  private static final Map<String, Site> ALL = new HashMap<>();
  private static final Map<Kind, Map<String, Boolean>> WORDS = new HashMap<>();

  /// Names under which a search engine says what was searched for.
  static final List<String> QUERIES =
      List.of("q", "query", "p", "wd", "text", "keyword", "search_query");

  static {
    site(Kind.SEARCH, "google", "google.*", "googlequicksearchbox");
    site(Kind.SEARCH, "naver", "naver.com", "search.naver.com", "m.search.naver.com");
    site(Kind.SEARCH, "daum", "daum.net", "search.daum.net", "m.search.daum.net");
    site(Kind.SEARCH, "nate", "nate.com", "search.nate.com");
    site(Kind.SEARCH, "zum", "zum.com", "search.zum.com");
    site(Kind.SEARCH, "bing", "bing.com", "cn.bing.com");
    site(Kind.SEARCH, "yahoo", "yahoo.*", "search.yahoo.com", "search.yahoo.co.jp");
    site(Kind.SEARCH, "baidu", "baidu.com");
    site(Kind.SEARCH, "duckduckgo", "duckduckgo.com");
    site(Kind.SEARCH, "yandex", "yandex.*", "ya.ru");
    site(Kind.SEARCH, "ecosia", "ecosia.org");
    site(Kind.SEARCH, "sogou", "sogou.com");
    site(Kind.SEARCH, "so.com", "so.com");
    site(Kind.SEARCH, "seznam", "seznam.cz");
    site(Kind.SEARCH, "qwant", "qwant.com");
    site(Kind.SEARCH, "startpage", "startpage.com");
    site(Kind.SEARCH, "brave", "search.brave.com");
    site(Kind.SEARCH, "ask", "ask.com");
    site(Kind.SEARCH, "aol", "aol.com");
    site(Kind.SEARCH, "coccoc", "coccoc.com");
    site(Kind.SEARCH, "kagi", "kagi.com");

    site(Kind.SOCIAL, "facebook", "facebook.com", "fb.com", "fb.me", "messenger.com");
    site(Kind.SOCIAL, "instagram", "instagram.com", "ig.me");
    site(Kind.SOCIAL, "threads", "threads.net", "threads.com");
    site(Kind.SOCIAL, "twitter", "twitter.com", "x.com", "t.co");
    site(Kind.SOCIAL, "linkedin", "linkedin.com", "lnkd.in");
    site(Kind.SOCIAL, "pinterest", "pinterest.*", "pin.it");
    site(Kind.SOCIAL, "reddit", "reddit.com", "redd.it");
    site(Kind.SOCIAL, "tumblr", "tumblr.com");
    site(Kind.SOCIAL, "snapchat", "snapchat.com");
    site(Kind.SOCIAL, "whatsapp", "whatsapp.com", "wa.me");
    site(Kind.SOCIAL, "telegram", "telegram.org", "t.me", "telegram.me");
    site(Kind.SOCIAL, "discord", "discord.com", "discord.gg");
    site(Kind.SOCIAL, "line", "line.me");
    site(
        Kind.SOCIAL, "kakaotalk", "kakao.com", "story.kakao.com", "pf.kakao.com", "open.kakao.com");
    site(Kind.SOCIAL, "naver_blog", "blog.naver.com", "m.blog.naver.com");
    site(Kind.SOCIAL, "naver_cafe", "cafe.naver.com", "m.cafe.naver.com");
    site(Kind.SOCIAL, "naver_post", "post.naver.com", "m.post.naver.com");
    site(Kind.SOCIAL, "naver_kin", "kin.naver.com", "m.kin.naver.com");
    site(Kind.SOCIAL, "band", "band.us");
    site(Kind.SOCIAL, "daum_cafe", "cafe.daum.net", "m.cafe.daum.net");
    site(Kind.SOCIAL, "tistory", "tistory.com");
    site(Kind.SOCIAL, "brunch", "brunch.co.kr");
    site(Kind.SOCIAL, "dcinside", "dcinside.com");
    site(Kind.SOCIAL, "clien", "clien.net");
    site(Kind.SOCIAL, "fmkorea", "fmkorea.com");
    site(Kind.SOCIAL, "ruliweb", "ruliweb.com");
    site(Kind.SOCIAL, "theqoo", "theqoo.net");
    site(Kind.SOCIAL, "weibo", "weibo.com", "weibo.cn");
    site(Kind.SOCIAL, "vk", "vk.com");
    site(Kind.SOCIAL, "quora", "quora.com");
    site(Kind.SOCIAL, "bluesky", "bsky.app");
    site(Kind.SOCIAL, "mastodon", "mastodon.social");
    site(Kind.SOCIAL, "hackernews", "news.ycombinator.com");

    site(Kind.SHOPPING, "naver_shopping", "shopping.naver.com", "msearch.shopping.naver.com");
    site(Kind.SHOPPING, "naver_shopping", "search.shopping.naver.com", "cr.shopping.naver.com");
    site(Kind.SHOPPING, "naver_smartstore", "smartstore.naver.com", "brand.naver.com");
    site(Kind.SHOPPING, "kakao_shopping", "store.kakao.com", "gift.kakao.com");
    site(Kind.SHOPPING, "coupang", "coupang.com");
    site(Kind.SHOPPING, "gmarket", "gmarket.co.kr");
    site(Kind.SHOPPING, "auction", "auction.co.kr");
    site(Kind.SHOPPING, "11st", "11st.co.kr");
    site(Kind.SHOPPING, "ssg", "ssg.com");
    site(Kind.SHOPPING, "danawa", "danawa.com");
    site(Kind.SHOPPING, "enuri", "enuri.com");
    site(Kind.SHOPPING, "amazon", "amazon.*");
    site(Kind.SHOPPING, "ebay", "ebay.*");
    site(Kind.SHOPPING, "etsy", "etsy.com");
    site(Kind.SHOPPING, "walmart", "walmart.com");
    site(Kind.SHOPPING, "aliexpress", "aliexpress.com");
    site(Kind.SHOPPING, "temu", "temu.com");
    site(Kind.SHOPPING, "rakuten", "rakuten.co.jp");
    site(Kind.SHOPPING, "google_shopping", "shopping.google.com");

    site(Kind.VIDEO, "youtube", "youtube.com", "youtu.be");
    site(Kind.VIDEO, "tiktok", "tiktok.com");
    site(Kind.VIDEO, "naver_tv", "tv.naver.com", "m.tv.naver.com");
    site(Kind.VIDEO, "chzzk", "chzzk.naver.com");
    site(Kind.VIDEO, "kakao_tv", "tv.kakao.com");
    site(Kind.VIDEO, "afreecatv", "afreecatv.com", "sooplive.co.kr", "sooplive.com");
    site(Kind.VIDEO, "vimeo", "vimeo.com");
    site(Kind.VIDEO, "twitch", "twitch.tv");
    site(Kind.VIDEO, "netflix", "netflix.com");
    site(Kind.VIDEO, "dailymotion", "dailymotion.com");
    site(Kind.VIDEO, "bilibili", "bilibili.com");
    site(Kind.VIDEO, "niconico", "nicovideo.jp");

    site(Kind.EMAIL, "gmail", "mail.google.com");
    site(Kind.EMAIL, "naver_mail", "mail.naver.com", "m.mail.naver.com");
    site(Kind.EMAIL, "daum_mail", "mail.daum.net", "mail2.daum.net", "mail.kakao.com");
    site(Kind.EMAIL, "nate_mail", "mail.nate.com");
    site(Kind.EMAIL, "outlook", "outlook.com", "outlook.live.com", "outlook.office.com");
    site(Kind.EMAIL, "outlook", "outlook.office365.com", "mail.live.com");
    site(Kind.EMAIL, "yahoo_mail", "mail.yahoo.com", "mail.yahoo.co.jp");
    site(Kind.EMAIL, "icloud", "icloud.com");

    word(
        Kind.SEARCH, "naver", "naver.search", "naversearch", "powerlink", "brandsearch", "adwords");
    word(Kind.SOCIAL, "ig", "fb", "meta", "kakao", "kakaostory", "kakao_channel", "kakaochannel");
    word(Kind.SOCIAL, "x", "naverblog", "navercafe", "blog", "social", "insta");
    word(Kind.SHOPPING, "navershopping", "naver.shopping", "smartstore");
    word(Kind.VIDEO, "yt");
  }

  private Sites() {}

  private static void site(Kind kind, String source, String... hosts) {
    var site = new Site(kind, source);
    for (var host : hosts) {
      ALL.put(host, site);
    }
    word(kind, source);
  }

  private static void word(Kind kind, String... words) {
    for (var word : words) {
      WORDS.computeIfAbsent(kind, _ -> new HashMap<>()).put(word, true);
    }
  }

  /// By a host's name; `null` for one that nobody knows.
  ///
  /// @param host in lower case
  /// @param domain its registrable one
  static @Nullable Site at(String host, String domain) {
    var name = host.startsWith("www.") ? host.substring(4) : host;
    for (var each = name; ; ) {
      var site = ALL.get(each);
      if (site != null) {
        return site;
      }
      if (each.equals(domain) || each.indexOf('.') < 0) {
        break;
      }
      each = each.substring(each.indexOf('.') + 1);
    }
    var dot = domain.indexOf('.');
    return ALL.get((dot < 0 ? domain : domain.substring(0, dot)) + ".*");
  }

  /// Whether a campaign's source means a site of a kind: by its short name, or its host.
  static boolean means(Kind kind, String source, @Nullable String domain) {
    var word = source.toLowerCase(Locale.ROOT);
    if (WORDS.getOrDefault(kind, Map.of()).containsKey(word)) {
      return true;
    }
    var site = domain == null ? null : at(word, domain);
    return site != null && site.kind() == kind;
  }
}
