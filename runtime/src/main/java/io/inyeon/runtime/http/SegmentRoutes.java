package io.inyeon.runtime.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.govern.personal.Labels;
import io.inyeon.core.segment.ConditionWriter;
import io.inyeon.core.segment.Fact;
import io.inyeon.core.segment.Segment;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.json.JsonWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Segments over HTTP: defined, listed, and asked who is in them and why.
final class SegmentRoutes {
  private final SegmentDesk segments;
  private final PurposeGate gate;

  SegmentRoutes(SegmentDesk segments, PurposeGate gate) {
    this.segments = segments;
    this.gate = gate;
  }

  Answer answer(Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    return switch (route) {
      case SEGMENTS -> all();
      case SEGMENT_CREATE -> save(exchange, null, author);
      case SEGMENT -> one(exchange, arguments.getFirst());
      case SEGMENT_UPDATE -> save(exchange, arguments.getFirst(), author);
      case SEGMENT_MEMBERS -> members(exchange, arguments.getFirst());
      case SEGMENT_HISTORY -> history(arguments.getFirst());
      case SEGMENT_REACH -> reach(exchange, arguments.getFirst());
      case SEGMENT_EXPLAIN -> explain(exchange, arguments.getFirst());
      case PROFILE_SEGMENTS -> standings(exchange, Who.of(arguments.getFirst()));
      default -> throw new IllegalArgumentException("not of segments: " + route);
    };
  }

  private Answer all() {
    var json = new JsonWriter().startObject().startArray("segments");
    segments.all().forEach(listed -> listed(json.startObject(), listed).endObject());
    return Answer.json(json.endArray().endObject());
  }

  private Answer one(Exchange exchange, String id) throws Refusal, Intake.Unavailable {
    var known = known(id);
    var bound = gate.bound(exchange, null);
    var listed = listed(new JsonWriter().startObject(), known);
    if (bound != null) {
      reach(listed, reach(id, bound));
    }
    listed.startArray("versions");
    for (var version : segments.versions(id)) {
      segment(listed.startObject(), version).endObject();
    }
    return Answer.json(listed.endArray().endObject());
  }

  private Answer reach(Exchange exchange, String id) throws Refusal, Intake.Unavailable {
    known(id);
    var bound = gate.bound(exchange, null);
    if (bound == null) {
      throw new Refusal(400, "missing_purpose", "Say for what: ?purpose=.");
    }
    return Answer.json(reach(new JsonWriter().startObject(), reach(id, bound)).endObject());
  }

  private Reach reach(String id, Bound bound) throws Refusal, Intake.Unavailable {
    var wire = Wire.CURRENT.isBound() ? Wire.CURRENT.get() : null;
    try {
      return segments.reach(id, bound, () -> wire != null && wire.gone());
    } catch (PreviewDesk.Cancelled e) {
      throw new Refusal(409, "preview_cancelled", "It was given up.");
    }
  }

  /// How many people each check leaves.
  static JsonWriter reach(JsonWriter json, Reach reach) {
    return json.startObject("reach")
        .text("purpose", reach.purpose())
        .number("matched", reach.matched())
        .number("consented", reach.consented())
        .number("reachable", reach.reachable())
        .endObject();
  }

  private SegmentDesk.Listed known(String id) throws Refusal {
    var listed = segments.one(id);
    if (listed == null) {
      throw new Refusal(404, "segment_not_found", "There is no such segment.");
    }
    return listed;
  }

  private static JsonWriter listed(JsonWriter json, SegmentDesk.Listed listed) {
    segment(json, listed.segment())
        .truth("ready", listed.segment().live())
        .decimal("progress", BigDecimal.valueOf(listed.progress()).setScale(4, RoundingMode.DOWN))
        .number("size", listed.size())
        .startArray("usedBy");
    listed.usedBy().forEach(json::item);
    json.endArray().startArray("usedByTraits");
    listed.usedByTraits().forEach(json::item);
    return json.endArray();
  }

  private static JsonWriter segment(JsonWriter json, Segment segment) {
    json.text("id", segment.id())
        .text("name", segment.name())
        .text("folder", segment.folder())
        .startArray("labels");
    segment.labels().forEach(json::item);
    return json.endArray()
        .text("status", segment.status().name().toLowerCase(Locale.ROOT))
        .number("version", segment.version())
        .value("condition", ConditionWriter.of(segment.condition()));
  }

  private Answer save(Exchange exchange, @Nullable String id, String author)
      throws Refusal, Intake.Unavailable {
    var body = RequestBody.fields(exchange);
    var after = id == null ? 0 : Versions.after(exchange.header(HeaderNames.IF_MATCH));
    return switch (segments.save(id, body, after, author)) {
      case SegmentDesk.Saved.Done(var segment, var notices) -> {
        var json = segment(new JsonWriter().startObject(), segment).truth("ready", segment.live());
        yield Answer.json(
            id == null ? Status.CREATED_201 : Status.OK_200,
            Versions.violations(json, "notices", notices).endObject());
      }
      case SegmentDesk.Saved.Wrong(var problems) ->
          Versions.invalid(
              "invalid_segment", "The segment has " + problems.size() + " problems.", problems);
      case SegmentDesk.Saved.Missing _ ->
          throw new Refusal(404, "segment_not_found", "There is no such segment.");
      case SegmentDesk.Saved.Conflict _ ->
          throw new Refusal(
              412,
              "version_conflict",
              id == null
                  ? "There is a segment with this id already."
                  : "Somebody else saved the segment meanwhile: read it again.");
    };
  }

