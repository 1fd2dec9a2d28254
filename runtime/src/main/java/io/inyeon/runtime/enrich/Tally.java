package io.inyeon.runtime.enrich;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// What an enricher has done since it was made.
final class Tally {
  /// Requests that were made.
  long asked;

  /// Events for which an answer was remembered.
  long remembered;

  /// Events of which traits came.
  long enriched;

  /// Events of which nothing is known.
  long nothing;

  /// Events that were given up.
  long failed;

  /// Events about which nobody was asked on purpose, by reason.
  final Map<String, Long> skipped = new TreeMap<>();

  /// The last thing that went wrong; empty for nothing.
  String error = "";

  int errorStatus;
  long errorAt;

  /// When somebody answered last, milliseconds since 1970; 0 for never.
  long answeredAt;

  static Tally of(Value.Fields kept) {
    var tally = new Tally();
    tally.asked = Rows.number(kept, "asked");
    tally.remembered = Rows.number(kept, "remembered");
    tally.enriched = Rows.number(kept, "enriched");
    tally.nothing = Rows.number(kept, "nothing");
    tally.failed = Rows.number(kept, "failed");
    var skipped = kept.fields("skipped");
    skipped
        .values()
        .keySet()
        .forEach(reason -> tally.skipped.put(reason, Rows.number(skipped, reason)));
    var error = kept.text("error");
    tally.error = error == null ? "" : error;
    tally.errorStatus = (int) Rows.number(kept, "errorStatus");
    tally.errorAt = Rows.number(kept, "errorAt");
    tally.answeredAt = Rows.number(kept, "answeredAt");
    return tally;
  }

  Value.Fields written() {
    var all = new LinkedHashMap<String, Value>();
    all.put("asked", whole(asked));
    all.put("remembered", whole(remembered));
    all.put("enriched", whole(enriched));
    all.put("nothing", whole(nothing));
    all.put("failed", whole(failed));
    var reasons = new LinkedHashMap<String, Value>();
    skipped.forEach((reason, count) -> reasons.put(reason, whole(count)));
    all.put("skipped", new Value.Fields(reasons));
    all.put("error", new Value.Text(error));
    all.put("errorStatus", whole(errorStatus));
    all.put("errorAt", whole(errorAt));
    all.put("answeredAt", whole(answeredAt));
    return new Value.Fields(all);
  }

  private static Value whole(long number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }

  void wrong(String code, int status, long now) {
    error = code;
    errorStatus = status;
    errorAt = now;
  }
}
