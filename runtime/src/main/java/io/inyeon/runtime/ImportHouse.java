package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Seen;
import io.inyeon.core.collect.Source;
import io.inyeon.runtime.http.PlaceDesk;
import io.inyeon.runtime.importing.House;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The workspace as imports see it.
record ImportHouse(Workspace workspace, PlaceDesk places) implements House {
  /// One in which no addresses are looked up.
  ImportHouse(Workspace workspace) {
    this(workspace, PlaceDesk.NONE);
  }

  @Override
  public Taken hand(List<Intake.Collected> events) throws Intake.Unavailable {
    return workspace.hand(events);
  }

  @Override
  public List<Source> sources() {
    return workspace.sources().all();
  }

  @Override
  public Rules rules() {
    return workspace.rules();
  }

  @Override
  public long decided() {
    return workspace.decided().reached();
  }

  @Override
  public @Nullable Seen seen(int source, String messageId) {
    return workspace.state().read(new Key.Seen(source, messageId));
  }

  @Override
  public void enter(Entry entry) throws Intake.Unavailable {
    synchronized (workspace.undoings()) {
      workspace.enter(entry);
    }
    if (entry instanceof Entry.ImportUndone undone) {
      // Sums cannot be subtracted from: its effect goes with the state that is made without it.
      workspace.tasks().applyWhatIsSaved(undone.author());
    }
  }

  @Override
  public boolean undoing(int source) {
    var undone = workspace.state().read(new Key.OfUndone(source));
    return undone != null && undone.pending();
  }
}
