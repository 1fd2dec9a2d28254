package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.inyeon.core.govern.LegalBasis;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.http.RightsRecords.Kind;
import io.inyeon.runtime.http.SelfServiceDesk.Link;
import io.inyeon.runtime.http.SelfServiceDesk.Visit;
import io.inyeon.runtime.json.JsonWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The self-service page and the links to it. Whatever is wrong with a link is said in the same
/// words, so nobody learns of a person by trying.
final class SelfServiceRoutes {
  private static final long DAY = 24L * 60 * 60 * 1000;
  private static final long USUAL = 7 * DAY;
  private static final long LONGEST = 90 * DAY;
  private static final int LONGEST_TEXT = 1_000;
  private static final int LARGEST_FORM = 16_384;

  /// Requests that an address may make at once, and in a second from then on.
  private static final int CLIENT_BURST = 120;

  private static final double CLIENT_PER_SECOND = 4;

  /// Things that may be done by one link at once, and in a second from then on.
  private static final int LINK_BURST = 20;

  private static final double LINK_PER_SECOND = 0.25;

  private final SelfServiceDesk desk;
  private final InstantSource clock = InstantSource.system();
  private final Cache<String, TokenBucket> buckets =
      Caffeine.newBuilder()
          .maximumSize(50_000)
          .expireAfterAccess(Duration.ofMinutes(10))
          .executor(Runnable::run)
          .build();

  SelfServiceRoutes(SelfServiceDesk desk) {
    this.desk = desk;
  }

  Answer answer(Exchange exchange, ManagementRoute route, List<String> arguments, String author)
      throws Refusal, Intake.Unavailable {
    return switch (route) {
      case SELF_SERVICE_LINKS -> links(exchange);
      case SELF_SERVICE_LINK_MAKE -> make(exchange, author);
      case SELF_SERVICE_LINK_REVOKE -> revoke(arguments.getFirst(), author);
      case SELF_SERVICE_PAGE -> page(exchange, arguments.getFirst());
      case SELF_SERVICE_ACT -> act(exchange, arguments.getFirst());
      default -> throw new IllegalArgumentException("no place of self-service: " + route);
    };
  }

  // ---- links

  private Answer links(Exchange exchange) throws Refusal {
    var limit = Page.limit(exchange);
    var cursor = exchange.parameter("cursor");
    var page = desk.links(cursor == null ? "" : cursor, limit + 1);
    var json = new JsonWriter().startObject().startArray("links");
    page.subList(0, Math.min(limit, page.size())).forEach(link -> link(json, link, null));
    return Answer.json(
        json.endArray()
            .text("next", page.size() > limit ? page.get(limit - 1).id() : null)
            .endObject());
  }

  private Answer make(Exchange exchange, String author) throws Refusal, Intake.Unavailable {
    var asked = RequestBody.fields(exchange);
    var now = clock.millis();
    var end = RecordsRoutes.instant(asked, "expiresAt");
    var expires = end == null ? now + USUAL : end;
    if (expires <= now || expires > now + LONGEST) {
      throw new Refusal(
          400, "invalid_expires_at", "A link ends in the future, within 90 days from now.");
    }
    var note = RecordsRoutes.said(asked, "identityNote", "");
    var made = desk.make(ErasureRoutes.who(asked), expires, note, author);
    if (made == null) {
      throw Refusal.nobody();
    }
    var json = new JsonWriter();
    link(json, made.link(), made.token());
    return Answer.json(Status.CREATED_201, json);
  }

  private Answer revoke(String id, String author) throws Refusal, Intake.Unavailable {
    var link = desk.revoke(id, author);
    if (link == null) {
      throw new Refusal(404, "link_not_found", "There is no link with this id.");
    }
    var json = new JsonWriter();
    link(json, link, null);
    return Answer.json(json);
  }

  private void link(JsonWriter json, Link link, @Nullable String token) {
    var state =
        link.revokedAt() > 0 ? "revoked" : link.active(clock.millis()) ? "active" : "expired";
    json.startObject()
        .text("id", link.id())
        .text("subject", link.subject())
        .text("state", state)
        .text("identityNote", link.identityNote())
        .text("author", link.author())
        .time("at", link.at())
        .time("expiresAt", link.expiresAt());
    if (link.revokedAt() > 0) {
      json.time("revokedAt", link.revokedAt());
    }
    if (token != null) {
      json.text("path", "/self-service/" + token);
    }
    json.endObject();
  }

