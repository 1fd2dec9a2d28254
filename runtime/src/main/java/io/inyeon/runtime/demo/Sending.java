package io.inyeon.runtime.demo;

import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value.Fields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Hands deliveries in, several at once, with the patience of an SDK.
final class Sending {
  private static final int TRIES = 10;
  private static final int FULL_ONE_IN = 16;

  private final Api api;
  private final Map<SourceKind, String> writeKeys;
  private final BlockingQueue<List<Delivery>> queue = new ArrayBlockingQueue<>(64);
  private final List<Thread> workers = new ArrayList<>();
  private final Latencies acks = new Latencies();
  private final Latencies readable = new Latencies();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();

  Sending(Api api, Map<SourceKind, String> writeKeys, int workers) {
    this.api = api;
    this.writeKeys = writeKeys;
    for (var number = 0; number < workers; number++) {
      this.workers.add(Thread.ofVirtual().name("demo-sender-" + number).start(this::work));
    }
  }

  /// Events whose request was answered with success.
  long sent() {
    return sent.get();
  }

  long requests() {
    return requests.get();
  }

  /// From the beginning of a request to its answer: the events are durable.
  Latencies acks() {
    return acks;
  }

  /// The same for requests that are answered once their events can be read.
  Latencies readable() {
    return readable;
  }

  /// What was not taken, and what was answered otherwise than it must be; one sentence each.
  List<String> refusals() {
    return List.copyOf(refusals);
  }

  /// Takes one more; waits while too many are under way.
  void add(Delivery delivery) throws InterruptedException {
    queue.put(List.of(delivery));
  }

  /// Waits until all is answered.
  void finish() throws InterruptedException {
    for (var _ : workers) {
      queue.put(List.of());
    }
    for (var worker : workers) {
      worker.join();
    }
  }

  private void work() {
    try {
      for (var next = queue.take(); !next.isEmpty(); next = queue.take()) {
        deliver(next.getFirst(), requests.incrementAndGet() % FULL_ONE_IN == 0);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Hands one in, and tries again when the server or the network asks for it.
  ///
  /// @return where the last event stands in the log; `null` when that was not asked, or it failed
  @Nullable String deliver(Delivery delivery, boolean full) throws InterruptedException {
    var writeKey = writeKeys.getOrDefault(delivery.sdk().kind(), "");
    var why = "";
    for (var attempt = 1; attempt <= TRIES; attempt++) {
      var request = delivery.sdk().request(delivery, writeKey, Instant.now());
      var begun = System.nanoTime();
      try {
        var answer = api.collect(request, full);
        if (answer.good()) {
          (full ? readable : acks).add(System.nanoTime() - begun);
          sent.addAndGet(delivery.events().size());
          return full ? checked(delivery, answer.fields(), attempt > 1) : null;
        }
        why = answer.status() + " " + Api.text(answer);
        if (answer.status() != 429 && answer.status() < 500) {
          break;
        }
        Thread.sleep(Math.min(5, answer.retryAfterSeconds()) * 1000L);
      } catch (IOException network) {
        why = network.toString();
        Thread.sleep(100L * attempt);
      }
    }
    refusals.add(
        "A request of %d events by %s was not taken: %s"
            .formatted(delivery.events().size(), delivery.sdk(), why));
    return null;
  }

  /// Compares each event's answer with the truth. Which of two that are the same counts as the
  /// duplicate depends on which came first, so these two may stand for each other here.
  private @Nullable String checked(Delivery delivery, Fields answer, boolean retried) {
    var results = Answers.list(answer, "results");
    if (results.size() != delivery.events().size()) {
      refusals.add(
          "ack=full answered %d results for %d events"
              .formatted(results.size(), delivery.events().size()));
      return answer.text("position");
    }
    for (var i = 0; i < results.size(); i++) {
      var status = Answers.text(results.get(i), "status");
      var good = status.equals("accepted") || status.equals("duplicate");
      var expected = delivery.events().get(i).expected();
      var fits =
          expected == Expected.QUARANTINED
              ? status.equals("quarantined") || (retried && status.equals("duplicate"))
              : good;
      if (!fits && refusals.size() < 20) {
        refusals.add(
            "An event that must end as %s was answered %s: %s"
                .formatted(
                    expected,
                    Answers.plain(results.get(i).get("status")),
                    new String(delivery.events().get(i).body(), StandardCharsets.UTF_8)));
      }
    }
    return answer.text("position");
  }
}
