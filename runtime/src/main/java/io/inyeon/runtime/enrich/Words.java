package io.inyeon.runtime.enrich;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enricher.Enricher;
import io.inyeon.runtime.OwnWord;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.enrich.Running.Outcome;
import io.inyeon.runtime.enrich.Running.UnderWay;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

/// What an answer makes the house say of a person.
final class Words {
  private Words() {}

  /// The traits that came; none where nobody answered, or nothing is known.
  static Value.Fields traits(UnderWay each) {
    return switch (each.outcome) {
      case Outcome.Remembered(var traits) -> traits;
      case Outcome.Asked(Answered.Told(_, var answer)) -> each.by.traits(answer);
      case Outcome.Asked _, Outcome.Skipped _ -> Value.Fields.EMPTY;
      case null -> Value.Fields.EMPTY;
    };
  }

  /// An identify of the person, with where it comes from under `context.enricher`. Its time is that
  /// of the event that was asked about: so who is asked about late is not taken for active now, an
  /// old event's answer beats no newer word, and an erasure in between covers it.
  ///
  /// @param now milliseconds since 1970
  static Value.Fields event(UnderWay each, long now) {
    var row = Objects.requireNonNull(each.row, "an event that was asked about");
    var who = Objects.requireNonNull(each.who, "a person who was asked about");
    var more = new LinkedHashMap<String, Value>();
    more.put("traits", traits(each));
    var event = OwnWord.event("identify", messageId(each.by, row), row.time(), List.of(who), more);
    var from = new LinkedHashMap<String, Value>();
    from.put("id", new Value.Text(each.by.id()));
    from.put("version", new Value.Decimal(BigDecimal.valueOf(each.by.version())));
    from.put("recipient", new Value.Text(each.by.recipient()));
    from.put("answeredAt", new Value.Text(Instant.ofEpochMilli(now).toString()));
    from.put("event", new Value.Text(String.valueOf(row.messageId())));
    var context = new LinkedHashMap<>(event.fields("context").values());
    context.put("enricher", new Value.Fields(from));
    var all = new LinkedHashMap<>(event.values());
    all.put("context", new Value.Fields(context));
    return new Value.Fields(all);
  }

  /// The same for the same event, enricher and version, so that what is said twice counts once.
  static String messageId(Enricher enricher, Row row) {
    try {
      var named =
          enricher.id() + " " + enricher.version() + " " + row.source() + " " + row.messageId();
      var hash = MessageDigest.getInstance("SHA-256").digest(named.getBytes(UTF_8));
      return "enr_" + HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java has it
    }
  }
}
