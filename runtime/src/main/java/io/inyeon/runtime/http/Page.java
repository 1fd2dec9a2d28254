package io.inyeon.runtime.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a long list.
///
/// @param next the cursor of the part that follows; `null` at the end
/// @param missing names of files that cannot be read just now, so that items of theirs are missing
public record Page<T>(List<T> items, @Nullable String next, List<String> missing) {
  private static final int USUAL = 50;
  private static final int LARGEST = 200;

  public Page {
    items = List.copyOf(items);
    missing = List.copyOf(missing);
  }

  /// How many items a client asks for.
  static int limit(Exchange exchange) throws Refusal {
    var written = exchange.parameter("limit");
    if (written == null) {
      return USUAL;
    }
    try {
      var limit = Integer.parseInt(written);
      if (limit >= 1 && limit <= LARGEST) {
        return limit;
      }
    } catch (NumberFormatException _) {
      // Falls through to the one answer for all that is no limit.
    }
    throw new Refusal(400, "invalid_limit", "A page has 1 to " + LARGEST + " items.");
  }
}
