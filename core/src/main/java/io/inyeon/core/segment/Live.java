package io.inyeon.core.segment;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.Overlay;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.Value;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Places;
import io.inyeon.core.unify.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Keeps memberships true: after an event, after people became one or two, and when a timer goes
/// off.
///
/// Works on one entry. What is found out goes into the entry's own changes, facts included: a fact
/// lies in state until the entry that records it is in the log, so that each is recorded once,
/// whatever crashes in between.
public final class Live {
  /// Instants looked at one by one when a timer goes off late.
  private static final int MOST_INSTANTS = 10_000;

  private final long position;
  private final Snapshot before;
  private final Rules rules;
  private final List<Change> changes;

  /// The counts of accounts' members; `null` when nothing is counted.
  private final @Nullable MemberCounts counts;

  /// State with these.
  private final Snapshot seen;

  /// The sizes of segments that became others.
  private final Map<String, Long> sizes = new HashMap<>();

  private int facts;

  /// Whose timer goes off by this entry, and which one; `null` for nobody's.
  private @Nullable Identifier fired;

  private long gone = Standing.NEVER;

  private Live(long position, Snapshot before, Rules rules, List<Change> changes) {
    this.position = position;
    this.before = before;
    this.rules = rules;
    this.changes = changes;
    counts =
        rules.segments().membersCounted() == null
            ? null
            : new MemberCounts(position, before, rules);
    seen = counts == null ? before : counts.seen();
  }

  /// Counts an event, without looking at memberships.
  ///
  /// @param owner whose it is
  /// @param now log time, milliseconds since 1970
  public static void count(
      Event event, Identifier owner, long now, Snapshot before, Rules rules, List<Change> changes) {
    count(event, handedOver(event, owner, before, rules, changes), now, before, rules, changes);
  }

  /// @return the tracks that the event is part of
  private static List<Segments.Kept> count(
      Event event,
      @Nullable HandedOver handed,
      long now,
      Snapshot before,
      Rules rules,
      List<Change> changes) {
    var tracks = rules.segments().tracks(event.head().name());
    if (tracks.isEmpty()) {
      return List.of();
    }
    var terms = rules.segments().terms();
    var fragment = handed == null ? FragmentKey.of(event) : handed.own().fragment();
    var known = handed == null ? before : new Overlay(before, changes);
    var counted = new ArrayList<Segments.Kept>(tracks.size());
    for (var kept : tracks) {
      var some = kept.track().all(event, terms);
      if (!some.isEmpty()) {
        counted.add(kept);
        changes.add(added(fragment, kept, some, now, known, rules));
      }
    }
    return counted;
  }

  /// Lets what is counted follow the events that logins give to others; `null` where they never do.
  private static @Nullable HandedOver handedOver(
      Event event, Identifier owner, Snapshot before, Rules rules, List<Change> changes) {
    return rules.types().anyByLogin() ? HandedOver.by(event, owner, before, rules, changes) : null;
  }

  /// More occurrences of the past, in the fragment that they are in by now.
  ///
  /// @param list the event's list and kind
  /// @param some of one event, ascending; one at least
  public static Change past(
      FragmentKey list,
      Segments.Kept kept,
      List<Occurrence> some,
      long now,
      Snapshot before,
      Rules rules) {
    var fragment =
        Places.divided(list, rules.types())
            ? new Places(before, rules).of(list, some.getFirst().time()).fragment()
            : list;
    return added(fragment, kept, some, now, before, rules);
  }

  private static Change added(
      FragmentKey fragment,
      Segments.Kept kept,
      List<Occurrence> some,
      long now,
      Snapshot before,
      Rules rules) {
    var key = new Key.OfOccurrences(fragment, kept.id());
    var known = before.get(key);
    var more = Occurrences.some(kept.track().role().stored(), some);
    var all = known == null ? more : known.plus(more);
    return new Change.Put<>(key, HandedOver.bounded(fragment, kept, all, now, rules));
  }

