package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Retelling;
import io.inyeon.core.unify.StewardLinks;
import io.inyeon.core.unify.Stewards;
import io.inyeon.runtime.store.Picture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/// Tries other rules on the links of a workspace, in memory: who would be united, who divided. The
/// core that decides live events decides here, too.
final class Rehearsal {
  private final Picture before;
  private final Rules rulesBefore;
  private final Rules rules;
  private final Rebuild.Watcher watcher;
  private final AtomicBoolean cancelled;

  /// What came of it.
  ///
  /// @param position at which the workspace was looked at
  /// @param links different pairs of identifiers that the rules in force know, idle ones left out
  /// @param nanos how long it took
  /// @param notCovered places of the rules document that differ and that a rehearsal cannot show,
  ///   since they say how events are read and not who is who
  record Report(
      long position, long links, long nanos, List<String> notCovered, Regrouping.Total people) {
    Report {
      notCovered = List.copyOf(notCovered);
    }
  }

  Rehearsal(
      Picture before,
      RulesDocument rulesBefore,
      RulesDocument rules,
      PhoneNumbers phones,
      Patterns patterns,
      Rebuild.Watcher watcher,
      AtomicBoolean cancelled) {
    this.before = before;
    this.rulesBefore = Rules.of(rulesBefore, phones, patterns);
    // Types that events have brought into being are there under any rules.
    var listed = rules.types().stream().map(IdentifierType::name).collect(Collectors.toSet());
    var more =
        rulesBefore.types().stream()
            .map(IdentifierType::name)
            .filter(name -> !listed.contains(name))
            .toList();
    this.rules = Rules.of(rules.withTypes(more), phones, patterns);
    this.watcher = watcher;
    this.cancelled = cancelled;
  }

  /// Does all of it.
  ///
  /// @throws CancellationException when somebody wanted it to end
  Report run() {
    var began = System.nanoTime();
    var after = new PeopleInMemory(before.position());
    watcher.phase("linking");
    var trees = before.counts().trees();
    var done = new long[2];
    before.outlines(tree -> {
      if (cancelled.get()) {
        throw new CancellationException("cancelled");
      }
      // The best first: hardly anything is displaced then.
      var fragments = new ArrayList<Map.Entry<FragmentKey, Fragment>>();
      fragments.addAll(tree.fragments().entrySet());
      fragments.sort(Comparator.comparing(fragment -> fragment.getValue().best()));
      for (var fragment : fragments) {
        after.make(Retelling.of(fragment.getKey(), fragment.getValue().best(), after, rules));
      }
      done[1] += tree.links().size();
      if (++done[0] % 1_000 == 0) {
        watcher.progress(done[0], trees);
      }
    });
    before.forEach(
        Key.OfCut.class,
        (Key<Cut> _, Cut cut) -> after.make(Stewards.cutMade(cut, after, rules).changes()));
    before.forEach(
        Key.OfStewardLinks.class,
        (Key<StewardLinks> _, StewardLinks links) ->
            links
                .byId()
                .values()
                .forEach(link -> after.make(Stewards.linkMade(link, after, rules).changes())));
    watcher.phase("comparing");
    var people =
        new Regrouping(before, rulesBefore, after, rules, cancelled)
            .compare(
                watcher::change, seen -> watcher.progress(seen, trees + after.counts().trees()));
    return new Report(
        before.position(),
        done[1],
        System.nanoTime() - began,
        notCovered(rulesBefore.document(), rules.document()),
        people);
  }

  /// Differences in how events are read: those show in a rebuild only.
  private static List<String> notCovered(RulesDocument before, RulesDocument after) {
    var places = new ArrayList<String>();
    if (!before.region().equals(after.region())) {
      places.add("/region");
    }
    var known = before.types().stream().collect(Collectors.toMap(IdentifierType::name, t -> t));
    for (var i = 0; i < after.types().size(); i++) {
      var type = after.types().get(i);
      var was = known.get(type.name());
      if (was != null && !Objects.equals(was.normaliser(), type.normaliser())) {
        places.add("/types/" + i + "/normaliser");
      }
    }
    return places;
  }
}
