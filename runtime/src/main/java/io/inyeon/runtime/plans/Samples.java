package io.inyeon.runtime.plans;

import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.Edits;
import io.inyeon.core.govern.Governance;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.http.QualityDesk.Said;
import io.inyeon.runtime.json.JsonReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Events on record, and what other plans or transformations would make of them.
final class Samples {
  private static final int PART = 2_048;

  /// How far back samples are looked for.
  private static final int MOST_LOOKED_AT = 50_000;

  private static final int MOST = 100;
  private static final int USUAL = 20;

  private final House house;
  private final Patterns patterns;

  Samples(House house, Patterns patterns) {
    this.house = house;
    this.patterns = patterns;
  }

  /// What one event would come to.
  record Tried(Row row, Body sent, Governance.Judged judged) {
    String outcome() {
      return switch (judged.reading()) {
        case Reading.Understood _ -> "accepted";
        case Reading.Refused _ -> "quarantined";
        case Reading.Unwanted _ -> "dropped";
      };
    }

    List<Violation> reasons() {
      return switch (judged.reading()) {
        case Reading.Understood _ -> List.of();
        case Reading.Refused(_, var violations) -> violations;
        case Reading.Unwanted(_, var reason, var because) -> {
          var all = new ArrayList<>(List.of(new Violation(reason, "", "")));
          all.addAll(because);
          yield all;
        }
      };
    }

    Value.Fields told() {
      var told =
          new Told()
              .text("position", Long.toString(row.position()))
              .text("messageId", row.messageId())
              .text("name", row.name())
              .text("outcome", outcome())
              .violations("reasons", reasons());
      if (sent instanceof Value value) {
        told.put("before", value);
      }
      if (judged.reading() instanceof Reading.Understood(Event _, _)
          && sent instanceof Value.Fields fields
          && !judged.edits().isEmpty()) {
        told.put("after", Edits.made(fields, judged.edits()));
      }
      return told.done();
    }
  }

  /// Tries an event of the archive out; `null` when its source is not known any more.
  static @Nullable Tried tried(Row row, House house, Governance by) {
    var source = house.source(row.source());
    if (source == null || row.envelope().length == 0) {
      return null;
    }
    var sent = JsonReader.event(row.body());
    var judged = by.judge(house.envelope(row), sent, source, house.rules().types());
    return new Tried(row, sent, judged);
  }

  /// What a draft would make of the latest events.
  Said preview(Value.Fields wanted, TransformationOffice changes) throws Intake.Unavailable {
    var problems = new Problems();
    var draft = Draft.of(wanted, house, patterns, changes, problems);
    var limit = limit(wanted, problems);
    var source = source(wanted, problems);
    if (!problems.none()) {
      return new Said.Wrong("invalid_preview", problems.all());
    }
    var name = wanted.text("event");
    try {
      house.archived();
      var samples = new ArrayList<Value>();
      var looked = 0;
      var to = house.archive().position();
      for (; to > 0 && samples.size() < limit && looked < MOST_LOOKED_AT; to -= PART) {
        var rows = house.archive().rowsFrom(Math.max(1, to - PART + 1), PART);
        for (var row : rows.reversed()) {
          looked++;
          if (samples.size() < limit
              && row.position() <= to
              && row.kind() == Kind.EVENT
              && (source == null || source == row.source())
              && (name == null || name.equals(row.name()))) {
            var tried = tried(row, house, draft);
            if (tried != null) {
              samples.add(tried.told());
            }
          }
        }
      }
      return new Said.Good(new Told().number("looked", looked).list("samples", samples).done());
    } catch (ArchiveException e) {
      throw new Intake.Unavailable("archive_unavailable", 5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Intake.Unavailable("stopping", 1);
    }
  }

  private @Nullable Integer source(Value.Fields wanted, Problems problems) {
    var id = wanted.text("source");
    if (id == null) {
      return null;
    }
    for (var source : house.sources()) {
      if (source.id().equals(id)) {
        return source.number();
      }
    }
    problems.add("unknown_source", "/source", new Value.Text(id));
    return null;
  }

  private static int limit(Value.Fields wanted, Problems problems) {
    var written = wanted.get("limit");
    if (written == null) {
      return USUAL;
    }
    if (written instanceof Value.Decimal(var number)
        && number.signum() > 0
        && number.compareTo(BigDecimal.valueOf(MOST)) <= 0) {
      return number.intValue();
    }
    problems.add("invalid_limit", "/limit", written);
    return USUAL;
  }
}
