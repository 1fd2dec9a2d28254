package io.inyeon.core.recall;

import io.inyeon.core.Entry;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Commerce;
import io.inyeon.core.unify.Consent;
import io.inyeon.core.unify.ProfileId;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Something about a person that became different, and what made it so.
///
/// @param time when, milliseconds since 1970: the event's time, or when an operator decided it
/// @param position of what made it so in the log
/// @param ordinal counts what became different by the same cause, from 0
public record ProfileChange(long time, long position, int ordinal, What what, Cause cause) {
  /// What became different.
  public sealed interface What {
    /// A trait has another value.
    ///
    /// @param old `null` when it was not there before
    /// @param now `null` when it is there no longer
    record OfTrait(String name, @Nullable Value old, @Nullable Value now) implements What {}

    /// An identifier is the person's from now on.
    record Joined(Identifier identifier) implements What {}

    /// An identifier is the person's no longer.
    record Left(Identifier identifier) implements What {}

    /// A consent is another.
    ///
    /// @param old `null` when nothing was said of the purpose before
    /// @param now `null` when nothing that is said of it counts any more
    record OfConsent(String purpose, @Nullable Consent old, @Nullable Consent now)
        implements What {}

    /// An account is the person's from now on.
    record AccountJoined(String id) implements What {}

    /// An account is the person's no longer: the event that said so is another's.
    record AccountLeft(String id) implements What {}

    /// A visit begins, or is told apart from others from now on.
    ///
    /// @param start its first event's time, milliseconds since 1970
    /// @param campaign that began it; `null` when none did
    record SessionBegan(long start, @Nullable String campaign) implements What {}

    /// A visit is the person's no longer, or is one with another: both are one person's now.
    ///
    /// @param start its first event's time, milliseconds since 1970
    /// @param campaign that began it; `null` when none did
    record SessionGone(long start, @Nullable String campaign) implements What {}

    /// What the person bought comes to something else.
    ///
    /// @param old `null` when nothing was bought before
    /// @param now `null` when nothing is any more
    record OfCommerce(@Nullable Commerce old, @Nullable Commerce now) implements What {}

    /// Some of what was another profile is this one from now on.
    ///
    /// @param other the id that the other had
    /// @param identifiers which of its identifiers came
    record Merged(ProfileId other, SortedSet<Identifier> identifiers) implements What {
      public Merged {
        identifiers = copy(identifiers);
      }
    }

    /// Some of what was this profile is another from now on.
    ///
    /// @param other the id that the other has
    /// @param identifiers which identifiers went
    record Split(ProfileId other, SortedSet<Identifier> identifiers) implements What {
      public Split {
        identifiers = copy(identifiers);
      }
    }

    private static SortedSet<Identifier> copy(SortedSet<Identifier> identifiers) {
      return java.util.Collections.unmodifiableSortedSet(new TreeSet<>(identifiers));
    }
  }

  /// What made it different.
  public sealed interface Cause {
    /// An event.
    record ByEvent(Event.Head head) implements Cause {}

    /// What an operator decided: a cut, a link, or rules.
    record ByOperator(Entry entry) implements Cause {}
  }
}
