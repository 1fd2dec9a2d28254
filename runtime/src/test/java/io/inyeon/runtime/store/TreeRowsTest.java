package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Identifier;
import io.inyeon.core.collect.SourceKind;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.FragmentKey;
import io.inyeon.core.unify.Link;
import io.inyeon.core.unify.Node;
import io.inyeon.core.unify.Pair;
import io.inyeon.core.unify.Stamp;
import io.inyeon.core.unify.Tree;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which rows a tree's changes write.
class TreeRowsTest {
  private static final Identifier USER = new Identifier("user_id", "u1");
  private static final Identifier COOKIE = new Identifier("anonymous_id", "c1");
  private static final FragmentKey BOTH =
      new FragmentKey(List.of(USER, COOKIE), SourceKind.BROWSER);
  private static final FragmentKey ALONE = new FragmentKey(List.of(COOKIE), SourceKind.BROWSER);

  @TempDir Path directory;
  private Rocks rocks;
  private RowBatch batch;
  private TreeRows rows;
  private @Nullable StoredTree stored;

  @BeforeEach
  void open() {
    rocks = Rocks.open(directory, RocksStateTest.SMALL);
    batch = new RowBatch(rocks);
    rows = new TreeRows(rocks.column(Column.TREES));
    stored = null;
  }

  @AfterEach
  void close() {
    batch.close();
    rocks.close();
  }

  /// Writes a tree, and makes sure that it can be read.
  ///
  /// @return how many rows that took
  private int write(Tree tree) {
    stored = rows.put(batch, stored, tree);
    var count = batch.rows();
    batch.write();
    batch.settle();
    try (var all = rocks.trees()) {
      var read = Objects.requireNonNull(rows.read(batch, all, tree.id()));
      assertThat(read.tree()).isEqualTo(tree);
      assertThat(read.slots()).isEqualTo(stored.slots());
      if (stored.packed() != null) {
        assertThat(read.packed()).isEqualTo(stored.packed());
      }
    }
    return count;
  }

  private int rowsOnDisk() {
    var count = 0;
    try (var all = rocks.rows(rocks.column(Column.TREES))) {
      for (all.seekToFirst(); all.isValid(); all.next()) {
        assertThat(all.value().length).isLessThanOrEqualTo(RowBatch.LARGEST);
        count++;
      }
    }
    return count;
  }

  private static Tree tree(Map<FragmentKey, Fragment> fragments) {
    var nodes = new TreeMap<Identifier, Node>();
    nodes.put(USER, Node.NEW);
    nodes.put(COOKIE, Node.NEW);
    var pair = new Pair(USER, COOKIE);
    var link = new Link(pair, new Stamp(2, Samples.NOW, "m1"), true);
    return new Tree(7, nodes, Map.of(pair, link), fragments);
  }

  @Test
  void anEventWritesOneRow() {
    var view = SampleFragments.pageView();
    var before = tree(Map.of(BOTH, view, ALONE, view));
    assertThat(write(before)).isEqualTo(1 + 2 * 2);
    assertThat(write(with(before, BOTH, view.plus(SampleFragments.pageView())))).isEqualTo(1);
  }

  @Test
  void whatIsTheSameIsNotWritten() {
    var tree = tree(Map.of(BOTH, SampleFragments.shopper()));
    write(tree);
    assertThat(write(tree)).isZero();
  }

  @Test
  void anEmptySectionHasNoRowAndLeavesNone() {
    var view = SampleFragments.pageView();
    var samples = new Samples(1);
    write(tree(Map.of(BOTH, SampleFragments.everything())));
    write(tree(Map.of(BOTH, view)));
    assertThat(rowsOnDisk()).isEqualTo(1 + 2);
    write(tree(Map.of(BOTH, samples.withNames(view, 500))));
    assertThat(rowsOnDisk()).isEqualTo(1 + 3);
    write(tree(Map.of(BOTH, samples.withNames(view, 0))));
    assertThat(rowsOnDisk()).isEqualTo(1 + 2);
  }

