package io.inyeon.runtime.demo;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value.Fields;
import io.inyeon.runtime.demo.Truth.Known;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Plays a made-up shop through the HTTP API of a running server, and compares what the product
/// made of it with the truth.
public final class Demo {
  /// Somebody else's computer and a wrong number cost a little; anything more is a fault.
  private static final double GOOD_ENOUGH = 0.98;

  private final Api api;
  private final String managementKey;
  private final DemoOptions options;
  private final PrintStream out;
  private final Layout layout;
  private final Map<SourceKind, Api.Made> sources = new EnumMap<>(SourceKind.class);
  private final List<String> disagreements = new ArrayList<>();

  private Demo(URI base, String managementKey, DemoOptions options, PrintStream out) {
    this.api = new Api(base, managementKey);
    this.managementKey = managementKey;
    this.options = options;
    this.out = out;
    this.layout = new Layout(out);
  }

  /// Plays the shop, prints what happened, and says whether it is what must have happened.
  ///
  /// @param base where the server is, e.g. `http://127.0.0.1:8080`
  /// @param managementKey for `Authorization: Bearer`
  /// @param out gets UTF-8 whatever its own charset is
  /// @throws IOException when the server cannot be reached
  public static DemoReport play(
      URI base, String managementKey, DemoOptions options, PrintStream out)
      throws IOException, InterruptedException {
    var utf8 = new PrintStream(out, true, StandardCharsets.UTF_8);
    return new Demo(base, managementKey, options, utf8).play();
  }

  private DemoReport play() throws IOException, InterruptedException {
    layout.title(
        String.format(
            Locale.ROOT,
            "Inyeon 인연: a made-up Korean shop, %,d people, %d days, seed %d",
            options.people(),
            options.days(),
            options.seed()));
    var before = totals(api.read("/api/v1/status").fields());
    for (var kind : SourceKind.values()) {
      sources.put(kind, api.makeSource("Demo shop: " + kind.name().toLowerCase(Locale.ROOT), kind));
    }
    var shop = new Shop(options.seed(), options.people(), options.days(), Instant.now());
    var writeKeys = new EnumMap<SourceKind, String>(SourceKind.class);
    sources.forEach((kind, made) -> writeKeys.put(kind, made.writeKey()));
    var sending = new Sending(api, writeKeys, options.requests());
    var begun = System.nanoTime();
    var position = send(shop, sending);
    var sentIn = (System.nanoTime() - begun) / 1e9;
    disagreements.addAll(sending.refusals());
    var truth = shop.truth();
    var identifiers = truth.identifiers();
    var someone = Portrait.choose(identifiers);
    api.read(Api.profile(someone) + "?at-least=" + Api.encoded(position));
    var readableIn = (System.nanoTime() - begun) / 1e9;

    outcomes(truth, before, api.read("/api/v1/status").fields());
    var recognition = Recognition.of(identifiers, ask(identifiers));
    people(truth, identifiers, recognition);
    var names = new TreeMap<String, String>();
    sources.forEach((kind, made) -> names.put(made.id(), kind.name().toLowerCase(Locale.ROOT)));
    new Portrait(layout).show(api, someone, names);
    var rate = sending.sent() / sentIn;
    speed(sending, rate, sentIn, readableIn);
    look(someone);
    verdict();
    return new DemoReport(
        sending.sent(),
        rate,
        recognition.precision(),
        recognition.recall(),
        recognition.evidentRecall(),
        disagreements);
  }

  /// Sends everything; the last request after all others were answered.
  ///
  /// @return a position that covers all
  private String send(Shop shop, Sending sending) throws InterruptedException {
    var progress = new Progress(out, options.terminal());
    var last = new @Nullable Delivery[1];
    try {
      shop.play(delivery -> {
        var before = last[0];
        last[0] = delivery;
        if (before != null) {
          put(sending, before);
        }
        progress.at(
            "day %d of %d: events taken".formatted(shop.day() + 1, options.days()),
            sending.sent(),
            0);
      });
    } finally {
      sending.finish();
    }
    progress.done();
    var end = last[0];
    var position = end == null ? null : sending.deliver(end, true);
    if (position == null) {
      throw new Api.Broken("The last request was answered without a position");
    }
    return position;
  }

