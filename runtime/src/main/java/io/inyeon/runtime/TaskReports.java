package io.inyeon.runtime;

import io.inyeon.core.collect.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What tasks found out, as fields.
final class TaskReports {
  private TaskReports() {}

  static Value.Fields of(Rebuild.Report report) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("rulesBefore", Task.number(report.from()));
    fields.put("rules", Task.number(report.to()));
    fields.put("position", Task.number(report.position()));
    fields.put("entries", Task.number(report.entries()));
    fields.put("replayMs", Task.number(report.replayNanos() / 1_000_000));
    fields.put(
        "entriesPerSecond",
        Task.number((long) (report.entries() / Math.max(1e-9, report.replayNanos() / 1e9))));
    fields.put("cpuMs", Task.number(report.cpuNanos() / 1_000_000));
    fields.put("core", core(report));
    fields.put("pauseMs", Task.number(report.pauseNanos() / 1_000_000));
    fields.put("nobodys", Task.number(report.nobodys()));
    fields.put("missing", Task.number(report.missing()));
    people(report.people(), fields);
    var sameness = report.sameness();
    if (sameness != null) {
      var same = new LinkedHashMap<String, Value>();
      same.put("compared", Task.number(sameness.compared()));
      same.put("different", Task.number(sameness.different()));
      same.put("examples", texts(sameness.examples()));
      fields.put("keys", new Value.Fields(same));
    }
    return new Value.Fields(fields);
  }

  /// What the core's part of the work takes of the CPU, and how many events a second two cores that
  /// do nothing else do by that.
  private static Value core(Rebuild.Report report) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("readMicros", micros(report.readMicros()));
    fields.put("decideMicros", micros(report.decideMicros()));
    var both = report.readMicros() + report.decideMicros();
    if (both > 0) {
      fields.put("eventsPerSecond", Task.number((long) (2e6 / both)));
    }
    return new Value.Fields(fields);
  }

  private static Value micros(double micros) {
    return new Value.Decimal(BigDecimal.valueOf(micros).setScale(2, RoundingMode.HALF_UP));
  }

  static Value.Fields of(Rehearsal.Report report) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("position", Task.number(report.position()));
    fields.put("links", Task.number(report.links()));
    fields.put("ms", Task.number(report.nanos() / 1_000_000));
    fields.put("cpuMs", Task.number(report.cpuNanos() / 1_000_000));
    fields.put("notCovered", texts(report.notCovered()));
    var moved = new LinkedHashMap<String, Value>();
    moved.put("events", Task.number(report.moved().events()));
    moved.put("eventsAtMost", Task.number(report.moved().atMost()));
    moved.put("people", Task.number(report.moved().people()));
    fields.put("moved", new Value.Fields(moved));
    people(report.people(), fields);
    return new Value.Fields(fields);
  }

  /// What a replay found.
  ///
  /// @param position of the live workspace up to which it was replayed, and compared with
  /// @param nanos without the comparison
  /// @param rules their version
  static Value.Fields replayed(
      String scratch,
      long position,
      long nanos,
      int rules,
      Replay replay,
      Regrouping.Total people) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("scratch", new Value.Text(scratch));
    fields.put("rules", Task.number(rules));
    fields.put("position", Task.number(position));
    var events = replay.events();
    fields.put("events", Task.number(events.received()));
    fields.put("accepted", Task.number(events.accepted()));
    fields.put("duplicate", Task.number(events.duplicate()));
    fields.put("quarantined", Task.number(events.quarantined()));
    fields.put("dropped", Task.number(events.dropped()));
    fields.put("missing", Task.number(replay.missing()));
    fields.put("replayMs", Task.number(nanos / 1_000_000));
    people(people, fields);
    return new Value.Fields(fields);
  }

  private static void people(Regrouping.Total people, Map<String, Value> fields) {
    fields.put("before", counts(people.before()));
    fields.put("after", counts(people.after()));
    fields.put("merges", Task.number(people.merges()));
    fields.put("merged", Task.number(people.merged()));
    fields.put("splits", Task.number(people.splits()));
    fields.put("parted", Task.number(people.parted()));
  }

  private static Value counts(Regrouping.Counts counts) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("profiles", Task.number(counts.people()));
    fields.put("identifiers", Task.number(counts.identifiers()));
    fields.put("divided", Task.number(counts.divided()));
    fields.put("shared", Task.number(counts.shared()));
    return new Value.Fields(fields);
  }

  /// One line of the list of changes.
  static Value.Fields of(Regrouping.Change change) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put(
        "kind",
        new Value.Text(
            switch (change.kind()) {
              case MERGE -> "merge";
              case SPLIT -> "split";
            }));
    fields.put("profile", new Value.Text(change.one().value()));
    fields.put(
        "others",
        new Value.Items(
            change.several().stream()
                .<Value>map(other -> {
                  var one = new LinkedHashMap<String, Value>();
                  one.put("profile", new Value.Text(other.id().value()));
                  one.put(
                      "identifiers",
                      texts(other.identifiers().stream().map(Object::toString).toList()));
                  return new Value.Fields(one);
                })
                .toList()));
    return new Value.Fields(fields);
  }

  private static Value texts(List<String> texts) {
    return new Value.Items(texts.stream().<Value>map(Value.Text::new).toList());
  }
}
