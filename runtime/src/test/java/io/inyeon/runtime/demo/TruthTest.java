package io.inyeon.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TruthTest {
  @Test
  void tiesOnePersonsIdentifiersThroughOthersOfThePersons() {
    var truth = new Truth();
    var user = truth.know("user_id", "1", 4);
    var email = truth.know("email", "a@example.com", 4);
    var cookie = truth.know("anonymous_id", "c", 4);
    truth.tie(user, email);
    truth.tie(email, user);
    var known = truth.identifiers();
    assertThat(known.get(user).tied()).isEqualTo(known.get(email).tied());
    assertThat(known.get(cookie).tied()).isNotEqualTo(known.get(user).tied());
    truth.tie(cookie, email);
    known = truth.identifiers();
    assertThat(known.get(cookie).tied()).isEqualTo(known.get(user).tied());
  }

  @Test
  void neverTiesTwoPeopleNorThroughWhatTheyShare() {
    var truth = new Truth();
    var one = truth.know("user_id", "1", 1);
    var two = truth.know("user_id", "2", 2);
    var kiosk = truth.know("anonymous_id", "k", Truth.NOBODY);
    truth.tie(one, two);
    truth.tie(one, kiosk);
    truth.tie(kiosk, two);
    assertThat(truth.identifiers().stream().map(Truth.Known::tied)).doesNotHaveDuplicates();
    assertThat(truth.people()).isEqualTo(2);
  }

  @Test
  void whatTwoPeopleGaveBelongsToNobody() {
    var truth = new Truth();
    assertThat(truth.know("phone", "+8210", 1)).isEqualTo(truth.know("phone", "+8210", 2));
    assertThat(truth.identifiers().getFirst().person()).isEqualTo(Truth.NOBODY);
  }
}
