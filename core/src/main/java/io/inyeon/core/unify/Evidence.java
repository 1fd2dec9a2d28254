package io.inyeon.core.unify;

import io.inyeon.core.Change;
import io.inyeon.core.Effect;
import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is said of each pair of identifiers, and which of it links: keeps tallies, finds who is
/// shared, and tells the forest.
///
/// A link that links lives in the trees of its ends. One that does not is *idle*: an end is shared
/// at its rank, or a cut lies between. It still counts in the tallies of both ends, and each end
/// remembers the other among its [Estranged].
final class Evidence {
  private final Draft draft;
  private final Forest forest;
  private final IdentifierTypes types;
  private final List<Effect> effects;
  private final Estrangement estrangement;
  private final Owners owners;
  private final Slices slices;

  Evidence(Draft draft, List<Effect> effects) {
    this.draft = draft;
    this.effects = effects;
    forest = new Forest(draft);
    estrangement = new Estrangement(draft);
    owners = new Owners(draft, estrangement);
    slices = new Slices(draft, effects, owners);
    types = draft.rules().types();
  }

  // ---- what is said

  /// An event names both.
  void heard(Pair pair, Stamp stamp) {
    var old = best(pair);
    if (old == null || stamp.compareTo(old) < 0) {
      restamp(pair, old, stamp);
    } else if (old.rank() == Stamp.STEWARD) {
      var key = new Key.OfStewardLinks(pair);
      var said = Objects.requireNonNull(draft.get(key), () -> "no steward spoke of " + pair);
      var with = said.with(stamp);
      if (!with.equals(said)) {
        draft.put(key, with);
      }
    }
  }

  /// A steward says that both are one person.
  void vouched(StewardLink link) {
    var pair = Pair.of(link.pair().stronger(), link.pair().weaker(), types);
    var key = new Key.OfStewardLinks(pair);
    var old = best(pair);
    var said = draft.get(key);
    if (said == null) {
      said = new StewardLinks(Sorted.of(), old);
    }
    if (!said.byId().containsKey(link.id())) {
      var with = said.with(link);
      draft.put(key, with);
      restamp(pair, old, with.best());
    }
  }

  /// A steward takes that back.
  void disavowed(StewardLink link) {
    var pair = Pair.of(link.pair().stronger(), link.pair().weaker(), types);
    var key = new Key.OfStewardLinks(pair);
    var said = draft.get(key);
    if (said != null && said.byId().containsKey(link.id())) {
      var without = said.without(link.id());
      if (without.byId().isEmpty()) {
        draft.remove(key);
      } else {
        draft.put(key, without);
      }
      restamp(pair, best(pair), without.best());
    }
  }

  /// A steward has put these on two sides: what crosses links nobody from now on.
  void divided(Set<Identifier> left, Set<Identifier> right) {
    var leftIsFewer = left.size() <= right.size();
    var few = leftIsFewer ? left : right;
    var many = leftIsFewer ? right : left;
    var crossing = new ArrayList<Link>();
    for (var identifier : few) {
      var tree = draft.home(identifier);
      for (var neighbour : tree.neighbours(identifier)) {
        if (many.contains(neighbour)) {
          crossing.add(Objects.requireNonNull(tree.link(Pair.of(identifier, neighbour, types))));
        }
      }
    }
    idle(crossing);
  }

  /// What logins on devices say.
  Slices slices() {
    return slices;
  }

  /// Takes an event's fragment to whom it belongs.
  ///
  /// @return the owner by its list; when a login on that device gives it to another, the device
  Identifier keep(FragmentKey list, long time, Fragment news) {
    var owner = owners.of(list.identifiers(), list.rank());
    var place = slices.place(list, time);
    draft.foresee(List.of(place.holder()));
    draft.home(place.holder()).add(place.key(), news);
    owners.remember(place.key(), place.holder());
    return owner;
  }

  /// Brings all that was learnt to an end.
  void conclude(List<Change> changes) {
    estrangement.write();
    draft.into(changes);
  }

  /// Sees to it that the idle links that some pairs may have are loaded at once.
  void foresee(Collection<Pair> pairs) {
    var keys = new ArrayList<Key.IdleLink>();
    for (var pair : pairs) {
      if (!links(pair, Stamp.WORST)) {
        keys.add(new Key.IdleLink(pair));
      }
    }
    draft.require(keys);
  }

  // ---- what is erased

  Estrangement estrangement() {
    return estrangement;
  }

  /// What was said of a pair is no more; what is left of it has a worse stamp, or there is nothing.
  /// Where nothing is, the tallies of both ends go on counting the link, see [Erasure#ghosts].
  ///
  /// @param now `null` for nothing
  /// @return the stamp that it had; `null` when that has not changed
  @Nullable Stamp unsaid(Pair pair, @Nullable Stamp now) {
    var old = best(pair);
    if (old == null || old.equals(now)) {
      return null;
    }
    if (now != null) {
      restamp(pair, old, now);
    } else if (draft.home(pair.stronger()).link(pair) != null) {
      forest.withdraw(pair);
    } else {
      draft.remove(new Key.IdleLink(pair));
    }
    return old;
  }

