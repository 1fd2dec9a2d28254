package io.inyeon.runtime.http;

import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Explanation;
import io.inyeon.core.unify.Relation;
import io.inyeon.core.unify.StewardLink;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Knows nobody, and can make nothing durable.
record NoDecisions() implements IdentityDesk {
  private static final Result FULL = new Result.NotDone("disk_full", 5);

  @Override
  public @Nullable Told<Explanation> explain(Who who) {
    return null;
  }

  @Override
  public @Nullable Told<Relation> explain(Who a, Who b) {
    return null;
  }

  @Override
  public Shown preview(Asked asked) {
    return new Shown.Not(new Result.Refused("missing_reason", "Say why."));
  }

  @Override
  public List<Result> decide(List<Asked> asked, boolean dry, String author) {
    return Collections.nCopies(asked.size(), FULL);
  }

  @Override
  public List<Cut> cuts() {
    return List.of();
  }

  @Override
  public List<StewardLink> links() {
    return List.of();
  }

  @Override
  public @Nullable Long undoCut(String id, String reason, String author) {
    return null;
  }

  @Override
  public @Nullable Long undoLink(String id, String reason, String author) {
    return null;
  }

  @Override
  public Shown.@Nullable Foreseen previewUndo(String id) {
    return null;
  }
}
