package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import java.util.Map;

/// A condition that is made of no others, asked of one person.
interface Leaf {
  /// The answer at an instant, given all that is known now.
  Truth at(long now);

  /// The first instant after this one at which the answer may be another one, with no new event;
  /// [Long#MAX_VALUE] for never.
  long next(long now);

  /// How many such instants to look past that change nothing: looking costs more the more happened.
  int patience();

  /// What decided it.
  Map<String, Value> facts(long now);

  /// The first instant after this one at which the answer is another one; or, when many change
  /// nothing, one of these.
  default long changesAt(long now) {
    var truth = at(now);
    var next = next(now);
    for (var steps = patience();
        next != Long.MAX_VALUE && steps > 0 && at(next) == truth;
        steps--) {
      next = next(next);
    }
    return next;
  }
}
