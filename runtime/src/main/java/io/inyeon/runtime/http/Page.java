package io.inyeon.runtime.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a long list.
///
/// @param next the cursor of the part that follows; `null` at the end
public record Page<T>(List<T> items, @Nullable String next) {
  public Page {
    items = List.copyOf(items);
  }
}
