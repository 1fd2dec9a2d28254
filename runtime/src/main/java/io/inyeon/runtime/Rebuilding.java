package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.store.StateInUse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/// A workspace's state made anew, and rehearsals of that: whether it is owed, how it is done, and
/// what follows once it is in force.
final class Rebuilding implements TaskList.Work {
  private static final System.Logger LOG = System.getLogger(Rebuilding.class.getName());

  private final Workspace workspace;
  private final StateInUse state;
  private final DiskShelf shelf;
  private final PhoneNumbers phones;
  private final Patterns patterns;

  /// Of a workspace.
  Rebuilding(
      Workspace workspace,
      StateInUse state,
      DiskShelf shelf,
      PhoneNumbers phones,
      Patterns patterns) {
    this.workspace = workspace;
    this.state = state;
    this.shelf = shelf;
    this.phones = phones;
    this.patterns = patterns;
  }

  /// Whether rules were saved that are not in force yet, or state holds imports taken back.
  @Override
  public boolean owed() {
    return Rebuild.wanted(state).version() != workspace.rules().document().version()
        || Rebuild.owesUndoing(state);
  }

  @Override
  public Rebuild.Report rebuild(Rebuild.Watcher watcher, AtomicBoolean cancelled)
      throws IOException, InterruptedException {
    var report =
        new Rebuild(
                state,
                workspace.history(),
                workspace::recordFor,
                shelf,
                workspace::between,
                phones,
                patterns,
                watcher,
                cancelled)
            .run(workspace::resume, workspace::stop);
    settled();
    return report;
  }

  @Override
  public Rehearsal.Report rehearse(
      RulesDocument rules, Rebuild.Watcher watcher, AtomicBoolean cancelled)
      throws InterruptedException {
    try (var picture = state.picture()) {
      var inForce = Rebuild.inForce(picture);
      return new Rehearsal(picture, inForce, rules, phones, patterns, watcher, cancelled).run();
    }
  }

  /// What follows from a rebuild that is in force: anew at each start, in case a crash came before.
  void settled() throws InterruptedException {
    noteRules();
    try {
      var returned = new ReturningRows(workspace).take();
      if (returned > 0) {
        LOG.log(
            Level.INFO,
            "{0} rows were duplicates of an import that was taken back, and count now",
            Long.toString(returned));
      }
    } catch (IOException | Unavailable e) {
      LOG.log(
          Level.WARNING,
          "Rows that were duplicates of an import taken back wait for the next rebuild or start",
          e);
    }
  }

  /// Says in the log since when the rules in force are so, unless it says so already. After a crash
  /// just before that, the next start says it.
  private void noteRules() {
    var version = workspace.rules().document().version();
    var saved = state.read(new Key.OfSavedRules(version));
    if (saved != null && saved.inForceSince() == 0) {
      try {
        var now = workspace.clock().millis();
        workspace.enter(new Entry.RulesApplied(0, now, saved.author(), version));
      } catch (Unavailable e) {
        LOG.log(Level.WARNING, "Since when the rules are in force is noted at the next start", e);
      }
    }
  }
}
