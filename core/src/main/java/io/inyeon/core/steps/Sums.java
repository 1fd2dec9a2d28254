package io.inyeon.core.steps;

import io.inyeon.core.Key;
import io.inyeon.core.OutcomeCounts;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.unify.AccountProfile;
import org.jspecify.annotations.Nullable;

/// Values that decisions only ever add to. Nobody need borrow those: a decision sees nothing there,
/// what it puts is what it adds, and whoever keeps the sum adds it up, in any order.
final class Sums {
  private Sums() {}

  static boolean has(Key<?> key) {
    return switch (key) {
      case Key.Outcomes _, Key.Account _, Key.OfSegmentSize _ -> true;
      default -> false; // every other value is read before it is written
    };
  }

  /// Both together.
  ///
  /// @param sum as it stands; `null` for nothing
  static Object plus(Key<?> key, @Nullable Object sum, Object more) {
    return switch (sum) {
      case null -> more;
      case OutcomeCounts counts -> counts.plus((OutcomeCounts) more);
      case AccountProfile account -> account.plus((AccountProfile) more);
      case Long size -> size + (Long) more;
      // Two events may each have brought a type of identifier that the other did not know.
      case RulesDocument document -> document.knowing((RulesDocument) more);
      default -> throw new IllegalArgumentException("no sum stands under " + key);
    };
  }
}
