package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.ProfileId;
import io.inyeon.core.unify.ProfileIds;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.store.Picture;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How the people of one state become those of another of the same position: who is divided, who is
/// united. Reads both tree by tree, so memory does not grow with them.
final class Regrouping {
  private static final int TREES_AT_HAND = 4_096;

  private final Side before;
  private final Side after;
  private final AtomicBoolean cancelled;

  /// A person of one side.
  private record Person(long tree, int part) {}

  /// A change of who is who.
  ///
  /// @param kind whether one person becomes several, or several become one
  /// @param one the one: the id it has, or will have
  /// @param several the others
  record Change(Kind kind, ProfileId one, List<Other> several) {}

  /// One of several.
  ///
  /// @param identifiers those that it has in common with the one
  record Other(ProfileId id, List<Identifier> identifiers) {}

  /// What can happen to people.
  enum Kind {
    MERGE,
    SPLIT
  }

  /// What there is on one side.
  ///
  /// @param divided trees that a limit or a cut divides into several people
  /// @param shared identifiers that are shared at some rank
  record Counts(long people, long identifiers, long divided, long shared) {
    Counts plus(Counts more) {
      return new Counts(
          people + more.people,
          identifiers + more.identifiers,
          divided + more.divided,
          shared + more.shared);
    }
  }

  /// How both compare.
  ///
  /// @param merges people who unite several of before
  /// @param merged people of before who are united with others
  /// @param splits people of before who are divided
  /// @param parted people who are parts of them
  record Total(Counts before, Counts after, long merges, long merged, long splits, long parted) {
    static final Total NONE = new Total(new Counts(0, 0, 0, 0), new Counts(0, 0, 0, 0), 0, 0, 0, 0);

    /// Both of people who have nothing to do with each other.
    Total plus(Total more) {
      return new Total(
          before.plus(more.before),
          after.plus(more.after),
          merges + more.merges,
          merged + more.merged,
          splits + more.splits,
          parted + more.parted);
    }
  }

  Regrouping(
      Picture before, Rules rulesBefore, Picture after, Rules rulesAfter, AtomicBoolean cancelled) {
    this.before = new Side(before, rulesBefore);
    this.after = new Side(after, rulesAfter);
    this.cancelled = cancelled;
  }

  /// Compares all of them.
  ///
  /// @param changes told each change
  /// @param seen told the trees that were looked at so far
  Total compare(Consumer<Change> changes, Consumer<Long> seen) {
    var splits = new long[2];
    var one = walk(before, after, Kind.SPLIT, splits, changes, seen, 0);
    var merges = new long[2];
    var other = walk(after, before, Kind.MERGE, merges, changes, seen, before.trees());
    return new Total(one, other, merges[0], merges[1], splits[0], splits[1]);
  }

  private Counts walk(
      Side from,
      Side to,
      Kind kind,
      long[] found,
      Consumer<Change> changes,
      Consumer<Long> seen,
      long seenBefore) {
    var counts = new long[5];
    from.picture.outlines(tree -> {
      if (cancelled.get()) {
        throw new CancellationException("cancelled");
      }
      var parts = tree.parts(from.rules);
      counts[0] += parts.size();
      counts[1] += tree.nodes().size();
      counts[2] += parts.size() > 1 ? 1 : 0;
      counts[3] += tree.shared(from.rules);
      for (var part : parts) {
        var change = change(part, from, to, kind);
        if (change != null) {
          found[0]++;
          found[1] += change.several().size();
          changes.accept(change);
        }
      }
      if (++counts[4] % 1_000 == 0) {
        seen.accept(seenBefore + counts[4]);
      }
    });
    return new Counts(counts[0], counts[1], counts[2], counts[3]);
  }

  private static @Nullable Change change(
      SortedSet<Identifier> part, Side from, Side to, Kind kind) {
    var first = to.person(part.first());
    if (first != null && to.members(first).equals(part)) {
      return null;
    }
    var others = new LinkedHashMap<Person, List<Identifier>>();
    for (var identifier : part) {
      var person = to.person(identifier);
      if (person != null) {
        others.computeIfAbsent(person, _ -> new ArrayList<>()).add(identifier);
      }
    }
    if (others.size() < 2) {
      return null;
    }
    var several = new ArrayList<Other>();
    others.forEach(
        (person, identifiers) -> several.add(new Other(to.id(to.members(person)), identifiers)));
    return new Change(kind, from.id(part), several);
  }

  /// One of the two states.
  private static final class Side {
    private final Picture picture;
    private final Rules rules;
    private final Map<Long, List<SortedSet<Identifier>>> atHand =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Long, List<SortedSet<Identifier>>> eldest) {
            return size() > TREES_AT_HAND;
          }
        };

    Side(Picture picture, Rules rules) {
      this.picture = picture;
      this.rules = rules;
    }

    long trees() {
      return picture.counts().trees();
    }

    /// Who has an identifier; `null` for nobody, since it is blocked here.
    @Nullable Person person(Identifier identifier) {
      var holder = picture.read(new Key.OfIdentifier(identifier));
      if (holder == null) {
        return null;
      }
      var parts = parts(holder.tree());
      for (var i = 0; i < parts.size(); i++) {
        if (parts.get(i).contains(identifier)) {
          return new Person(holder.tree(), i);
        }
      }
      throw new IllegalStateException("tree " + holder.tree() + " does not hold " + identifier);
    }

    private List<SortedSet<Identifier>> parts(long id) {
      var parts = atHand.get(id);
      if (parts == null) {
        var tree = picture.outline(id);
        parts = tree == null ? List.of() : tree.parts(rules);
        atHand.put(id, parts);
      }
      return parts;
    }

    SortedSet<Identifier> members(Person person) {
      return parts(person.tree()).get(person.part());
    }

    ProfileId id(SortedSet<Identifier> part) {
      return ProfileIds.of(
          rules.document().workspaceKey(), Tree.representative(part, rules.types()));
    }
  }
}
