package io.inyeon.runtime.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.inyeon.core.Change;
import io.inyeon.core.Change.Put;
import io.inyeon.core.Change.Remove;
import io.inyeon.core.Key;
import io.inyeon.core.RulesDocument;
import io.inyeon.core.collect.Identifier;
import io.inyeon.core.unify.Cut;
import io.inyeon.core.unify.Holder;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RocksStateTest extends StateContract {
  static final StateSettings SMALL = new StateSettings(1, 4, 4);

  @TempDir Path directory;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 6);
  }

  @Override
  State open() {
    return RocksState.open(directory, SMALL);
  }

  @Override
  State crashed(State state) {
    ((RocksState) state).abandon();
    return open();
  }

  @Override
  State reopened(State state) {
    state.close();
    return open();
  }

  @Test
  void aFolderIsOpenOnce() {
    assertThatExceptionOfType(StateFailure.class)
        .isThrownBy(this::open)
        .withMessageContaining("open")
        .withMessageContaining(directory.toString());
  }

  @Test
  void aFormatOfTheFutureIsRefused(@TempDir Path other) {
    write(other, Column.META, KeyBytes.FORMAT, Meta.numbers(2));
    assertThatExceptionOfType(StateFailure.class)
        .isThrownBy(() -> RocksState.open(other, SMALL))
        .withMessageContaining("newer version")
        .withMessageContaining("format is 2");
  }

  @Test
  void aDamagedValueIsNamed(@TempDir Path other) {
    var key = KeyBytes.of(KIM, new Encoder());
    write(other, Column.IDENTIFIERS, key, new byte[] {1, 5, 5});
    try (var state = RocksState.open(other, SMALL)) {
      assertThatExceptionOfType(StateFailure.class)
          .isThrownBy(() -> state.read(KIM))
          .withMessageContaining(KIM.toString())
          .matches(failure -> !failure.diskFull());
      assertThatExceptionOfType(StateFailure.class).isThrownBy(() -> state.get(KIM));
    }
    write(other, Column.META, KeyBytes.POSITION, new byte[] {1});
    assertThatExceptionOfType(StateFailure.class)
        .isThrownBy(() -> RocksState.open(other, SMALL))
        .withMessageContaining("damaged");
  }

  private static void write(Path directory, Column column, byte[] key, byte[] value) {
    try (var rocks = Rocks.open(directory, SMALL);
        var batch = new RowBatch(rocks)) {
      batch.putSmall(rocks.column(column), key, value);
      batch.write();
      rocks.flush();
    }
  }

  @Test
  void noValueOnDiskIsLargerThan64Kb(@TempDir Path other) {
    var rules = new Put<>(new Key.OfRules(), withRates(40_000));
    var cut = new Put<>(new Key.OfCut("c"), cut(9000));
    var outbox = new byte[200_000];
    new Random(1).nextBytes(outbox);
    try (var state = RocksState.open(other, SMALL)) {
      state.stage(List.of(rules, cut));
      state.commit(1, outbox);
    }
    assertThat(rows(other)).isGreaterThan(3 + 3 + 4);
    try (var state = RocksState.open(other, SMALL)) {
      assertThat(state.read(rules.key())).isEqualTo(rules.value());
      assertThat(state.read(cut.key())).isEqualTo(cut.value());
      state.forEach(Key.OfCut.class, (_, value) -> assertThat(value).isEqualTo(cut.value()));
      state.outbox(
          0,
          (_, row) -> {
            assertThat(row).isEqualTo(outbox);
            return true;
          });
      // Smaller again, and gone again: nothing of the large ones stays.
      state.stage(List.of(new Put<>(rules.key(), withRates(1)), new Remove<>(cut.key())));
      state.commit(2, NOTHING);
      state.forgetOutbox(2);
    }
    assertThat(rows(other)).isEqualTo(1 + 3); // the rules; format, position, counts
  }

  /// How many rows there are in all columns.
  private static int rows(Path directory) {
    var count = 0;
    try (var rocks = Rocks.open(directory, SMALL)) {
      for (var column : Column.values()) {
        try (var rows = rocks.rows(rocks.column(column))) {
          for (rows.seekToFirst(); rows.isValid(); rows.next()) {
            assertThat(rows.value().length).isLessThanOrEqualTo(RowBatch.LARGEST);
            count++;
          }
        }
      }
    }
    return count;
  }

  private static RulesDocument withRates(int days) {
    var rules = new Samples(1).rules();
    var rates = new TreeMap<LocalDate, BigDecimal>();
    for (var day = 0; day < days; day++) {
      rates.put(LocalDate.ofEpochDay(day), BigDecimal.valueOf(1000L + day, 3));
    }
    SortedMap<String, SortedMap<LocalDate, BigDecimal>> all = new TreeMap<>();
    all.put("USD", rates);
    return new RulesDocument(
        1, "00", "KR", "KRW", "Asia/Seoul", rules.types(), rules.customType(), rules.traits(), all);
  }

  private static Cut cut(int many) {
    var left = new TreeSet<Identifier>();
    for (var i = 0; i < many; i++) {
      left.add(new Identifier("anonymous_id", "somewhat longer cookie " + i));
    }
    return new Cut(
        "c", left, new TreeSet<>(List.of(new Identifier("user_id", "u"))), 0, "lee", "shared");
  }

  @Test
  void oldRowsOfOneKeyAreNeverSeenInPart() {
    // The rules take many rows; a reader that met half of them would fail to decode.
    try (var state = RocksState.open(directory.resolve("other"), SMALL)) {
      for (var i = 1; i <= 30; i++) {
        var cut = new Put<>(new Key.OfCut("c"), cut(i % 2 == 0 ? 10 : 5000));
        state.stage(List.<Change>of(cut));
        state.commit(i, NOTHING);
        assertThat(state.read(cut.key())).isEqualTo(cut.value());
      }
    }
  }

  @Test
  void aCacheThatHoldsNextToNothingChangesNothing(@TempDir Path other) {
    try (var state = RocksState.open(other, SMALL)) {
      for (var i = 0; i < 20_000; i += 1000) {
        for (var j = i; j < i + 1000; j++) {
          state.stage(List.of(new Put<>(holder("person" + j), new Holder(j))));
        }
        state.commit(i + 1, NOTHING);
      }
      assertThat(state.measures().cacheBytes()).isLessThan(2 << 20);
      for (var j = 0; j < 20_000; j += 7) {
        assertThat(state.read(holder("person" + j))).isEqualTo(new Holder(j));
        assertThat(state.get(holder("person" + (j ^ 1)))).isNotNull();
      }
      state.rollback();
      assertThat(state.measures().cacheMisses()).isPositive();
      assertThat(state.measures().nativeBytes()).isPositive();
      state.flush();
      assertThat(state.measures().diskBytes()).isPositive();
      assertThat(state.counts().identifiers()).isEqualTo(20_000);
    }
  }

  @Test
  void aRowOfTheOutboxIsAllowedToBeAnything() {
    try (var state = RocksState.open(directory.resolve("other"), SMALL)) {
      var rows = List.of(new byte[] {0}, new byte[] {0, 0, 9}, "text".getBytes(UTF_8));
      for (var i = 0; i < rows.size(); i++) {
        state.commit(i + 1, rows.get(i));
      }
      state.outbox(
          0,
          (position, row) -> {
            assertThat(Arrays.equals(row, rows.get((int) position - 1))).isTrue();
            return true;
          });
    }
  }
}
