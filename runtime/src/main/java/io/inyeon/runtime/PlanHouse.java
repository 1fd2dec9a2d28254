package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Envelope;
import io.inyeon.core.collect.Source;
import io.inyeon.runtime.archive.Archive;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.plans.House;
import io.inyeon.runtime.store.State;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A workspace, as plans, transformations and the quarantine see it.
record PlanHouse(Workspace workspace) implements House {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public State state() {
    return workspace.state();
  }

  @Override
  public Rules rules() {
    return workspace.rules();
  }

  @Override
  public Archive archive() {
    return workspace.archive();
  }

  @Override
  public InstantSource clock() {
    return workspace.clock();
  }

  @Override
  public List<Source> sources() {
    return workspace.sources().all();
  }

  @Override
  public @Nullable Source source(int number) {
    return workspace.sources().byNumber(number);
  }

  @Override
  public long enter(List<? extends Entry> entries) throws Intake.Unavailable {
    return workspace.enter(entries);
  }

  @Override
  public Taken hand(List<Intake.Collected> events) throws Intake.Unavailable {
    return workspace.hand(events)::receipt;
  }

  @Override
  public boolean archived() throws InterruptedException {
    return workspace.filing().flushUpTo(workspace.state().position(), PATIENCE);
  }

  @Override
  public Envelope envelope(Row event) {
    return EntryCodec.envelope(event.envelope());
  }

  @Override
  public Body body(Row event) {
    return Became.of(event);
  }

  @Override
  public Object defining() {
    return workspace.defining();
  }
}
