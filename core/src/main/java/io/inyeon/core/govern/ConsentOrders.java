package io.inyeon.core.govern;

import io.inyeon.core.collect.Timestamps;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads what somebody of the house records of people's decisions, and finds all that is wrong with
/// it.
///
/// ```
/// {"identifiers": [{"type": "email", "value": "..."}], "channel": "phone", "time": "...",
///  "guardian": {"name": "...", "relation": "..."}, "note": "...", "consents": [{"purpose":
///  "email_marketing", "decision": "granted", "wordingVersion": 2, "language": "ko", "expiresAt":
///  "..."}]}
/// ```
///
/// Stricter than what comes over the wire: only purposes that there are, only wordings that they
/// have, and no end that is over already.
public final class ConsentOrders {
  private static final Set<String> FIELDS =
      Set.of("profile", "identifiers", "channel", "time", "guardian", "note", "consents");

  private static final Set<String> OF_CONSENT =
      Set.of("purpose", "decision", "wordingVersion", "language", "expiresAt");

  private static final Set<String> OF_GUARDIAN = Set.of("name", "relation", "contact", "method");
  private static final int MOST = 50;
  private static final int LONGEST = 500;

  private final Value.Fields written;
  private final Purposes purposes;
  private final long now;
  private final List<Violation> problems = new ArrayList<>();

  private ConsentOrders(Value.Fields written, Purposes purposes, long now) {
    this.written = written;
    this.purposes = purposes;
    this.now = now;
  }

  /// One decision.
  ///
  /// @param properties of the event that records it
  public record Order(String purpose, boolean granted, Value.Fields properties) {}

  /// What came of reading.
  public sealed interface Reading {
    /// It can be recorded.
    ///
    /// @param time when they decided, milliseconds since 1970
    record Good(List<Order> orders, long time) implements Reading {
      public Good {
        orders = List.copyOf(orders);
      }
    }

    /// It cannot, for all these reasons.
    record Bad(List<Violation> problems) implements Reading {
      public Bad {
        problems = List.copyOf(problems);
      }
    }
  }

  /// Reads what was written.
  ///
  /// @param actor who records it
  /// @param now milliseconds since 1970
  public static Reading read(Value.Fields written, Purposes purposes, String actor, long now) {
    return new ConsentOrders(written, purposes, now).read(actor);
  }

  private Reading read(String actor) {
    unknown(written, FIELDS, "");
    var common = new LinkedHashMap<String, Value>();
    common.put("actor", new Value.Text(actor));
    common.put("channel", new Value.Text(text(written, "channel", "", "service")));
    var note = text(written, "note", "", "");
    if (!note.isEmpty()) {
      common.put("note", new Value.Text(note));
    }
    guardian(common);
    var time = time();
    var orders = new ArrayList<Order>();
    if (written.get("consents") instanceof Value.Items(var items)
        && !items.isEmpty()
        && items.size() <= MOST) {
      for (var i = 0; i < items.size(); i++) {
        order(items.get(i), "/consents/" + i, common, orders);
      }
    } else {
      add("not_consents", "/consents", written.get("consents"));
    }
    return problems.isEmpty() ? new Reading.Good(orders, time) : new Reading.Bad(problems);
  }

  private long time() {
    var value = written.get("time");
    var time = value == null ? now : Timestamps.read(value);
    if (time == Timestamps.UNREADABLE) {
      add("not_an_instant", "/time", value);
    } else if (time > now) {
      add("in_the_future", "/time", value);
    }
    return time;
  }

  private void guardian(Map<String, Value> to) {
    switch (written.get("guardian")) {
      case null -> {}
      case Value.Fields fields when !fields.values().isEmpty() -> {
        unknown(fields, OF_GUARDIAN, "/guardian");
        if (text(fields, "name", "/guardian", "").isBlank()) {
          add("missing", "/guardian/name", null);
        }
        for (var name : OF_GUARDIAN) {
          text(fields, name, "/guardian", "");
        }
        to.put("guardian", fields);
      }
      case Value other -> add("not_a_guardian", "/guardian", other);
    }
  }

  private void order(Value item, String place, Map<String, Value> common, List<Order> to) {
    if (!(item instanceof Value.Fields fields)) {
      add("not_an_object", place, item);
      return;
    }
    unknown(fields, OF_CONSENT, place);
    var key = text(fields, "purpose", place, "");
    var decision = text(fields, "decision", place, "");
    var granted = decision.equals("granted");
    if (!granted && !decision.equals("withdrawn") && !decision.equals("refused")) {
      add(
          decision.isEmpty() ? "missing" : "unknown_word",
          place + "/decision",
          fields.get("decision"));
    }
    var properties = new LinkedHashMap<>(common);
    properties.put("purpose", new Value.Text(key));
    var purpose = purposes.of(key);
    var everything = key.equals(ConsentStatement.EVERYTHING) && !granted;
    if (purpose == null && !everything) {
      add(key.isEmpty() ? "missing" : "unknown_purpose", place + "/purpose", fields.get("purpose"));
    }
    if (purpose != null) {
      wording(fields, place, purpose, granted, properties);
    }
    end(fields, place, granted, properties);
    to.add(new Order(key, granted, new Value.Fields(properties)));
  }

  private void wording(
      Value.Fields fields, String place, Purpose purpose, boolean granted, Map<String, Value> to) {
    var version = fields.get("wordingVersion");
    if (version == null) {
      to.put("wordingVersion", new Value.Text(Integer.toString(purpose.version())));
    } else if (version instanceof Value.Decimal(var number)
        && number.signum() > 0
        && number.compareTo(BigDecimal.valueOf(purpose.version())) <= 0
        && number.stripTrailingZeros().scale() <= 0) {
      to.put("wordingVersion", new Value.Text(Integer.toString(number.intValue())));
    } else {
      add("unknown_version", place + "/wordingVersion", version);
    }
    var language = text(fields, "language", place, "");
    if (!language.isEmpty()) {
      if (!purpose.texts().containsKey(language)) {
        add("unknown_language", place + "/language", fields.get("language"));
      }
      to.put("language", new Value.Text(language));
    } else if (granted) {
      add("missing", place + "/language", null);
    }
    if (granted && !purpose.active()) {
      add("purpose_retired", place + "/purpose", fields.get("purpose"));
    }
  }

  private void end(Value.Fields fields, String place, boolean granted, Map<String, Value> to) {
    var value = fields.get("expiresAt");
    if (value == null) {
      return;
    }
    var end = Timestamps.read(value);
    if (end == Timestamps.UNREADABLE) {
      add("not_an_instant", place + "/expiresAt", value);
    } else if (end <= now) {
      add("over_already", place + "/expiresAt", value);
    } else if (!granted) {
      add("only_grants_expire", place + "/expiresAt", value);
    } else {
      to.put("expiresAt", value);
    }
  }

  private void unknown(Value.Fields fields, Set<String> known, String place) {
    for (var name : fields.values().keySet()) {
      if (!known.contains(name)) {
        add("unknown_field", place + "/" + name.replace("~", "~0").replace("/", "~1"), null);
      }
    }
  }

  private String text(Value.Fields fields, String name, String place, String otherwise) {
    return switch (fields.get(name)) {
      case null -> otherwise;
      case Value.Text(var text) when text.length() <= LONGEST -> text.strip();
      case Value other -> {
        add(other instanceof Value.Text ? "too_long" : "not_a_text", place + "/" + name, other);
        yield otherwise;
      }
    };
  }

  private void add(String code, String place, @Nullable Value offending) {
    problems.add(new Violation(code, place, offending == null ? "" : Violation.excerpt(offending)));
  }
}
