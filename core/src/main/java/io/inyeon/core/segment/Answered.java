package io.inyeon.core.segment;

/// A condition whose answer is kept for each person, and so is asked again when something happens
/// that may change it.
public sealed interface Answered permits Segment, CountedCondition {
  /// What is asked.
  Condition condition();
}
