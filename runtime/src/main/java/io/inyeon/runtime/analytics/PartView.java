package io.inyeon.runtime.analytics;

import io.inyeon.core.collect.Value;
import io.inyeon.core.segment.Computation;
import io.inyeon.core.segment.ComputedTrait;
import io.inyeon.core.segment.Condition;
import io.inyeon.core.segment.Occurrences;
import io.inyeon.core.segment.ProfileView;
import io.inyeon.core.segment.Reach;
import io.inyeon.core.segment.Terms;
import io.inyeon.core.segment.Track;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// As much of a person as one part of a condition asks for.
///
/// @param traits those that it asks for
/// @param computed what the computed trait is that it asks of; `null` for none
record PartView(
    Terms terms,
    Map<Track, Occurrences> all,
    Map<String, Value> traits,
    @Nullable ComputedTrait computed)
    implements ProfileView {
  @Override
  public @Nullable Value trait(String name) {
    return traits.get(name);
  }

  @Override
  public @Nullable Computation computed(String name) {
    return computed == null || !computed.id().equals(name)
        ? null
        : Computation.of(computed.formula(), computed.measured(), this);
  }

  @Override
  public Occurrences occurrences(Track track, Reach reach) {
    var known = all.get(track);
    return known == null ? Occurrences.none(track.role().stored()) : known;
  }

  @Override
  public long grantedUntil(String purpose) {
    return Long.MIN_VALUE;
  }

  @Override
  public @Nullable BigDecimal score(String name) {
    return null;
  }

  @Override
  public @Nullable Condition segment(String id) {
    return null;
  }

  @Override
  public List<Account> accounts() {
    return List.of();
  }
}
