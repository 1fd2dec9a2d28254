package io.inyeon.core.segment.sql;

import io.inyeon.core.collect.Value;
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

/// Whoever: of them only what holds of everybody is known.
///
/// @param traits what is said of them all the same
record NobodyInParticular(Terms terms, Map<String, Value> traits) implements ProfileView {
  NobodyInParticular(Terms terms) {
    this(terms, Map.of());
  }

  @Override
  public @Nullable Value trait(String name) {
    return traits.get(name);
  }

  @Override
  public Occurrences occurrences(Track track, Reach reach) {
    return Occurrences.none(track.role());
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
