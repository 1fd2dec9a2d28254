package io.inyeon.core.recall;

import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.recall.ProfileChange.What;
import io.inyeon.core.unify.Commerce;
import io.inyeon.core.unify.Consent;
import io.inyeon.core.unify.Profile;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.Trait;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What is different between two pictures of one person, one just before and one just after
/// something happened.
final class Difference {
  private Difference() {}

  /// A picture of a person, with the state that it was drawn from.
  ///
  /// @param profile `null` when nobody is known by the identifier
  record Picture(@Nullable Profile profile, Snapshot state, Rules rules) {
    SortedSet<Identifier> identifiers() {
      var all = new TreeSet<Identifier>();
      if (profile != null) {
        profile.identifiers().forEach(each -> all.add(new Identifier(each.type(), each.value())));
      }
      return all;
    }

    SortedSet<String> accounts() {
      var all = new TreeSet<String>();
      if (profile != null) {
        profile.accounts().forEach(account -> all.add(account.id()));
      }
      return all;
    }

    /// The profile that somebody is; `null` when nobody is known by the identifier.
    @Nullable ProfileId holder(Identifier identifier) {
      var tree = Recollection.tree(identifier, state);
      return tree == null ? null : tree.profileId(identifier, rules);
    }
  }

  /// In this order: merges and splits, identifiers, accounts, traits, consents, sessions, commerce.
  static List<What> between(Picture old, Picture now) {
    var all = new ArrayList<What>();
    var before = old.identifiers();
    var after = now.identifiers();
    var came = less(after, before);
    var went = less(before, after);
    if (!before.isEmpty()) {
      holders(came, old).forEach((id, some) -> all.add(new What.Merged(id, some)));
    }
    holders(went, now).forEach((id, some) -> all.add(new What.Split(id, some)));
    came.forEach(identifier -> all.add(new What.Joined(identifier)));
    went.forEach(identifier -> all.add(new What.Left(identifier)));
    less(now.accounts(), old.accounts()).forEach(id -> all.add(new What.AccountJoined(id)));
    less(old.accounts(), now.accounts()).forEach(id -> all.add(new What.AccountLeft(id)));
    traits(old.profile(), now.profile(), all);
    consents(old.profile(), now.profile(), all);
    sessions(old.profile(), now.profile(), all);
    commerce(old.profile(), now.profile(), all);
    return all;
  }

  private static SortedMap<ProfileId, SortedSet<Identifier>> holders(
      SortedSet<Identifier> identifiers, Picture picture) {
    var holders =
        new TreeMap<ProfileId, SortedSet<Identifier>>((a, b) -> a.value().compareTo(b.value()));
    for (var identifier : identifiers) {
      var holder = picture.holder(identifier);
      if (holder != null) {
        holders.computeIfAbsent(holder, _ -> new TreeSet<>()).add(identifier);
      }
    }
    return holders;
  }

  /// Those of all that are not among those.
  static <T> SortedSet<T> less(SortedSet<T> all, SortedSet<T> those) {
    var rest = new TreeSet<>(all);
    rest.removeAll(those);
    return rest;
  }

  private static void traits(@Nullable Profile old, @Nullable Profile now, List<What> all) {
    var before = old == null ? Map.<String, Trait>of() : old.traits();
    var after = now == null ? Map.<String, Trait>of() : now.traits();
    var names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (var name : names) {
      var was = before.get(name);
      var is = after.get(name);
      if (was == null || is == null || !was.value().equals(is.value())) {
        all.add(
            new What.OfTrait(
                name, was == null ? null : was.value(), is == null ? null : is.value()));
      }
    }
  }

  private static void consents(@Nullable Profile old, @Nullable Profile now, List<What> all) {
    var before = old == null ? Map.<String, Consent>of() : old.consents();
    var after = now == null ? Map.<String, Consent>of() : now.consents();
    var purposes = new TreeSet<>(before.keySet());
    purposes.addAll(after.keySet());
    for (var purpose : purposes) {
      var was = before.get(purpose);
      var is = after.get(purpose);
      if (was == null || is == null || !same(was, is)) {
        all.add(new What.OfConsent(purpose, was, is));
      }
    }
  }

  /// A visit, told apart from others by when and how it began.
  private record Visit(long start, @Nullable String campaign) implements Comparable<Visit> {
    private static final Comparator<Visit> ORDER =
        Comparator.comparingLong(Visit::start)
            .thenComparing(visit -> visit.campaign() == null ? "" : visit.campaign());

    @Override
    public int compareTo(Visit other) {
      return ORDER.compare(this, other);
    }
  }

  /// Visits that only one of the pictures still tells apart are no difference.
  private static void sessions(@Nullable Profile old, @Nullable Profile now, List<What> all) {
    var toldApartFrom = Math.max(onlyCountedTo(old), onlyCountedTo(now));
    var before = visits(old, toldApartFrom);
    var after = visits(now, toldApartFrom);
    for (var visit : less(before, after)) {
      all.add(new What.SessionGone(visit.start(), visit.campaign()));
    }
    for (var visit : less(after, before)) {
      all.add(new What.SessionBegan(visit.start(), visit.campaign()));
    }
  }

  private static long onlyCountedTo(@Nullable Profile profile) {
    var earlier = profile == null ? null : profile.sessions().earlier();
    return earlier == null ? Long.MIN_VALUE : earlier.last();
  }

  private static SortedSet<Visit> visits(@Nullable Profile profile, long after) {
    var visits = new TreeSet<Visit>();
    if (profile != null) {
      for (var session : profile.sessions().known()) {
        if (session.start() > after) {
          visits.add(new Visit(session.start(), session.campaign()));
        }
      }
    }
    return visits;
  }

  private static void commerce(@Nullable Profile old, @Nullable Profile now, List<What> all) {
    var was = bought(old);
    var is = bought(now);
    if (!Objects.equals(was, is)) {
      all.add(new What.OfCommerce(was, is));
    }
  }

  private static @Nullable Commerce bought(@Nullable Profile profile) {
    return profile == null || profile.commerce().nothing() ? null : profile.commerce();
  }

  /// Said again, a consent is the same one.
  private static boolean same(Consent a, Consent b) {
    return a.state() == b.state() && a.devices().equals(b.devices());
  }
}
