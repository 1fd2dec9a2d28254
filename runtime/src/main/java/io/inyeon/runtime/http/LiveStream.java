package io.inyeon.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.inyeon.runtime.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What happens now, as server-sent events (WHATWG HTML, 9.2): the numbers once a second, the
/// events that were asked for, never more than a reader can follow, but always truly counted, and
/// news of alerts about the data.
///
/// A stream ends by itself after a while, and its reader takes it up again from the last position
/// that it saw, as it does after any other break.
final class LiveStream {
  private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");
  private static final Set<String> TOPICS = Set.of("status", "events", "alerts");
  private static final int MOST_STREAMS = 200;
  private static final int MOST_SHOWN = 50;
  private static final long PACE_MS = 250;
  private static final long STATUS_MS = 1_000;
  private static final int LONGEST_TEXT = 200;

  private final LiveFeed feed;
  private final Vitals vitals;
  private final long lifeMs;
  private final AtomicInteger streams = new AtomicInteger();

  /// Streams what a feed tells.
  ///
  /// @param lifeMs of one stream; shorter than a request may be under way
  LiveStream(LiveFeed feed, Vitals vitals, long lifeMs) {
    this.feed = feed;
    this.vitals = vitals;
    this.lifeMs = lifeMs;
  }

  /// What one watcher asked for.
  private record Order(
      boolean events, boolean alerts, Predicate<LiveFeed.Seen> wanted, long after) {
    boolean looks() {
      return events || alerts;
    }
  }

  /// Begins a stream.
  Answer.Streaming begin(Exchange exchange) throws Refusal {
    var order = order(exchange);
    if (streams.incrementAndGet() > MOST_STREAMS) {
      streams.decrementAndGet();
      throw new Refusal(
          new Problem(503, "too_many_streams", "Too many are watching; close other windows.", 5));
    }
    return out -> {
      try {
        run(order, out);
      } finally {
        streams.decrementAndGet();
      }
    };
  }

  private Order order(Exchange exchange) throws Refusal {
    var topics = exchange.parameter("topics");
    var asked = topics == null ? List.of("status") : List.of(topics.split(",", -1));
    for (var topic : asked) {
      if (!TOPICS.contains(topic)) {
        throw new Refusal(400, "invalid_topics", "Topics are status, events and alerts.");
      }
    }
    var after = position(exchange.header(LAST_EVENT_ID), exchange.parameter("after"));
    var events = asked.contains("events");
    return new Order(
        events, asked.contains("alerts"), events ? wanted(exchange) : _ -> false, after);
  }

  private long position(@Nullable String last, @Nullable String after) throws Refusal {
    var written = last == null ? after : last;
    if (written == null) {
      return feed.position();
    }
    try {
      // A position of another time, before a restore, is none to go on from.
      return Math.min(Math.max(0, Long.parseLong(written)), feed.position());
    } catch (NumberFormatException _) {
      throw new Refusal(400, "invalid_position", "Take the id of an event of the stream before.");
    }
  }

  private static Predicate<LiveFeed.Seen> wanted(Exchange exchange) throws Refusal {
    var source = exchange.parameter("source");
    var name = exchange.parameter("name");
    var outcome = exchange.parameter("outcome");
    var text = exchange.parameter("text");
    if (text != null && text.length() > LONGEST_TEXT) {
      throw new Refusal(400, "invalid_text", "A text has at most " + LONGEST_TEXT + " characters.");
    }
    var lower = text == null ? null : text.toLowerCase(Locale.ROOT);
    return seen ->
        (source == null || source.equals(seen.sourceId()))
            && (outcome == null || outcome.equals(seen.outcome()))
            && (name == null || name.equals(seen.name()) || name.equals(seen.call()))
            && (lower == null || seen.mentions(lower));
  }

  private void run(Order order, OutputStream out) throws IOException {
    var begun = System.nanoTime();
    var position = order.after();
    var told = Long.MIN_VALUE;
    try {
      out.write("retry: 1000\n\n".getBytes(UTF_8));
      while (true) {
        var elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        if (elapsed >= told + STATUS_MS) {
          // With the position up to which was looked: who is cut off goes on from there, also when
          // nothing passed so far.
          write(out, "status", order.looks() ? position : null, Numbers.json(vitals).bytes());
          told = elapsed;
        }
        if (order.looks()) {
          position = look(out, order, position);
        }
        out.flush();
        if (elapsed >= lifeMs || !pause(order)) {
          return;
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets what comes meanwhile gather: a reader follows four pages a second, not a thousand.
  ///
  /// @return whether to go on
  private boolean pause(Order order) throws InterruptedException {
    return feed.pause(order.looks() ? PACE_MS : STATUS_MS);
  }

  private long look(OutputStream out, Order order, long after) throws IOException {
    var look = feed.look(after, order.wanted(), MOST_SHOWN);
    var events = order.events() && (look.passed() > 0 || look.missed() > 0);
    if (order.alerts() && (!look.alerts().isEmpty() || look.missed() > 0)) {
      var json = new JsonWriter().startObject().number("missed", look.missed());
      json.startArray("alerts");
      look.alerts().forEach(json::value);
      // The id goes with what comes last, so that whoever goes on from it has seen all before it.
      write(out, "alerts", events ? null : look.position(), json.endArray().endObject().bytes());
    }
    if (events) {
      var json = new JsonWriter().startObject().number("passed", look.passed());
      json.number("missed", look.missed()).startArray("events");
      for (var shown : look.shown()) {
        HappenedJson.live(json, shown.event(), shown.outcome());
      }
      write(out, "events", look.position(), json.endArray().endObject().bytes());
    }
    return look.position();
  }

  private static void write(OutputStream out, String name, @Nullable Long id, byte[] data)
      throws IOException {
    var head = (id == null ? "" : "id: " + id + "\n") + "event: " + name + "\ndata: ";
    out.write(head.getBytes(UTF_8));
    out.write(data);
    out.write("\n\n".getBytes(UTF_8));
  }
}
