package io.inyeon.core.segment;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is kept of a person's events for the conditions that ask the same of the same events: which
/// events, and which value of each. Its [Occurrences] are kept once, whoever uses it.
///
/// @param property whose value is kept with the time; `null` for the times alone
public record Track(Filter filter, @Nullable FieldPath property, Role role) {
  public Track {
    if ((property == null) != (role == Role.TIMES)) {
      throw new IllegalArgumentException("times alone, and nothing else, are of no property");
    }
  }

  /// What is kept of each event.
  public enum Role {
    /// That it happened.
    TIMES,
    /// A number; events without one do not count.
    NUMBERS,
    /// A text, number or truth; events without one do not count.
    VALUES
  }

  /// Its name in stored state: a hash, so that it is the same on every machine and in every replay.
  public long id() {
    return TrackIds.of(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Track that
        && role == that.role
        && filter.equals(that.filter)
        && Objects.equals(property, that.property);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * filter.hashCode() + Objects.hashCode(property)) + role.name().hashCode();
  }
}
