package io.inyeon.runtime.http;

import io.helidon.http.Status;
import org.jspecify.annotations.Nullable;

/// What the owner sees: in Korean or English, as the browser asks, and light or dark. It runs no
/// script and loads nothing.
final class OwnerPage {
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
    return Sheet.korean(acceptLanguage) ? KOREAN : ENGLISH;
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
                Sheet.escaped(token),
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
                Sheet.escaped(key),
                say("콘솔 열기", "Open the console"),
                say("관리 API를 부를 때 붙이는 헤더", "The header with which the management API is called"),
                Sheet.escaped(key)));
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
    return Sheet.of(status, korean, title, content, false);
  }
}
