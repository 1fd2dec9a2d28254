package io.inyeon.runtime.http;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Link;
import io.inyeon.core.unify.LinkEvidence;
import io.inyeon.core.unify.Profile;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// The people, as they are now. Every answer is `null` when nobody is known by that name.
public interface Profiles {
  /// Everything that is known of a person.
  @Nullable Found profile(Who who) throws Unavailable;

  /// Why it is one person.
  @Nullable Ties identity(Who who) throws Unavailable;

  /// A person's events, newest first.
  ///
  /// @param cursor of a page before; `null` for the first
  @Nullable Timeline events(Who who, @Nullable String cursor, int limit) throws Unavailable;

  /// A person as of one position of the log.
  ///
  /// @param computed what is worked out of it now, by the ids of computed traits
  record Found(Profile profile, long position, SortedMap<String, Computed> computed) {
    /// Without anything that is worked out.
    public Found(Profile profile, long position) {
      this(profile, position, Collections.emptySortedMap());
    }
  }

  /// The value of a computed trait.
  ///
  /// @param version of the computed trait
  /// @param changesAt the next instant at which it may change with no new event, milliseconds since
  ///   1970; `null` for never
  record Computed(Value value, int version, @Nullable Long changesAt) {}

  /// The identifiers of one person and the links between them.
  ///
  /// @param links in use, and spare ones, each with what speaks for it
  /// @param position of the log that this shows
  record Ties(ProfileId id, List<Identifier> identifiers, List<Tie> links, long position) {
    public Ties {
      identifiers = List.copyOf(identifiers);
      links = List.copyOf(links);
    }
  }

  /// A link and what speaks for it.
  ///
  /// @param source id of the source of the best evidence; `null` for a steward's word, or when it
  ///   is not remembered any more
  record Tie(Link link, LinkEvidence evidence, @Nullable String source) {}

  /// One page of a person's events.
  ///
  /// @param page `null` when the cursor is none of ours
  record Timeline(ProfileId id, @Nullable Page<Happened> page) {}
}
