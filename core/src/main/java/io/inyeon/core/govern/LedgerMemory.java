package io.inyeon.core.govern;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What the consent ledger has of those who are named by one list of identifiers, as far as it
/// takes to see whether something new is said.
///
/// @param byPurpose the latest word on each purpose
public record LedgerMemory(SortedMap<String, Word> byPurpose) {
  /// Purposes remembered; what is said of further ones is recorded each time.
  public static final int MOST = 200;

  public static final LedgerMemory NONE = new LedgerMemory(new TreeMap<>());

  public LedgerMemory {
    byPurpose = Collections.unmodifiableSortedMap(new TreeMap<>(byPurpose));
  }

  /// The latest word on a purpose. Cookie banners say the same with each event: only what differs
  /// is recorded, and when the same was said last is remembered here.
  ///
  /// @param statement as it was recorded
  /// @param again the latest time at which the same was said; at first its own
  /// @param againId messageId of that event
  /// @param againAt position of that event
  public record Word(ConsentStatement statement, long again, String againId, long againAt) {
    static Word of(ConsentStatement statement, long position) {
      return new Word(statement, statement.time(), statement.messageId(), position);
    }

    /// Whether a statement says nothing that this one did not.
    boolean same(ConsentStatement other) {
      return statement.granted() == other.granted()
          && statement.source() == other.source()
          && statement.expiresAt() == other.expiresAt()
          && statement.guardian() == other.guardian()
          && Objects.equals(statement.wording(), other.wording())
          && Objects.equals(statement.language(), other.language())
          && Objects.equals(statement.channel(), other.channel());
    }
  }

  @Nullable Word of(String purpose) {
    return byPurpose.get(purpose);
  }

  LedgerMemory with(String purpose, Word word) {
    if (byPurpose.size() >= MOST && !byPurpose.containsKey(purpose)) {
      return this;
    }
    var more = new TreeMap<>(byPurpose);
    more.put(purpose, word);
    return new LedgerMemory(more);
  }
}
