package io.inyeon.core.unify;

import static org.assertj.core.api.Assertions.assertThat;

import io.inyeon.core.collect.Identifier;
import java.util.HashSet;
import org.junit.jupiter.api.Test;

class ProfileIdsTest {
  @Test
  void anIdIsTheKeyedHashThatAnyoneWithTheKeyCanWorkOut() {
    // python3: hmac.new(bytes.fromhex('0f' * 32), 'email:김@example.kr'.encode(), 'sha256')
    // .digest()[:16], five bits a letter
    assertThat(ProfileIds.of("0f".repeat(32), new Identifier("email", "김@example.kr")).value())
        .isEqualTo("2mtj1ypeswsrn26xk8k2pjpb8c");
  }

  @Test
  void anotherKeyGivesAnotherId() {
    var kim = new Identifier("user_id", "kim");
    var one = ProfileIds.of("01".repeat(32), kim);
    var two = ProfileIds.of("02".repeat(32), kim);
    assertThat(one).isNotEqualTo(two).isEqualTo(ProfileIds.of("01".repeat(32), kim));
  }

  @Test
  void idsAreTwentySixSmallLettersAndDigitsAndNeverTheSame() {
    var ids = new HashSet<ProfileId>();
    for (var i = 0; i < 1_000; i++) {
      var id = ProfileIds.of("01".repeat(32), new Identifier("user_id", "u" + i));
      assertThat(id.value()).matches("[0-9abcdefghjkmnpqrstvwxyz]{26}");
      ids.add(id);
    }
    assertThat(ids).hasSize(1_000);
  }
}