  private static void put(Sending sending, Delivery delivery) {
    try {
      sending.add(delivery);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Api.Broken("interrupted");
    }
  }

  private void outcomes(Truth truth, Map<String, Long> before, Fields status) {
    var counted = new TreeMap<String, Long>();
    var own = 0;
    for (var each : Answers.list(status, "sources")) {
      if (sources.values().stream().anyMatch(made -> made.id().equals(each.text("id")))) {
        own++;
        ends(each.fields("outcomes")).forEach((end, count) -> counted.merge(end, count, Long::sum));
      }
    }
    if (own != sources.size()) {
      // Without counts by source, what all sources had before is taken away.
      counted.clear();
      totals(status)
          .forEach((end, count) -> counted.put(end, count - before.getOrDefault(end, 0L)));
    }
    layout.title("Events by outcome");
    outcome("received", counted, truth.events(), "each ends as exactly one of these:");
    outcome("accepted", counted, truth.expected(Expected.ACCEPTED), "");
    outcome(
        "duplicate",
        counted,
        truth.expected(Expected.DUPLICATE),
        "sent again by SDKs, files read twice");
    outcome(
        "quarantined",
        counted,
        truth.expected(Expected.QUARANTINED),
        "broken ones, kept with their reasons: GET /api/v1/quarantine");
    outcome("dropped", counted, 0, "");
  }

  private static Map<String, Long> totals(Fields status) {
    return ends(status.get("outcomes") instanceof Fields all ? all : status.fields("events"));
  }

  private static Map<String, Long> ends(Fields outcomes) {
    var counts = new TreeMap<String, Long>();
    for (var end : List.of("received", "accepted", "duplicate", "quarantined", "dropped")) {
      counts.put(end, Answers.number(outcomes, end));
    }
    return counts;
  }

  private void outcome(String name, Map<String, Long> counted, long expected, String words) {
    var count = counted.getOrDefault(name, 0L);
    if (count == expected) {
      layout.row(name, count, words);
    } else {
      layout.row(name, count, "MUST BE " + String.format(Locale.ROOT, "%,d", expected));
      disagreements.add("%d events were %s, must be %d".formatted(count, name, expected));
    }
  }

  /// Asks for the profile of every identifier, several at once.
  private List<String> ask(List<Known> identifiers) throws InterruptedException {
    var profiles = new ArrayList<>(Collections.nCopies(identifiers.size(), ""));
    var next = new AtomicInteger();
    var progress = new Progress(out, options.terminal());
    var askers = new ArrayList<Thread>();
    for (var number = 0; number < options.requests(); number++) {
      askers.add(Thread.ofVirtual().start(() -> ask(identifiers, profiles, next)));
    }
    for (var asker : askers) {
      while (!asker.join(Duration.ofMillis(100))) {
        progress.at(
            "asking whose each identifier is:",
            Math.min(next.get(), identifiers.size()),
            identifiers.size());
      }
    }
    progress.done();
    return profiles;
  }

  private void ask(List<Known> identifiers, List<String> profiles, AtomicInteger next) {
    for (var at = next.getAndIncrement(); at < identifiers.size(); at = next.getAndIncrement()) {
      profiles.set(at, profile(identifiers.get(at).identifier()));
    }
  }

