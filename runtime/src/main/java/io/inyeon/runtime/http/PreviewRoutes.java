package io.inyeon.runtime.http;

import io.helidon.http.Status;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.personal.Labels;
import io.inyeon.core.segment.FieldPath;
import io.inyeon.core.unify.Listing;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.PreviewDesk.Breakdown;
import io.inyeon.runtime.http.PreviewDesk.Previewed;
import io.inyeon.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Conditions that nobody saved, over HTTP: of how many people they hold, and why of one; and what
/// segments have in common.
final class PreviewRoutes {
  private static final int SAMPLE = 10;
  private static final int MOST_SAMPLE = 50;
  private static final int VALUES = 10;
  private static final int MOST_VALUES = 100;
  private static final int LONGEST_ID = 64;
  private static final int MOST_SEGMENTS = 5;
  private static final int SHOWN_IDENTIFIERS = 10;

  private final SegmentDesk segments;
  private final PurposeGate gate;

  PreviewRoutes(SegmentDesk segments, PurposeGate gate) {
    this.segments = segments;
    this.gate = gate;
  }

  // ---- previews

  Answer preview(Exchange exchange) throws Refusal, Intake.Unavailable {
    var body = RequestBody.fields(exchange);
    var purpose = body.get("purpose");
    if (purpose != null && !(purpose instanceof Value.Text)) {
      throw invalid("purpose is the key of one.");
    }
    var bound = gate.bound(exchange, body.text("purpose"));
    var seen = gate.seen(bound);
    var wanted = wanted(body, bound);
    var wire = Wire.CURRENT.isBound() ? Wire.CURRENT.get() : null;
    try {
      return switch (segments.previews().preview(wanted, () -> wire != null && wire.gone())) {
        case Previewed.Wrong(var problems) -> invalid(problems);
        case Previewed.Counted counted -> {
          counted.sample().forEach(person -> exchange.note().person(person.id()));
          yield Answer.json(json(counted, seen));
        }
      };
    } catch (PreviewDesk.Cancelled e) {
      throw new Refusal(409, "preview_cancelled", "The preview was given up on demand.");
    }
  }

  private static PreviewDesk.Wanted wanted(Value.Fields body, @Nullable Bound bound)
      throws Refusal {
    var id = body.get("id");
    if (id != null && !(id instanceof Value.Text(var name) && named(name))) {
      throw invalid("id has 1 to 64 letters, digits, _ and -.");
    }
    var breakdown = body.get("breakdown");
    if (breakdown != null && !(breakdown instanceof Value.Fields)) {
      throw invalid("breakdown is an object with a trait.");
    }
    var by = breakdown instanceof Value.Fields fields ? fields : null;
    return new PreviewDesk.Wanted(
        body.get("condition"),
        id instanceof Value.Text(var name) ? name : null,
        number(body, "sample", 0, MOST_SAMPLE, SAMPLE),
        by == null ? null : path(by.get("trait")),
        by == null ? VALUES : number(by, "limit", 1, MOST_VALUES, VALUES),
        bound);
  }

  private static boolean named(String id) {
    return !id.isEmpty()
        && id.length() <= LONGEST_ID
        && id.chars()
            .allMatch(c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '_'
                    || c == '-');
  }

  private static int number(Value.Fields fields, String name, int least, int most, int otherwise)
      throws Refusal {
    return switch (fields.get(name)) {
      case null -> otherwise;
      case Value.Decimal(var number)
          when number.compareTo(BigDecimal.valueOf(least)) >= 0
              && number.compareTo(BigDecimal.valueOf(most)) <= 0
              && number.stripTrailingZeros().scale() <= 0 ->
          number.intValue();
      default -> throw invalid("%s is a number from %d to %d.".formatted(name, least, most));
    };
  }

  private static FieldPath path(@Nullable Value written) throws Refusal {
    try {
      return switch (written) {
        case Value.Text(var dotted) -> FieldPath.of(dotted);
        case Value.Items(var items) -> {
          var names = new ArrayList<String>();
          for (var item : items) {
            if (!(item instanceof Value.Text(var name))) {
              throw invalid("A path is made of names.");
            }
            names.add(name);
          }
          yield new FieldPath(names);
        }
        case null, default -> throw invalid("breakdown names a trait.");
      };
    } catch (IllegalArgumentException e) {
      throw invalid("A path has names, and none is empty.");
    }
  }

  private static Answer invalid(List<Violation> problems) {
    return Versions.invalid(
        "invalid_condition", "The condition has " + problems.size() + " problems.", problems);
  }

  private static Refusal invalid(String detail) {
    return new Refusal(400, "invalid_preview", detail);
  }

  /// Whoever may not see a trait may not find out by counting either.
  private static void permit(Previewed.Counted counted, Labels.@Nullable Seen seen) throws Refusal {
    if (seen == null) {
      return;
    }
    var asked = new ArrayList<>(counted.traits());
    if (counted.breakdown() != null) {
      asked.add(counted.breakdown().trait().names().getFirst());
    }
    for (var trait : asked) {
      if (!seen.trait(trait)) {
        throw new Refusal(
            403, "labels_hide_fields", "The labels of " + trait + " do not permit the purpose.");
      }
    }
  }

