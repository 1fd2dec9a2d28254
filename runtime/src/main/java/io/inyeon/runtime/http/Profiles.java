package io.inyeon.runtime.http;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Link;
import io.inyeon.core.unify.LinkEvidence;
import io.inyeon.core.unify.Profile;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.Intake.Unavailable;
import java.util.List;
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

  /// People, those first of whom we heard for the first time last.
  ///
  /// @param below the `next` of the page before; the largest number for the first
  /// @param limit about how many
  /// @param known whether only those whom we know, or only those whom we do not; `null` for all
  Listed list(long below, int limit, @Nullable Boolean known) throws Unavailable;

  /// Some people.
  ///
  /// @param next where the next page begins; 0 at the end. A page may be empty and not the last.
  record Listed(List<Profile> people, long next) {
    public Listed {
      people = List.copyOf(people);
    }
  }

  /// A person as of one position of the log.
  record Found(Profile profile, long position) {}

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
