package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why two identifiers are one person, or what stands between them.
///
/// @param one whether they are one person
/// @param path the links from one to the other, in order; empty when they are two persons, or the
///   same identifier
/// @param spare when they are one: evidence that would hold them together should a link of the path
///   go, as far as it lies within the profile
/// @param refused when they are two: evidence between the two profiles, or of both with the same
///   third identifier, and why it does not count; empty when nothing ever said that they are one
/// @param unlisted how much refused evidence there is at most beyond what is listed
/// @param cuts that have the two on opposite sides
public record Relation(
    End a,
    End b,
    boolean one,
    List<Step> path,
    List<Support> spare,
    List<Refused> refused,
    long unlisted,
    List<Cut> cuts) {
  public Relation {
    path = List.copyOf(path);
    spare = List.copyOf(spare);
    refused = List.copyOf(refused);
    cuts = List.copyOf(cuts);
  }

  /// One of the two.
  ///
  /// @param profile `null` for a blocked value, which names nobody
  public record End(Identifier identifier, @Nullable ProfileId profile) {}

  /// One link of the path.
  public record Step(Identifier from, Identifier to, Support by) {}
}
