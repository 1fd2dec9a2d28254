package io.inyeon.core.govern.enrich;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The public works that steps look things up in; each is read when a step first needs it.
public final class References {
  private final Supplier<UserAgents> agents;
  private final Supplier<PublicSuffixes> suffixes;
  private volatile @Nullable UserAgents knownAgents;
  private volatile @Nullable PublicSuffixes knownSuffixes;

  public References(Supplier<UserAgents> agents, Supplier<PublicSuffixes> suffixes) {
    this.agents = agents;
    this.suffixes = suffixes;
  }

  /// By which user agents are told apart.
  public UserAgents agents() {
    var known = knownAgents;
    if (known == null) {
      known = agents.get();
      knownAgents = known;
    }
    return known;
  }

  /// By which domains are told from their suffixes.
  public PublicSuffixes suffixes() {
    var known = knownSuffixes;
    if (known == null) {
      known = suffixes.get();
      knownSuffixes = known;
    }
    return known;
  }
}
