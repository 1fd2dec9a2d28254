package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Key;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Tree;
import io.inyeon.runtime.enrich.AddressGuard;
import io.inyeon.runtime.enrich.Enrichment;
import io.inyeon.runtime.enrich.Trust;
import io.inyeon.runtime.http.ErasureDesk;
import io.inyeon.runtime.http.Who;
import io.inyeon.runtime.importing.Imports;
import io.inyeon.runtime.rights.RightsOffice;
import io.inyeon.runtime.store.State;
import io.inyeon.runtime.text.LinearPatterns;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Erasures among events, cuts and links in any order: state is what is made anew of what is left,
/// and once more byte for byte.
class ErasureHistoryTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.ofEpochMilli(Histories.NOW));

  @TempDir Path folder;

  private int erased;

  @Test
  void theLiveStateIsThatOfARebuild() throws Exception {
    for (var seed = 1; seed <= 4; seed++) {
      var at = folder.resolve("w" + seed);
      var random = new SplittableRandom(seed);
      var config = RebuildTest.config(folder);
      SortedMap<String, String> before;
      try (var workspace = Workspace.open(at, config, CLOCK);
          var imports = Imports.open(at.resolve("imports"), new ImportHouse(workspace), CLOCK);
          var scratches = Scratches.open(at.resolve("scratch"), workspace, config);
          var quality = workspace.quality(at.resolve("quality"))) {
        var people = new People(workspace, new Happenings(workspace));
        var desk = new Desk(workspace.state(), workspace.sources(), CLOCK, workspace::enter);
        var word = new OwnWord(workspace, desk);
        var past = new Past(workspace, people, Past.MOST_EVENTS);
        var consents = new ConsentOffice(workspace, people, past, word);
        try (var enrichment =
                Enrichment.start(
                    EnrichHouse.of(workspace, people, word),
                    new LinearPatterns(),
                    at.resolve("enrichers"),
                    AddressGuard.of("", InetAddress::getAllByName),
                    Trust.of(""));
            var rights =
                RightsOffice.open(
                    new RightsHouse(workspace, people, scratches, word, enrichment, quality),
                    at,
                    imports,
                    consents,
                    new NoAccesses())) {
          var erasures = rights.erasures();
          for (var round = 0; round < 4; round++) {
            RebuildTest.fill(workspace, random, 60, round * 1_000);
            erase(workspace, erasures, random);
          }
          before = people(workspace.state());
          var lone = lone(workspace.state());
          RebuildTest.rebuild(workspace);
          assertThat(people(workspace.state())).as("seed %d", seed).isEqualTo(before);
          assertThat(lone(workspace.state())).as("seed %d", seed).isLessThanOrEqualTo(lone);
          var report = RebuildTest.rebuild(workspace);
          assertThat(report.fields("keys").get("different"))
              .as("seed %d, byte for byte: %s", seed, report)
              .hasToString("Decimal[value=0]");
          all(erasures).forEach(each -> erasures.scrub(each.erasure().id()));
          rights.settle();
          assertThat(people(workspace.state())).as("seed %d, scrubbed", seed).isEqualTo(before);
          assertThat(all(erasures).stream().filter(each -> each.scrubbed() == 0).count()).isZero();
        }
      }
      try (var workspace = Workspace.open(at, config, CLOCK)) {
        assertThat(people(workspace.state())).as("seed %d, opened again", seed).isEqualTo(before);
        var report = RebuildTest.rebuild(workspace);
        assertThat(report.fields("keys").get("different")).hasToString("Decimal[value=0]");
      }
    }
    assertThat(erased).isGreaterThan(8);
  }

  private static List<ErasureDesk.Erased> all(ErasureDesk erasures) {
    var all = new ArrayList<ErasureDesk.Erased>();
    for (var cursor = ""; cursor != null; ) {
      var page = Objects.requireNonNull(erasures.page(cursor, 2));
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      all.addAll(page.items());
      cursor = page.next();
    }
    assertThat(all.stream().map(each -> each.erasure().id())).doesNotHaveDuplicates();
    assertThat(all)
        .isSortedAccordingTo(
            Comparator.comparingLong((ErasureDesk.Erased each) -> each.erasure().position())
                .reversed());
    return all;
  }

  private void erase(Workspace workspace, ErasureDesk erasures, SplittableRandom random)
      throws Exception {
    var known = new ArrayList<Identifier>();
    workspace
        .state()
        .forEach(Key.Tree.class, (Key<Tree> _, Tree tree) -> known.addAll(tree.nodes().keySet()));
    known.sort(null);
    var who = known.get(random.nextInt(known.size()));
    var done =
        Objects.requireNonNull(
            erasures.erase(new Who.Named(who.type(), who.value()), "asked", "t", false));
    assertThat(done.effective()).as(done.places().toString()).isPositive();
    erased++;
  }

  /// Everybody of whom any event is known, by the first of their tree; trees' numbers are nobody's
  /// business.
  private static SortedMap<String, String> people(State state) {
    var all = new TreeMap<String, String>();
    state.forEach(
        Key.Tree.class,
        (Key<Tree> _, Tree tree) -> {
          if (!tree.fragments().isEmpty()) {
            all.put(
                tree.nodes().firstKey().toString(),
                tree.nodes() + "\n" + tree.links() + "\n" + tree.fragments());
          }
        });
    return all;
  }

  /// Identifiers that only stewards named; of one whose other end is erased nothing is known later.
  private static long lone(State state) {
    var all = new ArrayList<Tree>();
    state.forEach(
        Key.Tree.class,
        (Key<Tree> _, Tree tree) -> {
          if (tree.fragments().isEmpty()) {
            all.add(tree);
          }
        });
    return all.size();
  }
}
