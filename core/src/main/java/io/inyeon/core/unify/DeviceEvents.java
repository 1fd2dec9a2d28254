package io.inyeon.core.unify;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.SharedPolicy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What other policies for the events of devices move: they unite and divide nobody, but give
/// events to others. Worked out from fragments alone, which know when the first and the latest of
/// their events happened and not the others; so by login it is a range where several people took
/// turns.
public final class DeviceEvents {
  private final IdentifierTypes before;
  private final IdentifierTypes after;
  private final Rules rules;
  private final Draft draft;
  private final Owners owners;
  private final Map<Identifier, List<Turn>> turns = new HashMap<>();

  private long events;
  private long atMost;
  private final Set<ProfileId> people = new HashSet<>();

  /// Events that change hands.
  ///
  /// @param events that are somebody else's for certain
  /// @param atMost with those that may be
  /// @param people who give or gain some of these, at most
  public record Moved(long events, long atMost, long people) {
    public static final Moved NOTHING = new Moved(0, 0, 0);

    /// Both, which must concern different people.
    public Moved plus(Moved other) {
      return new Moved(events + other.events, atMost + other.atMost, people + other.people);
    }
  }

  /// The logins of one fragment: an anchor's on a device.
  private record Turn(long first, long latest, Login login) {}

  private DeviceEvents(Rules before, Snapshot people, Rules after) {
    this.before = before.types();
    this.after = after.types();
    rules = after;
    draft = new Draft(people, after);
    owners = new Owners(draft, new Estrangement(draft));
  }

  /// What other rules move.
  ///
  /// @param trees as they are by the rules before; all that name anybody in them
  /// @param people the same people by the other rules, all of them loaded
  /// @return [Moved#NOTHING] where no policy is another
  public static Moved moved(Collection<Tree> trees, Rules before, Snapshot people, Rules after) {
    if (!before.types().anyByLogin() && !after.types().anyByLogin()) {
      return Moved.NOTHING;
    }
    var moved = new DeviceEvents(before, people, after);
    trees.forEach(moved::hear);
    trees.forEach(moved::compare);
    return new Moved(moved.events, moved.atMost, moved.people.size());
  }

  private boolean changed(Identifier identifier) {
    return before.type(identifier.type()).policy() != after.type(identifier.type()).policy();
  }

  // ---- logins

  private void hear(Tree tree) {
    tree.fragments()
        .forEach((key, sum) -> {
          for (var device : key.identifiers()) {
            if (changed(device)
                && after.byLogin(device.type())
                && Unifier.linksBy(device, key.kind(), after)) {
              for (var anchor : key.identifiers()) {
                hear(device, anchor, key, sum);
              }
            }
          }
        });
  }

  private void hear(Identifier device, Identifier anchor, FragmentKey key, Fragment sum) {
    if (after.anchor(anchor.type())
        && Unifier.linksBy(anchor, key.kind(), after)
        && counts(device, anchor, key.rank())) {
      var latest = sum.base();
      var login = new Login(anchor, key.rank(), latest.latestId(), latest.latestSource());
      turns
          .computeIfAbsent(device, _ -> new ArrayList<>())
          .add(new Turn(sum.first(), sum.latest(), login));
    }
  }

  private boolean counts(Identifier device, Identifier anchor, int rank) {
    var tree = draft.find(anchor);
    var other = draft.find(device);
    return tree != null
        && other != null
        && !Sharing.any(anchor, tree.node(anchor).tally(), rank, after)
        && !tree.node(anchor).cutFrom(other.node(device));
  }

  // ---- whose

  private void compare(Tree tree) {
    tree.fragments()
        .forEach((key, sum) -> {
          if (key.identifiers().stream().anyMatch(this::changed)
              && key.identifiers().stream().anyMatch(each -> draft.find(each) != null)) {
            var list = new ArrayList<>(key.identifiers());
            list.sort(after.strongestFirst());
            var owner = owners.of(list, key.rank());
            if (changed(owner)) {
              var was =
                  key.heir() == null ? Tree.owner(key, tree.sortedNodes(), before) : key.heir();
              compare(was, holders(owner, sum), sum.count());
            }
          }
        });
  }

  private void compare(Identifier was, Set<Identifier> now, long count) {
    var others = new LinkedHashSet<ProfileId>();
    var kept = profile(was);
    var stays = false;
    for (var holder : now) {
      var other = profile(holder);
      if (other != null && !other.equals(kept)) {
        others.add(other);
      } else {
        stays = true;
      }
    }
    if (!others.isEmpty()) {
      events += stays ? 0 : count;
      atMost += count;
      people.addAll(others);
      if (kept != null) {
        people.add(kept);
      }
    }
  }

  private final Map<Identifier, ProfileId> profiles = new HashMap<>();

  private @Nullable ProfileId profile(Identifier identifier) {
    var known = profiles.get(identifier);
    var holder = known == null ? draft.get(new Key.OfIdentifier(identifier)) : null;
    var tree = holder == null ? null : draft.get(new Key.Tree(holder.tree()));
    if (tree == null) {
      return known;
    }
    for (var part : tree.parts(rules)) {
      var id = ProfileIds.of(rules.document().workspaceKey(), Tree.representative(part, after));
      part.forEach(member -> profiles.put(member, id));
    }
    return profiles.get(identifier);
  }

  /// Whose some events may be: one, unless several people took turns while they happened.
  private Set<Identifier> holders(Identifier owner, Fragment sum) {
    var policy = after.type(owner.type()).policy();
    var heard = turns.getOrDefault(owner, List.of());
    if (policy == SharedPolicy.FIRST || heard.isEmpty()) {
      return Set.of(owner);
    }
    if (policy == SharedPolicy.LAST) {
      return Set.of(last(heard).login().anchor());
    }
    var holders = new LinkedHashSet<Identifier>();
    var first = first(heard);
    if (sum.first() < first) {
      heard.stream()
          .filter(turn -> turn.first() == first)
          .forEach(turn -> holders.add(turn.login().anchor()));
    }
    for (var turn : heard) {
      if (turn.first() <= sum.latest() && !superseded(turn, heard, sum.first())) {
        holders.add(turn.login().anchor());
      }
    }
    return holders;
  }

  private static long first(List<Turn> turns) {
    var first = Long.MAX_VALUE;
    for (var turn : turns) {
      first = Math.min(first, turn.first());
    }
    return first;
  }

  private static Turn last(List<Turn> turns) {
    var last = turns.getFirst();
    for (var turn : turns) {
      var order = Long.compare(turn.latest(), last.latest());
      if (order > 0 || (order == 0 && turn.login().compareTo(last.login()) > 0)) {
        last = turn;
      }
    }
    return last;
  }

  /// Whether somebody else is known to have logged in after the last of these logins, and no later
  /// than some time.
  private static boolean superseded(Turn turn, List<Turn> turns, long time) {
    for (var other : turns) {
      if ((other.first() > turn.latest() && other.first() <= time)
          || (other.latest() > turn.latest() && other.latest() <= time)) {
        return true;
      }
    }
    return false;
  }
}
