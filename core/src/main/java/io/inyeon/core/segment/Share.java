package io.inyeon.core.segment;

import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a person counts for among the members of their accounts: what is taken off again when they
/// go, or are another person. A [MemberCount] is the sum of these.
///
/// @param asOf the instant at which it became what it is: nothing is counted for an earlier one any
///   more. Milliseconds since 1970
/// @param accounts to which they belong
/// @param answers by the id of a condition: whether it holds of them
public record Share(long asOf, SortedSet<String> accounts, SortedMap<Long, Boolean> answers) {
  /// Of a person in no account.
  public static final Share NONE =
      new Share(0, Collections.emptySortedSet(), Collections.emptySortedMap());

  public Share {
    accounts = Collections.unmodifiableSortedSet(new TreeSet<>(accounts));
    answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
  }

  /// How much they are among the members for whom a condition is counted, 0 or 1.
  int counts(String account, long condition) {
    return accounts.contains(account) && answers.containsKey(condition) ? 1 : 0;
  }

  /// How much they are among those for whom it holds, 0 or 1.
  int matches(String account, long condition) {
    return counts(account, condition) == 1 && Boolean.TRUE.equals(answers.get(condition)) ? 1 : 0;
  }
}
