package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.StandardTypes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything that is known of one person: the sum of the fragments that belong to them.
///
/// @param identifiers strongest first
/// @param traits by name
/// @param accounts in the order of their ids' bytes
/// @param consents by purpose
/// @param createdAt the earliest event time, milliseconds since 1970; `null` without any event
/// @param lastSeenAt the latest event time
/// @param leftOut what went over a limit
public record Profile(
    ProfileId id,
    List<Known> identifiers,
    SortedMap<String, Trait> traits,
    Events events,
    Sessions sessions,
    Commerce commerce,
    List<Account> accounts,
    SortedMap<String, Consent> consents,
    @Nullable Long createdAt,
    @Nullable Long lastSeenAt,
    LeftOut leftOut) {
  public Profile {
    identifiers = List.copyOf(identifiers);
    accounts = List.copyOf(accounts);
  }

  /// Whether we know who it is, and not only which browser or device.
  public boolean known() {
    return identifiers.stream().anyMatch(known -> !StandardTypes.nameless(known.type()));
  }

  /// An identifier of the person.
  ///
  /// @param firstSeen the earliest time of the person's events that carry it; `null` when none does
  /// @param lastSeen the latest
  public record Known(
      String type, String value, @Nullable Long firstSeen, @Nullable Long lastSeen) {}

  /// What the person did.
  ///
  /// @param byName in the order of the names' bytes
  /// @param other events whose names are left out; `null` when there are none
  public record Events(long total, Map<String, Count> byName, @Nullable Count other) {}

  /// An account that the person belongs to.
  public record Account(String id, long first, long last, long count) {}

  /// What went over a limit, counted, so that nothing is left out in silence.
  ///
  /// @param traits how often traits were said whose names are left out
  /// @param largeValues how often a trait's value was too large to keep
  /// @param accounts group calls whose accounts are left out
  /// @param orders events whose orders are left out
  /// @param amounts amounts that were none or too large, and order ids that were too long
  /// @param purposes whether consents to some purposes are left out; those permit nothing
  public record LeftOut(
      long traits, long largeValues, long accounts, long orders, long amounts, boolean purposes) {
    public boolean nothing() {
      return traits + largeValues + accounts + orders + amounts == 0 && !purposes;
    }
  }

  /// Sums up a person's fragments.
  ///
  /// @param identifiers the members of the profile; one at least
  /// @param fragments those whose owners are among the members
  /// @param links how the members hang together; [LinkPath#UNKNOWN] fails closed
  public static Profile of(
      ProfileId id,
      SortedSet<Identifier> identifiers,
      Map<FragmentKey, Fragment> fragments,
      Rules rules,
      LinkPath links) {
    var base = Fragment.Base.EMPTY;
    var names = Counts.EMPTY;
    var accounts = Counts.EMPTY;
    var orders = Orders.EMPTY;
    var activity = Activity.EMPTY;
    var full = false; // of purposes
    var traits = new ArrayList<Traits>(fragments.size());
    for (var fragment : fragments.values()) {
      base = base.plus(fragment.base());
      names = names.plus(fragment.names());
      accounts = accounts.plus(fragment.accounts());
      orders = orders.plus(fragment.orders());
      activity = activity.plus(fragment.activity());
      full |= fragment.consents().full();
      traits.add(fragment.traits());
    }
    var known = known(identifiers, fragments, rules);
    var choice = TraitChoice.of(traits, rules.document().traits());
    var consents =
        ConsentChoice.of(
                fragments,
                identifiers,
                Collections.min(identifiers, rules.types().strongestFirst()),
                links)
            .all();
    return new Profile(
        id,
        known,
        choice.standing(),
        new Events(names.total(), names.byName(), names.other()),
        Sessions.of(activity, rules.document().sessionGapMinutes()),
        Commerce.of(orders, rules.document()),
        accounts(accounts),
        consents,
        base.count() == 0 ? null : base.first(),
        base.count() == 0 ? null : base.latest(),
        leftOut(choice, accounts, orders, full));
  }

  private static List<Known> known(
      SortedSet<Identifier> identifiers, Map<FragmentKey, Fragment> fragments, Rules rules) {
    var times = new TreeMap<Identifier, Count>(rules.types().strongestFirst());
    fragments.forEach((key, fragment) -> {
      for (var identifier : key.identifiers()) {
        times.merge(
            identifier,
            new Count(fragment.count(), fragment.first(), fragment.latest()),
            Count::plus);
      }
    });
    var known = new ArrayList<Known>(identifiers.size());
    var strongestFirst = new ArrayList<>(identifiers);
    strongestFirst.sort(rules.types().strongestFirst());
    for (var identifier : strongestFirst) {
      var seen = times.get(identifier);
      known.add(
          new Known(
              identifier.type(),
              identifier.value(),
              seen == null ? null : seen.first(),
              seen == null ? null : seen.last()));
    }
    return known;
  }

  private static List<Account> accounts(Counts accounts) {
    var list = new ArrayList<Account>(accounts.byName().size());
    accounts
        .byName()
        .forEach(
            (id, count) -> list.add(new Account(id, count.first(), count.last(), count.count())));
    return list;
  }

  private static LeftOut leftOut(
      TraitChoice traits, Counts accounts, Orders orders, boolean purposes) {
    long beyond = 0;
    long unusable = 0;
    for (var i = 0; i < Orders.BUCKETS; i++) {
      beyond += orders.bucket(i).beyond();
      unusable += orders.bucket(i).unusable();
    }
    return new LeftOut(
        traits.beyond(),
        traits.tooLarge(),
        accounts.other() == null ? 0 : accounts.other().count(),
        beyond,
        unusable,
        purposes);
  }
}
