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

  private static final String ENRICHERS = "enrichers-";

  private static final Set<String> ALL =
      Set.of(CONSENTS, RIGHTS, CORRECTIONS, enrichers(1), enrichers(2), enrichers(3));

  private OwnSources() {}

  /// What others answered about people; their word on traits, and never on who is who.
  ///
  /// @param party of those who answered: 1 first, 2 partners, 3 third
  public static String enrichers(int party) {
    return ENRICHERS
        + switch (party) {
          case 1 -> "first";
          case 2 -> "second";
          case 3 -> "third";
          default -> throw new IllegalArgumentException("no party: " + party);
        };
  }

  /// The party that such a source speaks for; 0 for a source that is none.
  public static int enrichersParty(String id) {
    for (var party = 1; party <= 3; party++) {
      if (id.equals(enrichers(party))) {
        return party;
      }
    }
    return 0;
  }

  /// Whether what a source says of traits names nobody.
  static boolean namesNobody(String id) {
    return id.equals(CORRECTIONS) || id.startsWith(ENRICHERS);
  }

  /// Whether a source is the house's own.
  public static boolean own(String id) {
    return ALL.contains(id);
  }
}
