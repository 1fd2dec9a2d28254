package io.inyeon.runtime.http;

import io.inyeon.core.unify.Restrictions;
import io.inyeon.runtime.http.RightsRecords.Request;
import io.inyeon.runtime.http.RightsRecords.Restriction;
import io.inyeon.runtime.http.RightsRecords.Suppression;
import io.inyeon.runtime.json.JsonWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Requests, suppressed addresses and restrictions as the API says them.
final class RecordsJson {
  private RecordsJson() {}

  /// A request.
  ///
  /// @param words the person's own; `null` when they are not told
  static void request(JsonWriter json, Request request, long now, @Nullable String words) {
    json.startObject()
        .text("id", request.id())
        .text("kind", lower(request.kind()))
        .text("subject", request.subject().isEmpty() ? null : request.subject())
        .text("law", request.law())
        .time("receivedAt", request.receivedAt())
        .time("dueAt", request.dueAt())
        .text("state", lower(request.state()))
        .truth("overdue", request.closedAt() == 0 && request.dueAt() < now)
        .text("identityNote", request.identityNote())
        .text("outcome", request.outcome())
        .text("erasure", request.erasure().isEmpty() ? null : request.erasure())
        .text("channel", request.channel())
        .text("about", request.about().isEmpty() ? null : request.about())
        .text("author", request.author());
    if (words != null) {
      json.text("words", words);
    }
    if (request.closedAt() > 0) {
      json.time("closedAt", request.closedAt());
    }
    json.endObject();
  }

  static void suppression(JsonWriter json, Suppression suppression) {
    json.startObject()
        .text("id", suppression.id())
        .text("channel", suppression.channel())
        .text("reason", suppression.reason())
        .text("author", suppression.author())
        .time("at", suppression.at());
    if (suppression.expiresAt() > 0) {
      json.time("expiresAt", suppression.expiresAt());
    }
    json.endObject();
  }

  static void restriction(JsonWriter json, Restriction restriction) {
    json.startObject().text("id", restriction.id()).startArray("purposes");
    for (var purpose : restriction.purposes()) {
      if (!purpose.equals(Restrictions.AUTOMATED)) {
        json.item(purpose);
      }
    }
    var all = restriction.purposes().isEmpty();
    json.endArray()
        .truth("allUse", all)
        .truth("automatedDecisions", restriction.automated())
        .text("reason", restriction.reason())
        .text("author", restriction.author())
        .time("at", restriction.at())
        .endObject();
  }

  static String lower(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
