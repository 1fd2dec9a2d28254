package io.inyeon.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.unify.AccountProfile;
import io.inyeon.core.unify.Activity;
import io.inyeon.core.unify.Fragment;
import io.inyeon.core.unify.Orders;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FragmentCodecTest {
  @Property(tries = 300)
  void anyFragmentComesBackWhateverTheOrderOfItsSections(@ForAll long seed) {
    var random = new Random(seed);
    var fragment = SampleFragments.random(random, random.nextInt(60));
    var sections = new ArrayList<>(sections(fragment).entrySet());
    Collections.shuffle(sections, random);
    var reading = new FragmentCodec.Reading();
    for (var section : sections) {
      reading.read(section.getKey(), new Decoder(section.getValue()));
    }
    assertThat(reading.end()).isEqualTo(fragment);
  }

  @Property(tries = 100)
  void anyAccountComesBack(@ForAll long seed) {
    var account = SampleFragments.account(new Random(seed));
    var to = new Encoder();
    AccountCodec.write(to, account);
    var from = new Decoder(to.toBytes());
    assertThat(AccountCodec.read(from)).isEqualTo(account);
    from.end();
  }

  @Property(tries = 300)
  void damagedBytesAreRefusedOrDecodeToSomethingThatCanBeWritten(@ForAll long seed) {
    var random = new Random(seed);
    var sections = sections(SampleFragments.random(random, 40));
    for (var section : sections.entrySet()) {
      var bytes = section.getValue();
      var damaged =
          random.nextBoolean() ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes.clone();
      for (var i = random.nextInt(4); i > 0 && damaged.length > 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      readsOrRefuses(section.getKey(), damaged);
    }
  }

  @Property(tries = 2000)
  void anyBytesAreRefusedOrDecodeToSomethingThatCanBeWritten(
      @ForAll byte[] bytes, @ForAll int section) {
    readsOrRefuses(1 + Math.floorMod(section, FragmentCodec.LAST), bytes);
    try {
      AccountCodec.write(new Encoder(), AccountCodec.read(new Decoder(bytes)));
    } catch (Undecodable refused) {
      assertThat(refused).hasMessageContaining("at byte");
    }
  }

  @Test
  void aFragmentOfNoEventIsNeverStoredAndSoRefused() {
    var bytes = bytes(FragmentCodec.BASE, SampleFragments.pageView());
    var count = new Encoder();
    var base = SampleFragments.pageView().base();
    count.varint(base.best().rank()).signed(base.best().time()).id(base.best().messageId());
    count.signed(base.first() - base.best().time()).signed(base.latest() - base.first());
    bytes[count.toBytes().length] = 0;
    assertThatThrownBy(
            () -> new FragmentCodec.Reading().read(FragmentCodec.BASE, new Decoder(bytes)))
        .isInstanceOf(Undecodable.class)
        .hasMessageContaining("no event");
  }

  private static void readsOrRefuses(int section, byte[] bytes) {
    var reading = new FragmentCodec.Reading();
    try {
      reading.read(section, new Decoder(bytes));
    } catch (Undecodable refused) {
      assertThat(refused).hasMessageContaining("at byte");
      return;
    }
    var once = reading.end();
    var again = new FragmentCodec.Reading();
    if (!FragmentCodec.isEmpty(section, once)) {
      again.read(section, new Decoder(bytes(section, once)));
    }
    assertThat(again.end()).isEqualTo(once);
  }

  @Test
  void onlyWhatAnEventChangesMustBeWrittenAgain() {
    var before = SampleFragments.random(new Random(5), 200);
    var after = before.plus(SampleFragments.pageView());
    var changed = new ArrayList<Integer>();
    for (var section = 1; section <= FragmentCodec.LAST; section++) {
      if (!FragmentCodec.shared(section, before, after)) {
        changed.add(section);
      }
    }
    assertThat(changed).containsExactly(FragmentCodec.BASE, FragmentCodec.NAMES);
  }

  @Test
  void aPageViewWritesOlderActivityOnlyWhenAMinuteGrowsOld() {
    var busy = Fragment.EMPTY;
    for (var minute = 0; minute < Activity.RECENT; minute++) {
      busy = busy.plus(SampleFragments.pageView(minute));
    }
    var sameMinute = busy.plus(SampleFragments.pageView(3));
    assertThat(FragmentCodec.shared(FragmentCodec.OLDER_ACTIVITY, busy, sameMinute)).isTrue();
    var next = busy.plus(SampleFragments.pageView(Activity.RECENT));
    assertThat(FragmentCodec.shared(FragmentCodec.OLDER_ACTIVITY, busy, next)).isFalse();
    assertThat(FragmentCodec.isEmpty(FragmentCodec.OLDER_ACTIVITY, busy)).isTrue();
    assertThat(next.activity().older()).hasSize(1);
  }

  @Test
  void allActivityThatIsKeptComesBackAndIsSmallerThanARow() {
    var fragment = Fragment.EMPTY;
    for (var minute = 0; minute < 400; minute++) {
      fragment = fragment.plus(SampleFragments.landing(minute, "가".repeat(64) + minute));
    }
    assertThat(fragment.activity().earlier()).isNotNull();
    var reading = new FragmentCodec.Reading();
    sections(fragment)
        .forEach((section, bytes) -> {
          assertThat(bytes.length).isLessThan(64 * 1024);
          reading.read(section, new Decoder(bytes));
        });
    assertThat(reading.end()).isEqualTo(fragment);
  }

  @Test
  void thereAreNoOtherSections() {
    assertThatThrownBy(() -> FragmentCodec.isEmpty(0, Fragment.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FragmentCodec.isEmpty(FragmentCodec.LAST + 1, Fragment.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
    var reading = new FragmentCodec.Reading();
    assertThatThrownBy(() -> reading.read(FragmentCodec.LAST + 1, new Decoder(new byte[0])))
        .isInstanceOf(Undecodable.class);
    assertThat(FragmentCodec.OLDER_ACTIVITY - FragmentCodec.ORDERS).isEqualTo(Orders.BUCKETS);
  }

  @Test
  void aFewEventsOfAShopTakeAFewHundredBytes() {
    var fragment = SampleFragments.shopper();
    var size = 0;
    for (var section : sections(fragment).values()) {
      size += section.length;
    }
    assertThat(size).isLessThan(450);
  }

  static Map<Integer, byte[]> sections(Fragment fragment) {
    var sections = new LinkedHashMap<Integer, byte[]>();
    for (var section = 1; section <= FragmentCodec.LAST; section++) {
      if (!FragmentCodec.isEmpty(section, fragment)) {
        sections.put(section, bytes(section, fragment));
      }
    }
    return sections;
  }

  private static byte[] bytes(int section, Fragment fragment) {
    var to = new Encoder();
    FragmentCodec.write(to, section, fragment);
    return to.toBytes();
  }

  static byte[] bytes(AccountProfile account) {
    var to = new Encoder();
    AccountCodec.write(to, account);
    return to.toBytes();
  }
}
