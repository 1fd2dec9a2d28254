package io.inyeon.core.segment.text;

/// The languages in which conditions are said.
public enum Language {
  /// 한국어; English names and words may stand in it.
  KO,
  /// English.
  EN;

  /// Of a text: Korean as soon as it has a letter of Hangul.
  static Language of(String text) {
    return text.chars().anyMatch(Letters::hangul) ? KO : EN;
  }
}
