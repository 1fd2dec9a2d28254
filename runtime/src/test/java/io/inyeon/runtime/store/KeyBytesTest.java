package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.Key;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class KeyBytesTest {
  @Property(tries = 500)
  void everyKeyComesBackFromItsColumn(@ForAll long seed) {
    var key = new Samples(seed).key();
    var bytes = KeyBytes.of(key, new Encoder());
    if (!(key instanceof Key.Tree)) {
      assertThat((Object) KeyBytes.read(Column.of(key), bytes)).isEqualTo(key);
    }
  }

  @Property(tries = 500)
  void noKeyIsTheBeginningOfAnother(@ForAll long seed) {
    var samples = new Samples(seed);
    var one = samples.key();
    var other = samples.key();
    if (!one.equals(other) && Column.of(one) == Column.of(other)) {
      var bytes = KeyBytes.of(one, new Encoder());
      var others = KeyBytes.of(other, new Encoder());
      var common = Math.min(bytes.length, others.length);
      assertThat(Arrays.equals(bytes, 0, common, others, 0, common)).isFalse();
    }
  }

  @Property(tries = 2000)
  void whateverStandsWhereAKeyShouldIsRefusedOrAKey(@ForAll byte[] bytes, @ForAll Column column) {
    try {
      var key = KeyBytes.read(column, bytes);
      if (key != null) {
        assertThat((Object) KeyBytes.read(column, KeyBytes.of(key, new Encoder()))).isEqualTo(key);
      }
    } catch (Undecodable | IllegalArgumentException refused) {
      assertThat(refused).hasMessageMatching(".+");
    }
  }
}