  /// Links of an identifier that an erasure took away before this state was made count again.
  void haunt(Identifier identifier, String type, int rank, int count) {
    var tree = draft.home(identifier);
    var before = tree.node(identifier).tally();
    var turn = turn(identifier, type, before, before.plus(type, rank, count));
    if (turn != null) {
      rise(List.of(turn));
    }
  }

  // ---- stamps and tallies

  /// The best that was said of a pair; `null` for nothing.
  @Nullable Stamp best(Pair pair) {
    var link = draft.home(pair.stronger()).link(pair);
    if (link != null) {
      return link.best();
    }
    // What links at the worst rank links at all of them, and is not idle.
    return links(pair, Stamp.WORST) ? null : draft.get(new Key.IdleLink(pair));
  }

  /// Whether a link of this rank between the two links.
  private boolean links(Pair pair, int rank) {
    var x = node(pair.stronger());
    var y = node(pair.weaker());
    return Sharing.lets(pair.stronger(), x.tally(), pair.weaker().type(), rank, types)
        && Sharing.lets(pair.weaker(), y.tally(), pair.stronger().type(), rank, types)
        && !x.cutFrom(y);
  }

  private Node node(Identifier identifier) {
    return draft.home(identifier).node(identifier);
  }

  /// The best stamp of a pair has become another. Either end may turn shared by that, or be so no
  /// longer; then its other links and its fragments follow, and this link last.
  ///
  /// @param old `null` when nothing was said of the pair
  /// @param now `null` when nothing is any more
  private void restamp(Pair pair, @Nullable Stamp old, @Nullable Stamp now) {
    if (Objects.equals(old, now)) {
      return;
    }
    var wasIdle = old != null && draft.home(pair.stronger()).link(pair) == null;
    var turns = new ArrayList<Turn>(2);
    for (var end : List.of(pair.stronger(), pair.weaker())) {
      var turn = turn(end, pair.other(end).type(), old, now);
      if (turn != null) {
        turns.add(turn);
      }
    }
    if (now != null && (old == null || now.rank() < old.rank())) {
      rise(turns);
    } else {
      fall(turns, pair);
    }
    var lives = now != null && links(pair, now.rank());
    var link = draft.home(pair.stronger()).link(pair);
    if (link != null && now != null && lives) {
      if (now.compareTo(link.best()) < 0) {
        forest.improve(pair, now);
      } else {
        forest.worsen(pair, now);
      }
    } else if (link != null) {
      forest.withdraw(pair);
    } else if (now != null && lives) {
      forest.offer(pair, now);
    }
    if (now != null && !lives) {
      idle(pair, now);
    } else if (wasIdle) {
      draft.remove(new Key.IdleLink(pair));
    }
  }

  /// What a link's new stamp does to one of its ends.
  ///
  /// @param ranks at which it turned shared, or turned back
  /// @param withAll those of them at which all its links are concerned; else only those to the type
  /// @param before what it was linked to until now
  private record Turn(
      Identifier identifier,
      String type,
      List<Integer> ranks,
      List<Integer> withAll,
      Tally before) {}

  /// Counts a link's new stamp at one of its ends.
  ///
  /// @return `null` when that makes the end neither shared nor unshared
  private @Nullable Turn turn(
      Identifier identifier, String type, @Nullable Stamp old, @Nullable Stamp now) {
    if (old != null && now != null && old.rank() == now.rank()) {
      return null;
    }
    var before = node(identifier).tally();
    var after = old == null ? before : before.plus(type, old.rank(), -1);
    after = now == null ? after : after.plus(type, now.rank(), 1);
    return turn(identifier, type, before, after);
  }

  private @Nullable Turn turn(Identifier identifier, String type, Tally before, Tally after) {
    var tree = draft.home(identifier);
    tree.put(identifier, tree.node(identifier).with(after));
    var settings = types.type(identifier.type());
    var least = Math.min(settings.sharedAbove(), settings.hubAbove());
    if (Math.max(before.upTo(type, Stamp.WORST), after.upTo(type, Stamp.WORST)) <= least) {
      return null;
    }
    var ranks = new ArrayList<Integer>();
    var withAll = new ArrayList<Integer>();
    for (var rank = Stamp.STEWARD; rank <= Stamp.WORST; rank++) {
      if (Sharing.withAll(identifier, before, rank, types)
          != Sharing.withAll(identifier, after, rank, types)) {
        ranks.add(rank);
        withAll.add(rank);
      } else if (Sharing.withType(identifier, before, type, rank, types)
          != Sharing.withType(identifier, after, type, rank, types)) {
        ranks.add(rank);
      }
    }
    return ranks.isEmpty() ? null : new Turn(identifier, type, ranks, withAll, before);
  }

  // ---- turning shared

