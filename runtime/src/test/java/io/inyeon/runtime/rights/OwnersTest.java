package io.inyeon.runtime.rights;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Identifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnersTest {
  @Test
  void ofMoreThanAreKeptByNameEachIsKnownAllTheSame() {
    var owners = new Owners(1_000);
    for (var i = 0; i < 1_000; i++) {
      owners.add("user_id:u" + i);
      owners.add("user_id:u" + i);
    }
    assertThat(owners.whole()).isTrue();
    assertThat(owners.names()).hasSize(1_000).doesNotHaveDuplicates();
    for (var i = 1_000; i < 300_000; i++) {
      owners.add("user_id:u" + i);
    }
    assertThat(owners.whole()).isFalse();
    assertThat(owners.names()).hasSize(1_000);
    for (var i = 0; i < 300_000; i++) {
      assertThat(owners.anyOf(List.of(new Identifier("email", "x"), user(i)))).isTrue();
      assertThat(owners.anyOf(List.of(user(i + 300_000)))).isFalse();
    }
  }

  private static Identifier user(int number) {
    return new Identifier("user_id", "u" + number);
  }

  @Test
  void whatIsAddedTwiceIsNewOnce() {
    var set = new LongSet();
    for (var i = 0; i < 100_000; i++) {
      assertThat(set.add("p" + i)).isTrue();
      assertThat(set.add("p" + i)).isFalse();
    }
  }
}
