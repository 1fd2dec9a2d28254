package io.inyeon.core.segment;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one entry changes of the counts of accounts' members.
///
/// A person's answers to what is asked of members are their [Share]; what one entry makes other in
/// it is added to the [MemberCount] of each of their accounts. Where that turns the answer of an
/// account, its members are to be looked at: that is put down here and done later, see
/// [AccountChange].
final class MemberCounts {
  private final long position;
  private final Snapshot before;
  private final Rules rules;
  private final Map<Key.OfMemberCount, MemberCount> counts = new LinkedHashMap<>();
  private final Map<Identifier, Share> shares = new LinkedHashMap<>();

  /// Nothing changed yet.
  ///
  /// @param before state with what else the entry changes
  MemberCounts(long position, Snapshot before, Rules rules) {
    this.position = position;
    this.before = before;
    this.rules = rules;
  }

  /// State with the counts as they are so far.
  Snapshot seen() {
    return new Seen();
  }

  private final class Seen implements Snapshot {
    @Override
    @SuppressWarnings("unchecked") // what stands under an OfMemberCount is a MemberCount
    public <V> @Nullable V get(Key<V> key) {
      var changed = key instanceof Key.OfMemberCount of ? counts.get(of) : null;
      return changed == null ? before.get(key) : (V) changed;
    }
  }

  /// Works out a person's answers, and counts them.
  ///
  /// @param some the conditions that may be answered otherwise than before; `null` for all
  /// @param depth of the conditions to look at; negative for all
  /// @param at the instant, milliseconds since 1970
  /// @return when an answer may be another one with time alone
  long update(
      PersonView view, Identifier who, @Nullable Collection<Answered> some, int depth, long at) {
    if (some != null && some.stream().noneMatch(CountedCondition.class::isInstance)) {
      return Standing.NEVER; // whoever joins or leaves an account is looked at for all
    }
    var accounts = new TreeSet<>(view.accountIds());
    if (accounts.isEmpty()) {
      become(who, accounts, Collections.emptySortedMap(), at);
      return Standing.NEVER;
    }
    var share = share(who);
    var from = Math.max(at, share.asOf());
    var answers = new TreeMap<Long, Boolean>();
    for (var counted : rules.segments().counted()) {
      var known = share.answers().get(counted.id());
      if (known != null) {
        answers.put(counted.id(), known);
      }
    }
    load(accounts);
    become(who, accounts, answers, from);
    var next = Standing.NEVER;
    for (var counted : rules.segments().counted()) {
      if (!counted.waiting()
          && (some == null || some.contains(counted))
          && (depth < 0 || counted.depth() == depth)) {
        var glance = Evaluator.glance(counted.condition(), view, from);
        next = Math.min(next, glance.changesAt());
        answers.put(counted.id(), glance.truth() == Truth.MATCH);
        become(who, accounts, answers, from);
      }
    }
    return next;
  }

  /// When an account of a person turned first after they were looked at; [Standing#NEVER] when none
  /// did. Nothing is said of when they were in other accounts, or counted otherwise.
  ///
  /// @param asOf the latest instant for which their memberships were worked out
  long turnedAfter(PersonView view, Identifier who, long asOf) {
    var share = share(who);
    var turned = Standing.NEVER;
    if (share.accounts().isEmpty() || !share.accounts().equals(new TreeSet<>(view.accountIds()))) {
      return turned;
    }
    load(share.accounts());
    var since = Math.max(asOf, share.asOf());
    for (var counted : rules.segments().counted()) {
      for (var account : share.accounts()) {
        var count = seen().get(new Key.OfMemberCount(account, counted.id()));
        if (count != null && counted.whole()) {
          turned =
              counted.some()
                  ? Math.min(turned, count.next(Condition.Quantifier.ANY, since))
                  : turned;
          turned =
              counted.all()
                  ? Math.min(turned, count.next(Condition.Quantifier.ALL, since))
                  : turned;
        }
      }
    }
    return turned;
  }

  private void load(Collection<String> accounts) {
    var keys = new ArrayList<Key.OfMemberCount>();
    for (var account : accounts) {
      for (var counted : rules.segments().counted()) {
        keys.add(new Key.OfMemberCount(account, counted.id()));
      }
    }
    Departure.require(keys, before);
  }

  /// Whoever stood for a person, and does not any more, counts for nothing.
  void forget(Collection<Identifier> others, long at) {
    Departure.require(others.stream().map(Key.OfShare::new).toList(), before);
    for (var other : others) {
      become(other, Collections.emptySortedSet(), Collections.emptySortedMap(), at);
    }
  }

  private Share share(Identifier who) {
    var changed = shares.get(who);
    if (changed != null) {
      return changed;
    }
    var known = before.get(new Key.OfShare(who));
    return known == null ? Share.NONE : known;
  }

  private void become(
      Identifier who, SortedSet<String> accountsNow, SortedMap<Long, Boolean> answers, long at) {
    var then = share(who);
    if (then.accounts().equals(accountsNow) && then.answers().equals(answers)) {
      return;
    }
    var now = new Share(Math.max(at, then.asOf()), accountsNow, answers);
    shares.put(who, now);
    var accounts = new TreeSet<>(then.accounts());
    accounts.addAll(now.accounts());
    var conditions = new TreeSet<>(then.answers().keySet());
    conditions.addAll(now.answers().keySet());
    for (var account : accounts) {
      for (var condition : conditions) {
        var step =
            new MemberCount.Step(
                now.asOf(),
                now.matches(account, condition) - then.matches(account, condition),
                now.counts(account, condition) - then.counts(account, condition));
        if (step.matching() != 0 || step.members() != 0) {
          var key = new Key.OfMemberCount(account, condition);
          var count = seen().get(key);
          counts.put(key, (count == null ? MemberCount.NONE : count).plus(step));
        }
      }
    }
  }

  /// Writes down what came of it.
  void settle(List<Change> changes) {
    shares.forEach((who, now) -> {
      var key = new Key.OfShare(who);
      var then = before.get(key);
      if (now.accounts().isEmpty() || now.answers().isEmpty()) {
        if (then != null) {
          changes.add(new Change.Remove<>(key));
        }
      } else if (!now.equals(then)) {
        changes.add(new Change.Put<>(key, now));
      }
    });
    var turned = new TreeMap<String, Long>();
    counts.forEach((key, now) -> {
      var known = before.get(key);
      var then = known == null ? MemberCount.NONE : known;
      if (now.members() == 0) {
        if (known != null) {
          changes.add(new Change.Remove<>(key));
        }
      } else if (!now.equals(then)) {
        changes.add(new Change.Put<>(key, now));
      }
      var at = turned(key.condition(), then, now);
      if (at != Standing.NEVER) {
        turned.merge(key.account(), at, Math::min);
      }
    });
    turned.forEach((account, at) -> Accounts.ask(account, at, position, before, changes));
    shares.clear();
    counts.clear();
  }

  /// When an account began to answer otherwise than before; [Standing#NEVER] when it does not, or
  /// nobody asks yet.
  private long turned(long condition, MemberCount then, MemberCount now) {
    for (var counted : rules.segments().counted()) {
      if (counted.id() == condition && counted.whole()) {
        return now.differsFrom(then, counted.some(), counted.all());
      }
    }
    return Standing.NEVER;
  }
}