  /// Some of the ends may have turned shared. Fragments go first, while they are still where their
  /// old owners are; then links, which carry fragments along.
  ///
  /// The link that brought it about is not among these: had it linked before, at a worse rank, then
  /// it would count among as many there already.
  private void rise(List<Turn> turns) {
    turns.forEach(this::tell);
    var tallies = tallies(turns);
    var old = types.anyByLogin() ? logins(turns, tallies) : null;
    if (old != null) {
      slices.settle(old);
    }
    for (var turn : turns) {
      var trees = new LinkedHashSet<OpenTree>();
      trees.add(draft.home(turn.identifier()));
      if (old != null) {
        trees.addAll(slices.keepers(turn.identifier(), old));
      }
      slices.handOver().reown(trees, turn.identifier(), tallies);
    }
    for (var turn : turns) {
      idle(noLongerLinking(turn.identifier()));
    }
  }

  private static Map<Identifier, Tally> tallies(List<Turn> turns) {
    var tallies = new LinkedHashMap<Identifier, Tally>();
    turns.forEach(turn -> tallies.put(turn.identifier(), turn.before()));
    return tallies;
  }

  /// To whom logins gave the events of all devices that these turns may concern, until now: the
  /// devices on which those who turn logged in, and they themselves.
  private Map<Identifier, Course> logins(List<Turn> turns, Map<Identifier, Tally> tallies) {
    var devices = new LinkedHashSet<Identifier>();
    for (var turn : turns) {
      var identifier = turn.identifier();
      devices.add(identifier);
      if (types.anchor(identifier.type())) {
        devices.addAll(draft.home(identifier).neighbours(identifier));
        devices.addAll(estrangement.of(identifier, List.of(0, 1, 2, 3)));
      }
    }
    devices.removeIf(each -> !types.byLogin(each.type()));
    return slices.courses(devices, tallies);
  }

  private void tell(Turn turn) {
    var hub = turn.withAll().isEmpty();
    var rank = (hub ? turn.ranks() : turn.withAll()).getFirst();
    effects.add(new Effect.IdentifierShared(turn.identifier(), rank, turn.type(), hub));
  }

  private List<Link> noLongerLinking(Identifier identifier) {
    var tree = draft.home(identifier);
    var own = new ArrayList<Link>();
    var others = new ArrayList<Identifier>();
    for (var link : tree.links().values()) {
      if (link.pair().has(identifier)) {
        own.add(link);
        others.add(link.pair().other(identifier));
      }
    }
    draft.foresee(others);
    own.removeIf(link -> links(link.pair(), link.best().rank()));
    return own;
  }

  /// Takes these out of the forest. Spare ones go first, so that none of them takes the place of
  /// another.
  private void idle(List<Link> links) {
    var trees = new LinkedHashSet<OpenTree>();
    for (var link : links) {
      if (link.used()) {
        trees.add(draft.home(link.pair().stronger()));
      }
    }
    if (links.size() > 1) {
      // Each half may go to another person's tree: better to load them all now than one by one.
      trees.forEach(this::foreseeNeighbours);
    }
    for (var used : List.of(false, true)) {
      for (var link : links) {
        if (link.used() == used) {
          forest.withdraw(link.pair());
          idle(link.pair(), link.best());
        }
      }
    }
  }

  private void foreseeNeighbours(OpenTree tree) {
    var outside = new LinkedHashSet<Identifier>();
    for (var pair : tree.links().keySet()) {
      if (!tree.holds(pair.stronger())) {
        outside.add(pair.stronger());
      }
      if (!tree.holds(pair.weaker())) {
        outside.add(pair.weaker());
      }
    }
    draft.foresee(outside);
  }

  private void idle(Pair pair, Stamp best) {
    draft.put(new Key.IdleLink(pair), best);
    estrangement.between(pair, best.rank());
  }

  // ---- turning back

  /// Some of the ends may be shared no longer: only a steward's undoing brings that about.
  private void fall(List<Turn> turns, Pair pair) {
    var tallies = tallies(turns);
    if (types.anyByLogin() && !turns.isEmpty()) {
      slices.settle(logins(turns, tallies));
    }
    var lost = new LinkedHashMap<Identifier, Set<Identifier>>();
    for (var turn : turns) {
      lost.put(turn.identifier(), estrangement.of(turn.identifier(), turn.ranks()));
    }
    lost.forEach((identifier, partners) -> {
      draft.foresee(partners);
      var trees = new LinkedHashSet<OpenTree>();
      trees.add(draft.home(identifier));
      partners.forEach(partner -> trees.add(draft.home(partner)));
      slices.handOver().reown(trees, identifier, tallies);
    });
    lost.forEach((identifier, partners) -> {
      var pairs = new ArrayList<Pair>();
      partners.forEach(partner -> pairs.add(Pair.of(identifier, partner, types)));
      pairs.remove(pair);
      revive(pairs);
    });
  }

  /// Offers those of the pairs' idle links that link again.
  void revive(List<Pair> pairs) {
    draft.require(pairs.stream().map(Key.IdleLink::new).toList());
    for (var pair : pairs) {
      var key = new Key.IdleLink(pair);
      var best = draft.get(key);
      if (best != null && links(pair, best.rank())) {
        draft.remove(key);
        forest.offer(pair, best);
      }
    }
  }
}
