package io.inyeon.runtime.http;

import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.SavedPurpose;
import io.inyeon.core.unify.Permission;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.consent.LedgerKeeper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Purposes, what people decided about them, and the ledger that proves it.
public interface ConsentDesk {
  /// All purposes in their latest versions, by key.
  List<SavedPurpose> purposes();

  /// Every version of one that was saved, the newest first; none when there is no such purpose.
  List<SavedPurpose> versions(String key);

  /// Saves the next version of a purpose, or the first.
  ///
  /// @param key `null` for a new one
  /// @param after the version that the author has seen; 0 for a new one, -1 for whichever
  Saved save(@Nullable String key, Value.Fields written, int after, String author)
      throws Unavailable;

  /// Records what somebody decided.
  Recorded record(Value.Fields written, String author) throws Unavailable;

  /// For what a person's data may be used; `null` for nobody.
  ///
  /// @param at the instant, milliseconds since 1970; `null` for now
  /// @param known the latest arrival of what counts, or [Recall#EVER]
  @Nullable Standing standing(Who who, @Nullable Long at, long known)
      throws Unavailable, Recall.TooMuch;

  /// The id of somebody's profile; `null` for nobody.
  @Nullable ProfileId id(Who who) throws Unavailable;

  /// Whether somebody's data may be used for a purpose now; `null` for nobody.
  @Nullable Boolean permitted(Who who, Bound bound) throws Unavailable;

  /// What the ledger has of a person; `null` for nobody.
  ///
  /// @param before entries with smaller numbers only, the newest first
  @Nullable History history(Who who, long before, int limit) throws Unavailable;

  /// How the ledger stands.
  LedgerKeeper.Standing ledger();

  /// An entry of the ledger; `null` when there is none of this number.
  LedgerKeeper.@Nullable Entry entry(long number) throws Unavailable;

  /// A signed receipt of an entry; `null` when there is none of this number, or it is erased or no
  /// statement.
  Value.@Nullable Fields receipt(long number) throws Unavailable;

  /// Waits until the ledger has recorded everything up to a position of the log.
  boolean await(long position, long timeoutMs) throws InterruptedException;

  /// What came of saving.
  sealed interface Saved {
    /// It is saved.
    record Done(SavedPurpose saved) implements Saved {}

    /// It is not, for all these reasons.
    record Wrong(List<Violation> problems) implements Saved {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }

    /// There is no such purpose.
    record Missing() implements Saved {}

    /// Somebody else saved it meanwhile, or made one of this key.
    record Conflict() implements Saved {}
  }

  /// What came of recording.
  sealed interface Recorded {
    /// It is recorded.
    ///
    /// @param position a read with `at-least` this one sees it
    /// @param messageIds of the events that carry it, one for each consent
    record Done(long position, List<String> messageIds) implements Recorded {
      public Done {
        messageIds = List.copyOf(messageIds);
      }
    }

    /// It is not, for all these reasons.
    record Wrong(List<Violation> problems) implements Recorded {
      public Wrong {
        problems = List.copyOf(problems);
      }
    }
  }

  /// For what a person's data may be used.
  ///
  /// @param asOf milliseconds since 1970
  record Standing(ProfileId id, long asOf, List<Allowed> purposes, long position) {
    public Standing {
      purposes = List.copyOf(purposes);
    }
  }

  /// One purpose of a person.
  record Allowed(Purpose purpose, Permission permission) {}

  /// Entries of a person.
  ///
  /// @param next by which the page after this one is asked for; 0 at the end
  /// @param position of the log up to which everything is recorded
  record History(ProfileId id, List<LedgerKeeper.Entry> entries, long next, long position) {
    public History {
      entries = List.copyOf(entries);
    }
  }
}
