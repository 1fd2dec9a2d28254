package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Event;
import java.util.List;
import java.util.SortedMap;

/// What is known of an account, e.g. a company: the sum of the `group` calls that name it.
///
/// @param id as sources send it
/// @param first the earliest event time, milliseconds since 1970
/// @param latest the latest event time
/// @param count how many calls
/// @param traits as the calls have them
public record AccountProfile(String id, long first, long latest, long count, Traits traits) {
  /// What one group call tells of its account. Throws when the event names none.
  public static AccountProfile of(Event event, Rules rules) {
    var id = event.account();
    if (id == null) {
      throw new IllegalArgumentException("no account on " + event.head().messageId());
    }
    var time = event.head().time();
    return new AccountProfile(id, time, time, 1, Traits.of(event, rules.document().traits()));
  }

  /// The sum of both, which must be of one account.
  public AccountProfile plus(AccountProfile other) {
    if (!id.equals(other.id)) {
      throw new IllegalArgumentException(id + " and " + other.id + " are two accounts");
    }
    return new AccountProfile(
        id,
        Math.min(first, other.first),
        Math.max(latest, other.latest),
        count + other.count,
        traits.plus(other.traits));
  }

  /// The traits that stand, each with the values that lost.
  public SortedMap<String, Trait> standing(Rules rules) {
    return TraitChoice.of(List.of(traits), rules.document().traits()).standing();
  }
}
