package io.inyeon.core.unify;

import io.inyeon.core.Change;
import io.inyeon.core.Decision.Decided;
import io.inyeon.core.Effect;
import io.inyeon.core.Entry;
import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.Snapshot;
import io.inyeon.core.collect.Identifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Takes a person out of who is who, as if their events had never come.
///
/// What goes is everything of the profile: its fragments, and the identifiers that no other
/// person's event names. What others' events name stays, and belongs to whom these say: a shared
/// device, an address that somebody else used too. Links that only the person's events said are
/// gone; those that others said as well have the others' stamp.
///
/// Known limits, which last until state is made anew (a rebuild, which every scrub ends with):
/// spans of a device's time stay as narrow as the person's events made them; and where the rules
/// forbid a source to link by an event's strongest type, that event is not found by its others.
public final class Eraser {
  /// Trees that are looked into at once, until somebody is found to name an identifier.
  private static final int TOGETHER = 64;

  private final Draft draft;
  private final Evidence evidence;
  private final Rules rules;
  private final SortedMap<FragmentKey, Fragment> mine;
  private final SortedSet<Identifier> all = new TreeSet<>();
  private final SortedSet<Identifier> gone = new TreeSet<>();
  private List<Leftover.Slice> slices = List.of();
  private final Set<Identifier> bereft = new TreeSet<>();

  private Eraser(
      Draft draft, Evidence evidence, Rules rules, SortedMap<FragmentKey, Fragment> mine) {
    this.draft = draft;
    this.evidence = evidence;
    this.rules = rules;
    this.mine = mine;
  }

  /// What an erasure takes out of who is who.
  ///
  /// @param part the identifiers of the profile, with those that stay
  /// @param leftover `null` when nobody is known by that name
  public record Taken(Decided decided, SortedSet<Identifier> part, @Nullable Leftover leftover) {}

  /// Erases whoever is known by a keyed hash.
  public static Taken erase(Entry.PersonErased entry, Snapshot before, Rules rules) {
    var named = before.get(new Key.OfProfile(entry.subject()));
    if (named == null) {
      return new Taken(new Decided(null, List.of(), List.of()), new TreeSet<>(), null);
    }
    var draft = new Draft(before, rules);
    var effects = new ArrayList<Effect>();
    var evidence = new Evidence(draft, effects);
    var home = draft.home(named);
    var tree = before.get(new Key.Tree(home.id()));
    if (tree == null) {
      throw new IllegalStateException("no tree " + home.id());
    }
    var part = tree.part(named, rules);
    var eraser = new Eraser(draft, evidence, rules, tree.fragments(part, rules));
    eraser.take(home, part);
    var leftover = eraser.leftover(entry);
    var changes = new ArrayList<Change>();
    evidence.conclude(changes);
    return new Taken(new Decided(null, changes, effects), part, leftover);
  }

  /// What an erasure left counts in a state that was made without the erased.
  public static Decided haunted(Erasure erasure, Snapshot before, Rules rules) {
    var draft = new Draft(before, rules);
    var effects = new ArrayList<Effect>();
    var evidence = new Evidence(draft, effects);
    draft.require(erasure.ghosts().stream().map(ghost -> new Key.OfProfile(ghost.left())).toList());
    var left = new ArrayList<Identifier>();
    for (var ghost : erasure.ghosts()) {
      var identifier = draft.get(new Key.OfProfile(ghost.left()));
      if (identifier != null) {
        left.add(identifier);
      }
    }
    draft.foresee(left);
    left.removeIf(each -> draft.find(each) == null);
    var ghosts = new Ghosts(draft, evidence);
    ghosts.foresee(left);
    for (var ghost : erasure.ghosts()) {
      var identifier = draft.get(new Key.OfProfile(ghost.left()));
      if (identifier != null && draft.find(identifier) != null) {
        var there = ghosts.of(identifier).byType().get(ghost.type());
        var fewer = ghost.count() - (there == null ? 0 : Ghosts.at(there, ghost.rank()));
        if (fewer > 0) {
          evidence.haunt(identifier, ghost.type(), ghost.rank(), fewer);
        }
      }
    }
    var changes = new ArrayList<Change>();
    evidence.conclude(changes);
    return new Decided(null, changes, effects);
  }

