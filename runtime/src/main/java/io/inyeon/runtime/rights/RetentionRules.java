package io.inyeon.runtime.rights;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.Retention;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.RetentionDesk.Run;
import io.inyeon.runtime.http.RetentionDesk.Saved;
import io.inyeon.runtime.http.RetentionDesk.State;
import io.inyeon.runtime.http.RetentionDesk.Version;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The versions of the rules, the runs, and how far each trait has been swept: documents in state.
final class RetentionRules {
  private static final String VERSIONS = "retention-version";
  private static final String RUNS = "retention-run";
  private static final String SWEPT = "retention-trait";

  private final House house;

  RetentionRules(House house) {
    this.house = house;
  }

  Version current() {
    var latest = versions(0, 1);
    return latest.isEmpty() ? new Version(0, Retention.NONE, "", "", 0) : latest.getFirst();
  }

  /// The versions below one, the newest first.
  ///
  /// @param before 0 for all
  List<Version> versions(int before, int most) {
    return Records.latest(house, VERSIONS, before == 0 ? "" : place(before), most).stream()
        .map(each -> version(each.id(), each.fields()))
        .toList();
  }

  private Version version(String id, Value.Fields fields) {
    return new Version(
        Integer.parseInt(id),
        Retention.read(fields.fields("retention"), house.rules().purposes()).retention(),
        said(fields, "author"),
        said(fields, "reason"),
        Records.number(fields, "at"));
  }

  private static String place(int version) {
    return "%08d".formatted(version);
  }

  synchronized Saved save(Value.Fields written, int after, String reason, String author)
      throws Unavailable {
    var read = Retention.read(written, house.rules().purposes());
    if (!read.problems().isEmpty()) {
      return new Saved.Wrong(read.problems());
    }
    var before = current().version();
    if (after >= 0 && after != before) {
      return new Saved.Conflict();
    }
    var version = new Version(before + 1, read.retention(), author, reason, house.now());
    var fields = new LinkedHashMap<String, Value>();
    fields.put("retention", version.retention().written());
    fields.put("author", new Value.Text(author));
    fields.put("reason", new Value.Text(reason));
    fields.put("at", whole(version.at()));
    save(VERSIONS, place(version.version()), fields, author);
    return new Saved.Done(version);
  }

  // ---- runs

  /// The runs before one, the latest first.
  ///
  /// @param before its id; empty for all
  List<Run> runs(String before, int most) {
    return Records.latest(house, RUNS, before, most).stream()
        .map(each -> run(each.id(), each.fields()))
        .toList();
  }

  private static Run run(String id, Value.Fields fields) {
    return new Run(
        id,
        (int) Records.number(fields, "version"),
        said(fields, "by"),
        State.valueOf(said(fields, "state")),
        said(fields, "phase"),
        Records.number(fields, "startedAt"),
        Records.number(fields, "endedAt"),
        counts(fields.fields("events")),
        Records.number(fields, "keptByLaw"),
        counts(fields.fields("traits")),
        said(fields, "error"),
        Records.number(fields, "upTo"));
  }

  void save(Run run) throws Unavailable {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("version", whole(run.version()));
    fields.put("by", new Value.Text(run.by()));
    fields.put("state", new Value.Text(run.state().name()));
    fields.put("phase", new Value.Text(run.phase()));
    fields.put("startedAt", whole(run.startedAt()));
    fields.put("endedAt", whole(run.endedAt()));
    fields.put("events", counts(run.events()));
    fields.put("keptByLaw", whole(run.keptByLaw()));
    fields.put("traits", counts(run.traits()));
    fields.put("error", new Value.Text(run.error()));
    fields.put("upTo", whole(run.upTo()));
    save(RUNS, run.id(), fields, run.by());
  }

  // ---- traits

  /// Up to where identifies have none of a trait.
  ///
  /// @param before instant before which they happened
  /// @param position up to which they lie
  record Swept(long before, long position) {}

  Swept swept(String trait) {
    var fields = house.state().read(new Key.OfRights(SWEPT, trait));
    return fields == null
        ? new Swept(Long.MIN_VALUE, 0)
        : new Swept(Records.number(fields, "before"), Records.number(fields, "position"));
  }

  void swept(String trait, Swept swept) throws Unavailable {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("before", whole(swept.before()));
    fields.put("position", whole(swept.position()));
    save(SWEPT, trait, fields, "");
  }

  // ---- documents

  private void save(String room, String id, Map<String, Value> fields, String author)
      throws Unavailable {
    house.enter(new Entry.RightsSaved(0, house.now(), author, room, id, new Value.Fields(fields)));
  }

  private static Value.Fields counts(SortedMap<String, Long> counts) {
    var fields = new LinkedHashMap<String, Value>();
    counts.forEach((name, count) -> fields.put(name, whole(count)));
    return new Value.Fields(fields);
  }

  private static SortedMap<String, Long> counts(Value.Fields fields) {
    var counts = new TreeMap<String, Long>();
    fields.values().keySet().forEach(name -> counts.put(name, Records.number(fields, name)));
    return counts;
  }

  private static String said(Value.Fields fields, String name) {
    var text = fields.text(name);
    return text == null ? "" : text;
  }

  private static Value whole(long number) {
    return new Value.Decimal(BigDecimal.valueOf(number));
  }
}
