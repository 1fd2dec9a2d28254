package io.inyeon.core.segment;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.FragmentKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

/// Takes an erased person out of segments. Nobody is told that they left: that would be a new
/// record of them.
public final class Departure {
  private Departure() {}

  /// Adds what changes.
  ///
  /// @param part the person's identifiers
  /// @param fragments theirs
  /// @param at log time, milliseconds since 1970
  public static void leave(
      Collection<Identifier> part,
      Collection<FragmentKey> fragments,
      long at,
      long position,
      Snapshot before,
      Rules rules,
      List<Change> changes) {
    var occurrences = new ArrayList<Key.OfOccurrences>();
    for (var kept : rules.segments().tracks()) {
      fragments.forEach(each -> occurrences.add(new Key.OfOccurrences(each, kept.id())));
    }
    forgetAccounts(part, before, rules, changes);
    require(occurrences, before);
    require(part.stream().map(Key.OfStanding::new).toList(), before);
    var sizes = new TreeMap<String, Long>();
    for (var who : part) {
      var key = new Key.OfStanding(who);
      var standing = before.get(key);
      if (standing == null) {
        continue;
      }
      changes.add(new Change.Remove<>(key));
      if (standing.due() != Standing.NEVER) {
        changes.add(new Change.Remove<>(new Key.OfTimer(standing.due(), who)));
      }
      for (var segment : standing.members().keySet()) {
        changes.add(new Change.Remove<>(new Key.OfMember(segment, who)));
        sizes.merge(segment, 1L, Long::sum);
      }
    }
    sizes.forEach((segment, fewer) -> {
      var key = new Key.OfSegmentSize(segment);
      var size = before.get(key);
      changes.add(new Change.Put<>(key, (size == null ? 0 : size) - fewer));
    });
    if (rules.segments().membersCounted() != null) {
      var counts = new MemberCounts(position, before, rules);
      counts.forget(part, at);
      counts.settle(changes);
    }
    for (var key : new LinkedHashSet<>(occurrences)) {
      if (before.get(key) != null) {
        changes.add(new Change.Remove<>(key));
      }
    }
  }

  private static void forgetAccounts(
      Collection<Identifier> part, Snapshot before, Rules rules, List<Change> changes) {
    for (var who : part) {
      var holder = before.get(new Key.OfIdentifier(who));
      var tree = holder == null ? null : before.get(new Key.Tree(holder.tree()));
      if (tree != null) {
        Accounts.forget(tree.fragments(tree.part(who, rules), rules).values(), before, changes);
        return;
      }
    }
  }

  /// Has all of some keys loaded at once.
  static void require(Collection<? extends Key<?>> keys, Snapshot before) {
    var missing = new LinkedHashSet<Key<?>>();
    for (var key : keys) {
      try {
        before.get(key);
      } catch (Snapshot.Unloaded unloaded) {
        missing.addAll(unloaded.keys());
      }
    }
    if (!missing.isEmpty()) {
      throw new Snapshot.Unloaded(missing);
    }
  }
}
