package io.inyeon.core.segment.text;

/// How a piece of a word stands to the pieces before and after it.
enum Shape {
  /// A noun, a word of English: stands alone, or takes particles.
  NOUN,
  /// A Korean verb that wants an ending.
  STEM,
  /// A word that takes nothing any more.
  COMPLETE,
  /// Hangs on a stem.
  ENDING,
  /// Hangs on a noun, or on another particle.
  PARTICLE,
  /// Hangs on a noun, as an *is*.
  COPULA
}
