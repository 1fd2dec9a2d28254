package io.inyeon.core.unify;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One tree of the identity forest with all that hangs on it: the unit of work and of distribution.
///
/// Never changes. A new version shares with the old one whatever is the same, down to the objects:
/// the store writes only the fragments, nodes and links that are other objects than before.
public final class Tree {
  private final long id;
  private final Sorted<Identifier, Node> nodes;
  private final Lazy<Sorted<Pair, Link>> links;
  private final Sorted<FragmentKey, Fragment> fragments;

  /// Towards the root: follows from the links, worked out when first asked for. Racing readers
  /// would work out the same.
  private @Nullable Sorted<Identifier, Identifier> up;

  /// Takes copies; none is made of another tree's parts.
  ///
  /// @param id internal; depends on the order of arrival and is never shown
  /// @param nodes the identifiers in it
  /// @param links every link that links and has an end in it, spare ones too; one that leaves it is
  ///   spare and stands in the other tree as well
  /// @param fragments those whose owner is in it
  public Tree(
      long id,
      SortedMap<Identifier, Node> nodes,
      Map<Pair, Link> links,
      Map<FragmentKey, Fragment> fragments) {
    this(id, Sorted.copyOf(nodes), Lazy.of(Sorted.copyOf(links)), Sorted.copyOf(fragments), null);
  }

  /// A tree out of the store, of which an event mostly needs neither the links nor but one
  /// fragment.
  ///
  /// @param identifiers in ascending order
  /// @param nodes of these, one for one
  /// @param links gives them in the order of their pairs, the same ones each time
  /// @param keys in ascending order
  /// @param fragments under these, one for one
  /// @throws IllegalArgumentException when anything is out of order
  public static Tree read(
      long id,
      List<Identifier> identifiers,
      List<Node> nodes,
      Supplier<List<Link>> links,
      List<FragmentKey> keys,
      List<Fragment> fragments) {
    return new Tree(
        id,
        Sorted.ofAscending(identifiers, nodes),
        Lazy.later(() -> {
          var all = links.get();
          return Sorted.ofAscending(all.stream().map(Link::pair).toList(), all);
        }),
        Sorted.ofAscending(keys, fragments),
        null);
  }

  /// A newer version.
  ///
  /// @param older `null` for a tree that is new
  @SuppressWarnings("ReferenceEquality") // links that are the same stay the same object
  Tree(
      @Nullable Tree older,
      long id,
      Sorted<Identifier, Node> nodes,
      Sorted<Pair, Link> links,
      Sorted<FragmentKey, Fragment> fragments,
      @Nullable Sorted<Identifier, Identifier> up) {
    this(
        id,
        nodes,
        older != null && older.links.get() == links ? older.links : Lazy.of(links),
        fragments,
        up);
  }

  private Tree(
      long id,
      Sorted<Identifier, Node> nodes,
      Lazy<Sorted<Pair, Link>> links,
      Sorted<FragmentKey, Fragment> fragments,
      @Nullable Sorted<Identifier, Identifier> up) {
    this.id = id;
    this.nodes = nodes;
    this.links = links;
    this.fragments = fragments;
    this.up = up;
  }

  public long id() {
    return id;
  }

  public SortedMap<Identifier, Node> nodes() {
    return nodes;
  }

  /// In the order of [Pair#compareTo].
  public SortedMap<Pair, Link> links() {
    return links.get();
  }

  /// In the order of [FragmentKey#compareTo].
  public SortedMap<FragmentKey, Fragment> fragments() {
    return fragments;
  }

  Sorted<Identifier, Node> sortedNodes() {
    return nodes;
  }

  Sorted<Pair, Link> sortedLinks() {
    return links.get();
  }

  Sorted<FragmentKey, Fragment> sortedFragments() {
    return fragments;
  }

  /// The same tree with another state of one fragment.
  Tree with(FragmentKey key, Fragment fragment) {
    return new Tree(id, nodes, links, fragments.with(key, fragment), up);
  }

  /// Tells of each node that is another object than in an older version; `null` for one that is
  /// gone. Costs what changed, not what is there.
  public void nodesSince(Tree older, BiConsumer<Identifier, @Nullable Node> change) {
    nodes.changesSince(older.nodes, change);
  }

  /// Tells of each link that is another object than in an older version; `null` for one that is
  /// gone.
  @SuppressWarnings("ReferenceEquality") // what was never looked at has not changed
  public void linksSince(Tree older, BiConsumer<Pair, @Nullable Link> change) {
    if (links != older.links) {
      links.get().changesSince(older.links.get(), change);
    }
  }

  /// Tells of each fragment that is another object than in an older version; `null` for one that is
  /// gone.
  public void fragmentsSince(Tree older, BiConsumer<FragmentKey, @Nullable Fragment> change) {
    fragments.changesSince(older.fragments, change);
  }

  /// The profiles that it makes: itself, or its parts where limits or cuts divide it.
  public List<SortedSet<Identifier>> parts(Rules rules) {
    return Parts.of(this, rules.types());
  }

  /// The identifiers of one profile: that which holds this identifier of the tree.
  public SortedSet<Identifier> part(Identifier identifier, Rules rules) {
    for (var part : parts(rules)) {
      if (part.contains(identifier)) {
        return part;
      }
    }
    throw new IllegalArgumentException(identifier + " is not in tree " + id);
  }

