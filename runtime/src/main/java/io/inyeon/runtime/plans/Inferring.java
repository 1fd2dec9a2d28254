package io.inyeon.runtime.plans;

import io.inyeon.core.collect.Call;
import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.collect.Value;
import io.inyeon.core.govern.plan.Inference;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import io.inyeon.runtime.http.QualityDesk.Said;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Makes a plan of what came lately, newest first, as far back as was asked for or as many events
/// as are enough.
///
/// ```
/// {"days": 7, "source": "src_1", "name": "Shop"}
/// ```
final class Inferring {
  private static final int PART = 2_048;
  private static final int ENOUGH = 200_000;
  private static final int MOST_DAYS = 400;

  private final House house;

  Inferring(House house) {
    this.house = house;
  }

  Said infer(Value.Fields wanted) throws Intake.Unavailable {
    var problems = new Problems();
    var days = days(wanted, problems);
    var source = source(wanted, problems);
    var name = wanted.text("name");
    if (!problems.none()) {
      return new Said.Wrong("invalid_request", problems.all());
    }
    var since = house.clock().millis() - Duration.ofDays(days).toMillis();
    var inference = new Inference();
    try {
      house.archived();
      var looked = 0L;
      var oldest = house.clock().millis();
      for (var to = house.archive().position(); to > 0 && looked < ENOUGH; to -= PART) {
        var rows = house.archive().rowsFrom(Math.max(1, to - PART + 1), PART);
        var last = to;
        var within = false;
        for (var row : rows) {
          if (row.position() <= last && row.at() >= since) {
            within = true;
            if (counts(row, source) && add(row, inference)) {
              looked++;
              oldest = Math.min(oldest, row.at());
            }
          }
        }
        if (!within) {
          break;
        }
      }
      return new Said.Good(
          new Told()
              .number("events", looked)
              .time("since", oldest)
              .put("plan", inference.document(name == null ? "inferred" : name))
              .done());
    } catch (ArchiveException e) {
      throw new Intake.Unavailable("archive_unavailable", 5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Intake.Unavailable("stopping", 1);
    }
  }

  private static boolean counts(Row row, @Nullable Integer source) {
    return row.kind() == Kind.EVENT
        && row.status() == Status.ACCEPTED
        && (source == null || source == row.source());
  }

  private boolean add(Row row, Inference inference) {
    var source = house.source(row.source());
    if (source == null
        || !(EventReader.read(house.envelope(row), house.body(row), source, house.rules().types())
            instanceof Reading.Understood(var event, _))) {
      return false;
    }
    var call = event.head().call();
    if (call == null || call == Call.ALIAS) {
      return false;
    }
    var traits = call == Call.IDENTIFY || call == Call.GROUP;
    inference.add(call, event.head().name(), traits ? event.traits() : event.properties());
    return true;
  }

  private static int days(Value.Fields wanted, Problems problems) {
    var written = wanted.get("days");
    if (written == null) {
      return 7;
    }
    if (written instanceof Value.Decimal(var number)
        && number.signum() > 0
        && number.compareTo(BigDecimal.valueOf(MOST_DAYS)) <= 0) {
      return number.intValue();
    }
    problems.add("invalid_days", "/days", written);
    return 7;
  }

  private @Nullable Integer source(Value.Fields wanted, Problems problems) {
    var id = wanted.text("source");
    if (id == null) {
      return null;
    }
    for (var each : house.sources()) {
      if (each.id().equals(id)) {
        return each.number();
      }
    }
    problems.add("unknown_source", "/source", new Value.Text(id));
    return null;
  }
}
