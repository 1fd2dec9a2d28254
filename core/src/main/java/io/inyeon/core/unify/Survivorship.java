package io.inyeon.core.unify;

/// Which of several values of one trait stands.
public enum Survivorship {
  /// The one said last, by event time.
  LATEST,
  /// The one from the most trusted source; of several, the latest.
  TRUSTED,
  /// The one said most often; of several, the latest.
  FREQUENT,
  /// The smallest number or text.
  MIN,
  /// The largest number or text.
  MAX,
  /// All of them, each once, in the order of their bytes.
  UNION
}
