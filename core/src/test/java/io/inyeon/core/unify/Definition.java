package io.inyeon.core.unify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inyeon.core.Rules;
import io.inyeon.core.collect.Event;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SharedPolicy;
import io.inyeon.core.collect.SourceKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Identity by its definition: everything that was ever accepted, at once, by Kruskal's algorithm.
/// Slow and plain; shares nothing with the code under test but the records that data comes in.
final class Definition {
  private final Rules rules;
  private final List<Event> events = new ArrayList<>();
  private final Map<String, StewardLink> stewardLinks = new TreeMap<>();
  private final Map<String, Cut> cuts = new TreeMap<>();
  private final Set<Identifier> named = new TreeSet<>();

  private final Map<Pair, Stamp> evidence = new HashMap<>();
  private final Map<Identifier, Map<String, int[]>> around = new HashMap<>();
  private final Map<Pair, Stamp> living = new HashMap<>();
  private final Set<Pair> used = new TreeSet<>();

  private Definition(Rules rules) {
    this.rules = rules;
  }

  static Picture of(Collection<Act> acts, Rules rules) {
    var definition = new Definition(rules);
    acts.forEach(definition::take);
    return definition.draw();
  }

  /// Who holds each event: its owner, or the anchor to whom a login gives it.
  static Map<Event, Identifier> holders(Collection<Act> acts, Rules rules) {
    var definition = new Definition(rules);
    acts.forEach(definition::take);
    definition.gather();
    definition.count();
    var holders = new LinkedHashMap<Event, Identifier>();
    for (var event : definition.events) {
      var owner = definition.owner(event.identifiers(), stamp(event).rank());
      var heir = definition.heir(owner, event.head().time());
      holders.put(event, heir == null ? owner : heir);
    }
    return holders;
  }

  private void take(Act act) {
    switch (act) {
      case Act.Sent(var event) -> {
        events.add(event);
        event.identifiers().forEach(this::name);
      }
      case Act.Linked(var link) -> {
        if (!blocked(link.pair().stronger()) && !blocked(link.pair().weaker())) {
          stewardLinks.put(link.id(), link);
          name(link.pair().stronger());
          name(link.pair().weaker());
        }
      }
      case Act.Unlinked(var link) -> stewardLinks.remove(link.id());
      case Act.Divided(var cut) -> {
        cuts.put(cut.id(), cut);
        cut.left().forEach(this::name);
        cut.right().forEach(this::name);
      }
      case Act.Undivided(var cut) -> cuts.remove(cut.id());
    }
  }

  private void name(Identifier identifier) {
    if (!blocked(identifier)) {
      named.add(identifier);
    }
  }

  private boolean blocked(Identifier identifier) {
    var type = rules.types().type(identifier.type());
    return type.blocked().contains(identifier.value())
        || type.blockedPatterns().stream().anyMatch(identifier.value()::matches);
  }

  private boolean anchor(Identifier identifier) {
    return rules.types().type(identifier.type()).anchor();
  }

  // ---- evidence

  private void gather() {
    for (var event : events) {
      var list = event.identifiers().stream().filter(each -> !blocked(each)).toList();
      for (var a : list) {
        for (var b : list) {
          if (!a.equals(b) && mayLink(a, b, event.kind())) {
            evidence.merge(pair(a, b), stamp(event), this::better);
          }
        }
      }
    }
    for (var link : stewardLinks.values()) {
      evidence.merge(
          pair(link.pair().stronger(), link.pair().weaker()),
          new Stamp(0, link.time(), link.id()),
          this::better);
    }
  }

  private boolean mayLink(Identifier a, Identifier b, SourceKind kind) {
    for (var end : List.of(a, b)) {
      var kinds = rules.types().type(end.type()).linkedBy();
      if (!kinds.isEmpty() && !kinds.contains(kind)) {
        return false;
      }
    }
    return !anchor(a) || !anchor(b) || trusted(kind);
  }

  private static boolean trusted(SourceKind kind) {
    return kind == SourceKind.SERVER || kind == SourceKind.IMPORT;
  }

  private static Stamp stamp(Event event) {
    var head = event.head();
    return trusted(event.kind())
        ? new Stamp(1, head.time(), head.messageId())
        : new Stamp(2, Math.max(head.time(), head.receivedAt() - 86_400_000), head.messageId());
  }