  /// Follows an event that counts.
  ///
  /// @param owner whose it is
  /// @param now log time, milliseconds since 1970
  /// @param before state before the event
  /// @param changes what the event changed so far; what it changes of memberships is added
  public static void follow(
      Event event,
      Identifier owner,
      long now,
      long position,
      Snapshot before,
      Rules rules,
      List<Change> changes) {
    var handed = handedOver(event, owner, before, rules, changes);
    var counted = count(event, handed, now, before, rules, changes);
    if (rules.segments().idle()) {
      return;
    }
    Accounts.changed(event, now, position, before, rules, changes);
    var touched = new LinkedHashSet<Answered>();
    counted.forEach(kept -> touched.addAll(kept.users()));
    rules.segments().touched(event, touched);
    var regrouped = regrouped(handed, before, changes);
    if (touched.isEmpty() && regrouped.isEmpty()) {
      return;
    }
    var live = new Live(position, new Overlay(before, changes), rules, changes);
    var holder = handed == null ? owner : handed.own().holder();
    var tree = live.home(holder);
    if (!regrouped.isEmpty()) {
      // It may change others' trees alone, and still be somebody's in a tree that stays.
      if (tree != null && regrouped.stream().noneMatch(each -> each.id() == tree.id())) {
        regrouped.add(tree);
      }
      live.all(regrouped, now);
    } else if (tree != null) {
      live.assess(tree, tree.part(holder, rules), touched, now);
      live.settled();
    }
  }

  /// Follows a steward's decision.
  public static void follow(
      long now, long position, Snapshot before, Rules rules, List<Change> changes) {
    var handed = rules.types().anyByLogin() ? HandedOver.by(before, rules, changes) : null;
    if (!rules.segments().idle()) {
      new Live(position, new Overlay(before, changes), rules, changes)
          .all(regrouped(handed, before, changes), now);
    }
  }

  /// The trees whose members or links are others than before, or whose events logins gave away or
  /// brought, as they are now.
  private static List<Tree> regrouped(
      @Nullable HandedOver handed, Snapshot before, List<Change> changes) {
    var regrouped = new ArrayList<Tree>(handed == null ? List.of() : handed.trees());
    var ids = new HashSet<Long>();
    regrouped.forEach(tree -> ids.add(tree.id()));
    for (var change : changes) {
      if (change instanceof Change.Put<?>(Key.Tree key, Tree now)) {
        var then = before.get(key);
        if ((then == null || !now.sameGroups(then)) && ids.add(now.id())) {
          regrouped.add(now);
        }
      }
    }
    return regrouped;
  }

  private @Nullable Tree home(Identifier identifier) {
    var holder = before.get(new Key.OfIdentifier(identifier));
    return holder == null ? null : before.get(new Key.Tree(holder.tree()));
  }

  /// Looks at everybody in some trees. All of them are counted first: what holds of accounts'
  /// members is known only then.
  private void all(List<Tree> trees, long now) {
    if (counts != null) {
      count(trees, counts, now);
    }
    for (var tree : trees) {
      for (var part : tree.parts(rules)) {
        assess(tree, part, null, now);
      }
    }
    settled();
  }

  private void count(List<Tree> trees, MemberCounts counts, long now) {
    var deepest = -1;
    for (var counted : rules.segments().counted()) {
      deepest = Math.max(deepest, counted.depth());
    }
    for (var depth = -1; depth <= deepest; depth++) {
      for (var tree : trees) {
        for (var part : tree.parts(rules)) {
          if (depth < 0) {
            counts.forget(others(part), now);
          } else {
            var view = new PersonView(tree, part, seen, rules);
            counts.update(view, Tree.representative(part, rules.types()), null, depth, now);
          }
        }
      }
    }
  }

  private List<Identifier> others(SortedSet<Identifier> part) {
    var who = Tree.representative(part, rules.types());
    return part.stream().filter(each -> !each.equals(who)).toList();
  }

  private void settled() {
    if (counts != null) {
      counts.settle(changes);
    }
  }

  // ---- timers

  /// A timer has gone off, or somebody is to be looked at anew.
  ///
  /// @param due when it should have; answers are worked out for that instant and for every later
  ///   one up to now at which they change, so that facts have their own times after a pause
  /// @param now log time, milliseconds since 1970
  public static void fired(
      Identifier who,
      long due,
      long now,
      long position,
      Snapshot before,
      Rules rules,
      List<Change> changes) {
    changes.add(new Change.Remove<>(new Key.OfTimer(due, who)));
    var live = new Live(position, new Overlay(before, changes), rules, changes);
    live.fired = who;
    live.gone = due;
    var tree = live.home(who);
    if (tree != null) {
      live.assess(tree, tree.part(who, rules), null, Math.min(due, now), now);
      live.settled();
    }
  }

