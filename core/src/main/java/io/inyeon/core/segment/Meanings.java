package io.inyeon.core.segment;

import org.jspecify.annotations.Nullable;

/// What conditions name: what segments and computed traits are now.
public interface Meanings {
  /// What membership of a segment means; `null` when it has no members.
  @Nullable Condition condition(String id);

  /// A computed trait that has values; `null` when there is none of this id, and a trait that
  /// sources sent is meant.
  @Nullable ComputedTrait trait(String id);
}
