package io.inyeon.core.segment;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.Overlay;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.AccountProfile;
import io.inyeon.core.unify.Counts;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.FragmentKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Accounts as conditions ask of them: who belongs to one, and who is to be looked at when one
/// changes.
public final class Accounts {
  private Accounts() {}

  /// Remembers whom an event joins to an account.
  public static void join(Event event, String account, Snapshot before, List<Change> changes) {
    for (var who : FragmentKey.of(event).identifiers()) {
      var key = new Key.OfJoined(account, who);
      if (before.get(key) == null) {
        changes.add(new Change.Put<>(key, true));
      }
    }
  }

  /// Asks for every member of an account to be looked at, when an event made its traits others.
  ///
  /// @param at log time, milliseconds since 1970
  /// @param before state before the event
  /// @param changes what the event changed so far
  static void changed(
      Event event, long at, long position, Snapshot before, Rules rules, List<Change> changes) {
    var account = event.account();
    if (account == null || !rules.segments().asksAccounts()) {
      return;
    }
    var key = new Key.Account(account);
    var known = before.get(key);
    var after = new Overlay(before, changes);
    var now = after.get(key);
    if (known != null
        && now != null
        && !known.traits().equals(now.traits())
        && !standing(known, rules).equals(standing(now, rules))) {
      ask(account, at, position, after, changes);
    }
  }

  /// Asks for every member of an account to be looked at.
  ///
  /// @param at for which instant, milliseconds since 1970
  static void ask(String account, long at, long position, Snapshot before, List<Change> changes) {
    var key = new Key.OfAccountChange(account);
    changes.add(new Change.Put<>(key, AccountChange.of(before.get(key), position, at)));
  }

  private static Map<String, Value> standing(AccountProfile account, Rules rules) {
    var standing = new TreeMap<String, Value>();
    account.standing(rules).forEach((name, trait) -> standing.put(name, trait.value()));
    return standing;
  }

  /// The ids of a person's accounts, as a profile tells them.
  public static List<String> ids(Collection<Fragment> fragments) {
    var sum = Counts.EMPTY;
    for (var fragment : fragments) {
      sum = sum.plus(fragment.accounts());
    }
    var ids = new ArrayList<String>();
    for (var i = 0; i < sum.byName().size(); i++) {
      ids.add(sum.byName().key(i));
    }
    return ids;
  }

  /// A person's accounts in state.
  static List<ProfileView.Account> of(Collection<Fragment> fragments, Snapshot state, Rules rules) {
    var ids = ids(fragments);
    var missing = new LinkedHashSet<Key<?>>();
    var accounts = new ArrayList<ProfileView.Account>();
    for (var id : ids) {
      try {
        var profile = state.get(new Key.Account(id));
        accounts.add(new Standing(id, profile, state, rules));
      } catch (Snapshot.Unloaded unloaded) {
        missing.addAll(unloaded.keys());
      }
    }
    if (!missing.isEmpty()) {
      throw new Snapshot.Unloaded(missing);
    }
    return accounts;
  }

  private record Standing(String id, @Nullable AccountProfile profile, Snapshot state, Rules rules)
      implements ProfileView.Account {
    @Override
    public @Nullable Value trait(String name) {
      var trait = profile == null ? null : profile.standing(rules).get(name);
      return trait == null ? null : trait.value();
    }

    @Override
    public @Nullable MemberCount members(Condition condition) {
      var counted = rules.segments().counted(condition);
      if (counted == null || !counted.whole()) {
        return null;
      }
      var count = state.get(new Key.OfMemberCount(id, counted.id()));
      return count == null ? MemberCount.NONE : count;
    }
  }

  /// Forgets that an erased person joined accounts: of the identifiers that go with them. Those
  /// that other people's events name stay, and so does what those say.
  ///
  /// @param fragments theirs
  /// @param changes what the erasure changes so far
  static void forget(Collection<Fragment> fragments, Snapshot before, List<Change> changes) {
    var gone = new ArrayList<Identifier>();
    for (var change : changes) {
      if (change instanceof Change.Remove<?>(Key.OfIdentifier(var who))) {
        gone.add(who);
      }
    }
    var rows = new ArrayList<Key.OfJoined>();
    for (var account : ids(fragments)) {
      gone.forEach(who -> rows.add(new Key.OfJoined(account, who)));
    }
    Departure.require(rows, before);
    for (var row : rows) {
      if (before.get(row) != null) {
        changes.add(new Change.Remove<>(row));
      }
    }
  }
}
