package io.inyeon.runtime;

import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.segment.AccountChange;
import io.inyeon.core.unify.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Has every member of an account looked at whose traits became others: some at a time, as entries
/// of the log, so that facts, timers and events go on however many they are. What is left is in
/// state; after a restart an account is begun anew.
final class AccountWork {
  private static final int BATCH = 500;

  private final SegmentWork.House house;
  private volatile @Nullable Walk walk;

  AccountWork(SegmentWork.House house) {
    this.house = house;
  }

  /// An account on the way.
  ///
  /// @param changes positions of the entries that changed it, as far as they are known
  /// @param after up to whom its members are looked at
  /// @param looked how many these are
  private record Walk(String account, long at, List<Long> changes, Identifier after, long looked) {}

  /// How many of the members of the account at hand are looked at; 0 when there is none.
  long looked() {
    var now = walk;
    return now == null ? 0 : now.looked();
  }

  /// Goes on by some members.
  ///
  /// @return whether there was anything to do
  boolean step() throws Intake.Unavailable {
    var begun = walk;
    var now = begun == null ? next() : begun;
    if (now == null) {
      return false;
    }
    var members = new ArrayList<Identifier>();
    house
        .state()
        .from(
            new Key.OfJoined(now.account(), now.after()),
            (Key<Boolean> key, Boolean _) -> {
              if (!(key instanceof Key.OfJoined(var of, var who)) || !of.equals(now.account())) {
                return false;
              }
              if (!who.equals(now.after())) {
                members.add(who);
              }
              return members.size() < BATCH;
            });
    var at = house.clock().millis();
    var entries = new ArrayList<Entry>();
    for (var who : people(members)) {
      entries.add(new Entry.TimerFired(0, at, now.at(), who));
    }
    if (!entries.isEmpty()) {
      house.enter(entries);
    }
    if (members.size() < BATCH) {
      var done = new ArrayList<Entry>();
      now.changes().forEach(since -> done.add(new Entry.Swept(0, at, since)));
      house.enter(done);
      walk = null;
    } else {
      walk =
          new Walk(
              now.account(),
              now.at(),
              now.changes(),
              members.getLast(),
              now.looked() + members.size());
    }
    return true;
  }

  /// The account that has waited longest, with all of its changes so far.
  private @Nullable Walk next() {
    var first = new AccountChange[1];
    var changes = new ArrayList<Long>();
    house
        .state()
        .from(
            new Key.OfAccountChange(0),
            (Key<AccountChange> key, AccountChange change) -> {
              if (!(key instanceof Key.OfAccountChange(var since))) {
                return false;
              }
              if (first[0] == null) {
                first[0] = change;
              }
              if (first[0].account().equals(change.account())) {
                changes.add(since);
              }
              return changes.size() < BATCH;
            });
    return first[0] == null
        ? null
        : new Walk(first[0].account(), first[0].at(), changes, SegmentWork.FIRST, 0);
  }

  /// Whoever holds these identifiers now.
  private SequencedSet<Identifier> people(List<Identifier> members) {
    var people = new LinkedHashSet<Identifier>();
    var rules = house.rules();
    for (var member : members) {
      var holder = house.state().read(new Key.OfIdentifier(member));
      var tree = holder == null ? null : house.state().read(new Key.Tree(holder.tree()));
      if (tree != null) {
        people.add(Tree.representative(tree.part(member, rules), rules.types()));
      }
    }
    return people;
  }
}
