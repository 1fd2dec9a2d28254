package io.inyeon.runtime.enrich;

import io.inyeon.core.collect.OwnSources;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.enricher.Retries;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.enrich.Jobs.Job;
import io.inyeon.runtime.enrich.Running.Outcome;
import io.inyeon.runtime.enrich.Running.UnderWay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Settles events of an enricher: what was answered is said as traits and remembered, what failed
/// is tried again later or kept as failed, and then the job goes. Called under the lock of
/// [Enrichment].
final class Settling {
  private final House house;
  private final EnrichStore store;

  Settling(House house, EnrichStore store) {
    this.house = house;
    this.store = store;
  }

  /// Says what was answered, all at once, and writes down what came of it, in one write. When it
  /// fails nothing is written, and the same call may be made again.
  void settle(List<UnderWay> done) throws Unavailable {
    var now = house.now();
    var refused = say(done, now);
    var changes = store.new Changes();
    var told = new HashSet<Running>();
    for (var each : done) {
      settled(each, refused.get(each), now, changes);
      told.add(each.of);
    }
    told.forEach(running -> changes.told(running.enricher.id(), running.tally.written()));
    store.write(changes);
  }

  /// @return of those that were not accepted the reason
  private Map<UnderWay, String> say(List<UnderWay> done, long now) throws Unavailable {
    var bySource = new TreeMap<String, List<UnderWay>>();
    for (var each : done) {
      if (!each.ended && !Words.traits(each).values().isEmpty()) {
        bySource
            .computeIfAbsent(OwnSources.enrichers(each.by.party()), _ -> new ArrayList<>())
            .add(each);
      }
    }
    var refused = new LinkedHashMap<UnderWay, String>();
    for (var entry : bySource.entrySet()) {
      var words = entry.getValue();
      var problems =
          house.say(entry.getKey(), words.stream().map(each -> Words.event(each, now)).toList());
      for (var i = 0; i < words.size(); i++) {
        if (!problems.get(i).isEmpty()) {
          refused.put(words.get(i), problems.get(i).getFirst().code());
        }
      }
    }
    return refused;
  }

  private void settled(
      UnderWay each, @Nullable String refused, long now, EnrichStore.Changes changes) {
    var running = each.of;
    var tally = running.tally;
    var id = running.enricher.id();
    changes.remove(id, each.job);
    if (each.job.due() == 0) {
      running.waiting--;
    } else {
      running.again--;
    }
    switch (each.outcome) {
      case null -> throw new IllegalStateException("nothing came of " + each.job);
      case Outcome.Skipped(var reason) -> tally.skipped.merge(reason, 1L, Long::sum);
      case Outcome.Remembered(var traits) -> {
        tally.remembered++;
        counted(each, traits, refused, now, changes);
      }
      case Outcome.Asked(var answered) -> {
        switch (answered) {
          case Answered.Failed failed -> {
            if (failed.broken()) {
              running.circuit = running.circuit.failed(each.by.limits(), now);
            }
            if (failed.waitMs() > 0) {
              running.holdUntil = Math.max(running.holdUntil, now + failed.waitMs());
            }
            if (failed.unheard() && each.sent != null && !each.ended) {
              changes.unsent(each.sent); // nobody got anything
            }
            tally.wrong(failed.cause(), failed.status(), now);
            failed(each, failed, now, changes);
          }
          case Answered.Told _, Answered.Nothing _ -> {
            running.circuit = running.circuit.succeeded();
            tally.answeredAt = now;
            var traits = Words.traits(each);
            var limits = each.by.limits();
            var ttl = traits.values().isEmpty() ? limits.missingTtlSeconds() : limits.ttlSeconds();
            if (ttl > 0 && !each.ended && each.key != null && each.hash != null) {
              changes.answer(each.key, each.hash, traits, now, now + ttl * 1_000L);
            }
            counted(each, traits, refused, now, changes);
          }
        }
      }
    }
  }

  private void counted(
      UnderWay each,
      Value.Fields traits,
      @Nullable String refused,
      long now,
      EnrichStore.Changes changes) {
    if (refused != null) {
      each.of.tally.wrong("word_refused", 0, now);
      failed(each, new Answered.Failed("word_refused", 0, false, false, 0), now, changes);
    } else if (each.ended) {
      each.of.tally.skipped.merge("gone", 1L, Long::sum);
    } else if (traits.values().isEmpty()) {
      each.of.tally.nothing++;
    } else {
      each.of.tally.enriched++;
    }
  }

  private void failed(
      UnderWay each, Answered.Failed failed, long now, EnrichStore.Changes changes) {
    var running = each.of;
    var attempts = each.job.attempts() + 1;
    var wait = Retries.waitMs(attempts, house.chance(), failed.waitMs());
    var job =
        new Job(each.job.position(), now + wait, attempts, failed.cause(), failed.status(), now);
    if (failed.again() && attempts < each.by.limits().attempts()) {
      changes.add(running.enricher.id(), job);
      running.again++;
    } else {
      changes.giveUp(running.enricher.id(), job);
      running.failures++;
      running.tally.failed++;
    }
  }
}
