package io.inyeon.runtime.http;

import io.helidon.http.Status;
import io.inyeon.core.govern.LegalBasis;
import io.inyeon.core.govern.Purpose;
import io.inyeon.runtime.http.ConsentDesk.Allowed;
import io.inyeon.runtime.http.RightsRecords.Kind;
import io.inyeon.runtime.http.RightsRecords.Request;
import io.inyeon.runtime.http.SelfServiceDesk.Visit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Where a person sees and changes what they consented to, and asks for their rights, in Korean or
/// English. Plain forms, no script; it shows nothing that would tell a stranger who they are.
final class SelfServicePage {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");

  private final boolean korean;
  private final StringBuilder html = new StringBuilder(8_192);

  SelfServicePage(boolean korean) {
    this.korean = korean;
  }

  String lang() {
    return say("ko", "en");
  }

  private String say(String inKorean, String inEnglish) {
    return korean ? inKorean : inEnglish;
  }

  // ---- when there is nothing to see

  /// The link is unknown, over or revoked, or its person is: nobody is told which.
  Answer gone() {
    return alone(
        Status.NOT_FOUND_404,
        say("쓸 수 없는 링크예요", "This link does not work"),
        say(
            "주소가 잘못되었거나 사용 기간이 끝났어요. 링크를 보내 준 곳에 새 링크를 요청해 주세요.",
            "The address is wrong, or its time is over. Ask whoever sent it for a new one."));
  }

  Answer tooOften() {
    return alone(
        Status.TOO_MANY_REQUESTS_429,
        say("잠시 후 다시 시도해 주세요", "Please try again shortly"),
        say(
            "짧은 시간에 요청이 너무 많았어요. 아무것도 바뀌지 않았어요.",
            "Too much was asked at once. Nothing was changed."));
  }

  Answer unavailable() {
    return alone(
        Status.SERVICE_UNAVAILABLE_503,
        say("잠시 후 다시 시도해 주세요", "Please try again shortly"),
        say(
            "지금은 요청을 처리할 수 없어요. 아무것도 바뀌지 않았어요.",
            "It cannot be done just now. Nothing was changed."));
  }

  private Answer alone(Status status, String title, String words) {
    return Sheet.of(status, korean, title, "<p>" + words + "</p>", false);
  }

  // ---- the page

  /// Everything.
  ///
  /// @param said what has just been done; `null` for nothing
  Answer of(Visit visit, @Nullable String said) {
    html.append("<p><a class=\"lang\" hreflang=\"")
        .append(say("en", "ko"))
        .append("\" lang=\"")
        .append(say("en", "ko"))
        .append("\" href=\"?lang=")
        .append(say("en", "ko"))
        .append("\">")
        .append(say("English", "한국어"))
        .append("</a>")
        .append(
            say(
                "동의를 확인하고 바꾸거나, 개인정보에 관한 권리를 행사할 수 있어요.",
                "See and change what you agreed to, and exercise your rights over your personal"
                    + " data."))
        .append("</p>");
    var notice = notice(said);
    if (notice != null) {
      html.append("<p class=\"said\" id=\"said\" role=\"status\">").append(notice).append("</p>");
    }
    html.append("<h2 id=\"consents\">").append(say("동의", "Consents")).append("</h2>");
    for (var each : visit.purposes()) {
      purpose(each, visit);
    }
    requests(visit);
    form(visit);
    html.append("<p class=\"hint\">")
        .append(say("이 링크는 ", "This link works until "))
        .append(day(visit.link().expiresAt(), visit.zone()))
        .append(
            say(
                "까지 쓸 수 있어요. 다른 사람에게 전달하지 마세요.",
                ". Do not pass it on: whoever has it can act for you here."))
        .append("</p>");
    return Sheet.of(
        Status.OK_200, korean, say("내 개인정보 관리", "Your personal data"), html.toString(), true);
  }

  private @Nullable String notice(@Nullable String said) {
    return switch (said) {
      case "grant" -> say("동의를 기록했어요.", "Your consent is recorded.");
      case "withdraw" ->
          say(
              "철회를 기록했어요. 지금부터 이 목적으로 이용하지 않아요.",
              "Your withdrawal is recorded and holds from now on.");
      case "changed" ->
          say(
              "그사이 동의 문구가 바뀌어 기록하지 않았어요. 새 문구를 확인하고 다시 선택해 주세요.",
              "The wording has changed meanwhile, so nothing was recorded. Please read it and"
                  + " choose again.");
      case "filed" ->
          say(
              "요청을 접수했어요. 아래에서 처리 상태를 볼 수 있어요.",
              "Your request is filed. Its state is shown below.");
      case "already" -> say("같은 요청이 이미 처리 중이에요.", "The same request is being dealt with already.");
      case "unfit" ->
          say(
              "입력한 내용을 처리하지 못했어요. 항목을 선택하고 내용은 1,000자 안으로 적어 주세요.",
              "That could not be read. Choose what you ask for, and use at most 1,000 characters.");
      case null, default -> null;
    };
  }

