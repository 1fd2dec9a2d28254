package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.Status;
import io.inyeon.core.Outcome;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.Intake.Collected;
import io.inyeon.runtime.json.BatchReading.Batch;
import io.inyeon.runtime.json.BatchReading.Malformed;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.json.JsonWriter;
import io.inyeon.runtime.json.Reasons;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tracking API: takes events, and says so only when they are durable.
final class Collector {
  /// Bytes that a single call may have.
  static final int LARGEST = 32 * 1024;

  /// Events that a batch may have.
  static final int MOST = 2_500;

  private static final int PLAIN_ID = 100;
  private static final byte[] DOT =
      Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
  private static final Answer PICTURE =
      new Answer(Status.OK_200, Answer.GIF, DOT, List.of(Answer.NO_STORE));

  private final Intake intake;
  private final SourceKeys sources;
  private final PlaceDesk places;
  private final SettingsDocuments settings;
  private final RateLimits limits;
  private final Meters meters;

  Collector(
      Intake intake, SourceKeys sources, PlaceDesk places, HttpSettings settings, Meters meters) {
    this.places = places;
    this.intake = intake;
    this.sources = sources;
    this.settings = new SettingsDocuments(settings.publicUrl());
    this.limits = new RateLimits(settings.eventsPerSecond());
    this.meters = meters;
  }

  Answer answer(Exchange exchange, CollectRoute route) throws Refusal {
    if (exchange.method().equals("OPTIONS")) {
      return Answer.empty(Status.NO_CONTENT_204);
    }
    if (route.reads() ? !exchange.reads() : !exchange.posts()) {
      return Answer.notAllowed(route.reads() ? "GET, HEAD, OPTIONS" : "POST, OPTIONS");
    }
    return switch (route) {
      case CollectRoute.Single(var call) -> single(exchange, call);
      case CollectRoute.Batch _ -> batch(exchange);
      case CollectRoute.ClientMetrics _ -> clientMetrics();
      case CollectRoute.Pixel(var call) -> pixel(exchange, call);
      case CollectRoute.SegmentSettings(var key) -> {
        known(key);
        yield settings.segment(exchange, key);
      }
      case CollectRoute.RudderSettings _ -> {
        var key = WriteKeys.filled(exchange.parameter("writeKey"));
        yield settings.rudder(known(key == null ? WriteKeys.outside(exchange) : key));
      }
    };
  }

  private Answer single(Exchange exchange, @Nullable Call call) throws Refusal {
    var key = WriteKeys.outside(exchange);
    var source = key == null ? null : source(key);
    return taken(exchange, one(exchange, call, source, RequestBody.read(exchange)));
  }

  /// Reads one event and finds out whose it is.
  private List<Collected> one(
      Exchange exchange, @Nullable Call call, @Nullable Source outside, byte[] body)
      throws Refusal {
    if (body.length > LARGEST) {
      throw new Refusal(
          413,
          "event_too_large",
          "An event may have " + LARGEST + " bytes. It was not taken: send it in parts.");
    }
    var parsed = JsonReader.event(body);
    if (parsed instanceof Body.Unfit(var why, _) && why.code().equals("invalid_json")) {
      throw new Refusal(400, "invalid_json", "Nothing was taken. " + why.found());
    }
    var source =
        outside != null
            ? outside
            : source(fields(parsed) instanceof Value.Fields event ? event.text("writeKey") : null);
    var envelope =
        new Envelope(
            source.number(),
            exchange.receivedAt(),
            call,
            edgeId(exchange, 0, parsed),
            null,
            whereabouts(exchange, source).context(Value.Fields.EMPTY, parsed),
            body.length);
    return List.of(new Collected(envelope, body, parsed));
  }

  /// A server's own address says nothing of people.
  private Whereabouts whereabouts(Exchange exchange, Source source) {
    return new Whereabouts(places, () -> source.kind().trusted() ? "" : exchange.client());
  }

  private Answer batch(Exchange exchange) throws Refusal {
    var key = WriteKeys.outside(exchange);
    var source = key == null ? null : source(key);
    var body = RequestBody.read(exchange);
    return switch (JsonReader.batch(body, MOST)) {
      case Malformed(var code, var detail) ->
          throw new Refusal(
              code.equals("too_many_events") ? 413 : 400, code, "Nothing was taken: " + detail);
      case Batch batch ->
          taken(exchange, all(exchange, source == null ? source(batch.writeKey()) : source, batch));
    };
  }

  private List<Collected> all(Exchange exchange, Source source, Batch batch) {
    var elements = batch.elements();
    var whereabouts = whereabouts(exchange, source);
    var events = new ArrayList<Collected>(elements.size());
    for (var i = 0; i < elements.size(); i++) {
      var element = elements.get(i);
      var envelope =
          new Envelope(
              source.number(),
              exchange.receivedAt(),
              null,
              edgeId(exchange, i, element.body()),
              batch.sentAt(),
              whereabouts.context(batch.context(), element.body()),
              batch.integrations(),
              element.bytes().length);
      events.add(new Collected(envelope, element.bytes(), element.body()));
    }
    return events;
  }

