package io.inyeon.core.unify;

import io.inyeon.core.govern.ConsentStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a fragment's events say about consent: of each purpose the latest yes of the person, the
/// latest of their guardian, and the latest no.
///
/// Of more than [#LIMIT] purposes the smallest by their bytes are kept, as in [Counts]; the others
/// are never granted: what one fragment leaves out, every sum with it leaves out too.
///
/// @param all the latest withdrawal of everything
/// @param full whether any purpose was left out
public record Consents(
    Table<String, Latest> byPurpose, @Nullable ConsentStatement all, boolean full) {
  /// Purposes kept.
  public static final int LIMIT = 200;

  private static final Table<String, Latest> NONE = Table.empty(Table.BYTES);

  public static final Consents EMPTY = new Consents(NONE, null, false);

  /// The latest yes and the latest no to one purpose. A child's banner repeats the child's yes with
  /// each event, so a guardian's is kept apart from it.
  ///
  /// @param granted the person's own latest yes
  /// @param guarded the latest yes of the person's guardian
  /// @param withdrawn the latest no, whoever said it
  public record Latest(
      @Nullable ConsentStatement granted,
      @Nullable ConsentStatement guarded,
      @Nullable ConsentStatement withdrawn) {
    static Latest of(ConsentStatement statement) {
      return !statement.granted()
          ? new Latest(null, null, statement)
          : statement.guardian()
              ? new Latest(null, statement, null)
              : new Latest(statement, null, null);
    }

    @SuppressWarnings("ReferenceEquality") // the question is whether anything is new
    Latest plus(Latest other) {
      var yes = ConsentStatement.later(granted, other.granted);
      var theirs = ConsentStatement.later(guarded, other.guarded);
      var no = ConsentStatement.later(withdrawn, other.withdrawn);
      return yes == granted && theirs == guarded && no == withdrawn
          ? this
          : new Latest(yes, theirs, no);
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
      return new Consents(NONE, statement, false);
    }
    return new Consents(
        Table.of(Table.BYTES, statement.purpose(), Latest.of(statement)), null, false);
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
    var everything = ConsentStatement.later(all, other.all);
    var more = full || other.full || purposes.size() > LIMIT;
    var kept = purposes.head(LIMIT);
    return kept == byPurpose && everything == all && more == full
        ? this
        : new Consents(kept, everything, more);
  }

  /// Whether nothing was said.
  public boolean isEmpty() {
    return byPurpose.isEmpty() && all == null;
  }

  /// The latest withdrawal that binds a purpose. Whoever says no in capital letters means no; a yes
  /// is one to what is written alone.
  @Nullable ConsentStatement withdrawn(String purpose) {
    var latest = all;
    for (var each : byPurpose.entrySet()) {
      if (each.getKey().equalsIgnoreCase(purpose)) {
        latest = ConsentStatement.later(latest, each.getValue().withdrawn());
      }
    }
    return latest;
  }

  /// The latest grants of a purpose, the guardian's too.
  List<ConsentStatement> granted(String purpose) {
    var latest = byPurpose.get(purpose);
    if (latest == null) {
      return List.of();
    }
    var grants = new ArrayList<ConsentStatement>(2);
    if (latest.granted() != null) {
      grants.add(latest.granted());
    }
    if (latest.guarded() != null) {
      grants.add(latest.guarded());
    }
    return grants;
  }
}
