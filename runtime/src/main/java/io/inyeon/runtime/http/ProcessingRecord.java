package io.inyeon.runtime.http;

import io.helidon.http.Status;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.Retention.Rule;
import io.inyeon.core.segment.met.MetNames;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.ProcessingDesk.Controller;
import io.inyeon.runtime.json.JsonWriter;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// The record of processing activities (GDPR article 30; what a Korean 개인정보 처리방침 has to name), made
/// of what is there: what is held, from where, for what, who gets it, where to, for how long.
final class ProcessingRecord {
  private static final int LONGEST = 1_000;
  private static final int MOST_TRANSFERS = 200;
  private static final List<String> TEXTS = List.of("name", "officer", "contact", "security");
  private static final List<String> OF_TRANSFER =
      List.of("recipient", "country", "purpose", "items", "method", "retention", "safeguard");

  private final ProcessingDesk desk;
  private final RightsDesk rights;
  private final Reads reads;
  private final ConsentDesk consents;
  private final VocabularyDesk vocabulary;
  private final EnricherDesk enrichers;

  ProcessingRecord(
      RightsDesk rights,
      Reads reads,
      ConsentDesk consents,
      VocabularyDesk vocabulary,
      EnricherDesk enrichers) {
    this.enrichers = enrichers;
    desk = rights.processing();
    this.rights = rights;
    this.reads = reads;
    this.consents = consents;
    this.vocabulary = vocabulary;
  }

  Answer answer(Exchange exchange) throws Refusal {
    var format = exchange.parameter("format");
    if (format != null && !format.matches("json|html")) {
      throw new Refusal(400, "invalid_format", "format is json or html.");
    }
    return "html".equals(format)
        ? page(BreachRoutes.lang(exchange).equals("ko"))
        : Answer.json(json());
  }

  /// Says who the controller is.
  Answer save(Value.Fields asked, String author) throws Refusal, Intake.Unavailable {
    for (var name : TEXTS) {
      RecordsRoutes.said(asked, name, "");
    }
    if (asked.get("transfers") instanceof Value.Items(var items)) {
      if (items.size() > MOST_TRANSFERS) {
        throw new Refusal(400, "invalid_transfers", "transfers has 200 items at most.");
      }
      for (var item : items) {
        if (!(item instanceof Value.Fields transfer)) {
          throw new Refusal(400, "invalid_transfers", "A transfer is an object.");
        }
        for (var name : OF_TRANSFER) {
          var text = transfer.get(name) == null ? "" : transfer.text(name);
          if (text == null || text.length() > LONGEST) {
            throw new Refusal(400, "invalid_transfers", name + " is a text.");
          }
        }
      }
    } else if (asked.get("transfers") != null) {
      throw new Refusal(400, "invalid_transfers", "transfers is a list.");
    }
    desk.save(asked, author);
    return Answer.json(json());
  }

  // ---- JSON

