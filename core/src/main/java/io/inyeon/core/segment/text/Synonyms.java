package io.inyeon.core.segment.text;

import java.util.List;

/// A workspace's own words for what it has.
///
/// @param version 1, 2, ... as they were saved; 0 as long as none were
public record Synonyms(int version, List<Names.Synonym> words) {
  /// None were saved.
  public static final Synonyms NONE = new Synonyms(0, List.of());

  public Synonyms {
    words = List.copyOf(words);
  }
}
