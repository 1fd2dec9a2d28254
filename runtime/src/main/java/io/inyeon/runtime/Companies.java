package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.StewardLinks;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.store.Picture;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which trees can have to do with each other by other rules, so that they are rehearsed together.
///
/// A tree says something of the identifiers that it holds and of those that its fragments and links
/// name. Trees that name none of each other's, and that no steward has spoken of together, have
/// nothing to do with each other by any rules. So most trees are a company of their own, and of
/// those nothing is kept here.
///
/// Grows by many threads, and is read when they are done.
final class Companies {
  /// A tree by its id, above 0; an identifier that no tree holds by a number below 0. Two of those
  /// that have one number make one company of two, which does no harm.
  private final Map<Long, Long> towards = new HashMap<>();

  private final Map<Long, Company> byRoot = new TreeMap<>();
  private final List<Cut> cuts = new ArrayList<>();
  private final List<StewardLinks> links = new ArrayList<>();
  private final IdentifierTypes types;

  /// Some trees and what stewards said of them.
  ///
  /// @param trees ids, rising
  record Company(List<Long> trees, List<Cut> cuts, List<StewardLinks> links) {}

  /// @param types by the rules that are tried: whom they block names nobody
  Companies(IdentifierTypes types) {
    this.types = types;
  }

  /// Takes in what a tree names.
  ///
  /// @param picture of the thread that asks
  void add(Tree tree, Picture picture) {
    Set<Identifier> named = null;
    for (var key : tree.fragments().keySet()) {
      named = others(key.identifiers(), tree, named);
    }
    for (var pair : tree.links().keySet()) {
      named = others(List.of(pair.stronger(), pair.weaker()), tree, named);
    }
    if (named != null) {
      for (var identifier : named) {
        unite(tree.id(), number(identifier, picture));
      }
    }
  }

  private @Nullable Set<Identifier> others(
      Collection<Identifier> identifiers, Tree tree, @Nullable Set<Identifier> known) {
    var named = known;
    for (var identifier : identifiers) {
      if (!tree.nodes().containsKey(identifier) && !types.blocked(identifier)) {
        named = named == null ? new HashSet<>() : named;
        named.add(identifier);
      }
    }
    return named;
  }

  /// Takes in what stewards said.
  void addStewards(Picture picture) {
    picture.forEach(
        Key.OfCut.class,
        (Key<Cut> _, Cut cut) -> {
          cuts.add(cut);
          var first = number(cut.left().first(), picture);
          cut.left().forEach(each -> unite(first, number(each, picture)));
          cut.right().forEach(each -> unite(first, number(each, picture)));
        });
    picture.forEach(
        Key.OfStewardLinks.class,
        (Key<StewardLinks> _, StewardLinks said) -> {
          links.add(said);
          said.byId()
              .values()
              .forEach(link ->
                  unite(
                      number(link.pair().stronger(), picture),
                      number(link.pair().weaker(), picture)));
        });
  }

  private static long number(Identifier identifier, Picture picture) {
    var holder = picture.read(new Key.OfIdentifier(identifier));
    return holder == null ? -1L - (identifier.hashCode() & 0xFFFF_FFFFL) : holder.tree();
  }

  private synchronized void unite(long a, long b) {
    var one = root(a);
    var other = root(b);
    // The smaller number leads, so that companies are the same however the threads took turns.
    towards.put(Math.max(one, other), Math.min(one, other));
  }

  private long root(long number) {
    var at = number;
    for (var next = towards.getOrDefault(at, at); next != at; next = towards.getOrDefault(at, at)) {
      // Halves the way for whoever comes next.
      var after = towards.getOrDefault(next, next);
      towards.put(at, after);
      at = after;
    }
    towards.putIfAbsent(at, at);
    return at;
  }

  /// Whether a tree is in company. To be asked when all are added and [#all] has been called.
  boolean has(long tree) {
    return towards.containsKey(tree);
  }

  /// All companies of more than one tree, or of which stewards spoke, in an order that stays the
  /// same.
  Collection<Company> all(Picture picture) {
    for (var number : new ArrayList<>(towards.keySet())) {
      var company = company(number);
      if (number > 0) {
        company.trees().add(number);
      }
    }
    byRoot.values().forEach(company -> company.trees().sort(Long::compare));
    for (var cut : cuts) {
      company(number(cut.left().first(), picture)).cuts().add(cut);
    }
    for (var said : links) {
      for (var link : said.byId().values()) {
        company(number(link.pair().stronger(), picture)).links().add(said);
        break;
      }
    }
    return byRoot.values();
  }

  private Company company(long number) {
    return byRoot.computeIfAbsent(
        root(number), _ -> new Company(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
  }
}
