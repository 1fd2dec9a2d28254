package io.inyeon.core.segment;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.Overlay;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Places;
import io.inyeon.core.unify.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an entry changes of whose the events of devices are, where logins decide that: a late
/// login, a cut, an anchor that turned shared, a span of time that was divided.
///
/// It is read off the trees, before and after: a fragment that is another one without an event
/// having come has given events away or got some. What is counted of those events follows them,
/// each occurrence by its time, and so does who is to be looked at. Nothing is read again: what a
/// fragment of a device has counted is kept one by one, see [#bounded].
final class HandedOver {
  private final Snapshot before;
  private final Rules rules;
  private final List<Change> changes;

  /// Fragments whose events may be several people's, in the trees that changed: as they were, and
  /// as they are.
  private final SortedMap<FragmentKey, Fragment> then = new TreeMap<>();

  private final SortedMap<FragmentKey, Fragment> now = new TreeMap<>();

  /// In which trees they were or are.
  private final Map<FragmentKey, TreeSet<Long>> trees = new HashMap<>();

  private final TreeSet<FragmentKey> changed = new TreeSet<>();

  /// Where the event of this entry is; `null` when none came.
  private final Places.@Nullable Place own;

  private HandedOver(
      Places.@Nullable Place own, Snapshot before, Rules rules, List<Change> changes) {
    this.own = own;
    this.before = before;
    this.rules = rules;
    this.changes = changes;
  }

  /// Works out what an event changed, and lets what is counted follow.
  ///
  /// @param owner whose it is by its list of identifiers
  /// @param before state before the event
  /// @param changes what the event changed so far; what it changes of occurrences is added
  static HandedOver by(
      Event event, Identifier owner, Snapshot before, Rules rules, List<Change> changes) {
    var list = FragmentKey.of(event);
    var own =
        Places.divided(list, rules.types())
            ? new Places(new Overlay(before, changes), rules).of(event)
            : new Places.Place(list, owner);
    return new HandedOver(own, before, rules, changes).done();
  }

  /// The same of a steward's decision, or of an erasure.
  static HandedOver by(Snapshot before, Rules rules, List<Change> changes) {
    return new HandedOver(null, before, rules, changes).done();
  }

  private HandedOver done() {
    var after = new Overlay(before, changes);
    compare(after);
    join();
    follow(after);
    return this;
  }

  /// Where the event is that came.
  Places.Place own() {
    if (own == null) {
      throw new IllegalStateException("no event came");
    }
    return own;
  }

  /// The trees in which some events have come or gone besides the one that came, as they are now.
  List<Tree> trees() {
    var ids = new TreeSet<Long>();
    shifted().forEach(key -> ids.addAll(trees.getOrDefault(key, new TreeSet<>())));
    var after = new Overlay(before, changes);
    var all = new ArrayList<Tree>();
    for (var id : ids) {
      var tree = after.get(new Key.Tree(id));
      if (tree != null) {
        all.add(tree);
      }
    }
    return all;
  }

  // ---- what changed

  private void compare(Snapshot after) {
    var ids = new TreeSet<Long>();
    for (var change : changes) {
      if (change.key() instanceof Key.Tree(var id)) {
        ids.add(id);
      }
    }
    for (var id : ids) {
      var was = before.get(new Key.Tree(id));
      var is = after.get(new Key.Tree(id));
      if (was != null && is != null) {
        is.fragmentsSince(
            was, (key, fragment) -> note(id, key, was.fragments().get(key), fragment));
      } else if (was != null) {
        was.fragments().forEach((key, fragment) -> note(id, key, fragment, null));
      } else if (is != null) {
        is.fragments().forEach((key, fragment) -> note(id, key, null, fragment));
      }
    }
    then.forEach(this::differ);
    now.keySet().stream().filter(key -> !then.containsKey(key)).forEach(changed::add);
  }

  private void note(long tree, FragmentKey key, @Nullable Fragment was, @Nullable Fragment is) {
    if (Places.divided(key, rules.types())) {
      if (was != null) {
        then.put(key, was);
      }
      if (is != null) {
        now.put(key, is);
      }
      trees.computeIfAbsent(key, _ -> new TreeSet<>()).add(tree);
    }
  }

  @SuppressWarnings("ReferenceEquality") // one that went to another tree whole is the same object
  private void differ(FragmentKey key, Fragment was) {
    if (now.get(key) != was) {
      changed.add(key);
    }
  }

