package io.inyeon.runtime.rights;

import io.inyeon.core.unify.Leftover;
import io.inyeon.runtime.Intake.Unavailable;
import java.io.IOException;

/// Says of every place what it holds of somebody; changes nothing.
final class Looking {
  private final House house;
  private final KeptFiles files;

  Looking(House house, KeptFiles files) {
    this.house = house;
    this.files = files;
  }

  void look(Leftover leftover, Progress progress)
      throws IOException, InterruptedException, Unavailable {
    var types = house.rules().types();
    var gone = leftover.gone();
    var found = new Rows(house).events(leftover, house.archive().position());
    progress.found(Where.STATE, leftover.fragments().size() + gone.size());
    progress.found(Where.ARCHIVE, found.accepted().size());
    progress.found(Where.QUARANTINE, found.others().size());
    progress.found(Where.LOG, found.all().tailSet(house.logFrom()).size());
    progress.found(Where.SEARCH, 1);
    progress.found(Where.READ_MODEL, found.accepted().size() + 1L);
    progress.found(Where.IMPORTS, files.imports(gone, types, found.imports()).size());
    progress.found(Where.CONSENTS, house.consents(gone));
    progress.found(Where.ENRICHERS, house.enriched(gone));
    progress.found(Where.QUALITY, house.quality(new Naming(gone, types)::inName, false));
    progress.found(Where.SCRATCH, house.scratches(gone).size());
    progress.found(Where.TASKS, files.tasks(gone, types).size());
  }
}
