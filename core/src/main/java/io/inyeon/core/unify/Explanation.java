package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import java.util.List;

/// Why all that one profile holds is one person.
///
/// @param identifiers strongest first
/// @param held the links that hold them together, in the order in which the definition takes them:
///   as many as there are identifiers, less one
/// @param spare evidence that agrees and is not needed; it stands in when a better link goes
/// @param refused evidence that this person is also somebody else, and why it does not count
/// @param unlisted how much refused evidence there is at most beyond what is listed
/// @param cuts that name one of the identifiers
/// @param logins the newest slices that logins give the person of devices, and that they give
///   others of the person's
/// @param unlistedLogins how many older ones are left out
public record Explanation(
    ProfileId id,
    List<Identifier> identifiers,
    List<Support> held,
    List<Support> spare,
    List<Refused> refused,
    long unlisted,
    List<Cut> cuts,
    List<LoginSlice> logins,
    long unlistedLogins) {
  public Explanation {
    identifiers = List.copyOf(identifiers);
    held = List.copyOf(held);
    spare = List.copyOf(spare);
    refused = List.copyOf(refused);
    cuts = List.copyOf(cuts);
    logins = List.copyOf(logins);
  }
}
