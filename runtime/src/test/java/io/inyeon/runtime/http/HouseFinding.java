package io.inyeon.runtime.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds nobody, and knows its own cursors: none.
final class HouseFinding implements Finding {
  @Override
  public @Nullable Found find(Wanted wanted) {
    return wanted.cursor() == null ? new Found(List.of(), null, Counts.NONE, 7, null) : null;
  }

  @Override
  public boolean await(long position, long timeoutMs) {
    return position <= 7;
  }
}
