package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Consent;
import io.inyeon.core.unify.Profile;
import io.inyeon.core.unify.Trait;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.text.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// All that is held of a person in one file, for them: GDPR art. 15 and 20, 개인정보 보호법 제35조 and
/// 제35조의2. A ZIP of JSON for machines, CSV for spreadsheets, and a page to read, `index.html`.
///
/// ```
/// index.html       what it is, with every fact
/// profile.json     identifiers, traits with their sources, sessions, purchases, consents
/// purposes.json    for what it may be used and why, or why not
/// identity.json    why these identifiers are one person
/// facts.csv        kind, name, value, source, party, event, time, and whether it is the value in use;
///                  what is worked out of the events stands as `computed`
/// events.jsonl     every accepted event as it came, newest first
/// events.csv       the same without its body
/// not-counted.jsonl  events that wait in quarantine, were dropped or had come before, as they came
/// segments.json    memberships now and before
/// restrictions.json  what stands against use
/// recipients.json  with whom it was shared
/// ```
final class AccessArchive {
  private static final System.Logger LOG = System.getLogger(AccessArchive.class.getName());
  private static final int PAGE = 200;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z");
  private static final List<String> FACTS =
      List.of("kind", "name", "value", "source", "party", "event", "time", "inUse");
  private static final List<String> EVENTS =
      List.of("time", "receivedAt", "source", "call", "name", "messageId", "owner");

  private final Reads reads;
  private final SegmentDesk segments;
  private final RightsDesk rights;
  private final EnricherDesk enrichers;
  private final IntFunction<String> sourceId;
  private final ZoneId zone;

  /// @param zone of the times on the page
  AccessArchive(
      Reads reads,
      SegmentDesk segments,
      RightsDesk rights,
      EnricherDesk enrichers,
      IntFunction<String> sourceId,
      ZoneId zone) {
    this.zone = zone;
    this.enrichers = enrichers;
    this.reads = reads;
    this.segments = segments;
    this.rights = rights;
    this.sourceId = sourceId;
  }

