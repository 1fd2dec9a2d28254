package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Rules;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.store.State;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/// The workspace as the work on segments sees it.
record SegmentHouse(Workspace workspace) implements SegmentWork.House {
  @Override
  public State state() {
    return workspace.state();
  }

  @Override
  public InstantSource clock() {
    return workspace.clock();
  }

  @Override
  public void enterEach(List<? extends List<? extends Entry>> groups) throws Unavailable {
    workspace.enterEach(groups);
  }

  @Override
  public void between(Rebuild.Step<Boolean> step) throws IOException, InterruptedException {
    workspace.between(step);
  }

  @Override
  public Rules rules() {
    return workspace.rules();
  }

  @Override
  public AcceptedRows accepted() {
    return workspace.acceptedRows();
  }
}
