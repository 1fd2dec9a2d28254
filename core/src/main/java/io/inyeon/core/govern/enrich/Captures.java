package io.inyeon.core.govern.enrich;

import org.jspecify.annotations.Nullable;

/// The port to regular expressions of linear time that tell what their groups stand for (RE2
/// syntax).
@FunctionalInterface
public interface Captures {
  /// Makes a pattern ready for use. Throws IllegalArgumentException when it is none.
  Finding compile(String pattern);

  /// A pattern that is ready for use.
  @FunctionalInterface
  interface Finding {
    /// The first place where the pattern stands: the whole, then its groups; empty for none.
    ///
    /// @return texts; `null` for a group that stands for nothing
    @Nullable String[] in(String text);
  }
}
