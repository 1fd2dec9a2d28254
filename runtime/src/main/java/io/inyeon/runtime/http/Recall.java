package io.inyeon.runtime.http;

import io.inyeon.core.recall.ProfileChange;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.http.Profiles.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The people as they were known at other times. Every answer is `null` when nobody was known by
/// that name.
public interface Recall {
  /// No bound in time.
  long EVER = Long.MAX_VALUE;

  /// Everything that was known of a person.
  ///
  /// @param at the latest time of what counts, milliseconds since 1970, or [#EVER]
  /// @param known the latest arrival of what counts, or [#EVER]
  @Nullable Found profile(Who who, long at, long known) throws Unavailable, TooMuch;

  /// What became different of a person, in the order in which it happened.
  ///
  /// @param from milliseconds since 1970; what happened later than this is told
  /// @param to up to and including this, or [#EVER]
  /// @param known the latest arrival of what counts, or [#EVER]
  @Nullable Changes changes(Who who, long from, long to, long known) throws Unavailable, TooMuch;

  /// What became different.
  ///
  /// @param position of the log up to which everything was considered
  record Changes(List<ProfileChange> changes, long position) {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  /// More events would have to be read than one question may.
  final class TooMuch extends Exception {
    private static final long serialVersionUID = 1;
    private final int most;

    /// Says how many it may read.
    public TooMuch(int most) {
      super("more than " + most + " events", null, false, false);
      this.most = most;
    }

    int most() {
      return most;
    }
  }
}
