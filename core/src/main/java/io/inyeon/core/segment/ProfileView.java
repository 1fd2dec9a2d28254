package io.inyeon.core.segment;

import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Activity;
import io.inyeon.core.unify.Sessions;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What conditions can ask of one person. Whoever asks for little pays for little.
public interface ProfileView {
  /// The workspace's.
  Terms terms();

  /// The trait that stands; `null` for none.
  @Nullable Value trait(String name);

  /// The value of a computed trait of this id; `null` when there is none in use, and a trait that
  /// sources sent is meant.
  default @Nullable Computation computed(String name) {
    return null;
  }

  /// When the person was active in a browser or an app.
  default Activity activity() {
    return Activity.EMPTY;
  }

  /// The person's visits.
  default Sessions sessions() {
    return new Sessions(List.of(), null);
  }

  /// What is kept of a track, at least as far back as asked for.
  Occurrences occurrences(Track track, Reach reach);

  /// Until when the person's grant of a purpose holds, exclusive, milliseconds since 1970;
  /// [Long#MIN_VALUE] when they have not granted it beyond doubt.
  long grantedUntil(String purpose);

  /// A prediction; `null` for none.
  @Nullable BigDecimal score(String name);

  /// What membership of another segment means now; `null` when there is no such active segment.
  @Nullable Condition segment(String id);

  /// The accounts that the person belongs to.
  List<Account> accounts();

  /// An account, as far as conditions ask.
  interface Account {
    /// Its id, as sources send it.
    String id();

    /// The trait that stands; `null` for none.
    @Nullable Value trait(String name);

    /// How many members it has, and for how many a condition holds; `null` when that is not counted
    /// yet.
    @Nullable MemberCount members(Condition condition);
  }
}