  /// Only what has no plain messageId needs one from the edge; the log carries it with every event.
  private static String edgeId(Exchange exchange, int index, Body body) {
    var own = body instanceof Value.Fields event ? event.text("messageId") : null;
    return own != null && plain(own) ? "" : exchange.id() + "." + index;
  }

  private static boolean plain(String id) {
    if (id.isEmpty() || id.length() > PLAIN_ID) {
      return false;
    }
    for (var i = 0; i < id.length(); i++) {
      if (id.charAt(i) <= ' ' || id.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Value fields(Body body) {
    return switch (body) {
      case Value value -> value;
      case Body.Unfit(_, var rest) -> rest;
    };
  }

  private Answer taken(Exchange exchange, List<Collected> events) throws Refusal {
    var full = "full".equals(exchange.parameter("ack"));
    if (events.isEmpty()) {
      return full ? results(new Intake.Receipt(0, List.of())) : Answer.SUCCESS;
    }
    var seconds =
        limits.waitSeconds(events.getFirst().envelope().source(), events.size(), System.nanoTime());
    if (seconds > 0) {
      throw new Refusal(
          new Problem(
              429,
              "rate_limited",
              "Nothing was taken. Send it again in " + seconds + " seconds.",
              seconds));
    }
    try {
      var receipt = intake.take(events, full);
      meters.events.add(events.size());
      for (var event : events) {
        meters.bytes.add(event.body().length);
      }
      return full ? results(receipt) : Answer.SUCCESS;
    } catch (Intake.Unavailable e) {
      throw new Refusal(
          new Problem(
              503,
              e.code(),
              "Nothing was taken. Send it again in " + e.retryAfterSeconds() + " seconds.",
              Math.max(1, e.retryAfterSeconds())));
    }
  }

  /// What became of each event.
  private static Answer results(Intake.Receipt receipt) {
    var json = new JsonWriter().startObject().truth("success", true).startArray("results");
    var index = 0;
    for (var outcome : receipt.outcomes()) {
      json.startObject().number("index", index++).text("messageId", outcome.head().messageId());
      switch (outcome) {
        case Outcome.Accepted _ -> json.text("status", "accepted");
        case Outcome.Duplicate(_, var first) ->
            json.text("status", "duplicate").text("first", Long.toString(first));
        case Outcome.Quarantined _ -> json.text("status", "quarantined");
        case Outcome.Dropped _ -> json.text("status", "dropped");
      }
      json.raw("reasons", Reasons.told(outcome)).endObject();
    }
    return Answer.json(
        json.endArray().text("position", Long.toString(receipt.position())).endObject());
  }

  private Answer clientMetrics() {
    meters.clientMetrics.increment();
    return Answer.SUCCESS;
  }

  private Answer pixel(Exchange exchange, @Nullable Call call) throws Refusal {
    if (exchange.method().equals("HEAD")) {
      return PICTURE;
    }
    var data = exchange.parameter("data");
    if (data == null || data.isBlank()) {
      throw new Refusal(400, "missing_data", "Nothing was taken: the parameter data is missing.");
    }
    var key = WriteKeys.outside(exchange);
    var source = key == null ? null : source(key);
    taken(exchange, one(exchange, call, source, decoded(data)));
    return PICTURE;
  }

  /// Base64 of either alphabet, with or without padding; a plus may have become a space on the way.
  private static byte[] decoded(String data) throws Refusal {
    var bare = data.strip().replace(' ', '+').replace('-', '+').replace('_', '/');
    var end = bare.indexOf('=');
    try {
      return Base64.getDecoder().decode((end < 0 ? bare : bare.substring(0, end)).getBytes(UTF_8));
    } catch (IllegalArgumentException _) {
      throw new Refusal(
          400, "invalid_base64", "Nothing was taken: the parameter data is no base64.");
    }
  }

  /// The source that sends; only an enabled one does.
  private Source source(@Nullable String written) throws Refusal {
    var key = WriteKeys.filled(written);
    var source = key == null ? null : sources.byWriteKey(key);
    if (source == null || !source.enabled()) {
      throw new Refusal(
          401,
          key == null ? "missing_write_key" : "unknown_write_key",
          "Nothing was taken. Name the source by its write key: as the user of Basic"
              + " authorization, in X-Write-Key, in ?writeKey= or in the body.");
    }
    return source;
  }

  /// The source that a settings document is asked for.
  private Source known(@Nullable String key) throws Refusal {
    var source = key == null ? null : sources.byWriteKey(key);
    if (source == null || !source.enabled()) {
      throw new Refusal(404, "unknown_write_key", "There is no enabled source with this key.");
    }
    return source;
  }
}