  /// Writes it.
  ///
  /// @param found the person, as of now
  /// @param standing for what it may be used now
  /// @param lang of the page: `ko` or `en`
  /// @throws IOException also when something cannot be read any more: the file then breaks off, and
  ///   no ZIP without its end can be opened
  void write(
      Who who,
      Profiles.Found found,
      ConsentDesk.Standing standing,
      String lang,
      long now,
      OutputStream out)
      throws IOException {
    var facts = facts(found.profile());
    found.computed().forEach((name, computed) -> facts.add(computed(name, computed.value(), now)));
    List<EnricherDesk.Shared> shared;
    try {
      shared = enrichers.shared(who);
    } catch (Unavailable e) {
      throw new IOException("with whom it was shared cannot be read: " + e.code(), e);
    }
    try (var zip = new ZipOutputStream(out, UTF_8)) {
      entry(zip, "index.html", page(facts, standing, shared, lang, now));
      entry(zip, "profile.json", new ProfileJson(sourceId).profile(found).bytes());
      entry(zip, "purposes.json", ConsentJson.standing(new JsonWriter(), standing).bytes());
      var ties = reads.profiles().identity(who);
      if (ties != null) {
        entry(zip, "identity.json", new ProfileJson(sourceId).identity(ties).bytes());
      }
      entry(zip, "facts.csv", csv(FACTS, facts));
      events(zip, who);
      notCounted(zip, who);
      entry(zip, "segments.json", segments(who));
      entry(zip, "restrictions.json", restrictions(who));
      entry(zip, "recipients.json", recipients(shared));
    } catch (Unavailable e) {
      LOG.log(Level.WARNING, "What is held of somebody breaks off in its file: {0}", e.code());
      throw new IOException("the archive of a person breaks off: " + e.code(), e);
    }
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  // ---- facts

  /// Every single thing that is held, where it came from and when.
  private List<List<String>> facts(Profile profile) {
    var facts = new ArrayList<List<String>>();
    for (var known : profile.identifiers()) {
      facts.add(
          List.of(
              "identifier",
              known.type(),
              known.value(),
              "",
              "",
              "",
              time(known.firstSeen()),
              "true"));
    }
    profile
        .traits()
        .forEach((name, trait) -> {
          facts.add(
              fact(
                  name,
                  trait.value(),
                  trait.source(),
                  trait.party(),
                  trait.messageId(),
                  trait.time(),
                  true));
          for (Trait.Other other : trait.others()) {
            facts.add(
                fact(
                    name,
                    other.value(),
                    other.source(),
                    other.party(),
                    other.messageId(),
                    other.time(),
                    false));
          }
        });
    profile
        .consents()
        .forEach((purpose, consent) -> {
          var by = consent.by();
          facts.add(
              List.of(
                  "consent",
                  purpose,
                  consent.state() == Consent.State.GRANTED ? "granted" : "not granted",
                  sourceId.apply(by.source()),
                  "",
                  by.messageId(),
                  time(by.time()),
                  "true"));
        });
    profile
        .accounts()
        .forEach(account ->
            facts.add(
                List.of("account", "id", account.id(), "", "", "", time(account.first()), "true")));
    return facts;
  }

  private List<String> fact(
      String name, Value value, int source, int party, String event, long time, boolean inUse) {
    return List.of(
        "trait",
        name,
        written(value),
        sourceId.apply(source),
        party(party),
        event,
        time(time),
        Boolean.toString(inUse));
  }

  /// What is worked out of the events is of nobody's word, and as of now.
  private static List<String> computed(String name, Value value, long now) {
    return List.of("computed", name, written(value), "", "", "", time(now), "true");
  }

  private static String written(Value value) {
    return value instanceof Value.Text(var text)
        ? text
        : new String(new JsonWriter().value(value).bytes(), UTF_8);
  }

  private static String party(int party) {
    return switch (party) {
      case 0 -> "zero";
      case 1 -> "first";
      case 2 -> "second";
      default -> "third";
    };
  }

  private static String time(@Nullable Long at) {
    return at == null ? "" : Instant.ofEpochMilli(at).toString();
  }

  private static String line(List<String> cells) {
    var line = new StringBuilder();
    for (var cell : cells) {
      line.append(line.isEmpty() ? "" : ",").append(Csv.cell(cell));
    }
    return line.append("\r\n").toString();
  }

  private static byte[] csv(List<String> head, List<List<String>> rows) {
    var text = new StringBuilder("\uFEFF"); // so that spreadsheets read it as UTF-8
    text.append(line(head));
    rows.forEach(row -> text.append(line(row)));
    return text.toString().getBytes(UTF_8);
  }

  // ---- events

  private interface Each {
    void event(Happened event) throws IOException;
  }

  private void events(ZipOutputStream zip, Who who) throws IOException, Unavailable {
    zip.putNextEntry(new ZipEntry("events.jsonl"));
    each(
        who,
        event -> {
          var json = new JsonWriter();
          HappenedJson.event(json, event, null);
          zip.write(json.bytes());
          zip.write('\n');
        });
    zip.closeEntry();
    zip.putNextEntry(new ZipEntry("events.csv"));
    zip.write(csv(EVENTS, List.of()));
    each(
        who,
        event ->
            zip.write(
                line(List.of(
                        time(event.time()),
                        time(event.receivedAt()),
                        event.sourceId(),
                        event.call() == null ? "" : event.call(),
                        event.name(),
                        event.messageId(),
                        event.owner() == null ? "" : event.owner()))
                    .getBytes(UTF_8)));
    zip.closeEntry();
  }

  private void notCounted(ZipOutputStream zip, Who who) throws IOException, Unavailable {
    zip.putNextEntry(new ZipEntry("not-counted.jsonl"));
    try {
      rights.apart(
          who,
          (event, outcome) -> {
            var json = new JsonWriter();
            HappenedJson.live(json, event, outcome);
            try {
              zip.write(json.bytes());
              zip.write('\n');
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    zip.closeEntry();
  }

  private void each(Who who, Each reader) throws IOException, Unavailable {
    String cursor = null;
    do {
      var timeline = reads.profiles().events(who, cursor, PAGE);
      var page = timeline == null ? null : timeline.page();
      if (page == null) {
        return;
      }
      if (!page.missing().isEmpty()) {
        LOG.log(Level.WARNING, "What is held of somebody breaks off in its file: events missing");
        throw new IOException("events may be missing: " + page.missing());
      }
      for (var event : page.items()) {
        reader.event(event);
      }
      cursor = page.next();
    } while (cursor != null);
  }

  // ---- the rest

  private byte[] segments(Who who) throws Unavailable {
    var json = new JsonWriter().startObject();
    var standings = segments.standings(who, true);
    json.startArray("members");
    if (standings != null) {
      standings
          .members()
          .forEach((segment, membership) ->
              json.startObject()
                  .text("segment", segment)
                  .time("since", membership.since())
                  .endObject());
    }
    json.endArray().startArray("history");
    if (standings != null) {
      standings
          .history()
          .forEach(fact ->
              json.startObject()
                  .text("segment", fact.segment())
                  .truth("entered", fact.entered())
                  .time("at", fact.at())
                  .value("reason", fact.reason())
                  .endObject());
    }
    return json.endArray().endObject().bytes();
  }

  /// With whom it was shared: who got which fields, when and for what.
  private static byte[] recipients(List<EnricherDesk.Shared> shared) {
    var json = new JsonWriter().startObject().startArray("recipients");
    for (var each : shared) {
      json.startObject()
          .text("recipient", each.recipient())
          .text("enricher", each.enricher())
          .text("host", each.host().isEmpty() ? null : each.host())
          .text("purpose", each.purpose())
          .startArray("fields");
      each.fields().forEach(json::item);
      json.endArray().time("at", each.at()).endObject();
    }
    return json.endArray().endObject().bytes();
  }

  private byte[] restrictions(Who who) throws Unavailable {
    var json = new JsonWriter().startObject().startArray("restrictions");
    rights.records().restrictions(who).forEach(each -> RecordsJson.restriction(json, each));
    return json.endArray().endObject().bytes();
  }

  // ---- the page

  private static final Map<String, String> KO =
      Map.ofEntries(
          Map.entry("title", "내 개인정보 열람"),
          Map.entry("lead", "아래는 현재 보유하고 있는 개인정보 전부입니다. 각 항목이 어디에서 언제 들어왔는지 함께 적었습니다."),
          Map.entry("facts", "보유 항목"),
          Map.entry("why", "보유 근거와 동의"),
          Map.entry("why-text", "각 항목은 위 표의 출처에서 수집했습니다. 목적별 처리 근거와 현재 상태는 다음과 같습니다."),
          Map.entry("no-purposes", "정해진 처리 목적이 없습니다."),
          Map.entry("basis", "처리 근거"),
          Map.entry("recipients", "제공받는 자"),
          Map.entry("state", "현재 상태"),
          Map.entry("kept", "보유 기간"),
          Map.entry("kept-as-used", "이용하는 동안"),
          Map.entry("days", "일"),
          Map.entry("shared", "제공받은 자"),
          Map.entry("shared-text", "다른 곳에 제공한 기록이 없습니다."),
          Map.entry("shared-with", "아래와 같이 다른 곳에 제공했습니다."),
          Map.entry("recipient", "제공받은 자"),
          Map.entry("host", "주소"),
          Map.entry("purpose", "목적"),
          Map.entry("fields", "제공한 항목"),
          Map.entry("files", "함께 들어 있는 파일"),
          Map.entry("events", "events.jsonl과 events.csv에 활동 기록 전부가 있습니다."),
          Map.entry(
              "not-counted",
              "형식이 맞지 않아 따로 보관 중이거나, 받지 않았거나, 두 번 들어온 기록은 not-counted.jsonl에 들어온" + " 그대로 있습니다."),
          Map.entry("kind", "종류"),
          Map.entry("name", "항목"),
          Map.entry("value", "값"),
          Map.entry("source", "출처"),
          Map.entry("time", "시각"),
          Map.entry("computed", "계산한 값"),
          Map.entry("granted", "동의함"),
          Map.entry("not granted", "동의하지 않음"),
          Map.entry("identifier", "식별자"),
          Map.entry("trait", "특성"),
          Map.entry("consent", "동의"),
          Map.entry("account", "계정"));

  private static final Map<String, String> EN =
      Map.ofEntries(
          Map.entry("title", "Your personal data"),
          Map.entry(
              "lead",
              "This is all the personal data that is held of you now, with where each item came"
                  + " from and when."),
          Map.entry("facts", "What is held"),
          Map.entry("why", "Why it is held, and your consents"),
          Map.entry(
              "why-text",
              "Each item was collected by the source in the table above. What each purpose rests"
                  + " on, and how it stands now:"),
          Map.entry("no-purposes", "No purpose is defined."),
          Map.entry("basis", "Basis"),
          Map.entry("recipients", "Recipients"),
          Map.entry("state", "State now"),
          Map.entry("kept", "Kept for"),
          Map.entry("kept-as-used", "as long as it is used"),
          Map.entry("days", " days"),
          Map.entry("shared", "Recipients"),
          Map.entry("shared-text", "There is no record of anybody with whom it was shared."),
          Map.entry("shared-with", "It was shared as follows."),
          Map.entry("recipient", "Recipient"),
          Map.entry("host", "Host"),
          Map.entry("purpose", "Purpose"),
          Map.entry("fields", "Items"),
          Map.entry("files", "What else is in this file"),
          Map.entry("events", "All recorded activity is in events.jsonl and events.csv."),
          Map.entry(
              "not-counted",
              "Records that are kept apart because something is wrong with them, that were not"
                  + " taken, or that came twice are in not-counted.jsonl, as they came."),
          Map.entry("kind", "Kind"),
          Map.entry("name", "Item"),
          Map.entry("value", "Value"),
          Map.entry("source", "Source"),
          Map.entry("time", "Time"),
          Map.entry("computed", "worked out"),
          Map.entry("granted", "granted"),
          Map.entry("not granted", "not granted"),
          Map.entry("identifier", "identifier"),
          Map.entry("trait", "trait"),
          Map.entry("consent", "consent"),
          Map.entry("account", "account"));

  private byte[] page(
      List<List<String>> facts,
      ConsentDesk.Standing standing,
      List<EnricherDesk.Shared> shared,
      String lang,
      long now) {
    var words = lang.equals("ko") ? KO : EN;
    var html = new StringBuilder(8_192);
    html.append("<!doctype html><html lang=\"").append(lang);
    html.append("\"><head><meta charset=\"utf-8\"><title>").append(words.get("title"));
    html.append(
        "</title><style>body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem"
            + " auto;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:"
            + "left;padding:.3rem .5rem;border-bottom:1px solid #ddd;vertical-align:top;"
            + "overflow-wrap:anywhere}</style></head><body><h1>");
    html.append(words.get("title")).append("</h1><p>").append(words.get("lead"));
    html.append("<p>").append(local(now)).append("<h2>");
    html.append(words.get("facts")).append("</h2><table><tr>");
    for (var head : List.of("kind", "name", "value", "source", "time")) {
      html.append("<th>").append(words.get(head));
    }
    for (var fact : facts) {
      html.append("<tr><td>").append(words.getOrDefault(fact.get(0), fact.get(0)));
      html.append("<td>").append(safe(fact.get(1)));
      html.append("<td>").append(safe(value(fact, words)));
      html.append("<td>").append(safe(source(fact.get(3))));
      html.append("<td>").append(fact.get(6).isEmpty() ? "" : local(Instant.parse(fact.get(6))));
    }
    html.append("</table>");
    why(html, standing, words, lang, now);
    html.append("<h2>").append(words.get("shared")).append("</h2><p>");
    html.append(words.get(shared.isEmpty() ? "shared-text" : "shared-with"));
    if (!shared.isEmpty()) {
      html.append("<table><tr>");
      for (var head : List.of("recipient", "host", "purpose", "fields", "time")) {
        html.append("<th>").append(words.get(head));
      }
      for (var each : shared) {
        html.append("<tr><td>").append(safe(each.recipient()));
        html.append("<td>").append(safe(each.host()));
        html.append("<td>").append(safe(each.purpose()));
        html.append("<td>").append(safe(String.join(", ", each.fields())));
        html.append("<td>").append(local(each.at()));
      }
      html.append("</table>");
    }
    html.append("<h2>").append(words.get("files"));
    html.append("</h2><p>").append(words.get("events"));
    html.append("<p>").append(words.get("not-counted")).append("</body></html>");
    return html.toString().getBytes(UTF_8);
  }

  /// Why it is held: every purpose with its basis, whether it may be served now, who gets the data
  /// for it by name, and how long it is kept.
  private void why(
      StringBuilder html,
      ConsentDesk.Standing standing,
      Map<String, String> words,
      String lang,
      long now) {
    var shown = standing.purposes().stream().filter(each -> each.purpose().active()).toList();
    html.append("<h2>").append(words.get("why")).append("</h2><p>");
    html.append(words.get(shown.isEmpty() ? "no-purposes" : "why-text"));
    if (shown.isEmpty()) {
      return;
    }
    html.append("<table><tr>");
    for (var head : List.of("purpose", "basis", "state", "recipients", "kept")) {
      html.append("<th>").append(words.get(head));
    }
    var said = new SelfServicePage(lang.equals("ko"));
    for (var each : shown) {
      var purpose = each.purpose();
      html.append("<tr><td>").append(said.title(purpose));
      html.append("<td>").append(said.basis(purpose.basis()));
      html.append("<td>").append(said.state(each, now, zone));
      html.append("<td>").append(safe(String.join(", ", purpose.recipients())));
      html.append("<td>")
          .append(
              purpose.retentionDays() == 0
                  ? words.get("kept-as-used")
                  : purpose.retentionDays() + words.get("days"));
    }
    html.append("</table>");
  }

  private static String value(List<String> fact, Map<String, String> words) {
    return fact.getFirst().equals("consent")
        ? words.getOrDefault(fact.get(2), fact.get(2))
        : fact.get(2);
  }

  /// A source as people call it.
  private String source(String id) {
    for (var source : reads.sources().all()) {
      if (source.id().equals(id)) {
        return source.name();
      }
    }
    return id;
  }

  private String local(Instant at) {
    return TIME.format(at.atZone(zone));
  }

  private String local(long at) {
    return local(Instant.ofEpochMilli(at));
  }

  private static String safe(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