  private void take(OpenTree home, SortedSet<Identifier> part) {
    var named = new LinkedHashSet<>(part);
    mine.keySet().forEach(key -> named.addAll(key.identifiers()));
    draft.foresee(named);
    named.removeIf(each -> draft.find(each) == null);
    all.addAll(named);
    foreseeLost(all);
    mine.keySet().forEach(home::remove);
    all.forEach(each -> {
      if (!namedByOthers(each)) {
        gone.add(each);
      }
    });
    slices = new LoginsWithout(draft).slices(mine.keySet(), part);
    new LoginsWithout(draft).take(mine, gone);
    for (var pair : pairs()) {
      if (!gone.contains(pair.stronger()) && !gone.contains(pair.weaker())) {
        restate(pair);
      }
    }
    var partners = unlink();
    partners.addAll(all);
    partners.removeAll(gone);
    evidence.estrangement().forget(gone, partners);
    bereft.addAll(partners);
    gone.forEach(this::cuts);
    draft.require(
        gone.stream()
            .map(each -> new Key.OfProfile(ProfileIds.of(rules.document().workspaceKey(), each)))
            .toList());
    draft.require(gone.stream().map(Key.OfIdentifier::new).toList());
    gone.forEach(draft::drop);
  }

  /// Sees to it that whom they lost touch with is loaded at once.
  private void foreseeLost(Collection<Identifier> identifiers) {
    var pages = new ArrayList<Key.Estranged>();
    for (var each : identifiers) {
      for (var rank = Stamp.STEWARD; rank <= Stamp.WORST; rank++) {
        pages.add(new Key.Estranged(each, rank, 0));
      }
    }
    draft.require(pages);
  }

  // ---- who stays

