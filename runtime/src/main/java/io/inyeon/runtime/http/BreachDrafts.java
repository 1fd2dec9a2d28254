package io.inyeon.runtime.http;

import io.inyeon.runtime.http.BreachDesk.Breach;
import io.inyeon.runtime.http.ProcessingDesk.Controller;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;

/// Drafts of what has to be said of a breach, with what is known filled in and what somebody has to
/// say between brackets: to the authority (GDPR article 33(3), 개인정보 보호법 제34조 제3항) and to the people
/// (article 34(2), 제34조 제1항).
final class BreachDrafts {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern(" (OOOO)");

  private final Breach breach;
  private final Controller controller;
  private final boolean korean;
  private final ZoneId zone;

  /// @param zone in which authority and people read the clock
  BreachDrafts(Breach breach, Controller controller, boolean korean, ZoneId zone) {
    this.breach = breach;
    this.controller = controller;
    this.korean = korean;
    this.zone = zone;
  }

  String authority() {
    return korean
        ? """
        개인정보 유출등 신고서 (초안)
        근거: 개인정보 보호법 제34조 제3항, 같은 법 시행령 제40조 (알게 된 때부터 72시간 이내)

        1. 개인정보처리자: %1$s
           개인정보 보호책임자 및 연락처: %2$s, %3$s
        2. 유출등을 알게 된 시각: %4$s (신고 기한: %5$s)
        3. 유출등이 된 개인정보의 항목: %6$s
        4. 정보주체 수: 현재까지 %7$d명
           기록 건수: %8$d건
        5. 유출등이 된 시점과 경위: %9$s ~ %10$s, [경위를 적어 주세요]
        6. 유출등으로 인한 피해를 최소화하기 위해 정보주체가 할 수 있는 방법: [적어 주세요]
        7. 대응 조치와 피해 구제 절차: [적어 주세요]
        8. 정보주체에 대한 통지: %11$s
        9. 피해 신고를 접수하는 담당 부서와 연락처: %3$s
        """
            .formatted(
                said(controller.name()),
                said(controller.officer()),
                said(controller.contact()),
                time(breach.discoveredAt()),
                time(breach.dueAt()),
                fields(),
                breach.people(),
                events(),
                time(breach.first()),
                time(breach.latest()),
                breach.subjectsAt() > 0 ? time(breach.subjectsAt()) + " 통지함" : "[통지 예정 일시]")
        : """
        Notification of a personal data breach (draft)
        GDPR article 33: within 72 hours of becoming aware of it

        1. Controller: %1$s
           Data-protection officer and contact: %2$s, %3$s
        2. Became aware at: %4$s (due: %5$s)
        3. Nature of the breach: [describe what happened], data received between %9$s and %10$s
        4. Categories of personal data: %6$s
        5. Approximate number of data subjects: %7$d
           Approximate number of records: %8$d
        6. Likely consequences: [describe]
        7. Measures taken or proposed, also against possible adverse effects: [describe]
        8. Communication to data subjects: %11$s
        9. Reasons for a delay, if it is later than 72 hours: [if so]
        """
            .formatted(
                said(controller.name()),
                said(controller.officer()),
                said(controller.contact()),
                time(breach.discoveredAt()),
                time(breach.dueAt()),
                fields(),
                breach.people(),
                events(),
                time(breach.first()),
                time(breach.latest()),
                breach.subjectsAt() > 0
                    ? "made at " + time(breach.subjectsAt())
                    : "[when, and how]");
  }

  String subjects() {
    return korean
        ? """
        개인정보 유출 안내 (초안)

        안녕하세요. %1$s입니다.
        고객님의 개인정보가 유출된 사실을 %4$s에 확인하여 알려 드립니다. 심려를 끼쳐 드려 깊이 사과드립니다.

        1. 유출된 개인정보 항목: %5$s
        2. 유출된 시점과 경위: %6$s ~ %7$s, [경위를 적어 주세요]
        3. 피해를 줄이기 위해 하실 수 있는 일: [예: 비밀번호 변경, 의심스러운 연락 주의]
        4. 저희의 대응 조치와 피해 구제 절차: [적어 주세요]
        5. 피해 신고와 상담: %2$s, %3$s
        """
            .formatted(
                said(controller.name()),
                said(controller.officer()),
                said(controller.contact()),
                time(breach.discoveredAt()),
                fields(),
                time(breach.first()),
                time(breach.latest()))
        : """
        A breach of your personal data (draft)

        We are %1$s. On %4$s we found out that personal data of yours got out. We are sorry.

        What happened: [in plain words], data received between %6$s and %7$s
        What it is about: %5$s
        What may follow for you: [describe]
        What we have done and will do: [describe]
        What you can do yourself: [e.g. change your password, beware of suspicious messages]
        Whom to ask: %2$s, %3$s
        """
            .formatted(
                said(controller.name()),
                said(controller.officer()),
                said(controller.contact()),
                time(breach.discoveredAt()),
                fields(),
                time(breach.first()),
                time(breach.latest()));
  }

  private String said(String text) {
    return text.isEmpty() ? (korean ? "[적어 주세요]" : "[fill in]") : text;
  }

  private String time(long at) {
    if (at <= 0) {
      return said("");
    }
    var local = Instant.ofEpochMilli(at).atZone(zone);
    var korea = korean && zone.getId().equals("Asia/Seoul");
    return TIME.format(local) + (korea ? "" : OFFSET.format(local));
  }

  private long events() {
    return breach.events().values().stream().mapToLong(Long::longValue).sum();
  }

  /// Names without where they stand, each once.
  private String fields() {
    var names = new ArrayList<String>();
    for (var field : breach.fields()) {
      var name = field.substring(field.indexOf('.') + 1);
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names.isEmpty() ? said("") : String.join(", ", names);
  }
}
