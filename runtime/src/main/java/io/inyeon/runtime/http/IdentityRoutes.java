package io.inyeon.runtime.http;

import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.StewardLink;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.IdentityDesk.Result;
import io.inyeon.runtime.http.IdentityDesk.Shown;
import io.inyeon.runtime.json.JsonWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The places where stewards ask why somebody is one person, and decide who is.
final class IdentityRoutes {
  private static final int LONGEST_REASON = 1_000;

  private final IdentityDesk desk;
  private final IntFunction<String> sourceId;

  IdentityRoutes(IdentityDesk desk, IntFunction<String> sourceId) {
    this.desk = desk;
    this.sourceId = sourceId;
  }

  Answer answer(Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    return switch (route) {
      case PROFILE_EXPLAIN -> profile(Who.of(arguments.getFirst()));
      case IDENTITY_EXPLAIN -> between(named(exchange, "a"), named(exchange, "b"));
      case CUTS -> cuts(exchange);
      case LINKS -> links(exchange);
      case CUT_MAKE -> decide(exchange, AskedReader.cut(RequestBody.fields(exchange)), author);
      case LINK_MAKE -> decide(exchange, AskedReader.link(RequestBody.fields(exchange)), author);
      case CUT_UNDO -> undo(exchange, arguments.getFirst(), true, author);
      case LINK_UNDO -> undo(exchange, arguments.getFirst(), false, author);
      case IDENTITY_BULK -> bulk(exchange, author);
      default -> throw new IllegalArgumentException("not about identity: " + route);
    };
  }

  // ---- questions

  private Answer profile(Who who) throws Refusal, Intake.Unavailable {
    var told = desk.explain(who);
    if (told == null) {
      throw Refusal.nobody();
    }
    return Answer.json(json().explanation(told.what(), told.position()));
  }

  private Answer between(Who a, Who b) throws Refusal, Intake.Unavailable {
    var told = desk.explain(a, b);
    if (told == null) {
      throw new Refusal(404, "profile_not_found", "Nobody is known by one of the two names.");
    }
    return Answer.json(json().relation(told.what(), told.position()));
  }

  private static Who named(Exchange exchange, String parameter) throws Refusal {
    var written = exchange.parameter(parameter);
    if (written == null || written.isBlank()) {
      throw new Refusal(
          400, "missing_identifier", "Name two: ?a=type:value&b=type:value, or profile ids.");
    }
    return Who.of(written);
  }

  private Answer cuts(Exchange exchange) throws Refusal {
    var part = Part.of(exchange, desk.cuts(), Cut::id);
    return Answer.json(json().cutPage(part.items, part.next));
  }

  private Answer links(Exchange exchange) throws Refusal {
    var part = Part.of(exchange, desk.links(), StewardLink::id);
    return Answer.json(json().linkPage(part.items, part.next));
  }

  /// A page of what is sorted by id, the newest first; the cursor is the id of its last.
  private record Part<T>(List<T> items, @Nullable String next) {
    static <T> Part<T> of(Exchange exchange, List<T> all, Function<T, String> id) throws Refusal {
      var limit = Page.limit(exchange);
      var cursor = exchange.parameter("cursor");
      if (cursor != null && !cursor.startsWith("cut_") && !cursor.startsWith("link_")) {
        throw new Refusal(400, "invalid_cursor", "Take the cursor of a page before, unchanged.");
      }
      var from =
          cursor == null
              ? all
              : all.stream().filter(each -> id.apply(each).compareTo(cursor) < 0).toList();
      var items = from.subList(0, Math.min(limit, from.size()));
      return new Part<>(items, items.size() < from.size() ? id.apply(items.getLast()) : null);
    }
  }

  // ---- decisions

  private Answer decide(Exchange exchange, Asked asked, String author)
      throws Refusal, Intake.Unavailable {
    if (preview(exchange)) {
      return switch (desk.preview(asked)) {
        case Shown.Foreseen(var preview, var position) ->
            Answer.json(json().preview(preview, position));
        case Shown.Not(var result) -> told(result);
      };
    }
    return told(desk.decide(List.of(asked), false, author).getFirst());
  }

  private Answer told(Result result) throws Refusal, Intake.Unavailable {
    return switch (result) {
      case Result.CutMade(var cut, var position) ->
          Answer.json(Status.CREATED_201, json().made(cut, position));
      case Result.LinkMade(var link, var position) ->
          Answer.json(Status.CREATED_201, json().made(link, one(link), position));
      case Result.Exists(var id) -> Answer.json(json().exists(id));
      case Result.Refused(var code, var detail) ->
          throw new Refusal(code.equals("profile_not_found") ? 404 : 400, code, detail);
      case Result.NotDone(var code, var seconds) -> throw new Intake.Unavailable(code, seconds);
      case Result.Valid _ -> throw new IllegalStateException("nobody asked for a check only");
    };
  }

  /// Whether a link that was made makes its ends one person: a cut may stand against it.
  private boolean one(StewardLink link) throws Intake.Unavailable {
    var told = desk.explain(who(link.pair().stronger()), who(link.pair().weaker()));
    return told != null && told.what().one();
  }

  private static Who who(Identifier identifier) {
    return new Who.Named(identifier.type(), identifier.value());
  }

  private Answer undo(Exchange exchange, String id, boolean cut, String author)
      throws Refusal, Intake.Unavailable {
    var reason = exchange.parameter("reason");
    if (reason != null && reason.length() > LONGEST_REASON) {
      throw new Refusal(
          400, "reason_too_long", "A reason has " + LONGEST_REASON + " characters at most.");
    }
    if (preview(exchange)) {
      var foreseen = id.startsWith(cut ? "cut_" : "link_") ? desk.previewUndo(id) : null;
      if (foreseen == null) {
        throw unknown(cut);
      }
      return Answer.json(json().preview(foreseen.preview(), foreseen.position()));
    }
    var why = reason == null ? "" : reason.strip();
    var position = cut ? desk.undoCut(id, why, author) : desk.undoLink(id, why, author);
    if (position == null) {
      throw unknown(cut);
    }
    return Answer.json(json().undone(id, position));
  }

  private static Refusal unknown(boolean cut) {
    return cut
        ? new Refusal(404, "cut_not_found", "No cut of this id stands.")
        : new Refusal(404, "link_not_found", "No steward's link of this id stands.");
  }

  // ---- files

  private Answer bulk(Exchange exchange, String author) throws Refusal {
    var type = exchange.header(HeaderNames.CONTENT_TYPE);
    var rows = BulkFile.read(RequestBody.read(exchange), type == null ? "" : type);
    var asked = new ArrayList<Asked>();
    for (var row : rows) {
      if (row instanceof BulkFile.Row.Read(var each)) {
        asked.add(each);
      }
    }
    var results = desk.decide(asked, preview(exchange), author).iterator();
    var all = new ArrayList<Result>();
    for (var row : rows) {
      all.add(
          switch (row) {
            case BulkFile.Row.Read _ -> results.next();
            case BulkFile.Row.Unreadable(var code, var detail) -> new Result.Refused(code, detail);
          });
    }
    return Answer.json(BulkJson.answer(new JsonWriter(), all));
  }

  private static boolean preview(Exchange exchange) throws Refusal {
    var written = exchange.parameter("preview");
    if (written == null || written.equals("false")) {
      return false;
    }
    if (written.equals("true") || written.isEmpty()) {
      return true;
    }
    // To decide by mistake what was only to be looked at would be the wrong way round.
    throw new Refusal(400, "invalid_preview", "preview is true or false.");
  }

  private IdentityJson json() {
    return new IdentityJson(sourceId);
  }
}