  private Stamp better(Stamp a, Stamp b) {
    return stamps().compare(a, b) <= 0 ? a : b;
  }

  private static Comparator<Stamp> stamps() {
    return Comparator.comparingInt(Stamp::rank)
        .thenComparingLong(Stamp::time)
        .thenComparing((a, b) -> bytes(a.messageId(), b.messageId()));
  }

  private static int bytes(String a, String b) {
    return Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));
  }

  private int priority(Identifier identifier) {
    return rules.types().type(identifier.type()).priority();
  }

  private Comparator<Identifier> strongestFirst() {
    return Comparator.<Identifier>comparingInt(this::priority)
        .thenComparing(Identifier::type)
        .thenComparing((a, b) -> bytes(a.value(), b.value()));
  }

  private Pair pair(Identifier a, Identifier b) {
    return strongestFirst().compare(a, b) < 0 ? new Pair(a, b) : new Pair(b, a);
  }

  private List<Pair> inOrder(Collection<Pair> pairs) {
    return pairs.stream()
        .sorted(
            Comparator.<Pair, Stamp>comparing(this::stampOf, stamps())
                .thenComparingInt(pair -> priority(pair.stronger()))
                .thenComparingInt(pair -> priority(pair.weaker()))
                .thenComparing(Pair::stronger, byBytes())
                .thenComparing(Pair::weaker, byBytes()))
        .toList();
  }

  private static Comparator<Identifier> byBytes() {
    return Comparator.comparing(Identifier::type)
        .thenComparing((a, b) -> bytes(a.value(), b.value()));
  }

  private Stamp stampOf(Pair pair) {
    return Objects.requireNonNull(evidence.get(pair));
  }

  // ---- sharing

  /// Of how many identifiers of each type one has its best link at each rank.
  private void count() {
    evidence.forEach((pair, best) -> {
      count(pair.stronger(), pair.weaker().type(), best.rank());
      count(pair.weaker(), pair.stronger().type(), best.rank());
    });
  }

  private void count(Identifier identifier, String type, int rank) {
    var ranks =
        around
            .computeIfAbsent(identifier, _ -> new TreeMap<>())
            .computeIfAbsent(type, _ -> new int[4]);
    for (var worse = rank; worse < 4; worse++) {
      ranks[worse]++;
    }
  }

  private int neighbours(Identifier identifier, String type, int rank) {
    var ranks = around.getOrDefault(identifier, Map.of()).get(type);
    return ranks == null ? 0 : ranks[rank];
  }

  private Set<String> typesAround(Identifier identifier) {
    return around.getOrDefault(identifier, Map.of()).keySet();
  }

  private boolean sharedByStronger(Identifier identifier, int rank) {
    var settings = rules.types().type(identifier.type());
    for (var type : typesAround(identifier)) {
      var order = Integer.compare(rules.types().type(type).priority(), settings.priority());
      var stronger = order < 0 || (order == 0 && type.compareTo(identifier.type()) < 0);
      if (stronger && neighbours(identifier, type, rank) > settings.sharedAbove()) {
        return true;
      }
    }
    return false;
  }

  private boolean hub(Identifier identifier, String type, int rank) {
    return neighbours(identifier, type, rank) > rules.types().type(identifier.type()).hubAbove();
  }

  private boolean shared(Identifier identifier, int rank) {
    return sharedByStronger(identifier, rank)
        || typesAround(identifier).stream().anyMatch(type -> hub(identifier, type, rank));
  }

  private boolean falls(Pair pair, int rank) {
    return sharedByStronger(pair.stronger(), rank)
        || sharedByStronger(pair.weaker(), rank)
        || hub(pair.stronger(), pair.weaker().type(), rank)
        || hub(pair.weaker(), pair.stronger().type(), rank)
        || cuts.values().stream().anyMatch(cut -> across(cut, Set.of(pair.stronger()), pair));
  }

  private static boolean across(Cut cut, Set<Identifier> one, Pair pair) {
    var other = Set.of(pair.weaker());
    return (!disjoint(cut.left(), one) && !disjoint(cut.right(), other))
        || (!disjoint(cut.left(), other) && !disjoint(cut.right(), one));
  }

  private static boolean disjoint(Set<Identifier> a, Set<Identifier> b) {
    return Collections.disjoint(a, b);
  }

  // ---- the forest

  /// Groups, each with its members.
  private static final class Groups {
    private final Map<Identifier, SortedSet<Identifier>> of = new TreeMap<>();

    Groups(Collection<Identifier> all) {
      all.forEach(each -> of.put(each, new TreeSet<>(Set.of(each))));
    }

    SortedSet<Identifier> of(Identifier identifier) {
      return Objects.requireNonNull(of.get(identifier));
    }

    boolean unite(Pair pair, BiPredicate<SortedSet<Identifier>, SortedSet<Identifier>> allowed) {
      var a = of(pair.stronger());
      var b = of(pair.weaker());
      if (a.equals(b) || !allowed.test(a, b)) {
        return false;
      }
      a.addAll(b);
      a.forEach(each -> of.put(each, a));
      return true;
    }

    Collection<SortedSet<Identifier>> all() {
      var all = new LinkedHashMap<Identifier, SortedSet<Identifier>>();
      of.values().forEach(group -> all.put(group.first(), group));
      return all.values();
    }
  }

  private Groups forest() {
    var trees = new Groups(named);
    var order = inOrder(living.keySet());
    // What makes two anchors one comes before everything else.
    for (var pair : order) {
      if (anchor(pair.stronger()) && anchor(pair.weaker()) && trees.unite(pair, (_, _) -> true)) {
        used.add(pair);
      }
    }
    for (var pair : order) {
      if (!(anchor(pair.stronger()) && anchor(pair.weaker()))
          && trees.unite(
              pair,
              (a, b) -> a.stream().noneMatch(this::anchor) || b.stream().noneMatch(this::anchor))) {
        used.add(pair);
      }
    }
    return trees;
  }

  private Collection<SortedSet<Identifier>> parts(SortedSet<Identifier> tree) {
    if (allowed(tree)) {
      return List.of(tree);
    }
    var parts = new Groups(tree);
    var inside = new ArrayList<Pair>();
    for (var ties : List.of(true, false)) {
      for (var pair : inOrder(living.keySet())) {
        if (tree.contains(pair.stronger())
            && tree.contains(pair.weaker())
            && ties == (anchor(pair.stronger()) && anchor(pair.weaker()))) {
          inside.add(pair);
        }
      }
    }
    for (var pair : inside) {
      parts.unite(
          pair,
          (a, b) -> {
            var both = new TreeSet<>(a);
            both.addAll(b);
            return allowed(both);
          });
    }
    return parts.all();
  }

  private boolean allowed(SortedSet<Identifier> group) {
    var counts = new HashMap<String, Integer>();
    for (var identifier : group) {
      var count = counts.merge(identifier.type(), 1, Integer::sum);
      var limit = rules.types().type(identifier.type()).limit();
      if (!anchor(identifier) && limit > 0 && count > limit) {
        return false;
      }
    }
    return cuts.values().stream()
        .noneMatch(cut -> !disjoint(cut.left(), group) && !disjoint(cut.right(), group));
  }

  private Identifier representative(SortedSet<Identifier> part) {
    return part.stream()
        .min(
            Comparator.comparing((Identifier each) -> !anchor(each))
                .thenComparing(strongestFirst()))
        .orElseThrow();
  }

  private Identifier owner(List<Identifier> list, int rank) {
    var able = list.stream().filter(each -> !blocked(each)).toList();
    return able.stream().filter(each -> !shared(each, rank)).findFirst().orElse(able.getFirst());
  }

  // ---- logins

  /// An accepted event that names a device and an anchor that is neither blocked nor shared at its
  /// rank, by a source that may link the two, with no cut between them.
  private record LoggedIn(Event event, Identifier anchor) {
    long time() {
      return event.head().time();
    }
  }

  private List<LoggedIn> logins(Identifier device) {
    var logins = new ArrayList<LoggedIn>();
    for (var event : events) {
      event.identifiers().stream()
          .filter(_ -> event.identifiers().contains(device))
          .filter(this::anchor)
          .filter(each -> !blocked(each) && !shared(each, stamp(event).rank()))
          .filter(each -> mayLink(each, device, event.kind()))
          .filter(each ->
              cuts.values().stream()
                  .noneMatch(cut -> across(cut, Set.of(each), new Pair(each, device))))
          .forEach(each -> logins.add(new LoggedIn(event, each)));
    }
    logins.sort(
        Comparator.comparingLong(LoggedIn::time)
            .thenComparing(each -> each.event().head().messageId(), Definition::bytes)
            .thenComparingInt(each -> each.event().head().source())
            .thenComparing(LoggedIn::anchor, byBytes().reversed())
            .thenComparing(each -> stamp(each.event()).rank(), Comparator.reverseOrder()));
    return logins;
  }

  /// The anchor to whom logins give what a device owns of a time; `null` when nobody logged in.
  private @Nullable Identifier heir(Identifier device, long time) {
    var policy = rules.types().type(device.type()).policy();
    Identifier heir = null;
    if (policy != SharedPolicy.FIRST) {
      var logins = logins(device);
      for (var login : logins) {
        // Before the first moment with a login it is the one's who is in force at that moment.
        if (policy == SharedPolicy.LAST
            || login.time() <= Math.max(time, logins.getFirst().time())) {
          heir = login.anchor();
        }
      }
    }
    return heir;
  }

  // ---- the picture

  private Picture draw() {
    var picture = new Picture();
    gather();
    count();
    evidence.forEach((pair, best) -> {
      if (falls(pair, best.rank())) {
        picture.idle().put(Picture.pair(pair), best.toString());
      } else {
        living.put(pair, best);
      }
    });
    var trees = forest();
    living.forEach((pair, best) -> picture.link(pair, best, used.contains(pair)));
    for (var identifier : named) {
      picture.node(identifier, tally(identifier), sides(identifier));
    }
    var sums = new LinkedHashMap<FragmentKey, Fragment>();
    for (var event : events) {
      var heir = heir(owner(event.identifiers(), stamp(event).rank()), event.head().time());
      sums.merge(
          new FragmentKey(event.identifiers(), event.kind(), Span.WHOLE, heir),
          Fragment.of(event, 1, rules),
          Fragment::plus);
    }
    var ownedBy = new TreeMap<Identifier, SortedSet<String>>();
    sums.forEach((key, sum) -> {
      var byList = owner(key.identifiers(), trusted(key.kind()) ? 1 : 2);
      var owner = key.heir() == null ? byList : key.heir();
      picture.fragment(key, trees.of(owner), sum);
      ownedBy.computeIfAbsent(owner, _ -> new TreeSet<>()).add(key.toString());
    });
    for (var tree : trees.all()) {
      picture.trees().add(Picture.names(tree));
      for (var part : parts(tree)) {
        var own = new TreeSet<String>();
        part.forEach(each -> own.addAll(ownedBy.getOrDefault(each, new TreeSet<>())));
        picture.profile(
            ProfileIds.of(rules.document().workspaceKey(), representative(part)), part, own);
      }
    }
    stewards(picture);
    return picture;
  }

  private Tally tally(Identifier identifier) {
    var tally = Tally.NONE;
    for (var type : typesAround(identifier)) {
      for (var rank = 0; rank <= 3; rank++) {
        var count =
            neighbours(identifier, type, rank)
                - (rank == 0 ? 0 : neighbours(identifier, type, rank - 1));
        if (count > 0) {
          tally = tally.plus(type, rank, count);
        }
      }
    }
    return tally;
  }

  private SortedMap<String, Cut.Side> sides(Identifier identifier) {
    var sides = new TreeMap<String, Cut.Side>();
    for (var cut : cuts.values()) {
      if (cut.left().contains(identifier)) {
        sides.put(cut.id(), Cut.Side.LEFT);
      } else if (cut.right().contains(identifier)) {
        sides.put(cut.id(), Cut.Side.RIGHT);
      }
    }
    return sides;
  }

  private void stewards(Picture picture) {
    var pairs = new TreeMap<Pair, TreeSet<String>>();
    for (var link : stewardLinks.values()) {
      pairs
          .computeIfAbsent(pair(link.pair().stronger(), link.pair().weaker()), _ -> new TreeSet<>())
          .add(link.id());
    }
    pairs.forEach(
        (pair, ids) -> picture.stewards().put(Picture.pair(pair), ids + " " + said(pair)));
  }

  private @Nullable Stamp said(Pair pair) {
    return events.stream()
        .filter(event -> event.identifiers().contains(pair.stronger()))
        .filter(event -> event.identifiers().contains(pair.weaker()))
        .filter(event -> mayLink(pair.stronger(), pair.weaker(), event.kind()))
        .map(Definition::stamp)
        .min(stamps())
        .orElse(null);
  }
}
