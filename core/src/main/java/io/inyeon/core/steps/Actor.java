package io.inyeon.core.steps;

import io.inyeon.core.Change;
import io.inyeon.core.Decision;
import io.inyeon.core.Decision.Decided;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.unify.Holder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What an address does with a message: the protocol by which many who each keep a part of state
/// decide as one who keeps all of it would.
///
/// An entry is a [Step] that walks from address to address, borrows what the decision needs, is
/// decided where it has got the last of it, by the very same [io.inyeon.core.Pipeline#decide], and
/// hands back. An address lends to one step at a time; the others wait in line. A step goes the
/// addresses in their total order. Where the decision asks for one that comes earlier, the step
/// takes it if it is free; if it has to wait there, it first gives back all that comes later. So
/// whoever waits holds only what comes earlier than what they wait for, and nobody waits in a
/// circle (two-phase locking in a total order: Gray and Reuter 1993, 7.11). What is handed back
/// with changes is handed back at the end of the decision and not before, so the decisions are as
/// if made one after the other.
///
/// Which tree holds an identifier is not borrowed but asked on the way: trees know whom they hold,
/// and a pointer that is out of date is found out there. Pointers are written by every move, each
/// with the clock of its step (Lamport 1978): a step is later than all that it met, and has met the
/// tree that it moves somebody out of, so of two pointers the later one is right, whichever arrives
/// first. They are sent on by the tree that they lead to, so none leads to a tree that is not there
/// yet. Only who is in no tree at all is borrowed, so that nobody gets two.
public final class Actor {
  private final Address here;
  private final Snapshot stored;
  private final Snapshot workspace;
  private final Rules rules;
  private final BiFunction<Entry, Snapshot, Decision> decide;
  private final Map<Key<?>, Change> changes = new LinkedHashMap<>();
  private final List<Event> mentions = new ArrayList<>();
  private final List<Mail> out = new ArrayList<>();
  private final List<Reaction.Settled> settled = new ArrayList<>();
  private long lentTo;
  private long clock;
  private Line<Step> waiting;
  private Line<Step> expecting;

  /// Those who have waited for what has just happened, and are to be looked at again.
  private final Deque<Step> again = new ArrayDeque<>();

  private Actor(
      Address here,
      Desk desk,
      Snapshot stored,
      Snapshot workspace,
      Rules rules,
      BiFunction<Entry, Snapshot, Decision> decide) {
    this.here = here;
    this.stored = stored;
    this.workspace = here.equals(Address.Named.WORKSPACE) ? stored : workspace;
    this.rules = rules;
    this.decide = decide;
    lentTo = desk.lentTo();
    clock = desk.clock();
    waiting = desk.waiting();
    expecting = desk.expecting();
  }

  /// The first message of an entry.
  ///
  /// @param alone addresses to be kept from other steps from the beginning to the end. Entries that
  ///   must be decided in the order of the log have their first such address in common
  /// @param first what is looked at in any case
  public static Mail begin(
      Entry entry, Collection<? extends Address> alone, Set<? extends Key<?>> first) {
    var step = Step.of(entry, alone, first);
    return new Mail(step.wants().firstKey(), new Message.Borrow(step));
  }

  /// What becomes of a message.
  ///
  /// @param stored the values that are kept here
  /// @param workspace what [Address.Named#WORKSPACE] keeps, as it is known here
  /// @param decide [io.inyeon.core.Pipeline#decide] by the rules
  public static Reaction receive(
      Message message,
      Address here,
      Desk desk,
      Snapshot stored,
      Snapshot workspace,
      Rules rules,
      BiFunction<Entry, Snapshot, Decision> decide) {
    var actor = new Actor(here, desk, stored, workspace, rules, decide);
    switch (message) {
      case Message.Borrow(var step) -> actor.visited(step);
      case Message.HandBack back -> actor.handedBack(back);
    }
    actor.serveThoseWhoWait();
    return new Reaction(
        actor.desk(),
        List.copyOf(actor.changes.values()),
        actor.mentions,
        actor.out,
        actor.settled);
  }

  /// One by one: each may be decided and hand back before the next is looked at.
  private void serveThoseWhoWait() {
    while (true) {
      if (!again.isEmpty()) {
        visited(again.remove());
      } else if (lentTo == 0 && !waiting.isEmpty()) {
        var first = waiting.first().head();
        waiting = waiting.rest();
        visited(first);
      } else {
        return;
      }
    }
  }

