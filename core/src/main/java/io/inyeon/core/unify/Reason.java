package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;

/// Why a piece of evidence makes nobody one person.
public sealed interface Reason {
  /// It would make two persons one of whom each has an anchor, and better evidence came first.
  ///
  /// @param one the nearest anchor on the side of the pair's stronger end
  /// @param other that on the weaker end's side
  record Anchor(Identifier one, Identifier other) implements Reason {}

  /// The profile would hold more values of a type than the rules allow.
  record Limit(String type, int limit) implements Reason {}

  /// An end names more than one person: a shop's tablet, `info@`.
  ///
  /// @param rank of the link; links of that rank or better made the end shared
  /// @param ofType the type of which it has too many
  /// @param hub whether only its links to that type fall away
  record Shared(Identifier identifier, int rank, String ofType, boolean hub) implements Reason {}

  /// The value names nobody, by the rules: `null`, `guest`.
  record Blocked(Identifier identifier) implements Reason {}

  /// A steward said that the two are never the same person.
  ///
  /// @param cut its id
  record Divided(String cut) implements Reason {}

  /// Sources of this kind may not say so.
  ///
  /// @param type that they may not link by; of two anchors, the anchors' type
  record Untrusted(SourceKind kind, String type) implements Reason {}
}
