package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A house without scratch workspaces.
final class NoScratches implements ScratchDesk {
  @Override
  public Value.Fields replay(ReplayWanted wanted, String author) throws Refused {
    throw new Refused(409, "too_many_scratches", "This house takes none.");
  }

  @Override
  public List<Value.Fields> scratches() {
    return List.of();
  }

  @Override
  public Value.@Nullable Fields scratch(String name) {
    return null;
  }

  @Override
  public void drop(String name) throws Refused {
    throw new Refused(404, "scratch_not_found", "There is none.");
  }

  @Override
  public Visit enter(String name) throws Refused {
    throw new Refused(404, "scratch_not_found", "There is none.");
  }
}
