package io.inyeon.bench;

import io.inyeon.core.Change;
import io.inyeon.core.Decision;
import io.inyeon.core.DefaultRules;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Pipeline;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Segment;
import io.inyeon.runtime.demo.Shop;
import io.inyeon.runtime.json.JsonReader;
import io.inyeon.runtime.text.LinearPatterns;
import io.inyeon.runtime.text.NumberingPlans;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What reading and deciding cost by themselves: in this process, on one thread, with all state in
/// a map. The rest of an event's cost is the shell's.
final class CoreAlone {
  private record Sent(int source, byte[] body) {}

  private final LinearPatterns patterns = new LinearPatterns();
  private final NumberingPlans phones = new NumberingPlans();
  private final List<Sent> stream = new ArrayList<>();
  private final long now = System.currentTimeMillis();

  /// Prepares a shop's stream.
  CoreAlone(long seed, int people, int days) {
    var shop = new Shop(seed, people, days, Instant.now());
    shop.play(delivery -> {
      var source = number(delivery.sdk().kind());
      delivery.events().forEach(event -> stream.add(new Sent(source, event.body())));
    });
  }

  private static int number(SourceKind kind) {
    return List.of(SourceKind.values()).indexOf(kind) + 1;
  }

  int events() {
    return stream.size();
  }

  /// Microseconds of CPU an event for reading it, and for deciding it.
  record Cost(double read, double decide) {}

  /// Runs the whole stream once, on empty state.
  Cost run() {
    return run(0);
  }

  /// The same with so many live segments.
  Cost run(int segments) {
    var bodies = new ArrayList<Body>(stream.size());
    var begun = cpu();
    for (var sent : stream) {
      bodies.add(JsonReader.event(sent.body()));
    }
    var read = cpu();
    var decider = new Decider(SampleSegments.of(segments));
    for (var i = 0; i < bodies.size(); i++) {
      decider.take(stream.get(i), bodies.get(i));
    }
    return new Cost((read - begun) / 1e3 / stream.size(), (cpu() - read) / 1e3 / stream.size());
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private final class Decider implements Snapshot {
    private final Map<Key<?>, Object> state = new HashMap<>();
    private Rules rules =
        Rules.of(DefaultRules.of("0f".repeat(32), "KR", "KRW", "Asia/Seoul"), phones, patterns);
    private long position;

    private final List<Segment> segments;

    private Decider(List<Segment> segments) {
      this.segments = segments;
      rules = rules.with(segments);
      for (var kind : SourceKind.values()) {
        var number = number(kind);
        state.put(
            new Key.Source(number),
            new Source("s" + number, number, "s", kind, List.of(), true, 1, false, false, 0));
      }
    }

    private Rules rules(RulesDocument document) {
      return Rules.of(document, phones, patterns).with(segments);
    }

    @Override
    @SuppressWarnings("unchecked") // a key stands over a value of its own type
    public <V> @Nullable V get(Key<V> key) {
      return (V) state.get(key);
    }

    private void take(Sent sent, Body body) {
      var envelope =
          new Envelope(
              sent.source(),
              now,
              null,
              "edge-" + position,
              null,
              Value.Fields.EMPTY,
              sent.body().length);
      var entry = new Entry.Received(++position, envelope, body);
      switch (Pipeline.decide(entry, this, rules)) {
        case Decision.Decided decided -> decided.changes().forEach(this::apply);
        case Decision.Needs needs -> throw new IllegalStateException("all is loaded: " + needs);
      }
    }

    private void apply(Change change) {
      switch (change) {
        case Change.Put<?>(var key, var value) -> {
          state.put(key, value);
          if (value instanceof RulesDocument document) {
            rules = rules(document);
          }
        }
        case Change.Remove<?>(var key) -> state.remove(key);
      }
    }
  }
}
