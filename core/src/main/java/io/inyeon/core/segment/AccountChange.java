package io.inyeon.core.segment;

import io.inyeon.core.collect.Identifier;
import org.jspecify.annotations.Nullable;

/// That an account is another one for conditions, its traits or what is counted of its members:
/// each of its members is to be looked at. What is asked again while that goes on waits for the
/// next time round, however often it is asked.
///
/// @param since position of the latest entry that changed it
/// @param at the earliest instant for which members are to be looked at again, by log time;
///   milliseconds since 1970
/// @param walk how far it is; `null` when it has not begun
public record AccountChange(long since, long at, @Nullable Walk walk) {
  /// Some of the members are looked at.
  ///
  /// @param since what it covers: changes up to this position
  /// @param at for which instant
  /// @param after up to whom, in the order of [io.inyeon.core.Key.OfJoined]
  /// @param looked how many these are
  public record Walk(long since, long at, Identifier after, long looked) {}

  /// An account that changed.
  ///
  /// @param known what was to be done already; `null` for nothing
  static AccountChange of(@Nullable AccountChange known, long position, long at) {
    if (known == null) {
      return new AccountChange(position, at, null);
    }
    var walk = known.walk();
    var waiting = walk == null || known.since() > walk.since();
    return new AccountChange(position, waiting ? Math.min(known.at(), at) : at, walk);
  }

  /// What is left after everybody was looked at; `null` for nothing.
  ///
  /// @param upTo position of the latest change that was covered
  public @Nullable AccountChange after(long upTo) {
    return since <= upTo ? null : new AccountChange(since, at, null);
  }

  /// The same some members further.
  public AccountChange with(Walk some) {
    return new AccountChange(since, at, some);
  }
}