  // ---- the page

  private Answer page(Exchange exchange, String token) throws Refusal {
    var page = new SelfServicePage(korean(exchange));
    try {
      var wait = waits("client " + exchange.client(), CLIENT_BURST, CLIENT_PER_SECOND);
      if (wait > 0) {
        return later(page.tooOften(), wait);
      }
      var visit = desk.visit(token);
      if (visit == null) {
        return page.gone();
      }
      exchange.note().person(new ProfileId(visit.link().subject()));
      exchange.note().everybody("self_service:" + visit.link().id());
      return page.of(visit, exchange.parameter("said"));
    } catch (Intake.Unavailable e) {
      return later(page.unavailable(), e.retryAfterSeconds());
    }
  }

  private Answer act(Exchange exchange, String token) throws Refusal {
    var page = new SelfServicePage(korean(exchange));
    try {
      var wait = waits("client " + exchange.client(), CLIENT_BURST, CLIENT_PER_SECOND);
      if (wait > 0) {
        return later(page.tooOften(), wait);
      }
      var body = RequestBody.read(exchange);
      var visit = desk.visit(token);
      if (visit == null) {
        return page.gone();
      }
      wait = waits("link " + visit.link().id(), LINK_BURST, LINK_PER_SECOND);
      if (wait > 0) {
        return later(page.tooOften(), wait);
      }
      var said = body.length > LARGEST_FORM ? "unfit" : act(visit, new String(body, UTF_8), page);
      // Asked for again by GET, so that going back or reloading does nothing twice.
      return Answer.empty(Status.SEE_OTHER_303)
          .with(Answer.NO_STORE)
          .with(
              HeaderValues.create(
                  HeaderNames.LOCATION, "?lang=" + page.lang() + "&said=" + said + "#said"));
    } catch (Intake.Unavailable e) {
      return later(page.unavailable(), e.retryAfterSeconds());
    }
  }

  /// Does what a form asks.
  ///
  /// @return the word for what came of it
  private String act(Visit visit, String form, SelfServicePage page) throws Intake.Unavailable {
    var act = Percent.parameter(form, "act");
    if (act == null) {
      return "unfit";
    }
    var about = Percent.parameter(form, "about");
    var purpose = about == null ? "" : about;
    var known = visit.purposes().stream().filter(each -> each.purpose().key().equals(purpose));
    var asked = known.findFirst().orElse(null);
    if (act.equals("grant") || act.equals("withdraw")) {
      if (asked == null || !changeable(asked.purpose().basis())) {
        return "unfit";
      }
      var version = Percent.parameter(form, "version");
      return desk.decide(
              visit,
              purpose,
              version == null || !version.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(version),
              act.equals("grant"),
              page.languageOf(asked.purpose()))
          ? act
          : "changed";
    }
    var kind = kind(Percent.parameter(form, "kind"));
    var words = Percent.parameter(form, "words");
    if (!act.equals("file")
        || kind == null
        || (asked == null && !purpose.isEmpty())
        || (words != null && words.length() > LONGEST_TEXT)) {
      return "unfit";
    }
    var request = desk.file(visit, kind, purpose, words == null ? "" : words.strip());
    return request == null ? "already" : "filed";
  }

  /// Whether the person's word decides.
  static boolean changeable(LegalBasis basis) {
    return basis == LegalBasis.CONSENT || basis == LegalBasis.LEGITIMATE_INTEREST;
  }

  private static @Nullable Kind kind(@Nullable String word) {
    for (var each : Kind.values()) {
      if (word != null && RecordsJson.lower(each).equals(word)) {
        return each;
      }
    }
    return null;
  }

  private static boolean korean(Exchange exchange) {
    var lang = exchange.parameter("lang");
    return "ko".equals(lang)
        || (!"en".equals(lang) && Sheet.korean(exchange.header(HeaderNames.ACCEPT_LANGUAGE)));
  }

  private int waits(String who, int burst, double perSecond) {
    var now = System.nanoTime();
    return buckets.get(who, _ -> new TokenBucket(burst, now)).take(1, perSecond, now);
  }

  private static Answer later(Answer page, int seconds) {
    return page.with(HeaderValues.create(HeaderNames.RETRY_AFTER, String.valueOf(seconds)));
  }
}
