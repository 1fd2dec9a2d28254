package io.inyeon.runtime.rights;

import io.inyeon.core.unify.Leftover;
import io.inyeon.runtime.Intake.Unavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.TreeSet;

/// Takes out what lies beside state and can be read: so that no read, search, export, question of
/// the past or replay finds an erased person from then on.
final class Hiding {
  private final House house;
  private final KeptFiles files;
  private final Statutory statutory;

  Hiding(House house, KeptFiles files, Statutory statutory) {
    this.statutory = statutory;
    this.house = house;
    this.files = files;
  }

  /// All of it; what is done already is done again without harm.
  ///
  /// @throws IOException when something is left; `progress` says where
  void hide(Leftover leftover, Progress progress)
      throws IOException, InterruptedException, Unavailable {
    house.forgetRecent();
    // First of all, so that nobody is asked about them from here on.
    var forgotten =
        house.forgetEnriched(
            leftover.gone(),
            recipients -> {
              progress.shared(recipients);
              progress.save();
            });
    progress.found(Where.ENRICHERS, forgotten);
    progress.hidden(Where.ENRICHERS, house.now());
    house.catchUp();
    consents(leftover, progress); // before the archive forgets the events that said them
    archive(leftover, progress);
    names(leftover, progress); // after the archive, so that nothing of them is counted anew
    scratch(leftover, progress);
    tasks(leftover, progress);
    house.forgetRecent();
  }

  private void archive(Leftover leftover, Progress progress) throws IOException, Unavailable {
    try {
      var upTo = house.archive().position();
      var rules = statutory.rules();
      var kept = new ArrayList<LockedStore.Kept>();
      var found =
          new Rows(house).events(leftover, upTo, row -> kept.addAll(statutory.of(row, rules)));
      // Before anything goes: what was moved twice counts once, what was lost is lost.
      statutory.keep(leftover.erasure().id(), kept);
      var stewards = new Rows(house).stewards(leftover.gone());
      progress.found(Where.ARCHIVE, found.accepted().size() + stewards.size());
      progress.found(Where.QUARANTINE, found.others().size());
      progress.found(Where.READ_MODEL, found.accepted().size() + 1L);
      var imports = files.imports(leftover.gone(), house.rules().types(), found.imports());
      progress.found(Where.IMPORTS, imports.size());
      progress.save();
      var blank = found.all();
      for (var entry : stewards.entrySet()) {
        if (entry.getValue().length == 0) {
          blank.add(entry.getKey());
        } else {
          house.archive().replace(entry.getKey(), entry.getValue());
        }
      }
      house.archive().erase(blank);
      progress.hidden(Where.ARCHIVE, house.now());
      progress.hidden(Where.QUARANTINE, house.now());
      var all = new TreeSet<>(blank);
      all.addAll(stewards.keySet());
      var inLog = all.tailSet(house.logFrom());
      progress.found(Where.LOG, inLog.size());
      // State is durable beyond these: catchUp saw to it. So nobody replays them.
      house.blank(inLog);
      progress.hidden(Where.LOG, house.now());
    } catch (IOException e) {
      progress.failed(Where.ARCHIVE, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private void consents(Leftover leftover, Progress progress)
      throws IOException, InterruptedException {
    try {
      var erased = house.eraseConsents(leftover.gone(), leftover.erasure().id());
      progress.found(Where.CONSENTS, erased);
      progress.hidden(Where.CONSENTS, house.now());
    } catch (IOException e) {
      progress.failed(Where.CONSENTS, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /// What sources named after them: an event, a field.
  private void names(Leftover leftover, Progress progress)
      throws IOException, InterruptedException {
    var naming = new Naming(leftover.gone(), house.rules().types());
    try {
      progress.found(Where.QUALITY, house.quality(naming::inName, true));
      progress.hidden(Where.QUALITY, house.now());
    } catch (IOException e) {
      progress.failed(Where.QUALITY, String.valueOf(e.getMessage()));
      throw e;
    }
    try {
      house.forgetNames(naming::inName);
      progress.hidden(Where.VOCABULARY, house.now());
    } catch (IOException e) {
      progress.failed(Where.VOCABULARY, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private void scratch(Leftover leftover, Progress progress) throws IOException, Unavailable {
    try {
      var held = house.scratches(leftover.gone());
      progress.found(Where.SCRATCH, held.size());
      for (var name : held) {
        house.dropScratch(name);
      }
      progress.hidden(Where.SCRATCH, house.now());
    } catch (IOException e) {
      progress.failed(Where.SCRATCH, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private void tasks(Leftover leftover, Progress progress) throws IOException {
    try {
      var types = house.rules().types();
      var held = files.tasks(leftover.gone(), types);
      progress.found(Where.TASKS, held.size());
      for (var file : held) {
        files.clearTask(file, leftover.gone(), types);
      }
      progress.hidden(Where.TASKS, house.now());
    } catch (IOException e) {
      progress.failed(Where.TASKS, String.valueOf(e.getMessage()));
      throw e;
    }
  }
}
