package io.inyeon.core.steps;

/// What an address remembers besides the values that it keeps. One that equals [#EMPTY] need not be
/// stored.
///
/// @param lentTo the position of the entry to whose step its values are lent; 0 for none. A tree
///   whose values are lent is unsettled: what it says may be said anew in a moment
/// @param clock at a tree the latest step that was here, at an identifier the step that wrote its
///   pointer; 0 for none
/// @param waiting for the loan to end
/// @param expecting an identifier's pointer to be written anew
public record Desk(long lentTo, long clock, Line<Step> waiting, Line<Step> expecting) {
  /// Nothing is lent, nobody waits, nothing happened.
  public static final Desk EMPTY = new Desk(0, 0, Line.empty(), Line.empty());
}
