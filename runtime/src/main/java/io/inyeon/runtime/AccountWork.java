package io.inyeon.runtime;

import io.inyeon.core.Change;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.segment.AccountChange;
import io.inyeon.core.unify.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Has every member of an account looked at that is another one for conditions: some at a time, as
/// entries of the log, so that facts, timers and events go on however many they are, and one
/// account after another, so that a small one waits for no large one. What is left, and how far it
/// is, is in state; after a crash it goes on from where that was committed last.
final class AccountWork {
  private static final int BATCH = 500;

  private final SegmentWork.House house;

  /// Whose members were looked at last.
  private String last = "";

  private volatile long looked;

  AccountWork(SegmentWork.House house) {
    this.house = house;
  }

  /// How many of the members of the account at hand are looked at; 0 when there is none.
  long looked() {
    return looked;
  }

  /// Goes on by some members.
  ///
  /// @return whether there was anything to do
  boolean step() throws Intake.Unavailable {
    var found = next(last);
    var now = found == null ? next("") : found;
    if (now == null) {
      looked = 0;
      return false;
    }
    last = now.account();
    var walk = now.change().walk();
    var begun =
        walk == null
            ? new AccountChange.Walk(now.change().since(), now.change().at(), SegmentWork.FIRST, 0)
            : walk;
    var members = members(now.account(), begun.after());
    var entries = new ArrayList<Entry>();
    for (var who : people(members)) {
      entries.add(new Entry.TimerFired(0, house.clock().millis(), begun.at(), who));
    }
    if (!entries.isEmpty()) {
      house.enter(entries);
    }
    looked = begun.looked() + members.size();
    settle(
        now.account(),
        begun.since(),
        members.size() < BATCH
            ? null
            : new AccountChange.Walk(begun.since(), begun.at(), members.getLast(), looked));
    return true;
  }

  /// An account whose members are to be looked at.
  private record Due(String account, AccountChange change) {}

  /// The next account after one.
  private @Nullable Due next(String after) {
    var found = new Due[1];
    house
        .state()
        .from(
            new Key.OfAccountChange(after),
            (Key<AccountChange> key, AccountChange change) -> {
              if (!(key instanceof Key.OfAccountChange(var account))) {
                return false;
              }
              if (account.equals(after) && !after.isEmpty()) {
                return true;
              }
              found[0] = new Due(account, change);
              return false;
            });
    return found[0];
  }

  private List<Identifier> members(String account, Identifier after) {
    var members = new ArrayList<Identifier>();
    house
        .state()
        .from(
            new Key.OfJoined(account, after),
            (Key<Boolean> key, Boolean _) -> {
              if (!(key instanceof Key.OfJoined(var of, var who)) || !of.equals(account)) {
                return false;
              }
              if (!who.equals(after)) {
                members.add(who);
              }
              return members.size() < BATCH;
            });
    return members;
  }

  /// Makes true, between two of the writer's batches, how far it is. No entry says so: whoever is
  /// looked at twice is no other than before.
  ///
  /// @param upTo position of the latest change that is covered
  /// @param walk `null` when everybody is looked at
  private void settle(String account, long upTo, AccountChange.@Nullable Walk walk)
      throws Intake.Unavailable {
    var key = new Key.OfAccountChange(account);
    try {
      house.between(() -> {
        var state = house.state();
        try {
          state.load(Set.of(key));
          var known = state.get(key);
          if (known == null) {
            return false;
          }
          var left = walk == null ? known.after(upTo) : known.with(walk);
          state.stage(
              List.of(left == null ? new Change.Remove<>(key) : new Change.Put<>(key, left)));
          state.commitBeside();
          return true;
        } catch (RuntimeException e) {
          state.rollback();
          throw e;
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new Intake.Unavailable("stopping", 1);
    }
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
