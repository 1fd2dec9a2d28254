package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.runtime.http.ErasureDesk.Certified;
import io.inyeon.runtime.http.ErasureDesk.Recipient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/// The certificate of an erasure as a page for people, in Korean or English.
final class CertificatePage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private static final Map<String, String> KO =
      Map.ofEntries(
          Map.entry("title", "개인정보 삭제 확인서"),
          Map.entry(
              "lead", "아래 대상자의 개인정보를 삭제했음을 확인합니다. 식별자는 키를 쓴 해시로만 적으며, 원래 값은 어디에도 남아 있지 않습니다."),
          Map.entry("lead-open", "삭제가 아직 끝나지 않았습니다. 남은 곳은 아래 표에 있습니다."),
          Map.entry("id", "확인서 번호"),
          Map.entry("reason", "삭제 사유"),
          Map.entry("author", "처리한 사람"),
          Map.entry("asked", "삭제를 요청한 시각"),
          Map.entry("effective", "조회할 수 없게 된 시각"),
          Map.entry("scrubbed", "디스크에서 모두 지운 시각"),
          Map.entry("not-yet", "아직"),
          Map.entry("events", "삭제한 이벤트 수"),
          Map.entry("kept", "다른 사람의 기록에도 있어 남긴 식별자 수"),
          Map.entry("until", "이 시각까지의 이벤트는 다시 받지 않음"),
          Map.entry("identifiers", "삭제한 식별자 (키를 쓴 해시)"),
          Map.entry("law", "법령에 따라 따로 보관하는 기록"),
          Map.entry("until-law", "까지 보관 후 파기"),
          Map.entry("recipients", "개인정보를 받은 곳"),
          Map.entry("recipient", "받은 곳"),
          Map.entry("host", "주소"),
          Map.entry("purpose", "목적"),
          Map.entry("last", "마지막으로 보낸 시각"),
          Map.entry("no-recipients", "개인정보를 보낸 기록이 없습니다."),
          Map.entry("enrichers", "외부 조회"),
          Map.entry("places", "저장 위치별 처리 결과"),
          Map.entry("place", "위치"),
          Map.entry("found", "건수"),
          Map.entry("hidden", "조회 차단"),
          Map.entry("cleared", "완전 삭제"),
          Map.entry("left", "남은 문제"),
          Map.entry("signature", "서명 키"),
          Map.entry("state", "프로필"),
          Map.entry("archive", "이벤트 보관소"),
          Map.entry("quarantine", "격리된 이벤트"),
          Map.entry("log", "로그"),
          Map.entry("outbox", "보관 대기"),
          Map.entry("search", "검색 색인"),
          Map.entry("read-model", "조회 모델"),
          Map.entry("vocabulary", "어휘"),
          Map.entry("imports", "가져온 파일"),
          Map.entry("scratch", "임시 워크스페이스"),
          Map.entry("tasks", "작업 보고서"),
          Map.entry("consents", "동의 원장"));

  private static final Map<String, String> EN =
      Map.ofEntries(
          Map.entry("title", "Certificate of erasure"),
          Map.entry(
              "lead",
              "This certifies that the personal data of the person below was erased. Identifiers"
                  + " are given as keyed hashes only; their values are kept nowhere."),
          Map.entry("lead-open", "The erasure is not complete yet. The table says what is left."),
          Map.entry("id", "Certificate"),
          Map.entry("reason", "Reason"),
          Map.entry("author", "Carried out by"),
          Map.entry("asked", "Asked for at"),
          Map.entry("effective", "Unreadable since"),
          Map.entry("scrubbed", "Gone from the disk since"),
          Map.entry("not-yet", "not yet"),
          Map.entry("events", "Events erased"),
          Map.entry("kept", "Identifiers kept because other people's records name them"),
          Map.entry("until", "Events up to this time are refused"),
          Map.entry("identifiers", "Erased identifiers (keyed hashes)"),
          Map.entry("law", "Records kept apart because a law obliges"),
          Map.entry("until-law", "then destroyed"),
          Map.entry("recipients", "Who had received data"),
          Map.entry("recipient", "Recipient"),
          Map.entry("host", "Host"),
          Map.entry("purpose", "Purpose"),
          Map.entry("last", "Last sent"),
          Map.entry("no-recipients", "No record of data having been sent to anybody."),
          Map.entry("enrichers", "Enrichers"),
          Map.entry("places", "By place"),
          Map.entry("place", "Place"),
          Map.entry("found", "Found"),
          Map.entry("hidden", "Unreadable"),
          Map.entry("cleared", "Off the disk"),
          Map.entry("left", "What is left"),
          Map.entry("signature", "Signing key"),
          Map.entry("state", "Profile"),
          Map.entry("archive", "Archive of events"),
          Map.entry("quarantine", "Events not accepted"),
          Map.entry("log", "Log"),
          Map.entry("outbox", "Outbox"),
          Map.entry("search", "Search index"),
          Map.entry("read-model", "Read-model"),
          Map.entry("vocabulary", "Vocabulary"),
          Map.entry("imports", "Imported files"),
          Map.entry("scratch", "Scratch workspaces"),
          Map.entry("tasks", "Reports of tasks"),
          Map.entry("consents", "Ledger of consents"));

  private final Map<String, String> words;
  private final StringBuilder page = new StringBuilder(4_096);

  private CertificatePage(Map<String, String> words) {
    this.words = words;
  }

  /// The page.
  ///
  /// @param lang `ko` or `en`
  static byte[] of(Certified certified, String lang) {
    var page = new CertificatePage(lang.equals("ko") ? KO : EN);
    page.write(certified, lang);
    return page.page.toString().getBytes(UTF_8);
  }

  private void write(Certified certified, String lang) {
    var erased = certified.erased();
    var erasure = erased.erasure();
    page.append("<!doctype html><html lang=\"").append(lang);
    page.append("\"><head><meta charset=\"utf-8\"><title>").append(word("title"));
    page.append(
        "</title><style>body{font:16px/1.6 system-ui,sans-serif;max-width:46rem;margin:3rem"
            + " auto;padding:0 1rem;color:#1a1a1a}table{border-collapse:collapse;width:100%}"
            + "th,td{text-align:left;padding:.35rem .6rem;border-bottom:1px solid #ddd;"
            + "vertical-align:top}code{font-size:.85em;word-break:break-all}</style></head><body>");
    page.append("<h1>").append(word("title")).append("</h1><p>");
    page.append(word(erased.scrubbed() > 0 ? "lead" : "lead-open")).append("</p><table>");
    row("id", erasure.id());
    row("reason", erasure.reason());
    row("author", erasure.author());
    row("asked", time(erasure.at()));
    row("effective", time(erased.effective()));
    row("scrubbed", time(erased.scrubbed()));
    row("events", Long.toString(erasure.events()));
    row("kept", Integer.toString(erasure.kept()));
    row("until", time(erasure.until()));
    page.append("</table><h2>").append(word("identifiers")).append("</h2><ul>");
    erasure
        .gone()
        .forEach(hash -> page.append("<li><code>").append(safe(hash.value())).append("</code>"));
    page.append("</ul>");
    if (!erased.keptByLaw().isEmpty()) {
      page.append("<h2>").append(word("law")).append("</h2><ul>");
      for (var kept : erased.keptByLaw()) {
        page.append("<li>").append(safe(kept.kind())).append(": ").append(kept.records());
        page.append(" (").append(time(kept.until())).append(" ").append(word("until-law"));
        page.append(")");
      }
      page.append("</ul>");
    }
    recipients(erased.recipients());
    page.append("<h2>").append(word("places")).append("</h2><table><tr>");
    for (var head : new String[] {"place", "found", "hidden", "cleared", "left"}) {
      page.append("<th>").append(word(head));
    }
    for (var place : erased.places()) {
      page.append("<tr><td>").append(word(place.place()));
      page.append("<td>").append(place.found());
      page.append("<td>").append(time(place.hidden()));
      page.append("<td>").append(time(place.scrubbed()));
      page.append("<td>").append(place.error() == null ? "" : safe(place.error()));
    }
    page.append("</table><p>").append(word("signature")).append(": <code>");
    page.append(safe(certified.keyId())).append("</code></p></body></html>");
  }

  private void recipients(List<Recipient> recipients) {
    page.append("<h2>").append(word("recipients")).append("</h2>");
    if (recipients.isEmpty()) {
      page.append("<p>").append(word("no-recipients"));
      return;
    }
    page.append("<table><tr>");
    for (var head : new String[] {"recipient", "host", "purpose", "last"}) {
      page.append("<th>").append(word(head));
    }
    for (var each : recipients) {
      page.append("<tr><td>").append(safe(each.recipient()));
      page.append("<td>").append(safe(each.host()));
      page.append("<td>").append(safe(each.purpose()));
      page.append("<td>").append(time(each.last()));
    }
    page.append("</table>");
  }

  private void row(String word, String value) {
    page.append("<tr><th>").append(word(word)).append("<td>").append(safe(value));
  }

  private String word(String key) {
    return words.getOrDefault(key, safe(key));
  }

  private String time(long at) {
    return at > 0 ? TIME.format(Instant.ofEpochMilli(at)) : word("not-yet");
  }

  private static String safe(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
