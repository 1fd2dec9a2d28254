package io.inyeon.core.collect;

import java.util.function.Predicate;

/// The port to regular expressions that run in linear time (RE2 syntax).
@FunctionalInterface
public interface Patterns {
  /// A test of a whole value. Throws IllegalArgumentException when the pattern is wrong.
  Predicate<String> matching(String pattern);

  /// A test whether a text has the pattern anywhere. Throws IllegalArgumentException when the
  /// pattern is wrong.
  default Predicate<String> finding(String pattern) {
    return matching("(?s:.*)(?:" + pattern + ")(?s:.*)");
  }
}
