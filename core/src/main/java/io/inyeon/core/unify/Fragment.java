package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Event;

/// What is known from the events with one whole list of identifiers and one kind of source. A
/// profile is the sum of its fragments: merging and unmerging regroup them and change none.
public record Fragment(Stamp best, long first, long latest, long count) {
  /// What one event tells.
  public static Fragment of(Event event, long position, Rules rules) {
    return new Fragment(Stamp.of(event), event.head().time(), event.head().time(), 1);
  }

  /// What both tell.
  public Fragment plus(Fragment other) {
    return new Fragment(
        Stamp.better(best, other.best),
        Math.min(first, other.first),
        Math.max(latest, other.latest),
        count + other.count);
  }
}
