package io.inyeon.runtime.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a long list.
///
/// @param next the cursor of the part that follows; `null` at the end
/// @param missing names of files that cannot be read just now, so that items of theirs are missing
public record Page<T>(List<T> items, @Nullable String next, List<String> missing) {
  public Page {
    items = List.copyOf(items);
    missing = List.copyOf(missing);
  }
}
