package io.inyeon.core;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.AccountProfile;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Holder;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.Stamp;
import io.inyeon.core.unify.StewardLinks;

/// The address of one thing in state. Decisions ask for keys and put values under keys; a shell
/// carries both, on one machine or between many, and never interprets either.
///
/// @param <V> what stands under it
public sealed interface Key<V> {
  /// What became of an event: the memory that finds duplicates.
  ///
  /// @param source number of the source
  record Seen(int source, String messageId) implements Key<io.inyeon.core.Seen> {}

  /// The actor of one identifier: which tree holds it.
  record OfIdentifier(Identifier identifier) implements Key<Holder> {}

  /// One tree of the forest, whole.
  record Tree(long id) implements Key<io.inyeon.core.unify.Tree> {}

  /// A link that counts towards sharing but links nobody: an end is shared, or a cut lies between.
  record IdleLink(Pair pair) implements Key<Stamp> {}

  /// What stewards said of one pair; stands only while they say something.
  record OfStewardLinks(Pair pair) implements Key<StewardLinks> {}

  /// Whom an identifier lost touch with at a rank, page by page; only grows.
  ///
  /// @param rank of the links and fragments that were lost
  /// @param page 0 is being written; the older ones count from 1
  record Estranged(Identifier identifier, int rank, int page)
      implements Key<io.inyeon.core.unify.Estranged> {}

  /// A steward's cut, by its own id.
  record OfCut(String id) implements Key<Cut> {}

  /// The identifier whose hash a profile id is.
  record OfProfile(ProfileId id) implements Key<Identifier> {}

  /// An account, e.g. a company.
  record Account(String id) implements Key<AccountProfile> {}

  /// A source, by its number.
  record Source(int number) implements Key<io.inyeon.core.collect.Source> {}

  /// Which imports of a source were taken back; stands only when some were.
  ///
  /// @param source number of the source
  record OfUndone(int source) implements Key<UndoneImports> {}

  /// How a source's events ended, counted.
  ///
  /// @param source number of the source
  record Outcomes(int source) implements Key<OutcomeCounts> {}

  /// A management key, by the SHA-256 of its secret in hex.
  record Access(String hash) implements Key<AccessKey> {}

  /// The rules in force.
  record OfRules() implements Key<RulesDocument> {}

  /// The number that the next new tree gets.
  record NextTree() implements Key<Long> {}
}