  private static JsonWriter json(Previewed.Counted counted, Labels.@Nullable Seen seen)
      throws Refusal {
    permit(counted, seen);
    var json =
        new JsonWriter()
            .startObject()
            .number("count", counted.count())
            .number("of", counted.of())
            .truth("exact", true)
            .startObject("perNode");
    counted.perNode().forEach(json::number);
    json.endObject().startArray("sample");
    var shown = new LinkedHashSet<>(List.of("email", "phone"));
    shown.addAll(counted.traits());
    for (var person : counted.sample()) {
      person(json.startObject(), person, shown, seen).endObject();
    }
    json.endArray();
    if (counted.breakdown() != null) {
      breakdown(json.startObject("breakdown"), counted.breakdown()).endObject();
    }
    if (counted.reach() != null) {
      SegmentRoutes.reach(json, counted.reach());
    }
    json.number("tookMs", counted.tookMs())
        .time("asOf", counted.asOf())
        .text("position", Long.toString(counted.position()));
    return Versions.violations(json, "notices", counted.notices()).endObject();
  }

  private static JsonWriter person(
      JsonWriter json, Listing person, SequencedSet<String> shown, Labels.@Nullable Seen seen) {
    json.text("id", person.id().value()).startArray("identifiers");
    person.identifiers().stream()
        .filter(identifier -> !SegmentRoutes.hidden(seen, identifier))
        .limit(SHOWN_IDENTIFIERS)
        .forEach(identifier -> json.item(identifier.toString()));
    json.endArray().text("name", seen == null || seen.trait("name") ? person.name() : null);
    var traits = new LinkedHashMap<String, Value>();
    for (var name : shown) {
      var value = person.traits().get(name);
      if (value != null && (seen == null || seen.trait(name))) {
        traits.put(name, value);
      }
    }
    return json.value("traits", new Value.Fields(traits));
  }

  private static JsonWriter breakdown(JsonWriter json, Breakdown breakdown) {
    json.text("trait", breakdown.trait().toString()).startArray("values");
    for (var share : breakdown.values()) {
      json.startObject().value("value", share.value()).number("count", share.people()).endObject();
    }
    return json.endArray().number("other", breakdown.other()).number("none", breakdown.none());
  }

  Answer cancel(String id) throws Refusal {
    if (!segments.previews().cancel(id)) {
      throw new Refusal(404, "preview_not_found", "No preview with this id is under way.");
    }
    return Answer.empty(Status.NO_CONTENT_204);
  }

  // ---- explanations

  Answer explain(Exchange exchange) throws Refusal, Intake.Unavailable {
    var body = RequestBody.fields(exchange);
    var who = body.text("profile");
    if (who == null) {
      throw new Refusal(400, "missing_profile", "Say whom: profile, an id or type:value.");
    }
    try {
      return switch (segments.explain(body.get("condition"), Who.of(who))) {
        case null -> throw Refusal.nobody();
        case SegmentDesk.Asked.Wrong(var problems) -> invalid(problems);
        case SegmentDesk.Asked.Told told -> {
          exchange.note().person(told.id());
          yield Answer.json(
              Versions.violations(
                      new JsonWriter()
                          .startObject()
                          .text("id", told.id().value())
                          .time("asOf", told.asOf())
                          .text("position", Long.toString(told.position()))
                          .value("reason", told.reason()),
                      "notices",
                      told.notices())
                  .endObject());
        }
      };
    } catch (Recall.TooMuch e) {
      throw new Refusal(
          422,
          "history_too_long",
          "To tell this, more than " + e.most() + " events would have to be read again.");
    }
  }

  // ---- overlaps

  Answer overlap(Exchange exchange) throws Refusal {
    var written = exchange.parameter("ids");
    var ids = written == null ? List.<String>of() : List.of(written.split(",", -1));
    if (ids.size() < 2
        || ids.size() > MOST_SEGMENTS
        || new LinkedHashSet<>(ids).size() < ids.size()) {
      throw new Refusal(400, "invalid_ids", "Name two to five different segments.");
    }
    var overlap = segments.overlap(ids);
    if (overlap == null) {
      throw new Refusal(404, "segment_not_found", "There is no such segment.");
    }
    var json = new JsonWriter().startObject().startArray("segments");
    for (var i = 0; i < ids.size(); i++) {
      json.startObject().text("id", ids.get(i)).number("size", overlap.sizes().get(i)).endObject();
    }
    json.endArray().startArray("overlaps");
    for (var bits = 1; bits < 1 << ids.size(); bits++) {
      if (Integer.bitCount(bits) > 1) {
        combination(json.startObject(), ids, overlap, bits).endObject();
      }
    }
    var union = overlap.only().values().stream().mapToLong(Long::longValue).sum();
    return Answer.json(
        json.endArray()
            .number("union", union)
            .text("position", Long.toString(overlap.position()))
            .endObject());
  }

  private static JsonWriter combination(
      JsonWriter json, List<String> ids, SegmentDesk.Overlap overlap, int bits) {
    json.startArray("segments");
    for (var i = 0; i < ids.size(); i++) {
      if ((bits & 1 << i) != 0) {
        json.item(ids.get(i));
      }
    }
    var size = 0L;
    for (var each : overlap.only().entrySet()) {
      if ((each.getKey() & bits) == bits) {
        size += each.getValue();
      }
    }
    return json.endArray()
        .number("size", size)
        .number("only", overlap.only().getOrDefault(bits, 0L));
  }
}