  @Test
  void aFragmentThatMovesAwayLeavesNothingBehind() {
    var everything = SampleFragments.everything();
    write(tree(Map.of(BOTH, everything, ALONE, SampleFragments.pageView())));
    write(tree(Map.of(ALONE, SampleFragments.pageView())));
    assertThat(rowsOnDisk()).isEqualTo(1 + 2);
    write(tree(Map.of(BOTH, everything)));
    write(tree(Map.of()));
    assertThat(rowsOnDisk()).isEqualTo(1);
  }

  @Test
  void aRemovedTreeLeavesNothingBehind() {
    write(tree(Map.of(BOTH, SampleFragments.everything(), ALONE, SampleFragments.shopper())));
    rows.remove(batch, Objects.requireNonNull(stored));
    batch.write();
    assertThat(rowsOnDisk()).isZero();
    try (var all = rocks.trees()) {
      assertThat(rows.read(batch, all, 7)).isNull();
    }
  }

  @Test
  void aLargeTreeIsCutUpAndShrinksAgain() {
    var nodes = new TreeMap<Identifier, Node>();
    for (var i = 0; i < 4000; i++) {
      nodes.put(new Identifier("anonymous_id", "cookie of some length " + i), Node.NEW);
    }
    var names = new Samples(1).withNames(SampleFragments.pageView(), 20_000);
    write(new Tree(7, nodes, Map.of(), Map.of(BOTH, names)));
    assertThat(rowsOnDisk()).isGreaterThan(3 + 5);
    write(tree(Map.of(BOTH, SampleFragments.pageView())));
    assertThat(rowsOnDisk()).isEqualTo(1 + 2);
    write(new Tree(7, nodes, Map.of(), Map.of(BOTH, names)));
    rows.remove(batch, Objects.requireNonNull(stored));
    batch.write();
    assertThat(rowsOnDisk()).isZero();
  }

  @Test
  void aTreeThatHasGrownLargeIsNotPackedAnyMore() {
    var fragments = new HashMap<FragmentKey, Fragment>();
    for (var i = 0; stored == null || stored.packed() != null; i++) {
      assertThat(i).isLessThan(StoredTree.MOST_ROWS);
      var cookie = new Identifier("anonymous_id", "c" + i);
      fragments.put(
          new FragmentKey(List.of(USER, cookie), SourceKind.BROWSER), SampleFragments.pageView());
      write(tree(fragments));
    }
    var large = Objects.requireNonNull(stored);
    assertThat(large.kept()).isSameAs(large);
    write(tree(Map.of(BOTH, SampleFragments.everything())));
    write(with(tree(Map.of(BOTH, SampleFragments.everything())), ALONE, SampleFragments.shopper()));
    try (var all = rocks.trees()) {
      var again = Objects.requireNonNull(rows.read(batch, all, 7));
      assertThat(again.kept()).isEqualTo(again.packed());
    }
  }

  @Test
  void treesBesideEachOtherAreKeptApart() {
    var random = new Random(3);
    var trees = new HashMap<Long, Tree>();
    for (var id : new long[] {0, 1, 255, 256, Long.MAX_VALUE}) {
      stored = null;
      var tree = new Samples(random.nextLong()).tree(id);
      write(tree);
      trees.put(id, tree);
    }
    try (var all = rocks.rows(rocks.column(Column.TREES))) {
      all.seekToFirst();
      for (var next = rows.next(batch, all); next != null; next = rows.next(batch, all)) {
        assertThat(trees.remove(next.tree().id())).isEqualTo(next.tree());
      }
    }
    assertThat(trees).isEmpty();
  }

  private static Tree with(Tree tree, FragmentKey key, Fragment fragment) {
    var fragments = new HashMap<>(tree.fragments());
    fragments.put(key, fragment);
    return new Tree(tree.id(), tree.nodes(), tree.links(), fragments);
  }
}
