package io.inyeon.core.segment;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.Activity;
import io.inyeon.core.unify.Consent;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Sessions;
import io.inyeon.core.unify.Trait;
import io.inyeon.core.unify.Tree;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// A person as state has them: what is asked for is looked up or added up when it is first asked
/// for.
public final class PersonView implements ProfileView {
  private final Tree tree;
  private final SortedSet<Identifier> part;
  private final Snapshot state;
  private final Rules rules;
  private final SortedMap<FragmentKey, Fragment> fragments;
  private final Map<Long, Occurrences> sums = new HashMap<>();
  private final Map<String, Computation> computed = new HashMap<>();
  private @Nullable SortedMap<String, Trait> traits;
  private @Nullable Activity activity;
  private @Nullable List<Account> accounts;
  private @Nullable SortedMap<String, Consent> consents;

  /// A person.
  ///
  /// @param part the person's identifiers, all or some of the tree's
  /// @param state that has the occurrences
  public PersonView(Tree tree, SortedSet<Identifier> part, Snapshot state, Rules rules) {
    this.tree = tree;
    this.part = part;
    this.state = state;
    this.rules = rules;
    fragments = tree.fragments(part, rules);
  }

  @Override
  public Terms terms() {
    return rules.segments().terms();
  }

  @Override
  public @Nullable Value trait(String name) {
    if (traits == null) {
      traits = tree.traits(fragments, rules);
    }
    var trait = traits.get(name);
    return trait == null ? null : trait.value();
  }

  @Override
  public Occurrences occurrences(Track track, Reach reach) {
    var id = rules.segments().kept(track, reach);
    return id == null
        ? Occurrences.none(track.role().stored())
        : sums.computeIfAbsent(id, _ -> sum(track, id));
  }

  private Occurrences sum(Track track, long id) {
    var sum = Occurrences.none(track.role().stored());
    for (var fragment : fragments.entrySet()) {
      if (!met(fragment.getValue(), track.filter().event())) {
        continue; // to find nothing in the store takes longer than all else here
      }
      var part = state.get(new Key.OfOccurrences(fragment.getKey(), id));
      if (part != null) {
        sum = sum.plus(part);
      }
    }
    return sum;
  }

  /// Whether a fragment may have events of a name: not all are counted by their own.
  private static boolean met(Fragment fragment, String name) {
    var names = fragment.names();
    return names.byName().containsKey(name)
        || names.other() != null
        || names.total() < fragment.count();
  }

  @Override
  public @Nullable Computation computed(String name) {
    var trait = rules.segments().trait(name);
    return trait == null
        ? null
        : computed.computeIfAbsent(
            name, _ -> Computation.of(trait.formula(), trait.measured(), this));
  }

  @Override
  public Activity activity() {
    if (activity == null) {
      var sum = Activity.EMPTY;
      for (var fragment : fragments.values()) {
        sum = sum.plus(fragment.activity());
      }
      activity = sum;
    }
    return activity;
  }

  @Override
  public Sessions sessions() {
    return Sessions.of(activity(), rules.document().sessionGapMinutes());
  }

  @Override
  public long grantedUntil(String purpose) {
    if (consents == null) {
      consents = tree.consents(part, fragments, rules);
    }
    var consent = consents.get(purpose);
    return consent != null && consent.state() == Consent.State.GRANTED
        ? consent.by().expiresAt()
        : Long.MIN_VALUE;
  }

  /// No model gives any yet.
  @Override
  public @Nullable BigDecimal score(String name) {
    return null;
  }

  @Override
  public @Nullable Condition segment(String id) {
    return rules.segments().condition(id);
  }

  /// The ids of the accounts that the person belongs to.
  List<String> accountIds() {
    return Accounts.ids(fragments.values());
  }

  @Override
  public List<Account> accounts() {
    if (accounts == null) {
      accounts = Accounts.of(fragments.values(), state, rules);
    }
    return accounts;
  }
}
