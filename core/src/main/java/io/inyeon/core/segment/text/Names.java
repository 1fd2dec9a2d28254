package io.inyeon.core.segment.text;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Vocabulary;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a workspace calls things, so that a phrase can be held against it.
///
/// @param vocabulary events with their properties, traits, segments, purposes, scores
/// @param traitValues by dotted path the values often met, the most frequent first; a trait whose
///   values are told apart by nobody (names, e-mail addresses) has none
/// @param propertyValues the same of the properties of events
/// @param segmentLabels by id what people call a segment
/// @param synonyms the workspace's own words
/// @param currency of amounts, ISO 4217; `null` when none is set
/// @param zone in which days begin
public record Names(
    Vocabulary vocabulary,
    Map<String, List<Value>> traitValues,
    Map<String, List<Value>> propertyValues,
    Map<String, String> segmentLabels,
    List<Synonym> synonyms,
    @Nullable String currency,
    ZoneId zone) {
  public Names {
    traitValues = new LinkedHashMap<>(traitValues);
    propertyValues = new LinkedHashMap<>(propertyValues);
    segmentLabels = new LinkedHashMap<>(segmentLabels);
    synonyms = List.copyOf(synonyms);
  }

  /// A word of the workspace's own for something it has: 가전 매니아 for the segment `seg_7`.
  ///
  /// @param word as people say it
  /// @param kind of what it is a word
  /// @param name of the event, trait, segment, purpose or score
  public record Synonym(String word, Kind kind, String name) {}

  /// What a synonym may be a word for.
  public enum Kind {
    EVENT,
    TRAIT,
    SEGMENT,
    PURPOSE,
    SCORE
  }
}
