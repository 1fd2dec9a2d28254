package io.inyeon.runtime.plans;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.quarantine.QuarantineGroup;
import io.inyeon.core.govern.quarantine.Repair;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.Secrets;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.http.QualityDesk;
import io.inyeon.runtime.http.QualityDesk.Said;
import io.inyeon.runtime.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The quarantine by cause: told from state, repaired by entries of the log.
final class QuarantineOffice implements QualityDesk.Repairs {
  private static final int SAMPLES = 5;
  private static final int MOST_REPAIRS = 200;

  private static final Said NO_GROUP =
      new Said.Missing("group_not_found", "Nothing waits in quarantine under this id.");

  private final House house;
  private final RepairWork work;
  private final Trials trials;

  QuarantineOffice(House house, Patterns patterns, TransformationOffice changes, RepairWork work) {
    this.house = house;
    this.work = work;
    trials = new Trials(house, patterns, changes);
  }

  @Override
  public Said groups(@Nullable String source) {
    var groups = new ArrayList<QuarantineGroup>();
    for (var group : Waiting.groups(house.state())) {
      if (source == null || source.equals(sourceId(group))) {
        groups.add(group);
      }
    }
    groups.sort(
        Comparator.comparingLong(QuarantineGroup::open)
            .reversed()
            .thenComparing(QuarantineGroup::id));
    return new Said.Good(
        new Told()
            .number("open", groups.stream().mapToLong(QuarantineGroup::open).sum())
            .number("keptDays", work.keptDays())
            .list("groups", groups.stream().map(this::told).map(Told::done).toList())
            .done());
  }

  private String sourceId(QuarantineGroup group) {
    var source = house.source(group.source());
    return source == null ? "" : source.id();
  }

  private Told told(QuarantineGroup group) {
    var causes = new ArrayList<Value>();
    for (var cause : group.causes()) {
      causes.add(new Told().text("code", cause.code()).text("path", cause.path()).done());
    }
    return new Told()
        .text("id", group.id())
        .text("source", sourceId(group))
        .text("name", group.name())
        .list("causes", causes)
        .number("open", group.open())
        .number("people", group.people())
        .time("firstSeen", group.firstAt())
        .time("lastSeen", group.lastAt());
  }

  @Override
  public Said group(String id) throws Intake.Unavailable {
    var group = house.state().read(new Key.OfQuarantineGroup(id));
    if (group == null) {
      return NO_GROUP;
    }
    return new Said.Good(told(group).list("samples", samples(id)).done());
  }

  private List<Value> samples(String group) throws Intake.Unavailable {
    var positions = Waiting.positions(house.state(), group, 0, Long.MAX_VALUE, SAMPLES, _ -> true);
    try {
      house.archived();
      var samples = new ArrayList<Value>();
      for (var row : house.archive().rowsAt(positions)) {
        if (row.envelope().length == 0) {
          continue; // whoever it named was erased
        }
        var reasons = row.reasons();
        var read =
            JsonReader.event((reasons == null ? "[]" : reasons).getBytes(StandardCharsets.UTF_8));
        samples.add(
            new Told()
                .text("position", Long.toString(row.position()))
                .text("messageId", row.messageId())
                .text("name", row.name())
                .time("time", row.time())
                .time("receivedAt", house.envelope(row).receivedAt())
                .put("reasons", read instanceof Value value ? value : null)
                .text("body", new String(row.body(), StandardCharsets.UTF_8))
                .done());
      }
      return samples;
    } catch (ArchiveException e) {
      throw new Intake.Unavailable("archive_unavailable", 5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Intake.Unavailable("stopping", 1);
    }
  }

  @Override
  public Said tryOut(String group, Value.Fields draft) {
    var known = house.state().read(new Key.OfQuarantineGroup(group));
    return known == null ? NO_GROUP : trials.begin(known, draft);
  }

  @Override
  public Said trial(String id) {
    return trials.told(id);
  }

  @Override
  public Said release(String group, Value.Fields wanted, String author) throws Intake.Unavailable {
    return begin(Repair.Kind.RELEASE, group, wanted, author);
  }

  @Override
  public Said drop(String group, Value.Fields wanted, String author) throws Intake.Unavailable {
    return begin(Repair.Kind.DROP, group, wanted, author);
  }

  private Said begin(Repair.Kind kind, String group, Value.Fields wanted, String author)
      throws Intake.Unavailable {
    var problems = new Problems();
    var reason = problems.reason(wanted);
    if (kind == Repair.Kind.DROP && reason.isBlank()) {
      problems.add("missing_reason", "/reason", wanted.get("reason"));
    }
    if (!problems.none()) {
      return new Said.Wrong("invalid_repair", problems.all());
    }
    synchronized (house.defining()) {
      var known = house.state().read(new Key.OfQuarantineGroup(group));
      if (known == null) {
        return NO_GROUP;
      }
      for (var each : all()) {
        if (each.running() && each.group().equals(group)) {
          return new Said.Begun(told(each)); // it goes on; a second one would do the same
        }
      }
      var repair =
          new Repair(
              "rep_" + Secrets.hex(6),
              kind,
              group,
              house.state().position(),
              author,
              reason,
              house.clock().millis(),
              known.open(),
              0,
              0);
      house.enter(List.of(new Entry.RepairNoted(0, repair.begunAt(), author, repair)));
      work.wake();
      return new Said.Begun(told(repair));
    }
  }

  private List<Repair> all() {
    var all = Waiting.repairs(house.state());
    all.sort(Comparator.comparingLong(Repair::begunAt).reversed());
    return all;
  }

  @Override
  public Said repairs() {
    var latest = all().stream().limit(MOST_REPAIRS).map(this::told).toList();
    return new Said.Good(new Told().list("repairs", latest).done());
  }

  @Override
  public Said repair(String id) {
    var repair = house.state().read(new Key.OfRepair(id));
    return repair == null
        ? new Said.Missing("repair_not_found", "There is no such repair.")
        : new Said.Good(told(repair));
  }

  private Value told(Repair repair) {
    var group = house.state().read(new Key.OfQuarantineGroup(repair.group()));
    var left = group == null ? 0 : group.open();
    var told =
        new Told()
            .text("id", repair.id())
            .text("kind", repair.kind().name().toLowerCase(Locale.ROOT))
            .text("group", repair.group())
            .text("status", repair.running() ? "running" : "done")
            .text("author", repair.author())
            .text("reason", repair.reason())
            .time("begunAt", repair.begunAt())
            .number("total", repair.total())
            .number("done", repair.running() ? work.done(repair.id()) : repair.done())
            .number("left", left);
    var error = work.error(repair.id());
    return (repair.running() ? told.text("error", error) : told.time("endedAt", repair.endedAt()))
        .done();
  }
}
