package io.inyeon.runtime.rights;

import io.inyeon.core.Entry;
import io.inyeon.core.Erasures;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Leftover;
import io.inyeon.runtime.Intake.Unavailable;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// Clears the disk of people who are erased: what databases and logs have given up but not
/// overwritten, and files that nobody reads but keep them.
///
/// State, search and read-model are not cleared but made anew from what is left, in folders of
/// their own, so there is no doubt what they hold: what a rebuild gives. It is the dearest part, so
/// all erasures that wait are scrubbed together.
final class Scrubbing {
  private final House house;
  private final KeptFiles files;
  private final BooleanSupplier closing;

  /// @param closing whether the server ends, so that it is left for the next start
  Scrubbing(House house, KeptFiles files, BooleanSupplier closing) {
    this.house = house;
    this.files = files;
    this.closing = closing;
  }

  private interface Step {
    void take() throws IOException, InterruptedException, Unavailable;
  }

  /// All of it.
  ///
  /// @param progress of each
  /// @throws IOException when something is left; `progress` says where
  void scrub(List<Leftover> leftovers, List<Progress> progress)
      throws IOException, InterruptedException, Unavailable {
    var people = new HashSet<Identifier>();
    leftovers.forEach(each -> people.addAll(each.gone()));
    step(progress, List.of(Where.IMPORTS), () -> imports(leftovers, people));
    step(progress, List.of(Where.TASKS, Where.SCRATCH), () -> tasks(people));
    step(progress, List.of(), () -> memberships(people));
    step(
        progress,
        List.of(Where.ARCHIVE, Where.QUARANTINE),
        () -> house.archive().rewrite(true, (_, _) -> goOn()));
    step(progress, List.of(Where.CONSENTS), house::wipeConsents);
    step(progress, List.of(Where.ENRICHERS), house::wipeEnriched);
    step(progress, List.of(Where.QUALITY), house::wipeQuality);
    step(progress, List.of(Where.VOCABULARY), house::forgetVocabulary);
    step(
        progress,
        List.of(Where.STATE, Where.OUTBOX, Where.SEARCH, Where.READ_MODEL),
        () -> {
          for (var each : leftovers) {
            house.enter(
                new Entry.RightsSaved(
                    0,
                    house.now(),
                    "",
                    Erasures.CLEARING,
                    each.erasure().id(),
                    Value.Fields.EMPTY));
          }
          house.rebuild("erasure");
        });
    step(progress, List.of(Where.LOG), house::wipeLog);
  }

  private void step(List<Progress> progress, List<Where> places, Step step)
      throws IOException, InterruptedException, Unavailable {
    goOn();
    try {
      step.take();
    } catch (IOException | Unavailable | RuntimeException e) {
      progress.forEach(
          each -> places.forEach(place -> each.failed(place, String.valueOf(e.getMessage()))));
      throw e;
    }
    for (var each : progress) {
      places.forEach(place -> each.scrubbed(place, house.now()));
      each.save();
    }
  }

  private void goOn() {
    if (closing.getAsBoolean()) {
      throw new CancellationException("the server is stopping");
    }
  }

  private void imports(List<Leftover> leftovers, Set<Identifier> people) throws IOException {
    var types = house.rules().types();
    var came = new TreeSet<String>();
    for (var leftover : leftovers) {
      came.addAll(files.imports(leftover.gone(), types, List.of()));
    }
    for (var id : came) {
      files.clear(id, people, types);
    }
  }

  private void tasks(Set<Identifier> people) throws IOException {
    var types = house.rules().types();
    for (var file : files.tasks(people, types)) {
      files.clearTask(file, people, types);
    }
  }

  /// What segments put on record of them, and what was refused of them since.
  private void memberships(Set<Identifier> people)
      throws IOException, InterruptedException, Unavailable {
    house.settleSegments();
    house.catchUp();
    var found = new Rows(house).memberships(people);
    house.archive().erase(found);
    var inLog = new TreeSet<>(found.tailSet(house.logFrom()));
    inLog.addAll(new Rows(house).refused(house.logFrom()));
    house.blank(inLog);
  }
}
