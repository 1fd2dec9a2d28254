package io.inyeon.core.govern;

import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.OwnSources;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the consent ledger says of one statement: who, what for, what they decided, when, by which
/// words, and what proves it.
///
/// ```
/// {"identifiers": ["user_id:u1", "email:..."], "kind": "server", "purpose": "email_marketing",
///  "statedAs": "C0004", "decision": "granted", "time": "...", "receivedAt": "...",
///  "wording": {"version": "2", "language": "ko", "hash": "..."}, "definition": {"version": 2,
///  "hash": "..."}, "channel": "web", "source": "src_1", "actor": "...", "guardian": {...},
///  "expiresAt": "...", "evidence": {"messageId": "...", "position": "17", "ip": "203.0.113.0",
///  "userAgent": "...", "page": "..."}}
/// ```
public final class LedgerPayload {
  /// The id of the source by which the house itself speaks: who answers a telephone, say. Nothing
  /// outside can send by it, so it alone may say who acted.
  public static final String DESK = OwnSources.CONSENTS;

  private static final int LONGEST = 500;

  private LedgerPayload() {}

  /// The versions of purposes as they were known when a statement came.
  public interface Definitions {
    /// The version in force of the purpose that sources mean by a name; `null` for none.
    @Nullable Purpose meant(String name);

    /// A version; `null` when there was none.
    @Nullable Purpose version(String key, String version);
  }

  /// Writes an entry's payload.
  public static Value.Fields of(
      Event event, Source source, long position, LedgerScribe.Line line, Definitions definitions) {
    var statement = line.statement();
    var all = new LinkedHashMap<String, Value>();
    all.put(
        "identifiers",
        new Value.Items(
            event.identifiers().stream().<Value>map(each -> text(each.toString())).toList()));
    all.put("kind", text(event.kind().name().toLowerCase(Locale.ROOT)));
    var meant = definitions.meant(statement.purpose());
    all.put("purpose", text(meant == null ? statement.purpose() : meant.key()));
    if (meant != null && !meant.key().equals(statement.purpose())) {
      all.put("statedAs", text(statement.purpose()));
    }
    all.put("decision", text(line.decision().name().toLowerCase(Locale.ROOT)));
    if (line.repeated()) {
      all.put("repeated", new Value.Truth(true));
    }
    all.put("time", time(statement.time()));
    all.put("receivedAt", time(event.head().receivedAt()));
    wording(statement, meant, definitions, all);
    put(all, "channel", statement.channel());
    all.put("source", text(source.id()));
    if (source.id().equals(DESK)) {
      put(all, "actor", event.properties().text("actor"));
    }
    var guardian = statement.guardian() ? event.properties().get("guardian") : null;
    if (guardian != null) {
      all.put("guardian", guardian);
    }
    var end = meant == null ? statement.expiresAt() : meant.endOf(statement);
    if (statement.granted() && end != ConsentStatement.NEVER) {
      all.put("expiresAt", time(end));
    }
    all.put("evidence", evidence(event, position, statement));
    return new Value.Fields(all);
  }

  private static void wording(
      ConsentStatement statement,
      @Nullable Purpose meant,
      Definitions definitions,
      Map<String, Value> to) {
    var wording = new LinkedHashMap<String, Value>();
    put(wording, "version", statement.wording());
    put(wording, "language", statement.language());
    if (meant != null && statement.wording() != null) {
      var shown = definitions.version(meant.key(), statement.wording());
      var words = shown == null ? null : words(shown, statement.language());
      put(wording, "hash", words == null ? null : Purpose.sha256(words));
    }
    if (!wording.isEmpty()) {
      to.put("wording", new Value.Fields(wording));
    }
    if (meant != null) {
      var definition = new LinkedHashMap<String, Value>();
      definition.put("version", new Value.Decimal(BigDecimal.valueOf(meant.version())));
      definition.put("hash", text(meant.hash()));
      to.put("definition", new Value.Fields(definition));
    }
  }

  private static @Nullable String words(Purpose shown, @Nullable String language) {
    return language == null ? null : shown.texts().get(language);
  }

  private static Value evidence(Event event, long position, ConsentStatement statement) {
    var evidence = new LinkedHashMap<String, Value>();
    evidence.put("messageId", text(statement.messageId()));
    evidence.put("position", text(Long.toString(position)));
    put(evidence, "ip", TruncatedAddress.of(event.context().text("ip")));
    put(evidence, "userAgent", event.context().text("userAgent"));
    var page = event.context().fields("page").text("url");
    put(evidence, "page", page == null ? null : page.split("[?#]", 2)[0]);
    return new Value.Fields(evidence);
  }

  private static void put(Map<String, Value> to, String name, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      to.put(name, text(text.length() <= LONGEST ? text : text.substring(0, LONGEST)));
    }
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value time(long at) {
    return text(Instant.ofEpochMilli(at).toString());
  }
}