  // ---- one person

  private void assess(
      Tree tree, SortedSet<Identifier> part, @Nullable Collection<Answered> some, long now) {
    assess(tree, part, some, now, now);
  }

  /// Works out a person's memberships.
  ///
  /// @param some whose answers may be others than before; `null` for all
  /// @param from the first instant to look at
  /// @param to the last
  private void assess(
      Tree tree,
      SortedSet<Identifier> part,
      @Nullable Collection<Answered> some,
      long from,
      long to) {
    var who = Tree.representative(part, rules.types());
    var key = new Key.OfStanding(who);
    var known = before.get(key);
    var standing = known == null ? Standing.NONE : known;
    var members = new TreeMap<String, Membership>(standing.members());
    if (some == null) {
      others(part).forEach(other -> absorb(other, who, members, to));
    }
    var view = new PersonView(tree, part, seen, rules);
    var segments = some == null ? rules.segments().live() : segments(some);
    // Whoever waits to be looked at since an account turned is told of that first.
    var turned =
        fired == null || counts == null
            ? Standing.NEVER
            : counts.turnedAfter(view, who, standing.asOf());
    var at = Math.max(Math.min(from, turned), standing.asOf());
    long next;
    var count = 0;
    while (true) {
      next = counted(view, who, some, at, from);
      for (var segment : at < from ? rules.segments().byMembers() : segments) {
        var glance = Evaluator.glance(segment.condition(), view, at);
        next = Math.min(next, glance.changesAt());
        if ((glance.truth() == Truth.MATCH) != members.containsKey(segment.id())) {
          flip(segment, view, who, at, members);
        }
      }
      if (next > to) {
        break;
      }
      at = ++count < MOST_INSTANTS ? next : to;
    }
    if (some == null) {
      leaveDead(who, at, members);
    }
    settle(who, known, new Standing(Math.max(at, standing.asOf()), next, members));
  }

  /// Counts a person among the members of their accounts.
  ///
  /// @param from before that they are counted already
  /// @return when that may have to be done again
  private long counted(
      PersonView view, Identifier who, @Nullable Collection<Answered> some, long at, long from) {
    return at < from
        ? from
        : counts == null ? Standing.NEVER : counts.update(view, who, some, -1, at);
  }

  /// The segments among these, and those that ask of members what may be others than before.
  private Collection<Segment> segments(Collection<Answered> some) {
    var segments = new LinkedHashSet<Segment>();
    for (var each : some) {
      switch (each) {
        case Segment segment -> segments.add(segment);
        case CountedCondition _ -> segments.addAll(rules.segments().byMembers());
      }
    }
    return segments;
  }

  /// Writes down what came of it, if it is other than before. A timer that stands earlier than it
  /// need stays: it will only look again.
  private void settle(Identifier who, @Nullable Standing known, Standing found) {
    var stored = known == null ? Standing.NEVER : known.due();
    var due = stored == gone && who.equals(fired) ? Standing.NEVER : stored;
    var wanted = Math.min(due, found.due());
    if (wanted != due) {
      if (due != Standing.NEVER) {
        changes.add(new Change.Remove<>(new Key.OfTimer(due, who)));
      }
      changes.add(new Change.Put<>(new Key.OfTimer(wanted, who), true));
    }
    var members = known == null ? Standing.NONE.members() : known.members();
    if (wanted != stored || !members.equals(found.members())) {
      changes.add(
          new Change.Put<>(
              new Key.OfStanding(who), new Standing(found.asOf(), wanted, found.members())));
    }
  }

  /// What was known of an identifier when it stood for a person of its own.
  private void absorb(Identifier other, Identifier who, Map<String, Membership> members, long now) {
    var key = new Key.OfStanding(other);
    var standing = before.get(key);
    if (standing == null) {
      return;
    }
    changes.add(new Change.Remove<>(key));
    if (standing.due() != Standing.NEVER) {
      changes.add(new Change.Remove<>(new Key.OfTimer(standing.due(), other)));
    }
    standing
        .members()
        .forEach((segment, membership) -> {
          changes.add(new Change.Remove<>(new Key.OfMember(segment, other)));
          var mine = members.get(segment);
          if (mine == null) {
            members.put(segment, membership);
            changes.add(new Change.Put<>(new Key.OfMember(segment, who), membership));
          } else {
            members.put(segment, mine.earlier(membership));
            changes.add(new Change.Put<>(new Key.OfMember(segment, who), mine.earlier(membership)));
            size(segment, -1);
            tell(
                new Fact(
                    position,
                    facts++,
                    false,
                    segment,
                    membership.version(),
                    other,
                    now,
                    cause("merged")));
          }
        });
  }