  /// A tree that is gone needs none: its number does not come back, and who moved on from it has
  /// met it.
  private Desk desk() {
    var gone = here instanceof Address.OfTree(var id) && value(new Key.Tree(id)) == null;
    return gone && lentTo == 0 && waiting.isEmpty()
        ? Desk.EMPTY
        : new Desk(lentTo, clock, waiting, expecting);
  }

  private @Nullable Object value(Key<?> key) {
    return switch (changes.get(key)) {
      case null -> stored.get(key);
      case Change.Put<?>(_, var value) -> value;
      case Change.Remove<?> _ -> null;
    };
  }

  // ---- lending

  private void visited(Step step) {
    var walk = new Walk(step, workspace, rules.types());
    while (serve(walk)) {
      var next = next(walk);
      if (next == null) {
        return;
      }
      if (!next.equals(here)) {
        out.add(new Mail(next, new Message.Borrow(walk.step())));
        return;
      }
    }
  }

  /// Where a step goes from here; `null` when it has been decided.
  private @Nullable Address next(Walk walk) {
    var next = walk.next();
    while (next == null) {
      switch (decide.apply(walk.entry(), walk)) {
        case Decided decided -> {
          var unlent = walk.unlent(decided.changes());
          if (unlent.isEmpty()) {
            settle(walk, decided);
            return null;
          }
          walk.want(unlent);
        }
        case Decision.Needs(var keys) -> walk.want(keys);
      }
      next = walk.next();
      if (next == null) {
        throw new IllegalStateException("asks for what it has: " + walk.entry());
      }
    }
    return next;
  }

  /// Gives a step what it wants of here.
  ///
  /// @return `false` when it has to wait
  private boolean serve(Walk walk) {
    var missing = walk.missing(here);
    if (here instanceof Address.OfIdentifier(var identifier)) {
      var key = new Key.OfIdentifier(identifier);
      if (missing.contains(key) && value(key) instanceof Holder(var tree)) {
        if (!walk.point(identifier, new Step.Pointer(tree, clock))) {
          expecting = expecting.plus(backed(walk));
          return false;
        }
        missing.remove(key);
        if (missing.isEmpty()) {
          return true;
        }
      }
    }
    if (!walk.lenders().contains(here)) {
      if (lentTo != 0) {
        waiting = waiting.plus(backed(walk));
        return false;
      }
      lentTo = walk.entry().position();
    }
    var values = new HashMap<Key<?>, @Nullable Object>();
    missing.forEach(key -> values.put(key, value(key)));
    walk.meet(clock);
    walk.lend(here, values);
    return true;
  }

  /// A step that is about to wait here has given back all that comes later.
  private Step backed(Walk walk) {
    for (var address : walk.giveBackAfter(here)) {
      var step = walk.entry().position();
      out.add(new Mail(address, new Message.HandBack(step, true, 0, List.of(), null, List.of())));
    }
    return walk.step();
  }

  // ---- handing back

  private void handedBack(Message.HandBack back) {
    back.changes().forEach(change -> apply(change, back.clock()));
    if (here instanceof Address.OfTree) {
      clock = Math.max(clock, back.clock());
    }
    if (back.mention() != null) {
      mentions.add(back.mention());
    }
    out.addAll(back.onward());
    if (back.lent()) {
      if (back.step() != lentTo) {
        throw new IllegalStateException(here + " is lent to " + lentTo + ", not " + back.step());
      }
      lentTo = 0;
    }
  }

  private void apply(Change change, long written) {
    var key = change.key();
    if (key instanceof Key.OfIdentifier) {
      if (written > clock) {
        clock = written;
        changes.put(key, change);
        again.addAll(expecting.all());
        expecting = Line.empty();
      }
    } else if (change instanceof Change.Put<?>(var to, var more)
        && (Sums.has(to) || to instanceof Key.OfRules)) {
      changes.put(to, sum(to, value(to), more));
    } else {
      changes.put(key, change);
    }
  }

  @SuppressWarnings("unchecked") // a sum of Vs is a V
  private static <V> Change sum(Key<V> key, @Nullable Object sum, Object more) {
    return new Change.Put<>(key, (V) Sums.plus(key, sum, more));
  }

  // ---- the end of a step

  private void settle(Walk walk, Decided decided) {
    settled.add(new Reaction.Settled(walk.entry(), decided));
    var backs = Settlement.of(walk, decided, rules.types());
    var own = backs.remove(here);
    backs.forEach((address, back) -> out.add(new Mail(address, back)));
    if (own != null) {
      handedBack(own);
    }
  }
}
