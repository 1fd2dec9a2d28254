package io.inyeon.runtime;

import io.inyeon.core.Rules;
import io.inyeon.runtime.analytics.Analytics;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.store.State;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/// The workspace as the read-model of previews sees it.
record ModelHouse(Workspace workspace) implements Analytics.OnRecord {
  @Override
  public State state() {
    return workspace.state();
  }

  @Override
  public Rules rules() {
    return workspace.rules();
  }

  @Override
  public List<Row> rows(long from, long to) throws IOException {
    return workspace.history().from(from, to).rows();
  }

  @Override
  public Supplier<Analytics.Reading> reading() {
    return () -> workspace.acceptedRows()::event;
  }
}
