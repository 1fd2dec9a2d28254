package io.inyeon.core.segment;

/// A condition that others ask of the members of accounts: each account keeps for how many of its
/// members it holds, see [MemberCount].
///
/// @param id its name in state: a hash of all that it means, other segments and computed traits
///   included, so that what was counted by another meaning is never taken for this one
/// @param depth 0; one more than the deepest that it asks for itself
/// @param some whether anybody asks for any or none of the members
/// @param all whether anybody asks for all of them
/// @param whole whether everybody was looked at for it; nothing is told by its counts before
/// @param waiting whether something that it is made of is being counted: meanwhile it stays as it
///   is
record CountedCondition(
    long id,
    Condition condition,
    int depth,
    boolean some,
    boolean all,
    boolean whole,
    boolean waiting)
    implements Answered {
  /// Of the id alone: sets of these are made for each event.
  @Override
  public int hashCode() {
    return Long.hashCode(id);
  }
}
