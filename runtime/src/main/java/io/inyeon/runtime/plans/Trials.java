package io.inyeon.runtime.plans;

import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Governance;
import io.inyeon.core.govern.quarantine.QuarantineGroup;
import io.inyeon.runtime.Secrets;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.http.QualityDesk.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Tries plans and transformations out on a whole group of the quarantine, and changes nothing.
/// What came of it is kept in memory for the latest few.
final class Trials {
  private static final int PART = 2_048;
  private static final int KEPT = 20;
  private static final int SAMPLES = 10;
  private static final int MOST_CODES = 50;

  private final House house;
  private final Patterns patterns;
  private final TransformationOffice changes;
  private final Map<String, Trial> trials = new LinkedHashMap<>();

  Trials(House house, Patterns patterns, TransformationOffice changes) {
    this.house = house;
    this.patterns = patterns;
    this.changes = changes;
  }

  Said begin(QuarantineGroup group, Value.Fields written) {
    var problems = new Problems();
    var draft = Draft.of(written, house, patterns, changes, problems);
    if (!problems.none()) {
      return new Said.Wrong("invalid_draft", problems.all());
    }
    var trial = new Trial("try_" + Secrets.hex(6), group, draft);
    synchronized (trials) {
      trials.put(trial.id, trial);
      if (trials.size() > KEPT) {
        trials.remove(trials.keySet().iterator().next());
      }
    }
    Thread.ofVirtual().name(trial.id).start(trial::run);
    return new Said.Begun(trial.told());
  }

  Said told(String id) {
    Trial trial;
    synchronized (trials) {
      trial = trials.get(id);
    }
    return trial == null
        ? new Said.Missing("preview_not_found", "There is no such preview, or not any more.")
        : new Said.Good(trial.told());
  }

  /// One attempt.
  private final class Trial {
    private final String id;
    private final QuarantineGroup group;
    private final Governance draft;
    private final Map<String, Long> outcomes = new TreeMap<>();
    private final Map<String, Long> codes = new TreeMap<>();
    private final List<Value> samples = new ArrayList<>();
    private long looked;
    private String status = "running";

    Trial(String id, QuarantineGroup group, Governance draft) {
      this.id = id;
      this.group = group;
      this.draft = draft;
    }

    private void run() {
      try {
        house.archived();
        var after = 0L;
        for (var positions = waiting(after); !positions.isEmpty(); positions = waiting(after)) {
          after = positions.getLast();
          for (var row : house.archive().rowsAt(positions)) {
            var tried = Samples.tried(row, house, draft);
            if (tried != null) {
              note(tried);
            }
          }
        }
        end("done");
      } catch (ArchiveException | RuntimeException e) {
        end("failed");
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        end("failed");
      }
    }

    private synchronized void end(String how) {
      status = how;
    }

    private synchronized void note(Samples.Tried tried) {
      looked++;
      outcomes.merge(tried.outcome(), 1L, Long::sum);
      for (var reason : tried.reasons()) {
        if (codes.size() < MOST_CODES || codes.containsKey(reason.code())) {
          codes.merge(reason.code(), 1L, Long::sum);
        }
      }
      if (samples.size() < SAMPLES) {
        samples.add(tried.told());
      }
    }

    private List<Long> waiting(long after) {
      return Waiting.positions(house.state(), group.id(), after, Long.MAX_VALUE, PART, _ -> true);
    }

    private synchronized Value told() {
      var outcome = new Told();
      for (var name : List.of("accepted", "quarantined", "dropped")) {
        outcome.number(name, outcomes.getOrDefault(name, 0L));
      }
      var reasons = new ArrayList<Value>();
      codes.forEach((code, count) ->
          reasons.add(new Told().text("code", code).number("events", count).done()));
      return new Told()
          .text("id", id)
          .text("group", group.id())
          .text("status", status)
          .number("total", group.open())
          .number("looked", looked)
          .put("outcomes", outcome.done())
          .list("reasons", reasons)
          .list("samples", samples)
          .done();
    }
  }
}