  /// The fragments that are others for more than the event that came.
  private Collection<FragmentKey> shifted() {
    return own == null
        ? changed
        : changed.stream().filter(key -> !key.equals(own.fragment())).toList();
  }

  // ---- accounts

  /// Whoever is given an event that joins an account is a member, though the event does not name
  /// them.
  private void join() {
    for (var key : changed) {
      var heir = key.heir();
      var fragment = now.get(key);
      if (heir != null && fragment != null) {
        for (var account : Accounts.ids(List.of(fragment))) {
          var row = new Key.OfJoined(account, heir);
          if (before.get(row) == null) {
            changes.add(new Change.Put<>(row, true));
          }
        }
      }
    }
  }

  // ---- what is counted

  private void follow(Snapshot after) {
    var tracks = rules.segments().tracks();
    var shifted = shifted();
    if (tracks.isEmpty() || shifted.isEmpty()) {
      return;
    }
    var lists = new TreeMap<FragmentKey, List<FragmentKey>>();
    shifted.forEach(key -> lists.put(key.whole(), new ArrayList<>()));
    var rows = new ArrayList<Key.OfOccurrences>();
    for (var key : changed) {
      var list = lists.get(key.whole());
      if (list != null) {
        list.add(key);
        tracks.forEach(kept -> rows.add(new Key.OfOccurrences(key, kept.id())));
      }
    }
    Departure.require(rows, after);
    var places = new Places(after, rules);
    lists.forEach((list, keys) -> {
      var at = new HashMap<Long, FragmentKey>();
      tracks.forEach(kept ->
          share(
              keys,
              kept,
              after,
              (key, time) -> {
                var place = at.computeIfAbsent(time, _ -> places.of(list, time).fragment());
                // What could not be read again, and so not be told apart, stays where it is.
                return now.containsKey(place) ? place : key;
              }));
    });
  }

  /// Where what a fragment counted at a time is now.
  private interface Where {
    FragmentKey of(FragmentKey was, long time);
  }

  /// Shares out anew what some fragments of one list have counted together.
  private void share(
      SequencedCollection<FragmentKey> keys, Segments.Kept kept, Snapshot after, Where where) {
    var old = new TreeMap<FragmentKey, Occurrences>();
    for (var key : keys) {
      var row = after.get(new Key.OfOccurrences(key, kept.id()));
      if (row != null) {
        old.put(key, row);
      }
    }
    var shared = new TreeMap<FragmentKey, Occurrences>();
    old.forEach((key, row) -> {
      var single = new TreeMap<FragmentKey, List<Occurrence>>();
      row.exact()
          .forEach(one ->
              single.computeIfAbsent(where.of(key, one.time()), _ -> new ArrayList<>()).add(one));
      single.forEach(
          (to, some) -> shared.merge(to, Occurrences.of(row.role(), some), Occurrences::plus));
      row.hours()
          .forEach((start, hour) -> {
            var one =
                Occurrences.of(
                    row.role(),
                    List.of(),
                    new TreeMap<>(Map.of(start, hour)),
                    Summary.NONE,
                    row.leftOut());
            shared.merge(where.of(key, start), one, Occurrences::plus);
          });
    });
    old.forEach((key, _) -> {
      if (!shared.containsKey(key)) {
        changes.add(new Change.Remove<>(new Key.OfOccurrences(key, kept.id())));
      }
    });
    shared.forEach((key, row) -> {
      if (!row.equals(old.get(key))) {
        changes.add(new Change.Put<>(new Key.OfOccurrences(key, kept.id()), row));
      }
    });
  }

  /// What is kept of a fragment's occurrences. Of one whose events may be several people's nothing
  /// is summed up, since a sum cannot be taken apart when a login comes late: for ever it is kept
  /// one by one, and what no window reaches any more is let go. Such a fragment holds no more
  /// events than a [io.inyeon.core.unify.Span].
  static Occurrences bounded(
      FragmentKey fragment, Segments.Kept kept, Occurrences all, long now, Rules rules) {
    if (!Places.divided(fragment, rules.types())) {
      return all.trimmed(kept.reach(), now);
    }
    if (kept.reach() == Reach.NOTHING) {
      return all;
    }
    var left = all.trimmed(kept.reach(), now);
    return left.summary().count() == 0
        ? left
        : Occurrences.of(left.role(), left.exact(), left.hours(), Summary.NONE, left.leftOut());
  }
}