  private void leaveDead(Identifier who, long at, Map<String, Membership> members) {
    for (var membership : List.copyOf(members.entrySet())) {
      var id = membership.getKey();
      var segment = rules.segments().all().get(id);
      if (segment == null || segment.status() != Segment.Status.ACTIVE) {
        members.remove(id);
        changes.add(new Change.Remove<>(new Key.OfMember(id, who)));
        size(id, -1);
        var version = membership.getValue().version();
        tell(new Fact(position, facts++, false, id, version, who, at, cause("archived")));
      }
    }
  }

  private static Value.Fields cause(String word) {
    return new Value.Fields(Map.of("cause", new Value.Text(word)));
  }

  private void flip(
      Segment segment, ProfileView view, Identifier who, long at, Map<String, Membership> members) {
    var id = segment.id();
    var entered = !members.containsKey(id);
    if (entered) {
      var membership = new Membership(at, segment.version());
      members.put(id, membership);
      changes.add(new Change.Put<>(new Key.OfMember(id, who), membership));
    } else {
      members.remove(id);
      changes.add(new Change.Remove<>(new Key.OfMember(id, who)));
    }
    size(id, entered ? 1 : -1);
    var evaluation = Evaluator.evaluate(segment.condition(), view, Instant.ofEpochMilli(at));
    tell(
        new Fact(
            position,
            facts++,
            entered,
            id,
            segment.version(),
            who,
            at,
            ReasonForm.of(evaluation.reason(), segment.condition(), view)));
  }

  private void tell(Fact fact) {
    changes.add(new Change.Put<>(new Key.OfFact(fact.cause(), fact.ordinal()), fact));
  }

  private void size(String segment, long more) {
    var key = new Key.OfSegmentSize(segment);
    var known = sizes.get(segment);
    var size = known == null ? before.get(key) : known;
    var now = (size == null ? 0 : size) + more;
    sizes.put(segment, now);
    changes.add(new Change.Put<>(key, now));
  }

  // ---- facts on record

  /// A fact is in the log now: it has not to be told any more. In a state that is made anew nothing
  /// told it, so it says who was a member; the difference is told once, later.
  public static void recorded(Fact fact, Snapshot before, Rules rules, List<Change> changes) {
    changes.add(new Change.Put<>(new Key.OfPast(fact.who(), fact.cause(), fact.ordinal()), fact));
    var day = new Key.OfFlow(fact.segment(), rules.segments().terms().day(fact.at()).toEpochDay());
    var flow = before.get(day);
    changes.add(new Change.Put<>(day, (flow == null ? new Flow(0, 0) : flow).and(fact.entered())));
    var told = new Key.OfFact(fact.cause(), fact.ordinal());
    if (before.get(told) != null) {
      changes.add(new Change.Remove<>(told));
      return;
    }
    var key = new Key.OfStanding(fact.who());
    var known = before.get(key);
    var standing = known == null ? Standing.NONE : known;
    if (standing.members().containsKey(fact.segment()) == fact.entered()) {
      return;
    }
    var members = new TreeMap<>(standing.members());
    var member = new Key.OfMember(fact.segment(), fact.who());
    var size = new Key.OfSegmentSize(fact.segment());
    var count = before.get(size);
    if (fact.entered()) {
      var membership = new Membership(fact.at(), fact.version());
      members.put(fact.segment(), membership);
      changes.add(new Change.Put<>(member, membership));
    } else {
      members.remove(fact.segment());
      changes.add(new Change.Remove<>(member));
    }
    changes.add(new Change.Put<>(size, (count == null ? 0 : count) + (fact.entered() ? 1 : -1)));
    changes.add(
        new Change.Put<>(
            key, new Standing(Math.max(standing.asOf(), fact.at()), standing.due(), members)));
  }
}