  private JsonWriter json() {
    var controller = desk.controller();
    var json = new JsonWriter().startObject().startObject("controller");
    json.text("name", controller.name())
        .text("officer", controller.officer())
        .text("contact", controller.contact())
        .text("security", controller.security())
        .endObject()
        .startArray("sources");
    reads
        .sources()
        .all()
        .forEach(source ->
            json.startObject()
                .text("id", source.id())
                .text("name", source.name())
                .text("kind", RecordsJson.lower(source.kind()))
                .number("party", source.party())
                .truth("enabled", source.enabled())
                .endObject());
    json.endArray().startObject("held").startArray("traits");
    met().traits().forEach(each -> held(json, each.path(), each.people()));
    json.endArray().startArray("events");
    met().events().forEach(each -> held(json, each.name(), each.count()));
    json.endArray().endObject().startArray("purposes");
    for (var saved : consents.purposes()) {
      var purpose = saved.purpose();
      json.startObject().text("key", purpose.key()).startObject("titles");
      purpose.titles().forEach(json::text);
      json.endObject().text("basis", RecordsJson.lower(purpose.basis())).startArray("recipients");
      purpose.recipients().forEach(json::item);
      json.endArray()
          .number("retentionDays", purpose.retentionDays())
          .truth("active", purpose.active())
          .endObject();
    }
    json.endArray().startObject("retention");
    var version = rights.retention().current();
    json.number("version", version.version());
    version.retention().written().values().forEach(json::value);
    json.endObject().startArray("keptByLaw");
    for (var rule : rights.statutory().rules()) {
      json.startObject()
          .text("kind", rule.kind())
          .text("law", rule.law())
          .number("months", rule.months())
          .startArray("events");
      rule.events().stream().sorted().forEach(json::item);
      json.endArray().endObject();
    }
    json.endArray().startArray("enrichers");
    for (var each : enrichers.recipients()) {
      json.startObject()
          .text("id", each.enricher())
          .text("name", each.name())
          .text("status", each.status())
          .text("recipient", each.recipient())
          .text("purpose", each.purpose())
          .startArray("fields");
      each.fields().forEach(json::item);
      json.endArray().endObject();
    }
    json.endArray().startArray("transfers");
    for (var transfer : controller.transfers()) {
      json.startObject()
          .text("recipient", transfer.recipient())
          .text("country", transfer.country())
          .text("purpose", transfer.purpose())
          .text("items", transfer.items())
          .text("method", transfer.method())
          .text("retention", transfer.retention())
          .text("safeguard", transfer.safeguard())
          .endObject();
    }
    return json.endArray().endObject();
  }

  private static void held(JsonWriter json, String name, long count) {
    json.startObject().text("name", name).number("count", count).endObject();
  }

  private MetNames met() {
    return vocabulary.told().met();
  }

  // ---- the page

  private Answer page(boolean korean) {
    var page = new Tables(korean);
    var controller = desk.controller();
    controller(page, controller);
    page.table("보유 항목 (특성)", "What is held of people", "항목", "Item", "인원", "People");
    met().traits().forEach(each -> page.row(each.path(), Long.toString(each.people())));
    page.end();
    page.table("보유 항목 (활동)", "Recorded activity", "이벤트", "Event", "건수", "Count");
    met().events().forEach(each -> page.row(each.name(), Long.toString(each.count())));
    page.end();
    page.table("수집 출처", "Sources", "이름", "Name", "종류", "Kind");
    reads
        .sources()
        .all()
        .forEach(source -> page.row(source.name(), RecordsJson.lower(source.kind())));
    page.end();
    page.table(
        "처리 목적",
        "Purposes",
        "목적",
        "Purpose",
        "근거",
        "Basis",
        "제공받는 자",
        "Recipients",
        "보유 기간",
        "Kept for");
    for (var saved : consents.purposes()) {
      var purpose = saved.purpose();
      page.row(
          title(purpose, korean),
          page.say(basis(purpose, true), basis(purpose, false)),
          String.join(", ", purpose.recipients()),
          purpose.retentionDays() == 0
              ? page.say("이용하는 동안", "as long as it is used")
              : page.days(purpose.retentionDays()));
    }
    page.end();
    page.table(
        "외부 조회로 제공하는 항목",
        "Sent to others who are asked",
        "제공받는 자",
        "Recipient",
        "목적",
        "Purpose",
        "항목",
        "Items",
        "상태",
        "Status");
    for (var each : enrichers.recipients()) {
      page.row(
          each.recipient(),
          each.purpose(),
          String.join(", ", each.fields()),
          switch (each.status()) {
            case "active" -> page.say("사용 중", "in use");
            case "paused" -> page.say("일시 중지", "paused");
            default -> page.say("초안", "draft");
          });
    }
    page.end();
    retention(page);
    page.table("법령에 따른 보관", "Kept because a law obliges", "근거 법령", "Law", "기간", "Term");
    for (var rule : rights.statutory().rules()) {
      page.row(
          rule.law().isEmpty() ? rule.kind() : rule.law(),
          page.say(rule.months() + "개월", rule.months() + " months"));
    }
    page.end();
    page.table(
        "국외 이전",
        "Transfers abroad",
        "이전받는 자",
        "Recipient",
        "국가",
        "Country",
        "목적",
        "Purpose",
        "항목",
        "Items",
        "보호 조치",
        "Safeguard");
    for (var each : controller.transfers()) {
      page.row(each.recipient(), each.country(), each.purpose(), each.items(), each.safeguard());
    }
    page.end();
    return Sheet.of(
        Status.OK_200,
        korean,
        korean ? "개인정보 처리 활동 기록" : "Record of processing activities",
        page.html.toString(),
        true);
  }

