package io.inyeon.core.govern.enricher;

import org.jspecify.annotations.Nullable;

/// A place of a request that is looked up with the person instead of the event:
/// `/profile/traits/NAME`, or a part of what stands there, and `/profile/computed/ID`. Whoever is
/// asked gets what is known at that instant.
///
/// @param section where among what is known of the person it stands
/// @param name of the trait, or id of the computed trait
/// @param field by which labels and plans know it: a computed trait is labelled as a trait of its
///   name is
public record PersonPlace(Section section, String name, String field) {
  /// Under which name in a request the person stands; no event has such a field.
  public static final String PERSON = "profile";

  /// What is known of a person.
  public enum Section {
    TRAITS("traits"),
    COMPUTED("computed");

    private final String written;

    Section(String written) {
      this.written = written;
    }

    /// As it stands in a place.
    public String written() {
      return written;
    }
  }

  /// Whether a place begins as those of a person do.
  static boolean meant(Pointer place) {
    return place.steps().getFirst().equals(PERSON);
  }

  /// What of a person a place means; `null` when it means none.
  public static @Nullable PersonPlace of(Pointer place) {
    if (!meant(place) || place.steps().size() < 3 || place.steps().get(2).isBlank()) {
      return null;
    }
    for (var section : Section.values()) {
      if (section.written.equals(place.steps().get(1))) {
        var before = PERSON.length() + section.written.length() + 2;
        return new PersonPlace(
            section, place.steps().get(2), "/traits" + place.written().substring(before));
      }
    }
    return null;
  }
}
