package io.inyeon.runtime.enrich;

import io.inyeon.core.Entry;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Body;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.Value;
import io.inyeon.core.collect.Violation;
import io.inyeon.core.govern.Purpose;
import io.inyeon.core.govern.enricher.PersonPlace;
import io.inyeon.core.unify.Permission;
import io.inyeon.runtime.Intake.Unavailable;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.store.State;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The workspace as enrichers see it.
public interface House {
  State state();

  Rules rules();

  /// Milliseconds since 1970.
  long now();

  /// A number from 0 to 1, by chance.
  double chance();

  /// The last position that is decided.
  long decided();

  /// The next rows from a position on; as many as are at hand, none after the last.
  List<Row> rows(long from, long to) throws IOException;

  /// What is on record at a position; `null` when nothing is.
  @Nullable Row row(long position) throws IOException;

  /// What is on record at some positions, in any order; those where nothing is are left out.
  List<Row> rowsAt(List<Long> positions) throws IOException;

  /// The latest rows of the archive up to a position, in order; none when there are none.
  List<Row> archived(long to, int most) throws IOException;

  /// Forgets the rows that are kept in memory.
  void forgetRows();

  /// An event as it counts.
  Body body(Row row);

  /// A source by its number; `null` for none.
  @Nullable Source source(int number);

  /// All sources.
  List<Source> sources();

  /// Whoever holds an identifier now; `null` for nobody.
  @Nullable Person person(Identifier identifier) throws Unavailable;

  /// Makes operators' entries of one kind durable and waits until they are decided.
  ///
  /// @return the position of the last
  long enter(List<? extends Entry> entries) throws Unavailable;

  /// Says something of people by a source of the house's own, and waits until it is decided.
  ///
  /// @return why each was not accepted; none where it was, or was said before
  List<List<Violation>> say(String source, List<Value.Fields> events) throws Unavailable;

  /// Held while a definition is checked against all others and saved.
  Object defining();

  /// Somebody, as of one moment.
  interface Person {
    /// The identifier by which they are known best.
    Identifier strongest();

    /// All their identifiers.
    Collection<Identifier> part();

    /// What is known of them now, of what is asked for: by section and name, without what nobody
    /// knows.
    Value.Fields known(Collection<PersonPlace> places, long now);

    /// Whether and when their data may be used for a purpose.
    Permission permission(Purpose purpose);
  }
}
