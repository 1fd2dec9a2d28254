package io.inyeon.core.segment.sql;

import io.inyeon.core.segment.FieldPath;

/// Where a database keeps the values at each path.
///
/// ```
/// event       position, time, name (see Names), fragment, person, touch_channel, touch_campaign,
///             touch_referrer (see Touch; of pages and screens), and own columns
/// event_more  event (its position), path, and a column for each piece
/// moved       fragment, person: whose a fragment is, if another's than its events say
/// slice       fragment, since, person: whose the events of a device are from a time on, where logins
///             decide that
/// person      person, tree, who, and own columns
/// person_more person, path, and a column for each piece
/// granted     person, purpose, until: exclusive, milliseconds since 1970
/// belongs     person, account: who is a member of which
/// account_more account, path, and a column for each piece: the traits of accounts
/// active      person, visits, length, average, hour: numbers as those of a cell; first_m, first_d,
///             last_m, last_d: what computed traits say of visits, where any asks
/// ```
public interface Columns {
  /// Of what a path leads to a value.
  enum Of {
    /// The properties of an event.
    EVENT("event", "event_more"),
    /// The traits of a person.
    PERSON("person", "person_more");

    private final String table;
    private final String more;

    Of(String table, String more) {
      this.table = table;
      this.more = more;
    }

    /// The table that has own columns for some paths.
    public String table() {
      return table;
    }

    /// The table of all other paths.
    public String more() {
      return more;
    }
  }

  /// Where the values at a path are.
  sealed interface Place {
    /// Nowhere: nobody has any.
    record Nowhere() implements Place {}

    /// In columns of their own.
    ///
    /// @param name with which their names begin
    /// @param pieces a bit for each [Piece] that has a column, by [Piece#bit]
    record Own(String name, int pieces) implements Place {
      /// Whether there is such a column.
      boolean has(Piece piece) {
        return (pieces & piece.bit()) != 0;
      }
    }

    /// In rows of their own, under [#written].
    record More() implements Place {}
  }

  /// Where the values at a path are.
  Place place(Of of, FieldPath path);

  /// Whether some fragments are other people's than their events say.
  boolean moved();

  /// Whether logins decide whose some events are.
  boolean sliced();

  /// How a path is written in a column: each name behind its length.
  static String written(FieldPath path) {
    var text = new StringBuilder();
    for (var name : path.names()) {
      text.append(name.length()).append(':').append(name);
    }
    return text.toString();
  }
}
