package io.inyeon.core.unify;

import io.inyeon.core.govern.ConsentStatement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a fragment's events say about consent: of each purpose the latest yes and the latest no.
///
/// Of more than [#LIMIT] purposes the smallest by their bytes are kept. A grant left out permits
/// nothing; of the withdrawals left out the latest stays and binds every purpose that is not kept.
///
/// @param all the latest withdrawal of everything
/// @param beyond the latest withdrawal of a purpose left out
/// @param full whether any purpose was left out
public record Consents(
    Table<String, Latest> byPurpose,
    @Nullable ConsentStatement all,
    @Nullable ConsentStatement beyond,
    boolean full) {
  /// Purposes kept.
  public static final int LIMIT = 200;

  private static final Table<String, Latest> NONE = Table.empty(Table.BYTES);

  public static final Consents EMPTY = new Consents(NONE, null, null, false);

  /// The latest yes and the latest no to one purpose.
  public record Latest(@Nullable ConsentStatement granted, @Nullable ConsentStatement withdrawn) {
    @SuppressWarnings("ReferenceEquality") // the question is whether anything is new
    Latest plus(Latest other) {
      var yes = ConsentStatement.later(granted, other.granted);
      var no = ConsentStatement.later(withdrawn, other.withdrawn);
      return yes == granted && no == withdrawn ? this : new Latest(yes, no);
    }
  }

  static Consents of(List<ConsentStatement> statements) {
    var consents = EMPTY;
    for (var statement : statements) {
      consents = consents.plus(of(statement));
    }
    return consents;
  }

  private static Consents of(ConsentStatement statement) {
    if (statement.purpose().equals(ConsentStatement.EVERYTHING)) {
      return new Consents(NONE, statement, null, false);
    }
    var latest = statement.granted() ? new Latest(statement, null) : new Latest(null, statement);
    return new Consents(Table.of(Table.BYTES, statement.purpose(), latest), null, null, false);
  }

  /// Both as one; this one itself when the other adds nothing.
  @SuppressWarnings("ReferenceEquality") // the question is whether anything was copied
  public Consents plus(Consents other) {
    if (other.isEmpty()) {
      return this;
    }
    if (isEmpty()) {
      return other;
    }
    var purposes = byPurpose.plus(other.byPurpose, Latest::plus);
    var left = ConsentStatement.later(beyond, other.beyond);
    for (var i = LIMIT; i < purposes.size(); i++) {
      left = ConsentStatement.later(left, purposes.value(i).withdrawn());
    }
    var everything = ConsentStatement.later(all, other.all);
    var more = full || other.full || purposes.size() > LIMIT;
    var kept = purposes.head(LIMIT);
    return kept == byPurpose && everything == all && left == beyond && more == full
        ? this
        : new Consents(kept, everything, left, more);
  }

  /// Whether nothing was said.
  public boolean isEmpty() {
    return byPurpose.isEmpty() && all == null;
  }

  /// The latest withdrawal that binds a purpose.
  @Nullable ConsentStatement withdrawn(String purpose) {
    var latest = byPurpose.get(purpose);
    return ConsentStatement.later(all, latest == null ? beyond : latest.withdrawn());
  }

  /// The latest grant of a purpose.
  @Nullable ConsentStatement granted(String purpose) {
    var latest = byPurpose.get(purpose);
    return latest == null ? null : latest.granted();
  }
}
