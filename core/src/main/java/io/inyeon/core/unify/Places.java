package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.util.ArrayList;

/// Says whose single events are, and with which fragment they are counted, as a state has it: what
/// [Slices] does, for whoever keeps something of events beside their sums.
public final class Places {
  private final Draft draft;
  private final HandOver handOver;

  /// Where an event is.
  ///
  /// @param fragment with which it is counted
  /// @param holder to whose person that belongs: the owner, or the anchor to whom a login gives it
  public record Place(FragmentKey fragment, Identifier holder) {}

  /// Of all events that a state has taken in.
  ///
  /// @param state throws [Snapshot.Unloaded] for what has to be loaded first
  public Places(Snapshot state, Rules rules) {
    draft = new Draft(state, rules);
    var owners = new Owners(draft, new Estrangement(draft));
    handOver = new HandOver(draft, new ArrayList<>(), owners, new Courses(draft));
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
}