  /// The fragments of one part; their sum is the profile's state.
  public SortedMap<FragmentKey, Fragment> fragments(SortedSet<Identifier> part, Rules rules) {
    if (part.size() == nodes.size()) {
      return fragments;
    }
    var mine = Sorted.<FragmentKey, Fragment>of();
    for (var entry : fragments.entrySet()) {
      if (part.contains(owner(entry.getKey(), nodes, rules.types()))) {
        mine = mine.with(entry.getKey(), entry.getValue());
      }
    }
    return mine;
  }

  /// The id of the profile that holds this identifier of the tree.
  public ProfileId profileId(Identifier identifier, Rules rules) {
    return ProfileIds.of(
        rules.document().workspaceKey(), representative(part(identifier, rules), rules.types()));
  }

  /// Everything that is known of the person who holds this identifier of the tree.
  public Profile profile(Identifier identifier, Rules rules) {
    var part = part(identifier, rules);
    var id = ProfileIds.of(rules.document().workspaceKey(), representative(part, rules.types()));
    return Profile.of(id, part, fragments(part, rules), rules, new TreePaths(this));
  }

  /// The traits that stand, of some of its fragments together.
  public SortedMap<String, Trait> traits(SortedMap<FragmentKey, Fragment> fragments, Rules rules) {
    return TraitChoice.of(
            fragments.values().stream().map(Fragment::traits).toList(), rules.document().traits())
        .standing();
  }

  /// The consents of one part, by purpose.
  public SortedMap<String, Consent> consents(
      SortedSet<Identifier> part, SortedMap<FragmentKey, Fragment> fragments, Rules rules) {
    return choice(part, fragments, rules).all();
  }

  /// For what the data of one part may be used.
  public Permissions permissions(
      SortedSet<Identifier> part, SortedMap<FragmentKey, Fragment> fragments, Rules rules) {
    return new Permissions(
        choice(part, fragments, rules),
        () -> BirthDate.latest(traits(fragments, rules)),
        ZoneId.of(rules.document().timeZone()),
        rules.restrictions().of(part, rules.document().workspaceKey()));
  }

  private ConsentChoice choice(
      SortedSet<Identifier> part, SortedMap<FragmentKey, Fragment> fragments, Rules rules) {
    return ConsentChoice.of(
        fragments,
        part,
        Collections.min(part, rules.types().strongestFirst()),
        new TreePaths(this));
  }

  /// Whether an older version has the same identifiers, links and lists of identifiers, so that
  /// everybody in it is who they were. Two versions share what is the same.
  @SuppressWarnings("ReferenceEquality") // a changed copy is another object
  public boolean sameGroups(Tree older) {
    return nodes == older.nodes && links == older.links;
  }

  /// What the events in this tree say of a link that has an end here.
  public LinkEvidence evidence(Link link) {
    return LinkEvidence.of(link, fragments);
  }

  /// How many of its identifiers are shared at some rank, so that some links of theirs link nobody.
  public int shared(Rules rules) {
    var shared = 0;
    for (var node : nodes.entrySet()) {
      if (Sharing.any(node.getKey(), node.getValue().tally(), Stamp.WORST, rules.types())) {
        shared++;
      }
    }
    return shared;
  }

  /// Whose hash names a profile: the anchor, else the identifier of the strongest type; of several,
  /// the one with the smallest bytes.
  public static Identifier representative(SortedSet<Identifier> part, IdentifierTypes types) {
    var best = part.first();
    for (var identifier : part) {
      var anchor = types.anchor(identifier.type());
      if (anchor == types.anchor(best.type())
          ? types.strongestFirst().compare(identifier, best) < 0
          : anchor) {
        best = identifier;
      }
    }
    return best;
  }

  /// Whose a fragment is that is kept in a tree with these nodes: the anchor's to whom a login
  /// gives it, or its owner's.
  ///
  /// Who stands earlier in its list is blocked, so no node at all, or shared. So this needs to look
  /// at no other tree.
  static Identifier owner(FragmentKey key, Sorted<Identifier, Node> nodes, IdentifierTypes types) {
    if (key.heir() != null) {
      return key.heir();
    }
    Identifier first = null;
    for (var identifier : key.identifiers()) {
      var node = nodes.find(identifier);
      if (node != null) {
        if (!Sharing.any(identifier, node.tally(), key.rank(), types)) {
          return identifier;
        }
        first = first == null ? identifier : first;
      }
    }
    return Objects.requireNonNull(first, () -> "no owner here of " + key);
  }

  /// Each node's next one on the way to its root, see [Ways#up].
  Sorted<Identifier, Identifier> up(IdentifierTypes types) {
    var known = up;
    if (known == null) {
      known = Ways.up(nodes, links.get().values(), types);
      up = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Tree that
            && id == that.id
            && nodes.equals(that.nodes)
            && links.get().equals(that.links.get())
            && fragments.equals(that.fragments));
  }

  @Override
  public int hashCode() {
    return Long.hashCode(id) * 31 + nodes.hashCode();
  }

  @Override
  public String toString() {
    return "Tree[id=%d, nodes=%s, links=%s, fragments=%s]"
        .formatted(id, nodes, links.get(), fragments);
  }
}