  /// The id of the profile that holds an identifier; empty when none does.
  private String profile(Identifier identifier) {
    try {
      var answer = api.read(Api.profile(identifier));
      if (answer.good()) {
        return Answers.text(answer.fields(), "id");
      }
      if (answer.status() != 404) {
        disagree("GET " + Api.profile(identifier) + " answered " + answer.status());
      }
    } catch (IOException network) {
      disagree("GET " + Api.profile(identifier) + " failed: " + network);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return "";
  }

  private void disagree(String what) {
    synchronized (disagreements) {
      if (disagreements.size() < 20) {
        disagreements.add(what);
      }
    }
  }

  private void people(Truth truth, List<Known> identifiers, Recognition found) {
    layout.title("People, by asking whose each identifier is");
    layout.row("generated", found.people(), "people with an identifier of their own");
    layout.row(
        "found",
        found.profiles(),
        "profiles that hold their %,d identifiers".formatted(found.asked()));
    layout.row("whole", found.whole(), "people with all they have in one profile, nobody else's");
    layout.share("precision", found.precision(), "of pairs in one profile are one person's");
    layout.share("recall", found.recall(), "of one person's pairs are in one profile");
    layout.share("", found.evidentRecall(), "of those that events tie together");
    layout.row(
        "missed",
        found.truePairs() - found.rightPairs(),
        "pairs; of %,d no event tells, such as a cookie cleared before its user signed in"
            .formatted(found.truePairs() - found.tiedPairs()));
    layout.row(
        "wrong",
        found.foundPairs() - found.rightPairs(),
        "pairs; %d times someone signed in on a friend's computer, %d times a cashier mistyped"
            .formatted(truth.foreignSignIns(), truth.wrongNumbers()));
    layout.row(
        "nobody's",
        identifiers.size() - found.asked(),
        "identifiers of family tablets, kiosks and couples: not one person's, not counted");
    if (found.unknown() > 0) {
      disagreements.add(
          found.unknown() + " identifiers of accepted events are known to no profile");
    }
    // In a small town a kiosk has too few users to be known for one.
    if (options.people() >= 1_000
        && Math.min(found.precision(), found.evidentRecall()) < GOOD_ENOUGH) {
      disagreements.add(
          "Identity is worse than the evidence allows: precision %.4f, recall of what events tie %.4f"
              .formatted(found.precision(), found.evidentRecall()));
    }
  }

  private void speed(Sending sending, double rate, double sentIn, double readableIn) {
    layout.title("Speed, with the shop's own making and sending on the same machine");
    layout.row(
        "intake",
        String.format(
            Locale.ROOT,
            "%,.0f events/s in %,d requests of all sizes, %.1f s",
            rate,
            sending.requests(),
            sentIn));
    layout.row(
        "durable",
        String.format(
            Locale.ROOT,
            "p50 %.1f ms, p99 %.1f ms from request to acknowledgement",
            sending.acks().ms(0.5),
            sending.acks().ms(0.99)));
    layout.row(
        "readable",
        String.format(
            Locale.ROOT,
            "p50 %.1f ms, p99 %.1f ms from request to profile, of %,d requests that asked",
            sending.readable().ms(0.5),
            sending.readable().ms(0.99),
            sending.readable().size()));
    layout.row(
        "",
        String.format(
            Locale.ROOT,
            "%.0f ms after the last event everything could be read",
            1000 * (readableIn - sentIn)));
  }

  private void look(Identifier someone) {
    layout.title("Look for yourself");
    var header = "curl -H 'Authorization: Bearer " + managementKey + "' ";
    layout.line(header + api.base() + Api.profile(someone));
    for (var path : List.of("/events", "/identity")) {
      layout.line("  … " + Api.profile(someone) + path);
    }
    for (var path : List.of("/api/v1/status", "/api/v1/quarantine", "/metrics")) {
      layout.line("  … " + path);
    }
  }

  private void verdict() {
    layout.blank();
    if (disagreements.isEmpty()) {
      out.println("  What was found agrees with what was generated.");
    } else {
      out.println("  DISAGREEMENT between what was found and what was generated:");
      disagreements.forEach(each -> out.println("    ! " + each));
    }
    out.flush();
  }
}
