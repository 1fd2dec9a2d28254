package io.inyeon.runtime.rights;

import io.inyeon.core.Entry;
import io.inyeon.core.Erasures;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Leftover;
import io.inyeon.runtime.archive.ArchiveException;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Mentions;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.json.JsonReader;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Which rows of the archive hold somebody who is erased.
final class Rows {
  private static final int PAGE = 2_000;
  private static final Set<Kind> STEWARDS =
      EnumSet.of(Kind.CUT_MADE, Kind.CUT_UNDONE, Kind.LINK_MADE, Kind.LINK_UNDONE);
  private static final Set<Kind> MEMBERSHIPS =
      EnumSet.of(Kind.TIMER_FIRED, Kind.SEGMENT_ENTERED, Kind.SEGMENT_LEFT);

  private final House house;

  Rows(House house) {
    this.house = house;
  }

  /// What was found.
  ///
  /// @param accepted the person's events
  /// @param others events of theirs that were quarantined, dropped, or had come before
  /// @param imports the imports that the events came by
  record Found(SortedSet<Long> accepted, SortedSet<Long> others, SortedSet<String> imports) {
    SortedSet<Long> all() {
      var all = new TreeSet<>(accepted);
      all.addAll(others);
      return all;
    }
  }

  /// A page of the archive from a position on.
  private interface Pages {
    Mentions after(long position) throws ArchiveException;
  }

  private static void each(Pages pages, Consumer<Row> reader) throws ArchiveException {
    for (var after = 0L; ; ) {
      var page = pages.after(after);
      page.rows().forEach(reader);
      if (page.last() || page.rows().isEmpty()) {
        return;
      }
      after = page.rows().getLast().position();
    }
  }

  /// The person's events, as far as the archive has come.
  ///
  /// @param upTo the last position that counts
  Found events(Leftover leftover, long upTo) throws ArchiveException {
    return events(leftover, upTo, _ -> {});
  }

  /// The same.
  ///
  /// @param counted told of each event that was accepted
  Found events(Leftover leftover, long upTo, Consumer<Row> counted) throws ArchiveException {
    var found = new Found(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
    var reading = house.reading();
    var naming = new Naming(leftover.gone(), house.rules().types());
    var archive = house.archive();
    if (!leftover.fragments().isEmpty()) {
      each(
          after -> archive.ofFragments(leftover.fragments(), after, upTo, PAGE),
          row -> {
            var event = reading.apply(row);
            // One that counts for nothing now is the person's when it names them.
            if (event == null
                ? names(row, naming)
                : leftover.holds(FragmentKey.of(event), event.head().time())) {
              found.accepted.add(row.position());
              counted.accept(row);
              note(row, found.imports);
            }
          });
    }
    each(
        after -> archive.notAccepted(after, upTo, PAGE),
        row -> {
          if (names(row, naming)) {
            found.others.add(row.position());
            note(row, found.imports);
          }
        });
    return found;
  }

  /// Events of somebody that do not count: quarantined, dropped, or come before. Those that cannot
  /// be read tell nobody whose they are.
  ///
  /// @param upTo the last position that counts
  void apart(Collection<Identifier> people, long upTo, Consumer<Row> reader)
      throws ArchiveException {
    var naming = new Naming(people, house.rules().types());
    each(
        after -> house.archive().notAccepted(after, upTo, PAGE),
        row -> {
          if (row.body().length > 0
              && JsonReader.event(row.body()) instanceof Value.Fields event
              && naming.whose(
                  event, row.envelope().length == 0 ? Value.Fields.EMPTY : house.context(row))) {
            reader.accept(row);
          }
        });
  }

  private boolean names(Row row, Naming naming) {
    return naming.in(row.body()) || (row.envelope().length > 0 && naming.in(house.context(row)));
  }

  private void note(Row row, Collection<String> imports) {
    var edgeId = row.envelope().length == 0 ? "" : house.edgeId(row);
    if (edgeId.startsWith("imp_") && edgeId.indexOf('.') > 0) {
      imports.add(edgeId.substring(0, edgeId.indexOf('.')));
    }
  }

  /// Stewards' words that name them: by position the entry that takes its place, or an empty one.
  SortedMap<Long, byte[]> stewards(Collection<Identifier> gone) throws ArchiveException {
    var found = new TreeMap<Long, byte[]>();
    var people = new HashSet<>(gone);
    each(
        after -> house.archive().ofKinds(STEWARDS, after, PAGE),
        row -> {
          switch (house.entry(row)) {
            case Entry.LinkMade(_, _, _, var link) -> {
              if (people.contains(link.pair().stronger())
                  || people.contains(link.pair().weaker())) {
                found.put(row.position(), new byte[0]);
              }
            }
            case Entry.LinkUndone(_, _, _, var link, _) -> {
              if (people.contains(link.pair().stronger())
                  || people.contains(link.pair().weaker())) {
                found.put(row.position(), new byte[0]);
              }
            }
            case Entry.CutMade made -> cut(made, people, found);
            default -> {
              // A cut that was undone is named by its id alone.
            }
          }
        });
    return found;
  }

  private void cut(Entry.CutMade made, Set<Identifier> people, SortedMap<Long, byte[]> found) {
    var cut = made.cut();
    var left = new TreeSet<>(cut.left());
    var right = new TreeSet<>(cut.right());
    var fewer = left.removeAll(people);
    if (!right.removeAll(people) && !fewer) {
      return;
    }
    found.put(
        made.position(),
        left.isEmpty() || right.isEmpty()
            ? new byte[0]
            : house.payload(
                new Entry.CutMade(
                    made.position(),
                    made.at(),
                    made.author(),
                    new Cut(cut.id(), left, right, cut.time(), cut.author(), cut.reason()))));
  }

  /// Events that were refused because their people are erased: the archive has nothing of them.
  SortedSet<Long> refused(long from) throws ArchiveException {
    var found = new TreeSet<Long>();
    for (var after = from - 1; ; ) {
      var page = house.archive().refused(Erasures.REFUSED, after, PAGE);
      page.rows().forEach(row -> found.add(row.position()));
      if (page.last() || page.rows().isEmpty()) {
        return found;
      }
      after = page.rows().getLast().position();
    }
  }

  /// Timers and memberships on record that name any of them.
  SortedSet<Long> memberships(Set<Identifier> people) throws ArchiveException {
    var found = new TreeSet<Long>();
    each(
        after -> house.archive().ofKinds(MEMBERSHIPS, after, PAGE),
        row -> {
          var who =
              switch (house.entry(row)) {
                case Entry.TimerFired fired -> fired.who();
                case Entry.MembershipChanged(_, _, var fact) -> fact.who();
                default -> null;
              };
          if (who != null && people.contains(who)) {
            found.add(row.position());
          }
        });
    return found;
  }
}
