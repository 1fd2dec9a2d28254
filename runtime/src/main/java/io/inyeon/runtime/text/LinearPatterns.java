package io.inyeon.runtime.text;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.govern.enrich.Captures;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Regular expressions by RE2/J: whatever an operator writes, matching takes time in proportion to
/// the text.
public final class LinearPatterns implements Patterns, Captures {
  @Override
  public Predicate<String> matching(String pattern) {
    try {
      var compiled = Pattern.compile(pattern);
      var characters = characters(pattern);
      return characters == null ? compiled::matches : text -> consistsOf(characters, text);
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(
          "not a pattern in RE2 syntax: " + wrong.getDescription() + ": " + pattern, wrong);
    }
  }

  @Override
  public Predicate<String> finding(String pattern) {
    try {
      var compiled = Pattern.compile(pattern);
      return text -> compiled.matcher(text).find();
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(
          "not a pattern in RE2 syntax: " + wrong.getDescription() + ": " + pattern, wrong);
    }
  }

  @Override
  public Finding compile(String pattern) {
    try {
      var compiled = Pattern.compile(pattern);
      return text -> {
        var matcher = compiled.matcher(text);
        if (!matcher.find()) {
          return NOTHING;
        }
        var groups = new @Nullable String[matcher.groupCount() + 1];
        for (var i = 0; i < groups.length; i++) {
          groups[i] = matcher.group(i);
        }
        return groups;
      };
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(
          "not a pattern in RE2 syntax: " + wrong.getDescription() + ": " + pattern, wrong);
    }
  }

  private static final @Nullable String[] NOTHING = {};

  /// The characters of a pattern of the simplest kind, `^[0-]*$`; `null` for any other. Such a one
  /// is asked of every event, and a loop answers ten times sooner.
  private static @Nullable String characters(String pattern) {
    if (!pattern.startsWith("^[") || !pattern.endsWith("]*$")) {
      return null;
    }
    var characters = pattern.substring(2, pattern.length() - 3);
    for (var i = 0; i < characters.length(); i++) {
      var c = characters.charAt(i);
      var plain = Character.isLetterOrDigit(c) && c < 0x80;
      var lastDash = c == '-' && i > 0 && i == characters.length() - 1;
      if (!plain && !lastDash) {
        return null;
      }
    }
    return characters.isEmpty() ? null : characters;
  }

  private static boolean consistsOf(String characters, String text) {
    for (var i = 0; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }
}
