package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.inyeon.core.Change;
import io.inyeon.core.Key;
import io.inyeon.core.unify.Holder;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RecordsTest {
  @Property(tries = 1000)
  void everyValueComesBack(@ForAll long seed) {
    var put = record(seed);
    assertThat(Records.read(put.key(), bytes(put))).isEqualTo(put.value());
  }

  @Property(tries = 1000)
  void damagedBytesAreRefusedOrAValueThatCanBeWritten(@ForAll long seed) {
    var put = record(seed);
    var random = new Random(seed);
    var bytes = bytes(put);
    var damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length + 3));
    for (var i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
    }
    try {
      var value = Records.read(put.key(), damaged);
      var again = Records.write(new Encoder(), put.key(), value).toBytes();
      assertThat(Records.read(put.key(), again)).isEqualTo(value);
    } catch (Undecodable refused) {
      assertThat(refused).hasMessageContaining("at byte");
    }
  }

  @Test
  void aVersionFromTheFutureIsRefused() {
    var key = StateContract.KIM;
    var bytes = Records.write(new Encoder(), key, new Holder(5)).toBytes();
    bytes[0] = 2;
    assertThatExceptionOfType(Undecodable.class)
        .isThrownBy(() -> Records.read(key, bytes))
        .withMessageContaining("version 2");
  }

  private static Change.Put<?> record(long seed) {
    var samples = new Samples(seed);
    var put = samples.put();
    while (put.key() instanceof Key.Tree) {
      put = samples.put();
    }
    return put;
  }

  private static byte[] bytes(Change.Put<?> put) {
    return Records.write(new Encoder(), put.key(), put.value()).toBytes();
  }
}
