package io.inyeon.core.segment;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A value on the profile that is made of what people did, as an operator defined it; one version.
///
/// @param heading conditions name it by its id, as any trait
/// @param version 1, 2, ... as it was saved
/// @param filled whether what happened before it was saved is counted by now; only then has it
///   values
/// @param epochs of each track that the formula asks for itself, by its id: since which entry it is
///   kept
/// @param measured the quintiles last worked out; `null` as long as there are none, or none are
///   asked for
public record ComputedTrait(
    Heading heading,
    int version,
    boolean filled,
    SortedMap<Long, Long> epochs,
    Formula formula,
    @Nullable Cuts measured) {
  public ComputedTrait {
    epochs = Collections.unmodifiableSortedMap(new TreeMap<>(epochs));
  }

  public String id() {
    return heading.id();
  }

  /// Whether people have values of it now.
  public boolean live() {
    return active() && filled;
  }

  /// Whether it is in use.
  public boolean active() {
    return heading.status() == Segment.Status.ACTIVE;
  }

  /// Under which name its history is being counted, among those of segments.
  public String filling() {
    return filling(heading.id());
  }

  /// No segment has such an id.
  static String filling(String id) {
    return "trait:" + id;
  }

  /// The same with what happened before counted.
  public ComputedTrait withHistory() {
    return new ComputedTrait(heading, version, true, epochs, formula, measured);
  }

  /// The same with other quintiles.
  ComputedTrait with(Cuts cuts) {
    return new ComputedTrait(heading, version, filled, epochs, formula, cuts);
  }
}
