package io.inyeon.runtime.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.inyeon.core.collect.Patterns;
import java.util.function.Predicate;

/// Regular expressions by RE2/J: whatever an operator writes, matching takes time in proportion to
/// the text.
public final class LinearPatterns implements Patterns {
  @Override
  public Predicate<String> matching(String pattern) {
    try {
      return Pattern.compile(pattern)::matches;
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(
          "not a pattern in RE2 syntax: " + wrong.getDescription() + ": " + pattern, wrong);
    }
  }
}
