package io.inyeon.runtime;

import io.inyeon.core.collect.Value;
import io.inyeon.runtime.http.AccessDesk;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A house in which nobody reads anything.
final class NoAccesses implements AccessDesk {
  @Override
  public void record(Read read) {}

  @Override
  public Page page(long from, long to, Filter filter, @Nullable String cursor, int limit) {
    return new Page(List.of(), null);
  }

  @Override
  public Value.Fields review(YearMonth month) {
    return Value.Fields.EMPTY;
  }
}
