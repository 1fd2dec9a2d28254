package io.inyeon.core.collect;

import java.util.Set;

/// Sources by which the house itself speaks: what its people decide becomes an event like any
/// other, so it counts, merges, replays and is erased in the one way that there is. They have no
/// write key, and only the house can use them.
public final class OwnSources {
  /// What people decided about purposes, told to the service desk or on the self-service page.
  public static final String CONSENTS = "consents";

  /// What people asked for by right, in their own words.
  public static final String RIGHTS = "rights";

  /// Corrections of traits: a steward's word, which beats every other.
  public static final String CORRECTIONS = "corrections";

  private static final Set<String> ALL = Set.of(CONSENTS, RIGHTS, CORRECTIONS);

  private OwnSources() {}

  /// Whether a source is the house's own.
  public static boolean own(String id) {
    return ALL.contains(id);
  }
}