  private Answer members(Exchange exchange, String id) throws Refusal, Intake.Unavailable {
    known(id);
    var bound = gate.bound(exchange, null);
    var format = exchange.parameter("format");
    if (format != null && !format.equals("json")) {
      exchange.note().everybody("segment:" + id);
      return MemberFiles.answer(segments, id, bound, gate.seen(bound), format);
    }
    var limit = Page.limit(exchange);
    var cursor = cursor(exchange.parameter("cursor"));
    var members = segments.members(id, cursor, limit, bound);
    var seen = gate.seen(bound);
    if (members.next() != null && hidden(seen, members.next())) {
      throw new Refusal(
          403,
          "labels_hide_fields",
          "A page's cursor names somebody by what labels hide: take the members as a file.");
    }
    var json = new JsonWriter().startObject();
    if (bound != null && cursor == null) {
      reach(json, reach(id, bound));
    }
    json.startArray("members");
    for (var member : members.members()) {
      exchange.note().person(member.id());
      json.startObject()
          .text("id", member.id() == null ? null : member.id().value())
          .text("identifier", hidden(seen, member.who()) ? "" : member.who().toString())
          .text("name", seen == null || seen.trait("name") ? member.name() : null)
          .time("since", member.membership().since())
          .number("version", member.membership().version())
          .endObject();
    }
    json.endArray();
    if (members.next() != null) {
      json.text("next", members.next().toString());
    }
    return Answer.json(json.endObject());
  }

  /// Whether labels hide an identifier from whoever reads.
  static boolean hidden(Labels.@Nullable Seen seen, Identifier who) {
    return seen != null && !seen.identifier(who.type());
  }

  private static @Nullable Identifier cursor(@Nullable String written) throws Refusal {
    if (written == null) {
      return null;
    }
    var colon = written.indexOf(':');
    if (colon < 1 || colon == written.length() - 1) {
      throw new Refusal(400, "invalid_cursor", "Take the cursor of a page before, unchanged.");
    }
    return new Identifier(written.substring(0, colon), written.substring(colon + 1));
  }

  private Answer history(String id) throws Refusal {
    var now = known(id).size();
    var flows = segments.flows(id);
    var json = new JsonWriter().startObject().number("size", now).startArray("days");
    var size = 0L;
    for (var flow : flows.entrySet()) {
      size += flow.getValue().entered() - flow.getValue().left();
      json.startObject()
          .text("day", flow.getKey().toString())
          .number("entered", flow.getValue().entered())
          .number("left", flow.getValue().left())
          .number("size", size)
          .endObject();
    }
    return Answer.json(json.endArray().endObject());
  }

  private Answer explain(Exchange exchange, String id) throws Refusal, Intake.Unavailable {
    known(id);
    var who = RequestBody.fields(exchange).text("profile");
    if (who == null) {
      throw new Refusal(400, "missing_profile", "Say whom: profile, an id or type:value.");
    }
    var explained = segments.explain(id, Who.of(who));
    if (explained == null) {
      throw Refusal.nobody();
    }
    exchange.note().person(explained.id());
    return Answer.json(
        new JsonWriter()
            .startObject()
            .text("id", explained.id().value())
            .text("segment", id)
            .number("version", explained.segment().version())
            .time("asOf", explained.asOf())
            .value("reason", explained.reason())
            .endObject());
  }

  private Answer standings(Exchange exchange, Who who) throws Refusal, Intake.Unavailable {
    var history = "true".equals(exchange.parameter("history"));
    var standings = segments.standings(who, history);
    if (standings == null) {
      throw Refusal.nobody();
    }
    var json =
        new JsonWriter().startObject().text("id", standings.id().value()).startArray("segments");
    standings
        .members()
        .forEach((segment, membership) ->
            json.startObject()
                .text("segment", segment)
                .time("since", membership.since())
                .number("version", membership.version())
                .endObject());
    json.endArray();
    if (standings.changesAt() != null) {
      json.time("changesAt", standings.changesAt());
    }
    if (history) {
      json.startArray("history");
      standings.history().forEach(fact -> fact(json, fact));
      json.endArray();
    }
    return Answer.json(json.endObject());
  }

  private static void fact(JsonWriter json, Fact fact) {
    json.startObject()
        .text("segment", fact.segment())
        .number("version", fact.version())
        .text("what", fact.entered() ? "entered" : "left")
        .time("at", fact.at())
        .text("identifier", fact.who().toString())
        .text("position", Long.toString(fact.cause()))
        .value("reason", fact.reason())
        .endObject();
  }
}
