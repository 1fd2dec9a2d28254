package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Change.Put;
import io.inyeon.core.Change.Remove;
import io.inyeon.core.Key;
import io.inyeon.core.Seen;
import io.inyeon.core.collect.Source;
import io.inyeon.core.collect.SourceKind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/// How long events are remembered.
class SeenColumnsTest {
  private static final long DAY = 24L * 60 * 60 * 1000;
  private static final int SHOP = 1;
  private static final int IMPORT = 2;

  @TempDir Path directory;
  private RocksState state;
  private long position;

  @BeforeEach
  void open() {
    state = RocksState.open(directory, RocksStateTest.SMALL);
    position = state.position();
  }

  @AfterEach
  void close() {
    state.close();
  }

  private void see(int source, String id, long day) {
    state.stage(List.of(new Put<>(new Key.Seen(source, id), at(day))));
    state.commit(++position, StateContract.NOTHING);
  }

  private static Seen at(long day) {
    return new Seen(Math.abs(day) + 1, Samples.NOW + day * DAY, true);
  }

  @Test
  void everythingOfTheLastThirtyDaysIsThere() {
    for (var day = 0; day < 120; day++) {
      see(SHOP, "event of " + day, day);
      if (day % 7 == 0) {
        state.flush();
      }
      for (var back = 0; back <= Math.min(day, 30); back++) {
        assertThat(state.read(new Key.Seen(SHOP, "event of " + (day - back))))
            .isEqualTo(at(day - back));
      }
    }
  }

  @Test
  void manyAreLookedUpTogetherAsEachAlone() {
    state.stage(List.of(new Put<>(new Key.Source(IMPORT), source(IMPORT, SourceKind.IMPORT))));
    var keys = new HashSet<Key<?>>(Set.of(new Key.Seen(SHOP, "never"), new Key.Seen(3, "even")));
    for (var day = 0; day < 90; day++) {
      see(day % 3 == 0 ? IMPORT : SHOP, "event of " + day, day);
      keys.add(new Key.Seen(day % 3 == 0 ? IMPORT : SHOP, "event of " + day));
      if (day == 50) {
        state.flush();
      }
    }
    state.stage(List.of(new Put<>(new Key.Seen(SHOP, "staged"), at(91))));
    keys.add(new Key.Seen(SHOP, "staged"));
    state.load(keys);
    for (var key : keys) {
      assertThat(state.get(key))
          .as(key.toString())
          .isEqualTo(key.equals(new Key.Seen(SHOP, "staged")) ? at(91) : state.read(key));
    }
    assertThat(state.get(new Key.Seen(SHOP, "event of 61"))).isEqualTo(at(61));
    assertThat(state.get(new Key.Seen(IMPORT, "event of 0"))).isEqualTo(at(0));
    state.rollback();
  }

  @Test
  void whatIsMuchOlderIsGoneFromTheDisk() throws RocksDBException {
    for (var day = 0; day < 400; day++) {
      see(SHOP, "event of " + day, day);
      if (day % 50 == 49) {
        state.flush();
      }
    }
    see(SHOP, "last", 400);
    assertThat(state.read(new Key.Seen(SHOP, "event of 300"))).isNull();
    state.close();
    open();
    state.close();
    assertThat(columnsOnDisk()).filteredOn(name -> name.startsWith("seen-at-")).hasSize(4);
    open();
    assertThat(state.read(new Key.Seen(SHOP, "last"))).isEqualTo(at(400));
  }

  private List<String> columnsOnDisk() throws RocksDBException {
    var names = new ArrayList<String>();
    try (var options = new Options()) {
      for (var name : RocksDB.listColumnFamilies(options, directory.toString())) {
        names.add(new String(name, StandardCharsets.UTF_8));
      }
    }
    return names;
  }

  @Test
  void importsAreRememberedForEver() {
    state.stage(List.of(new Put<>(new Key.Source(IMPORT), source(IMPORT, SourceKind.IMPORT))));
    see(IMPORT, "old", 0); // in the batch that makes the source
    see(SHOP, "new", 4000);
    state.flush();
    see(SHOP, "newer", 4000);
    assertThat(state.read(new Key.Seen(IMPORT, "old"))).isEqualTo(at(0));
    assertThat(state.trace("old")).isEqualTo(Map.of(IMPORT, at(0)));
    state.stage(List.of(new Remove<>(new Key.Seen(IMPORT, "old"))));
    state.commit(++position, StateContract.NOTHING);
    assertThat(state.trace("old")).isEmpty();
  }

  @Test
  void aClockThatWasWrongForAWhileMakesNobodyForget() {
    see(SHOP, "before", 20);
    see(SHOP, "from the past", 2);
    see(SHOP, "from long ago", -3000);
    see(SHOP, "after", 21);
    assertThat(state.read(new Key.Seen(SHOP, "from the past"))).isEqualTo(at(2));
    assertThat(state.read(new Key.Seen(SHOP, "from long ago"))).isEqualTo(at(-3000));
    see(SHOP, "from the future", 4000);
    see(SHOP, "back again", 22);
    assertThat(state.read(new Key.Seen(SHOP, "from the future"))).isEqualTo(at(4000));
    assertThat(state.read(new Key.Seen(SHOP, "back again"))).isEqualTo(at(22));
  }

  @Test
  void theLaterOfTwoEventsWithOneIdStands() {
    see(SHOP, "id", 0);
    see(SHOP, "id", 40);
    assertThat(state.read(new Key.Seen(SHOP, "id"))).isEqualTo(at(40));
    assertThat(state.trace("id")).isEqualTo(Map.of(SHOP, at(40)));
    state.stage(List.of(new Remove<>(new Key.Seen(SHOP, "id"))));
    state.commit(++position, StateContract.NOTHING);
    assertThat(state.read(new Key.Seen(SHOP, "id"))).isNull();
  }

  @Test
  void whatACrashTookBackIsRememberedAfterTheReplay() {
    see(SHOP, "first", 0);
    state.flush();
    see(SHOP, "second", 20);
    see(SHOP, "third", 100);
    state.abandon();
    open();
    assertThat(state.position()).isEqualTo(1);
    assertThat(state.read(new Key.Seen(SHOP, "first"))).isEqualTo(at(0));
    assertThat(state.read(new Key.Seen(SHOP, "third"))).isNull();
    see(SHOP, "second", 20);
    assertThat(state.read(new Key.Seen(SHOP, "first"))).isEqualTo(at(0));
    assertThat(state.read(new Key.Seen(SHOP, "second"))).isEqualTo(at(20));
  }

  private static Source source(int number, SourceKind kind) {
    return new Source("s", number, "s", kind, List.of(), true, 1, false, false, 0);
  }
}
