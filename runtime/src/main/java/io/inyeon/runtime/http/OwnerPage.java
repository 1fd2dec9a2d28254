package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the owner sees: in Korean or English, as the browser asks, and light or dark. It runs no
/// script and loads nothing.
final class OwnerPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--bg:#f6f5f1;--surface:#fff;--surface-2:#fbfaf8;--line:#e5e3dc;\
      --line-2:#d3d0c6;--ink:#16181d;--ink-2:#4a4e57;--ink-3:#676c76;--accent:#365dd2;\
      --accent-2:#284bb6;--on-accent:#fff;--warn:#8d5e00;--warn-soft:#fbf0dc;\
      --shadow:0 1px 2px rgb(22 24 29/.05),0 8px 24px -12px rgb(22 24 29/.14)}
      @media (prefers-color-scheme:dark){:root{--bg:#0f1115;--surface:#16191f;\
      --surface-2:#1a1e25;--line:#272c35;--line-2:#373e4a;--ink:#ecedef;--ink-2:#a9afba;\
      --ink-3:#8a919d;--accent:#759bf5;--accent-2:#9db9fa;--on-accent:#0f1115;--warn:#cd9219;\
      --warn-soft:#2d2310;--shadow:0 1px 2px rgb(0 0 0/.4),0 12px 32px -12px rgb(0 0 0/.6)}}
      *{box-sizing:border-box}
      body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;\
      background:var(--bg);color:var(--ink);\
      font:400 14px/22px 'Pretendard Variable',Pretendard,-apple-system,'Apple SD Gothic Neo',\
      'Noto Sans KR','Noto Sans CJK KR','Malgun Gothic',system-ui,sans-serif;\
      letter-spacing:-.006em;word-break:keep-all;overflow-wrap:anywhere;\
      -webkit-font-smoothing:antialiased}
      main{width:100%;max-width:440px;padding:32px;background:var(--surface);\
      border:1px solid var(--line);border-radius:12px;box-shadow:var(--shadow)}
      .brand{display:flex;align-items:center;gap:8px;margin:0 0 24px;font-weight:700;font-size:15px}
      h1{margin:0 0 8px;font-size:22px;line-height:30px;font-weight:700;letter-spacing:-.02em}
      p{margin:0 0 16px;color:var(--ink-2)}
      label{display:block;margin:24px 0 6px;font-weight:600;font-size:13px}
      input{width:100%;height:40px;padding:0 12px;font:inherit;color:var(--ink);\
      background:var(--surface);border:1px solid var(--line-2);border-radius:7px}
      .hint{margin:6px 0 20px;font-size:12px;line-height:18px;color:var(--ink-3)}
      button{width:100%;height:40px;font:inherit;font-weight:600;color:var(--on-accent);\
      background:var(--accent);border:0;border-radius:7px;cursor:pointer}
      button:hover,.go:hover{background:var(--accent-2)}
      .go{display:block;height:40px;line-height:40px;text-align:center;text-decoration:none;\
      font-weight:600;color:var(--on-accent);background:var(--accent);border-radius:7px}
      :focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:7px}
      pre{margin:0 0 16px;padding:12px 14px;font:500 13px/20px ui-monospace,SFMono-Regular,Menlo,\
      Consolas,monospace;background:var(--surface-2);border:1px solid var(--line);\
      border-radius:7px;white-space:pre-wrap;word-break:break-all}
      .key{font-size:15px;user-select:all}
      .warn{padding:10px 14px;color:var(--warn);background:var(--warn-soft);border-radius:7px}
      h2{margin:24px 0 6px;font-size:13px;font-weight:600}
      """;

  private static final String MARK =
      """
      <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">\
      <path fill="none" stroke="#365dd2" stroke-width="3.6" stroke-linecap="round" \
      d="M4 7c9 0 8 18 24 18"/><path fill="none" stroke="#d9432a" stroke-width="3.6" \
      stroke-linecap="round" d="M4 25c9 0 8-18 24-18"/>\
      <circle cx="15.2" cy="16" r="3.6" fill="#e8b04b"/></svg>\
      """;

  private static final List<Header> HEADERS =
      List.of(
          Answer.NO_STORE,
          HeaderValues.createCached(
              HeaderNames.create("Content-Security-Policy"),
              "default-src 'none'; style-src 'sha256-"
                  + sha256(STYLE)
                  + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"),
          HeaderValues.createCached(HeaderNames.create("Referrer-Policy"), "no-referrer"),
          HeaderValues.createCached(HeaderNames.create("X-Content-Type-Options"), "nosniff"),
          HeaderValues.createCached(HeaderNames.VARY, "Accept-Language"));

  private static final OwnerPage KOREAN = new OwnerPage(true);
  private static final OwnerPage ENGLISH = new OwnerPage(false);

  private final boolean korean;

  private OwnerPage(boolean korean) {
    this.korean = korean;
  }

  /// The page in the language that a browser likes best of the two.
  ///
  /// @param acceptLanguage RFC 9110, 12.5.4; English when it names neither
  static OwnerPage in(@Nullable String acceptLanguage) {
    try {
      var wanted = Locale.LanguageRange.parse(acceptLanguage == null ? "en" : acceptLanguage);
      return "ko".equals(Locale.lookupTag(wanted, List.of("en", "ko"))) ? KOREAN : ENGLISH;
    } catch (IllegalArgumentException _) {
      return ENGLISH;
    }
  }

  /// A name for the key and one button.
  Answer form(String token) {
    return page(
        Status.OK_200,
        say("관리 키 만들기", "Make your management key"),
        """
        <p>%s</p>
        <form method="post" action="../api/v1/owner">
        <input type="hidden" name="token" value="%s">
        <label for="name">%s</label>
        <input id="name" name="name" maxlength="100" value="owner" required autocomplete="off">
        <p class="hint">%s</p>
        <button>%s</button>
        </form>
        """
            .formatted(
                say(
                    "이 키로 콘솔에 로그인하고 소스를 만들어요.<br>링크는 한 번만 쓸 수 있어요.",
                    "With it you sign in to the console, and programs call the API.<br>This link"
                        + " works once."),
                escaped(token),
                say("키 이름", "Name of the key"),
                say(
                    "변경 이력에 이 이름이 남아요. 예: 담당자나 시스템 이름",
                    "Changes are recorded under this name, e.g. yours or a system's."),
                say("키 만들기", "Make the key")));
  }

  /// The key, this once.
  Answer made(String key) {
    return page(
        Status.OK_200,
        say("관리 키를 만들었어요", "Your management key"),
        """
        <p class="warn">%s</p>
        <pre class="key">%s</pre>
        <a class="go" href="../../">%s</a>
        <h2>%s</h2>
        <pre>Authorization: Bearer %s</pre>
        """
            .formatted(
                say(
                    "지금만 볼 수 있어요. 다시 로그인할 때 필요하니 안전한 곳에 보관해 주세요.",
                    "It is shown only now. Keep it somewhere safe: you sign in with it again"
                        + " later."),
                escaped(key),
                say("콘솔 열기", "Open the console"),
                say("관리 API를 부를 때 붙이는 헤더", "The header with which the management API is called"),
                escaped(key)));
  }

  /// There is no such link any more.
  Answer spent() {
    return page(
        Status.FORBIDDEN_403,
        say("쓸 수 없는 링크예요", "This link does not work"),
        "<p>%s</p>"
            .formatted(
                say(
                    "이미 사용했거나 없는 링크예요. 그때 만든 관리 키로 로그인해 주세요.",
                    "It was used before, or never existed. Use the management key that was made"
                        + " then.")));
  }

  /// The form was not filled in as it must be.
  Answer unfit() {
    return page(
        Status.BAD_REQUEST_400,
        say("키를 만들지 못했어요", "No key was made"),
        "<p>%s</p>"
            .formatted(
                say(
                    "링크를 다시 열고 이름을 100자 안으로 적어 주세요. 링크는 아직 쓸 수 있어요.",
                    "Open the link again and give a name of at most 100 characters. The link still"
                        + " works.")));
  }

  private String say(String inKorean, String inEnglish) {
    return korean ? inKorean : inEnglish;
  }

  private Answer page(Status status, String title, String content) {
    var page =
        "<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>%s · Inyeon 인연</title><style>%s</style></head>\n<body><main><p class=\"brand\">%s%s</p><h1>%s</h1>\n%s</main></body></html>\n"
            .formatted(say("ko", "en"), title, STYLE, MARK, say("인연", "Inyeon"), title, content);
    return new Answer(status, Answer.HTML, page.getBytes(UTF_8), HEADERS);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
