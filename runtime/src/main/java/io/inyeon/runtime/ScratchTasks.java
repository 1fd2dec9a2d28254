package io.inyeon.runtime;

import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.Tasks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tasks on one scratch workspace: rehearsals, among those of the live one.
final class ScratchTasks implements Tasks {
  private final TaskList all;
  private final Scratches scratches;
  private final String name;

  ScratchTasks(TaskList all, Scratches scratches, String name) {
    this.all = all;
    this.scratches = scratches;
    this.name = name;
  }

  @Override
  public Value.Fields rebuild(String author) {
    throw new IllegalStateException("a scratch workspace is not rebuilt, it is replayed again");
  }

  @Override
  public Value.Fields rehearse(RulesDocument rules, String author) throws Busy {
    return scratches.rehearse(rules, author, name);
  }

  @Override
  public List<Value.Fields> all(Kind kind) {
    return all.on(kind, name);
  }

  @Override
  public Value.@Nullable Fields one(Kind kind, String id) {
    var task = all.one(kind, id);
    return task != null && name.equals(TaskList.scratch(task)) ? task : null;
  }

  @Override
  public Value.@Nullable Fields cancel(Kind kind, String id) {
    return one(kind, id) == null ? null : all.cancel(kind, id);
  }

  @Override
  public @Nullable Lines changes(Kind kind, String id) {
    return one(kind, id) == null ? null : all.changes(kind, id);
  }
}
