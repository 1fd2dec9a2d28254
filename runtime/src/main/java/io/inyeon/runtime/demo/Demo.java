package io.inyeon.runtime.demo;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
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
  private final Api api;
  private final String managementKey;
  private final DemoOptions options;
  private final PrintStream out;
  private final Layout layout;
  private final Map<SourceKind, Api.Made> sources = new EnumMap<>(SourceKind.class);
  private final Findings findings;

  private Demo(URI base, String managementKey, DemoOptions options, PrintStream out) {
    this.api = new Api(base, managementKey);
    this.managementKey = managementKey;
    this.options = options;
    this.out = out;
    this.layout = new Layout(out);
    this.findings = new Findings(layout);
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
    sending.refusals().forEach(findings::disagree);
    var truth = shop.truth();
    var identifiers = truth.identifiers();
    var someone = Portrait.choose(identifiers);
    awaitReadable(someone, position);
    var readableIn = (System.nanoTime() - begun) / 1e9;

    findings.outcomes(truth, ids(), api.read("/api/v1/status").fields());
    var recognition = Recognition.of(identifiers, ask(identifiers));
    findings.people(truth, identifiers, recognition);
    var names = new TreeMap<String, String>();
    sources.forEach((kind, made) -> names.put(made.id(), kind.name().toLowerCase(Locale.ROOT)));
    new Portrait(layout).show(api, someone, names);
    var rate = sending.sent() / sentIn;
    findings.speed(sending, rate, sentIn, readableIn);
    findings.look(api, managementKey, someone);
    findings.verdict();
    out.flush();
    return new DemoReport(
        sending.sent(),
        rate,
        recognition.precision(),
        recognition.recall(),
        recognition.evidentRecall(),
        findings.disagreements());
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

  /// Waits until reads see everything up to a position of the log.
  private void awaitReadable(Identifier someone, String position)
      throws IOException, InterruptedException {
    var path = Api.profile(someone) + "?at-least=" + Api.encoded(position);
    var answer = api.read(path);
    for (var attempt = 1; !answer.good() && attempt < 30; attempt++) {
      Thread.sleep(answer.retryAfterSeconds() * 1000L);
      answer = api.read(path);
    }
    if (!answer.good()) {
      throw new Api.Broken("GET " + path + " answered " + answer.status() + Api.text(answer));
    }
  }

  private List<String> ids() {
    return sources.values().stream().map(Api.Made::id).toList();
  }

  private static void put(Sending sending, Delivery delivery) {
    try {
      sending.add(delivery);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Api.Broken("interrupted");
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
        findings.disagree("GET " + Api.profile(identifier) + " answered " + answer.status());
      }
    } catch (IOException network) {
      findings.disagree("GET " + Api.profile(identifier) + " failed: " + network);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return "";
  }
}
