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

/// A page that the server writes itself, in the console's look, light or dark. It runs no script
/// and loads nothing, so its policy allows nothing but its own style and its own forms.
final class Sheet {
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
      .wide{max-width:720px}
      .wide h2{margin:36px 0 12px;font-size:17px;line-height:24px}
      .wide h3{margin:0 0 4px;font-size:15px;line-height:22px;font-weight:600}
      .card{margin:0 0 12px;padding:16px 18px;background:var(--surface-2);\
      border:1px solid var(--line);border-radius:9px}
      .card p{margin:0 0 6px}
      .card form{margin-top:12px}
      .state{font-weight:600;color:var(--ink)}
      .wide button{width:auto;min-width:120px;padding:0 18px}
      .plain{color:var(--ink);background:var(--surface);border:1px solid var(--line-2)}
      .plain:hover{color:var(--on-accent)}
      fieldset{margin:0 0 16px;padding:0;border:0}
      legend{padding:0;margin:0 0 6px;font-weight:600;font-size:13px}
      .choice{display:flex;gap:10px;align-items:flex-start;margin:0;padding:8px 0;font-weight:400;\
      font-size:14px}
      .choice input{width:18px;height:18px;margin:2px 0 0;flex:none;accent-color:var(--accent)}
      textarea,select{width:100%;padding:9px 12px;font:inherit;color:var(--ink);\
      background:var(--surface);border:1px solid var(--line-2);border-radius:7px}
      textarea{min-height:96px;resize:vertical}
      .lang{float:right;font-size:13px;color:var(--ink-2)}
      table{width:100%;border-collapse:collapse;margin:0 0 16px}
      th,td{text-align:left;vertical-align:top;padding:8px 10px 8px 0;\
      border-bottom:1px solid var(--line)}
      th{font-weight:600;font-size:13px;color:var(--ink-2)}
      .said{padding:10px 14px;border-radius:7px;background:var(--surface-2);\
      border:1px solid var(--line-2);color:var(--ink)}
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

  private Sheet() {}

  /// Whether a browser likes Korean better than English.
  ///
  /// @param acceptLanguage RFC 9110, 12.5.4; English when it names neither
  static boolean korean(@Nullable String acceptLanguage) {
    try {
      var wanted = Locale.LanguageRange.parse(acceptLanguage == null ? "en" : acceptLanguage);
      return "ko".equals(Locale.lookupTag(wanted, List.of("en", "ko")));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// A page.
  ///
  /// @param title plain text
  /// @param content HTML
  /// @param wide whether it has more on it than one form
  static Answer of(Status status, boolean korean, String title, String content, boolean wide) {
    var page =
        "<!doctype html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>%s · Inyeon 인연</title><style>%s</style></head>\n<body><main%s><p class=\"brand\">%s%s</p><h1>%s</h1>\n%s</main></body></html>\n"
            .formatted(
                korean ? "ko" : "en",
                escaped(title),
                STYLE,
                wide ? " class=\"wide\"" : "",
                MARK,
                korean ? "인연" : "Inyeon",
                escaped(title),
                content);
    return new Answer(status, Answer.HTML, page.getBytes(UTF_8), HEADERS);
  }

  /// A text as it may stand between tags and in attributes.
  static String escaped(String text) {
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
