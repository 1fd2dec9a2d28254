package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Rules;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.IdentifierType;
import io.inyeon.core.collect.Patterns;
import io.inyeon.core.collect.PhoneNumbers;
import io.inyeon.core.unify.DeviceEvents;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Retelling;
import io.inyeon.core.unify.Stewards;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.Companies.Company;
import io.inyeon.runtime.store.Picture;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Tries other rules on the links of a workspace, in memory: who would be united, who divided. The
/// core that decides live events decides here, too.
///
/// Goes through the trees twice, on all cores: first to find which may have to do with each other
/// ([Companies]), then to retell and compare company by company. So it takes as much memory as the
/// largest company, and not as all people.
final class Rehearsal {
  /// So many ids of trees are worked off at once, and told of in the order of their ids.
  private static final long SLICE = 4_096;

  private final Picture before;
  private final Rules rulesBefore;
  private final Rules rules;
  private final Rebuild.Watcher watcher;
  private final AtomicBoolean cancelled;
  private final AtomicLong looked = new AtomicLong();
  private final AtomicLong links = new AtomicLong();
  private final AtomicLong cpuNanos = new AtomicLong();

  /// What came of it.
  ///
  /// @param position at which the workspace was looked at
  /// @param links different pairs of identifiers that the rules in force know, idle ones left out
  /// @param nanos how long it took
  /// @param cpuNanos of all cores
  /// @param notCovered places of the rules document that differ and that a rehearsal cannot show,
  ///   since they say how events are read and not who is who
  /// @param moved events that other policies for devices give to somebody else
  record Report(
      long position,
      long links,
      long nanos,
      long cpuNanos,
      List<String> notCovered,
      DeviceEvents.Moved moved,
      Regrouping.Total people) {
    Report {
      notCovered = List.copyOf(notCovered);
    }
  }

  /// What came of some trees.
  private record Found(
      Regrouping.Total total, DeviceEvents.Moved moved, List<Regrouping.Change> changes) {
    static final Found NOTHING =
        new Found(Regrouping.Total.NONE, DeviceEvents.Moved.NOTHING, List.of());

    /// The counts of both; changes are told as they are found.
    Found plus(Found other) {
      return new Found(total.plus(other.total), moved.plus(other.moved), List.of());
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
  Report run() throws InterruptedException {
    var began = System.nanoTime();
    var trees = before.counts().trees();
    var companies = new Companies(rules.types());
    var found = new Found[] {Found.NOTHING};
    try (var cores = new InOrder(Runtime.getRuntime().availableProcessors())) {
      watcher.phase("grouping");
      companies.addStewards(before);
      cores.run(
          slices((picture, from) -> group(picture, from, companies)),
          _ -> watcher.progress(looked.get(), trees));
      var together = companies.all(before);
      watcher.phase("comparing");
      looked.set(0);
      Consumer<Found> tell =
          each -> {
            found[0] = found[0].plus(each);
            each.changes().forEach(watcher::change);
            watcher.progress(looked.get(), trees);
          };
      cores.run(slices((picture, from) -> alone(picture, from, companies)), tell);
      cores.run(together.stream().map(this::together).iterator(), tell);
    }
    return new Report(
        before.position(),
        links.get(),
        System.nanoTime() - began,
        cpuNanos.get(),
        notCovered(rulesBefore.document(), rules.document()),
        found[0].moved(),
        found[0].total());
  }

  /// What is done with the trees of one slice.
  private interface Work {
    Found on(Picture picture, long from);
  }

  private Iterator<Callable<Found>> slices(Work work) {
    var next = Objects.requireNonNullElse(before.read(new Key.NextTree()), 1L);
    return LongStream.iterate(1, from -> from < next, from -> from + SLICE)
        .<Callable<Found>>mapToObj(from -> onCore(picture -> work.on(picture, from)))
        .iterator();
  }

  private Callable<Found> together(Company company) {
    return onCore(picture -> {
      var trees = new ArrayList<Tree>();
      picture.outlines(
          company.trees(),
          tree -> {
            look(tree);
            trees.add(tree);
          });
      var changes = new ArrayList<Regrouping.Change>();
      return tried(trees, company, changes);
    });
  }

  private Callable<Found> onCore(Function<Picture, Found> work) {
    return () -> {
      var threads = ManagementFactory.getThreadMXBean();
      var began = threads.getCurrentThreadCpuTime();
      try (var own = before.another()) {
        return work.apply(own);
      } finally {
        cpuNanos.addAndGet(threads.getCurrentThreadCpuTime() - began);
      }
    };
  }

  private Found group(Picture picture, long from, Companies companies) {
    picture.outlines(
        from,
        from + SLICE,
        tree -> {
          stopIfCancelled();
          companies.add(tree, picture);
          looked.incrementAndGet();
        });
    return Found.NOTHING;
  }

  private Found alone(Picture picture, long from, Companies companies) {
    var found = new Found[] {Found.NOTHING};
    var changes = new ArrayList<Regrouping.Change>();
    var nobodyElse = new Company(List.of(), List.of(), List.of());
    picture.outlines(
        from,
        from + SLICE,
        tree -> {
          if (!companies.has(tree.id())) {
            look(tree);
            found[0] = found[0].plus(tried(List.of(tree), nobodyElse, changes));
          }
        });
    return new Found(found[0].total(), found[0].moved(), changes);
  }

  private void look(Tree tree) {
    stopIfCancelled();
    links.addAndGet(tree.links().size());
    looked.incrementAndGet();
  }

  private void stopIfCancelled() {
    if (cancelled.get()) {
      throw new CancellationException("cancelled");
    }
  }

  /// What becomes of some trees that have to do with nobody else.
  private Found tried(List<Tree> trees, Company company, List<Regrouping.Change> changes) {
    var was = new PeopleInMemory(before.position());
    was.take(trees);
    var after = new PeopleInMemory(before.position());
    // The best first: hardly anything is displaced then.
    var fragments = new ArrayList<Map.Entry<FragmentKey, Fragment>>();
    trees.forEach(tree -> fragments.addAll(tree.fragments().entrySet()));
    fragments.sort(Comparator.comparing(fragment -> fragment.getValue().best()));
    for (var fragment : fragments) {
      stopIfCancelled();
      after.make(Retelling.of(fragment.getKey(), fragment.getValue().best(), after, rules));
    }
    for (var cut : company.cuts()) {
      after.make(Stewards.cutMade(cut, after, rules).changes());
    }
    for (var said : company.links()) {
      said.byId()
          .values()
          .forEach(link -> after.make(Stewards.linkMade(link, after, rules).changes()));
    }
    var moved = DeviceEvents.moved(trees, rulesBefore, after, rules);
    var total =
        new Regrouping(was, rulesBefore, after, rules, cancelled).compare(changes::add, _ -> {});
    return new Found(total, moved, changes);
  }

  /// Differences in how events are read: those show in a rebuild only.
  private static List<String> notCovered(RulesDocument before, RulesDocument after) {
    var places = new ArrayList<String>();
    if (!before.region().equals(after.region())) {
      places.add("/region");
    }
    if (before.sessionGapMinutes() != after.sessionGapMinutes()) {
      // Unites and divides nobody.
      places.add("/sessionGapMinutes");
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
