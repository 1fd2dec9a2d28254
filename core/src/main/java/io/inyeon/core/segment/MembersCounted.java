package io.inyeon.core.segment;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// That members of accounts are counted.
///
/// @param whole ids of the conditions for which everybody was looked at: until then counts say
///   nothing
public record MembersCounted(SortedSet<Long> whole) {
  /// Nothing is counted yet.
  public static final MembersCounted BEGUN = new MembersCounted(Collections.emptySortedSet());

  public MembersCounted {
    whole = Collections.unmodifiableSortedSet(new TreeSet<>(whole));
  }
}
