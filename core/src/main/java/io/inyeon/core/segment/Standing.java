package io.inyeon.core.segment;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which segments a person is a member of, and when that has to be looked at again.
///
/// @param asOf the latest instant for which that was worked out; nothing is worked out for an
///   earlier one any more. Milliseconds since 1970
/// @param due when the person's timer goes off; [#NEVER] when there is none. Never later than the
///   next instant at which a membership may change by itself
/// @param members by segment id
public record Standing(long asOf, long due, SortedMap<String, Membership> members) {
  /// No timer.
  public static final long NEVER = Long.MAX_VALUE;

  /// Of a person who was never looked at.
  public static final Standing NONE = new Standing(0, NEVER, Collections.emptySortedMap());

  public Standing {
    members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
  }
}
