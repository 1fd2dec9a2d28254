package io.inyeon.core.steps;

/// That somebody's values are lent to a step, and to nobody else meanwhile.
///
/// @param step the position of its entry
/// @param serial how often the step had given something back before: what is still on its way back
///   is not what it borrows again
public record Loan(long step, int serial) {}