  // ---- consents

  private void purpose(Allowed allowed, Visit visit) {
    var purpose = allowed.purpose();
    var permission = allowed.permission();
    var permitted = permission.at(visit.now());
    html.append("<section class=\"card\"><h3>").append(title(purpose)).append("</h3>");
    paragraph(worded(purpose.texts()));
    if (!purpose.recipients().isEmpty()) {
      paragraph(
          say("제공받는 곳: ", "Recipients: ") + Sheet.escaped(String.join(", ", purpose.recipients())));
    }
    html.append("<p class=\"state\">")
        .append(state(allowed, visit.now(), visit.zone()))
        .append("</p>");
    if (SelfServiceRoutes.changeable(purpose.basis())) {
      var opposed = purpose.basis() == LegalBasis.LEGITIMATE_INTEREST;
      if (permitted) {
        paragraph(worded(purpose.withdrawals()));
      }
      var act =
          permitted
              ? opposed ? say("이용 거부", "Object") : say("동의 철회", "Withdraw")
              : opposed ? say("거부 취소", "Allow again") : say("동의", "Agree");
      html.append("<form method=\"post\" action=\"?lang=").append(lang()).append("\">");
      hidden("act", permitted ? "withdraw" : "grant");
      hidden("about", Sheet.escaped(purpose.key()));
      hidden("version", Integer.toString(purpose.version()));
      // To agree and to withdraw look the same: neither is pressed upon anybody.
      html.append("<button class=\"plain\" aria-label=\"")
          .append(act)
          .append(": ")
          .append(title(purpose))
          .append("\">")
          .append(act)
          .append("</button></form>");
    }
    html.append("</section>");
  }

  /// Whether and why a purpose may be served, in words.
  String state(Allowed allowed, long now, ZoneId zone) {
    var permission = allowed.permission();
    var by = permission.by();
    var when = by == null ? "" : " (" + day(by.time(), zone) + ")";
    return switch (ConsentJson.ground(permission, now)) {
      case "granted" -> say("동의함", "You agreed") + when;
      case "legal_basis" ->
          say("동의 없이 처리할 수 있는 목적이에요: ", "Needs no consent: ") + basis(allowed.purpose().basis());
      case "withdrawn" -> say("철회함", "You withdrew or objected") + when;
      case "expired" -> say("동의 기간이 끝남", "Your consent has run out") + when;
      case "restricted" -> say("이용이 제한되어 있음", "Use is restricted");
      case "underage", "age_unknown" ->
          say("나이를 확인할 수 없어 아직 이용하지 않음", "Not used: your age is not known to be sufficient");
      default -> say("동의하지 않음", "You have not agreed");
    };
  }

  /// What a purpose rests on, in words.
  String basis(LegalBasis basis) {
    return switch (basis) {
      case CONSENT -> say("동의", "consent");
      case CONTRACT -> say("계약의 이행", "performance of a contract");
      case LEGITIMATE_INTEREST -> say("정당한 이익", "legitimate interest");
      case LEGAL_OBLIGATION -> say("법령상 의무", "legal obligation");
      case VITAL -> say("급박한 생명·신체의 이익", "vital interests");
      case PUBLIC -> say("공공 업무", "public task");
    };
  }

  // ---- requests

  private void requests(Visit visit) {
    html.append("<h2 id=\"requests\">").append(say("내 요청", "Your requests")).append("</h2>");
    if (visit.requests().isEmpty()) {
      paragraph(say("아직 접수한 요청이 없어요.", "You have filed none yet."));
      return;
    }
    html.append("<table><thead><tr><th scope=\"col\">")
        .append(say("요청", "Request"))
        .append("</th><th scope=\"col\">")
        .append(say("접수일", "Filed"))
        .append("</th><th scope=\"col\">")
        .append(say("처리 기한", "Due"))
        .append("</th><th scope=\"col\">")
        .append(say("상태", "State"))
        .append("</th></tr></thead><tbody>");
    for (var each : visit.requests()) {
      html.append("<tr><td>")
          .append(name(each.kind()))
          .append("</td><td>")
          .append(day(each.receivedAt(), visit.zone()))
          .append("</td><td>")
          .append(day(each.dueAt(), visit.zone()))
          .append("</td><td>")
          .append(state(each))
          .append("</td></tr>");
    }
    html.append("</tbody></table>");
  }

  private String state(Request request) {
    var outcome = request.outcome().isEmpty() ? "" : ": " + Sheet.escaped(request.outcome());
    return switch (request.state()) {
      case OPEN -> say("접수됨, 본인 확인 대기", "Filed; your identity is yet to be checked");
      case VERIFIED -> say("본인 확인 완료, 처리 중", "Identity checked; in progress");
      case DONE -> say("처리 완료", "Done") + outcome;
      case REFUSED -> say("거절됨", "Refused") + outcome;
    };
  }

