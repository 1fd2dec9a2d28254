package io.inyeon.runtime.http;

import io.inyeon.core.govern.ConsentStatement;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.SavedPurpose;
import io.inyeon.core.unify.Permission;
import io.inyeon.runtime.consent.LedgerKeeper;
import io.inyeon.runtime.json.JsonWriter;
import java.util.Locale;
import java.util.SortedMap;

/// Purposes and consents in the form of the API.
final class ConsentJson {
  private ConsentJson() {}

  static JsonWriter saved(JsonWriter json, SavedPurpose saved) {
    return purpose(json, saved.purpose())
        .time("savedAt", saved.at())
        .text("author", saved.author())
        .text("reason", saved.reason());
  }

  private static JsonWriter purpose(JsonWriter json, Purpose purpose) {
    json.text("key", purpose.key())
        .number("version", purpose.version())
        .text("hash", purpose.hash());
    texts(json, "titles", purpose.titles());
    texts(json, "texts", purpose.texts());
    json.startObject("textHashes");
    purpose.texts().forEach((language, text) -> json.text(language, Purpose.sha256(text)));
    json.endObject();
    texts(json, "withdrawals", purpose.withdrawals());
    json.text("basis", word(purpose.basis())).startArray("recipients");
    purpose.recipients().forEach(json::item);
    json.endArray()
        .number("retentionDays", purpose.retentionDays())
        .number("consentDays", purpose.consentDays())
        .number("minimumAge", purpose.minimumAge())
        .truth("guardian", purpose.guardian())
        .text("channel", word(purpose.channel()))
        .startArray("aliases");
    purpose.aliases().forEach(json::item);
    return json.endArray().text("status", purpose.active() ? "active" : "retired");
  }

  private static void texts(JsonWriter json, String name, SortedMap<String, String> texts) {
    json.startObject(name);
    texts.forEach(json::text);
    json.endObject();
  }

  static JsonWriter standing(JsonWriter json, ConsentDesk.Standing standing) {
    json.startObject()
        .text("id", standing.id().value())
        .time("asOf", standing.asOf())
        .startArray("purposes");
    for (var allowed : standing.purposes()) {
      json.startObject()
          .text("purpose", allowed.purpose().key())
          .number("version", allowed.purpose().version())
          .text("basis", word(allowed.purpose().basis()))
          .truth("permitted", allowed.permission().at(standing.asOf()));
      permission(json, allowed.permission(), standing.asOf());
      json.endObject();
    }
    return json.endArray().text("position", Long.toString(standing.position())).endObject();
  }

  private static void permission(JsonWriter json, Permission permission, long asOf) {
    json.text("ground", ground(permission, asOf));
    if (permission.ever()) {
      if (permission.since() != Long.MIN_VALUE) {
        json.time("since", permission.since());
      }
      if (permission.until() != Long.MAX_VALUE) {
        json.time("until", permission.until());
      }
    }
    var by = permission.by();
    if (by != null) {
      statement(json.startObject("by"), by).endObject();
    }
    if (!permission.devices().isEmpty()) {
      json.startArray("devices");
      permission.devices().forEach(device -> json.item(device.toString()));
      json.endArray();
    }
  }

  /// Why, at an instant.
  static String ground(Permission permission, long asOf) {
    if (permission.ground() == Permission.Ground.GRANTED && !permission.at(asOf)) {
      return asOf < permission.since() ? "not_yet" : "expired";
    }
    if (permission.ground() == Permission.Ground.LEGAL_BASIS && !permission.at(asOf)) {
      return "underage";
    }
    return word(permission.ground());
  }

  private static JsonWriter statement(JsonWriter json, ConsentStatement by) {
    return json.text("decision", by.granted() ? "granted" : "withdrawn")
        .time("time", by.time())
        .text("messageId", by.messageId())
        .text("statedAs", by.purpose())
        .text("wording", by.wording())
        .text("language", by.language())
        .text("channel", by.channel())
        .truth("guardian", by.guardian());
  }

  static JsonWriter ledger(JsonWriter json, LedgerKeeper.Standing standing) {
    return json.startObject()
        .number("entries", standing.entries())
        .number("erased", standing.erased())
        .text("link", standing.link())
        .text("publicKey", standing.publicKey())
        .number("bytes", standing.bytes())
        .text("position", Long.toString(standing.position()))
        .endObject();
  }

  static JsonWriter entry(JsonWriter json, LedgerKeeper.Entry entry) {
    json.number("number", entry.number())
        .text("kind", entry.erasure() ? "erasure" : "statement")
        .time("recordedAt", entry.at())
        .text("logPosition", Long.toString(entry.position()))
        .text("link", entry.link())
        .truth("erased", entry.said() == null);
    if (entry.said() != null) {
      json.value("said", entry.said());
    }
    return json;
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
