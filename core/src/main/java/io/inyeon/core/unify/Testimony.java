package io.inyeon.core.unify;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.IdentifierTypes;
import io.inyeon.core.collect.SourceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What the events in some trees say of pairs of identifiers, summed up.
///
/// An event that names three may be kept in a third one's tree: so whoever asks for a pair brings
/// the trees of all that were named with it.
final class Testimony {
  private final IdentifierTypes types;
  private final Map<Pair, Fragment.Base> links = new HashMap<>();
  private final Map<Pair, Unfit> unfit = new TreeMap<>();

  Testimony(IdentifierTypes types) {
    this.types = types;
  }

  /// What was said of a pair and can make no link.
  private static final class Unfit {
    private Fragment.Base sum = Fragment.Base.EMPTY;
    private final Set<Reason> reasons = new LinkedHashSet<>();
  }

  /// Sums up all that some trees say of some pairs.
  static Testimony of(Collection<Tree> trees, Set<Pair> wanted, IdentifierTypes types) {
    var testimony = new Testimony(types);
    for (var tree : trees) {
      for (var entry : tree.sortedFragments().entrySet()) {
        testimony.hear(entry.getKey(), entry.getValue(), wanted);
      }
    }
    return testimony;
  }

  private void hear(FragmentKey key, Fragment fragment, Set<Pair> wanted) {
    if (key.identifiers().size() < 2) {
      return;
    }
    for (var pair : Unifier.pairs(named(key), key.kind(), types)) {
      if (wanted.contains(pair)) {
        links.merge(pair, fragment.base(), Fragment.Base::plus);
      }
    }
  }

  /// Sums up what some fragments say that can make no link: they name a blocked value, or their
  /// kind of source may not say it.
  void hearUnfit(Map<FragmentKey, Fragment> fragments) {
    fragments.forEach((key, fragment) -> {
      var fit = new HashSet<>(Unifier.pairs(named(key), key.kind(), types));
      var list = key.identifiers();
      for (var i = 0; i < list.size(); i++) {
        for (var j = i + 1; j < list.size(); j++) {
          var pair = Pair.of(list.get(i), list.get(j), types);
          if (!fit.contains(pair)) {
            var said = unfit.computeIfAbsent(pair, _ -> new Unfit());
            said.sum = said.sum.plus(fragment.base());
            said.reasons.addAll(reasons(pair, key.kind()));
          }
        }
      }
    });
  }

  private List<Identifier> named(FragmentKey key) {
    return key.identifiers().stream().filter(each -> !types.blocked(each)).toList();
  }

  private List<Reason> reasons(Pair pair, SourceKind kind) {
    var reasons = new ArrayList<Reason>();
    for (var end : List.of(pair.stronger(), pair.weaker())) {
      if (types.blocked(end)) {
        reasons.add(new Reason.Blocked(end));
      }
    }
    if (reasons.isEmpty()) {
      for (var end : List.of(pair.stronger(), pair.weaker())) {
        var reason = new Reason.Untrusted(kind, end.type());
        if (!Unifier.linksBy(end, kind, types) && !reasons.contains(reason)) {
          reasons.add(reason);
        }
      }
    }
    if (reasons.isEmpty()) {
      reasons.add(new Reason.Untrusted(kind, pair.stronger().type()));
    }
    return reasons;
  }

  /// What was said of a link with this stamp.
  LinkEvidence of(Pair pair, Stamp best) {
    return LinkEvidence.of(best, links.getOrDefault(pair, Fragment.Base.EMPTY));
  }

  /// The pairs of which something was said that can make no link.
  Set<Pair> unfit() {
    return unfit.keySet();
  }

  /// That, with the reasons.
  Refused unfit(Pair pair) {
    var said = Objects.requireNonNull(unfit.get(pair));
    return new Refused(
        pair, LinkEvidence.of(said.sum.best(), said.sum), List.copyOf(said.reasons), List.of());
  }
}