  private String name(Kind kind) {
    return switch (kind) {
      case ACCESS -> say("열람", "Access");
      case PORTABILITY -> say("전송", "Portability");
      case RECTIFICATION -> say("정정", "Rectification");
      case RESTRICTION -> say("처리 정지", "Restriction");
      case OBJECTION -> say("이용 거부", "Objection");
      case ERASURE -> say("삭제", "Erasure");
      case AUTOMATED_DECISION -> say("자동화된 결정", "Automated decisions");
    };
  }

  private String explained(Kind kind) {
    return switch (kind) {
      case ACCESS -> say("어떤 개인정보를 갖고 있는지 보여 주세요.", "Show me what you hold about me.");
      case PORTABILITY -> say("내 개인정보를 파일로 보내 주세요.", "Give me my data as a file.");
      case RECTIFICATION -> say("잘못된 정보를 고쳐 주세요.", "Correct what is wrong.");
      case RESTRICTION -> say("보관만 하고 이용하지 말아 주세요.", "Keep my data, and do not use it.");
      case OBJECTION -> say("이 목적으로는 이용하지 말아 주세요.", "Do not use my data for this.");
      case ERASURE -> say("내 개인정보를 지워 주세요.", "Delete my data.");
      case AUTOMATED_DECISION ->
          say(
              "사람이 개입하지 않은 결정을 거부하거나, 설명과 재검토를 받고 싶어요.",
              "I object to decisions made without a person, or want one explained or reviewed.");
    };
  }

  private void form(Visit visit) {
    html.append("<h2>").append(say("새 요청", "A new request")).append("</h2>");
    html.append("<form method=\"post\" action=\"?lang=").append(lang()).append("\">");
    hidden("act", "file");
    html.append("<fieldset><legend>")
        .append(say("무엇을 요청하시나요?", "What do you ask for?"))
        .append("</legend>");
    for (var kind : Kind.values()) {
      html.append("<label class=\"choice\"><input type=\"radio\" name=\"kind\" required value=\"")
          .append(RecordsJson.lower(kind))
          .append("\"><span><strong>")
          .append(name(kind))
          .append("</strong> ")
          .append(explained(kind))
          .append("</span></label>");
    }
    html.append("</fieldset><label for=\"about\">")
        .append(say("어느 목적에 대한 요청인가요? (이용 거부일 때)", "For which purpose? (of an objection)"))
        .append("</label><select id=\"about\" name=\"about\"><option value=\"\">")
        .append(say("모든 목적", "All of them"))
        .append("</option>");
    for (var each : visit.purposes()) {
      html.append("<option value=\"")
          .append(Sheet.escaped(each.purpose().key()))
          .append("\">")
          .append(title(each.purpose()))
          .append("</option>");
    }
    html.append("</select><label for=\"words\">")
        .append(say("자세한 내용 (선택)", "Details (optional)"))
        .append("</label><textarea id=\"words\" name=\"words\" maxlength=\"1000\"")
        .append(" aria-describedby=\"words-hint\"></textarea><p class=\"hint\" id=\"words-hint\">")
        .append(
            say(
                "정정은 무엇이 잘못되었고 무엇이 맞는지 적어 주세요. 주민등록번호나 카드 번호는 적지 마세요.",
                "For a rectification say what is wrong and what is right. Write no card or identity"
                    + " numbers."))
        .append("</p><button>")
        .append(say("요청하기", "File the request"))
        .append("</button></form>");
  }

  // ---- parts

  private void paragraph(String text) {
    if (!text.isEmpty()) {
      html.append("<p>").append(text).append("</p>");
    }
  }

  private void hidden(String name, String value) {
    html.append("<input type=\"hidden\" name=\"")
        .append(name)
        .append("\" value=\"")
        .append(value)
        .append("\">");
  }

  private static String day(long at, ZoneId zone) {
    return DAY.format(Instant.ofEpochMilli(at).atZone(zone));
  }

  /// What people call a purpose, fit for a page.
  String title(Purpose purpose) {
    var title = worded(purpose.titles());
    return title.isEmpty() ? Sheet.escaped(purpose.key()) : title;
  }

  /// In which language a purpose's words are shown.
  String languageOf(Purpose purpose) {
    return language(purpose.texts());
  }

  private String language(Map<String, String> words) {
    if (words.containsKey(lang()) || words.isEmpty()) {
      return lang();
    }
    return words.containsKey("ko") ? "ko" : words.keySet().iterator().next();
  }

  private String worded(SortedMap<String, String> words) {
    return Sheet.escaped(words.getOrDefault(language(words), ""));
  }
}