  /// Whether anybody else's event names it.
  private boolean namedByOthers(Identifier identifier) {
    if (names(draft.home(identifier), identifier)) {
      return true;
    }
    var others = new LinkedHashSet<>(draft.home(identifier).neighbours(identifier));
    others.addAll(evidence.estrangement().of(identifier, List.of(0, 1, 2, 3)));
    others.addAll(new LoginsWithout(draft).heirs(identifier));
    var ahead = List.copyOf(others);
    for (var from = 0; from < ahead.size(); from += TOGETHER) {
      var some = ahead.subList(from, Math.min(ahead.size(), from + TOGETHER));
      draft.foresee(some);
      for (var other : some) {
        var tree = draft.find(other);
        if (tree != null && names(tree, identifier)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean names(OpenTree tree, Identifier identifier) {
    for (var key : tree.fragments().keySet()) {
      if (key.identifiers().contains(identifier)) {
        return true;
      }
    }
    return false;
  }

  // ---- links

  /// The pairs of which the person's events said something.
  private Set<Pair> pairs() {
    var pairs = new LinkedHashSet<Pair>();
    for (var key : mine.keySet()) {
      var nodes = key.identifiers().stream().filter(each -> draft.find(each) != null).toList();
      pairs.addAll(Unifier.pairs(nodes, key.kind(), rules.types()));
    }
    return pairs;
  }

  /// A pair of which both ends stay has the best stamp of what others said of it.
  private void restate(Pair pair) {
    var now = saidByOthers(pair);
    var key = new Key.OfStewardLinks(pair);
    var stewards = draft.get(key);
    if (stewards != null) {
      draft.put(key, new StewardLinks(stewards.byId(), now));
      return;
    }
    evidence.unsaid(pair, now);
  }

  private @Nullable Stamp saidByOthers(Pair pair) {
    var knowing = knowing(pair.stronger());
    knowing.retainAll(knowing(pair.weaker()));
    knowing.add(pair.stronger());
    knowing.add(pair.weaker());
    draft.foresee(knowing);
    var trees = new LinkedHashSet<OpenTree>();
    for (var each : knowing) {
      var tree = draft.find(each);
      if (tree != null) {
        trees.add(tree);
      }
    }
    Stamp best = null;
    for (var tree : trees) {
      for (var entry : tree.fragments().entrySet()) {
        if (says(entry.getKey(), pair)) {
          var said = entry.getValue().best();
          best = best == null || said.compareTo(best) < 0 ? said : best;
        }
      }
    }
    return best;
  }

  private boolean says(FragmentKey key, Pair pair) {
    return key.identifiers().contains(pair.stronger())
        && key.identifiers().contains(pair.weaker())
        && Unifier.pairs(List.of(pair.stronger(), pair.weaker()), key.kind(), rules.types())
            .contains(pair);
  }

  private Set<Identifier> knowing(Identifier identifier) {
    var all = new LinkedHashSet<>(draft.home(identifier).neighbours(identifier));
    all.addAll(evidence.estrangement().of(identifier, List.of(0, 1, 2, 3)));
    all.addAll(new LoginsWithout(draft).heirs(identifier));
    return all;
  }

  /// Takes all links of those who go away: spare ones first, so that none takes the place of
  /// another, then those in use, the farthest from the root first, so that what is parted is small.
  ///
  /// @return whom they knew
  private Set<Identifier> unlink() {
    var partners = new LinkedHashSet<Identifier>();
    var pairs = new LinkedHashSet<Pair>();
    var known = new LinkedHashMap<Identifier, Set<Identifier>>();
    for (var each : gone) {
      var others = new LinkedHashSet<>(draft.home(each).neighbours(each));
      others.addAll(evidence.estrangement().of(each, List.of(0, 1, 2, 3)));
      known.put(each, others);
    }
    draft.foresee(known.values().stream().flatMap(Set::stream).toList());
    for (var each : gone) {
      for (var other : known.getOrDefault(each, Set.of())) {
        if (draft.find(other) != null && !other.equals(each)) {
          partners.add(other);
          pairs.add(Pair.of(each, other, rules.types()));
        }
      }
    }
    evidence.foresee(pairs);
    draft.require(pairs.stream().map(Key.OfStewardLinks::new).toList());
    var depth = new LinkedHashMap<Pair, Integer>();
    for (var pair : pairs) {
      depth.put(pair, depth(pair));
    }
    var ordered = new ArrayList<>(pairs);
    ordered.sort(Comparator.comparingInt((Pair pair) -> -order(depth.getOrDefault(pair, 0))));
    for (var pair : ordered) {
      draft.remove(new Key.OfStewardLinks(pair));
      evidence.unsaid(pair, null);
    }
    return partners;
  }

  /// Not in use before in use, deep before shallow.
  private static int order(int depth) {
    return depth == 0 ? Integer.MAX_VALUE : depth;
  }

  /// How far from the root a link in use is; 0 for others.
  private int depth(Pair pair) {
    var tree = draft.home(pair.stronger());
    var link = tree.link(pair);
    return link == null || !link.used()
        ? 0
        : Math.max(tree.path(pair.stronger()).size(), tree.path(pair.weaker()).size());
  }

  // ---- cuts

  /// A cut stands as long as it has somebody on both sides.
  private void cuts(Identifier identifier) {
    for (var id : draft.home(identifier).node(identifier).cuts().keySet()) {
      var key = new Key.OfCut(id);
      var cut = draft.get(key);
      if (cut == null) {
        continue;
      }
      var left = without(cut.left());
      var right = without(cut.right());
      if (!left.isEmpty() && !right.isEmpty()) {
        draft.put(key, new Cut(id, left, right, cut.time(), cut.author(), cut.reason()));
        continue;
      }
      draft.remove(key);
      var rest = left.isEmpty() ? right : left;
      draft.foresee(rest);
      for (var each : rest) {
        var tree = draft.find(each);
        if (tree != null) {
          tree.put(each, tree.node(each).without(id));
        }
      }
    }
  }

  private SortedSet<Identifier> without(Collection<Identifier> side) {
    var rest = new TreeSet<>(side);
    rest.removeAll(gone);
    return rest;
  }

  // ---- what is remembered

  private Leftover leftover(Entry.PersonErased entry) {
    var key = rules.document().workspaceKey();
    var events = 0L;
    var first = Long.MAX_VALUE;
    var latest = Long.MIN_VALUE;
    for (var fragment : mine.values()) {
      events += fragment.count();
      first = Math.min(first, fragment.first());
      latest = Math.max(latest, fragment.latest());
    }
    var hashes = new ArrayList<ProfileId>();
    gone.forEach(each -> hashes.add(ProfileIds.of(key, each)));
    hashes.sort(Comparator.comparing(ProfileId::value));
    var ghosts = new Ghosts(draft, evidence);
    var left = new ArrayList<Erasure.Ghost>();
    ghosts.foresee(bereft);
    for (var identifier : bereft) {
      if (draft.find(identifier) != null) {
        ghosts
            .of(identifier)
            .byType()
            .forEach((type, ranks) ->
                Ghosts.each(
                    ranks,
                    (rank, count) ->
                        left.add(
                            new Erasure.Ghost(ProfileIds.of(key, identifier), type, rank, count))));
      }
    }
    return new Leftover(
        new Erasure(
            entry.id(),
            entry.subject(),
            entry.position(),
            entry.at(),
            Math.max(entry.at(), latest),
            entry.author(),
            entry.reason(),
            hashes,
            all.size() - gone.size(),
            events,
            left,
            events == 0 ? entry.at() : first,
            events == 0 ? entry.at() : latest),
        List.copyOf(gone),
        List.copyOf(mine.keySet()),
        slices);
  }
}