  private static void controller(Tables page, Controller controller) {
    page.table("개인정보처리자", "Controller", "항목", "What", "내용", "Who");
    page.row(page.say("이름", "Name"), controller.name());
    page.row(page.say("개인정보 보호책임자", "Data-protection officer"), controller.officer());
    page.row(page.say("연락처", "Contact"), controller.contact());
    page.row(
        page.say("안전성 확보 조치", "Security measures"),
        page.say(
                "접근 권한 통제, 접속 기록 보관, 동의 원장 위·변조 방지, 삭제 확인서 발급. ",
                "Access control, a log of every access, a tamper-evident ledger of consents,"
                    + " certified erasure. ")
            + controller.security());
    page.end();
  }

  private void retention(Tables page) {
    page.table("보유 기간", "Retention", "대상", "What", "기간", "Term");
    for (var rule : rights.retention().current().retention().rules()) {
      switch (rule) {
        case Rule.OfEvents(var name, var days) ->
            page.row(page.say("이벤트 ", "event ") + name, page.days(days));
        case Rule.OfTrait(var name, var days) ->
            page.row(page.say("특성 ", "trait ") + name, page.days(days));
        case Rule.OfPurpose(var purpose, var events, var traits) ->
            page.row(
                page.say("목적 ", "purpose ")
                    + purpose
                    + ": "
                    + String.join(", ", events)
                    + " "
                    + String.join(", ", traits),
                page.say("목적의 보유 기간", "the purpose's own"));
      }
    }
    page.end();
  }

  private static String title(Purpose purpose, boolean korean) {
    return title(purpose.titles(), korean ? "ko" : "en", purpose.key());
  }

  private static String title(SortedMap<String, String> titles, String lang, String key) {
    return titles.getOrDefault(lang, key);
  }

  private static final Map<String, String> BASES =
      Map.of(
          "consent", "동의",
          "contract", "계약의 이행",
          "legitimate-interest", "정당한 이익",
          "legal-obligation", "법령상 의무",
          "vital", "급박한 생명·신체의 이익",
          "public", "공공 업무");

  private static String basis(Purpose purpose, boolean korean) {
    var word = RecordsJson.lower(purpose.basis());
    return korean ? BASES.getOrDefault(word, word) : word.replace('-', ' ');
  }

  /// Tables of a page.
  private static final class Tables {
    private final StringBuilder html = new StringBuilder(8_192);
    private final boolean korean;

    Tables(boolean korean) {
      this.korean = korean;
    }

    String say(String inKorean, String inEnglish) {
      return korean ? inKorean : inEnglish;
    }

    String days(int days) {
      return say(days + "일", days + " days");
    }

    /// @param heads of the columns, Korean and English in turn
    void table(String inKorean, String inEnglish, String... heads) {
      html.append("<h2>").append(say(inKorean, inEnglish)).append("</h2><table><thead><tr>");
      for (var i = 0; i < heads.length; i += 2) {
        html.append("<th scope=\"col\">").append(say(heads[i], heads[i + 1])).append("</th>");
      }
      html.append("</tr></thead><tbody>");
    }

    void row(String... cells) {
      html.append("<tr>");
      for (var cell : cells) {
        html.append("<td>").append(Sheet.escaped(cell)).append("</td>");
      }
      html.append("</tr>");
    }

    void end() {
      html.append("</tbody></table>");
    }
  }
}
