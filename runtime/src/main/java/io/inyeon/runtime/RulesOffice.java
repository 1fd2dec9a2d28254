package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.RulesForm;
import io.inyeon.core.RulesReader;
import io.inyeon.core.SavedRules;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.RulesDesk;
import io.inyeon.runtime.text.LinearPatterns;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The rules of a workspace, and their history, which is in state like everything else.
final class RulesOffice implements RulesDesk {
  private final WorkspaceView workspace;
  private final Saving saving;

  /// Makes a version durable, and sees to it that it comes into force.
  @FunctionalInterface
  interface Saving {
    void save(RulesDocument rules, String author, String reason) throws Intake.Unavailable;
  }

  RulesOffice(WorkspaceView workspace, Saving saving) {
    this.workspace = workspace;
    this.saving = saving;
  }

  /// The office of a workspace that lives.
  static RulesOffice of(Workspace workspace) {
    return new RulesOffice(
        workspace,
        (rules, author, reason) -> {
          workspace.enter(
              new Entry.RulesSaved(0, workspace.clock().millis(), author, rules, reason));
          workspace.tasks().applyWhatIsSaved(author);
        });
  }

  @Override
  public RulesDocument inForce() {
    return workspace.rules().document();
  }

  @Override
  public List<SavedRules> versions() {
    var all = new ArrayList<SavedRules>();
    workspace
        .state()
        .forEach(Key.OfSavedRules.class, (Key<SavedRules> _, SavedRules saved) -> all.add(saved));
    if (all.isEmpty()) {
      // Written before versions were kept.
      all.add(new SavedRules(inForce(), 1, 0, "first start", "", 0));
    }
    all.sort(Comparator.comparingInt((SavedRules saved) -> saved.rules().version()).reversed());
    return all;
  }

  @Override
  public RulesForm.Reading read(Value.Fields written) {
    var newest = versions().getFirst().rules();
    return RulesReader.read(
        written, newest.version() + 1, newest.workspaceKey(), new LinearPatterns());
  }

  @Override
  public synchronized boolean save(RulesDocument rules, int after, String author, String reason)
      throws Intake.Unavailable {
    if (versions().getFirst().rules().version() != after || rules.version() != after + 1) {
      return false;
    }
    saving.save(rules, author, reason);
    return true;
  }
}
