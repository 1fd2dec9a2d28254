package io.inyeon.runtime.plans;

import io.inyeon.core.collect.EventReader;
import io.inyeon.core.collect.Reading;
import io.inyeon.core.govern.personal.Proposals;
import io.inyeon.runtime.Intake;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import java.time.Duration;
import java.util.List;

/// Looks through what came lately for personal data, newest first, as far back as was asked for or
/// as many events as are enough.
final class Looking {
  private static final int PART = 2_048;
  private static final int ENOUGH = 20_000;

  private final House house;

  Looking(House house) {
    this.house = house;
  }

  /// @param events that were looked at
  record Looked(long events, List<Proposals.Proposal> proposals) {}

  Looked proposals(int days) throws Intake.Unavailable {
    var since = house.clock().millis() - Duration.ofDays(days).toMillis();
    var proposals = new Proposals();
    var looked = 0L;
    try {
      house.archived();
      for (var to = house.archive().position(); to > 0 && looked < ENOUGH; to -= PART) {
        var within = false;
        for (var row : house.archive().rowsFrom(Math.max(1, to - PART + 1), PART)) {
          if (row.position() <= to && row.at() >= since) {
            within = true;
            looked += add(row, proposals) ? 1 : 0;
          }
        }
        if (!within) {
          break;
        }
      }
    } catch (ArchiveException e) {
      throw new Intake.Unavailable("archive_unavailable", 5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Intake.Unavailable("stopping", 1);
    }
    return new Looked(looked, proposals.proposals());
  }

  private boolean add(Row row, Proposals proposals) {
    var source = house.source(row.source());
    if (source == null
        || row.kind() != Kind.EVENT
        || row.status() != Status.ACCEPTED
        || !(EventReader.read(house.envelope(row), house.body(row), source, house.rules().types())
            instanceof Reading.Understood(var event, _))) {
      return false;
    }
    proposals.add("traits", event.traits());
    proposals.add("properties", event.properties());
    proposals.add("context", event.context());
    return true;
  }
}
