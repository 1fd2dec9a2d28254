package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.util.ArrayList;
import java.util.List;

/// Says whose single events are, and with which fragment they are counted, as a state has it: what
/// [Slices] does, for whoever keeps something of events beside their sums.
public final class Places {
  private final Draft draft;
  private final Owners owners;
  private final Courses courses;
  private final HandOver handOver;

  /// Where an event is.
  ///
  /// @param fragment with which it is counted
  /// @param holder to whose person that belongs: the owner, or the anchor to whom a login gives it
  public record Place(FragmentKey fragment, Identifier holder) {}

  /// Whose the events with a list of identifiers are from a time on.
  ///
  /// @param from milliseconds since 1970; [Long#MIN_VALUE] from the beginning of time on
  public record Turn(long from, Identifier holder) {}

  /// Of all events that a state has taken in.
  ///
  /// @param state throws [Snapshot.Unloaded] for what has to be loaded first
  public Places(Snapshot state, Rules rules) {
    draft = new Draft(state, rules);
    owners = new Owners(draft, new Estrangement(draft));
    courses = new Courses(draft);
    handOver = new HandOver(draft, new ArrayList<>(), owners, courses);
  }

  /// Whether the events with a list of identifiers may be several people's, by their times.
  public static boolean divided(FragmentKey fragment, IdentifierTypes types) {
    if (types.anyByLogin()) {
      for (var identifier : fragment.identifiers()) {
        if (types.byLogin(identifier.type())) {
          return true;
        }
      }
    }
    return false;
  }

  /// Where an event is; one of its identifiers at least must not be blocked.
  public Place of(Event event) {
    return of(FragmentKey.of(event), event.head().time());
  }

  /// Where the events with a list of identifiers are that happened at a time.
  ///
  /// @param fragment its list and kind count, its span and heir do not
  public Place of(FragmentKey fragment, long time) {
    draft.foresee(fragment.identifiers());
    var place = handOver.place(fragment.whole(), time);
    return new Place(place.key(), place.holder());
  }

  /// Whose the events with a list of identifiers are over all of time, in its order.
  ///
  /// @param fragment its list and kind count
  public List<Turn> turns(FragmentKey fragment) {
    draft.foresee(fragment.identifiers());
    var owner = owners.of(fragment.identifiers(), fragment.rank());
    var turns = new ArrayList<Turn>();
    if (courses.decide(owner)) {
      for (var slice : courses.course(owner).slices()) {
        turns.add(new Turn(slice.from(), slice.heir() == null ? owner : slice.heir()));
      }
      return turns;
    }
    turns.add(new Turn(Long.MIN_VALUE, owner));
    return turns;
  }
}
