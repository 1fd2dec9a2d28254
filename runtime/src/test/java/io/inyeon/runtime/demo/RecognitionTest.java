package io.inyeon.runtime.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.inyeon.core.collect.Identifier;
import io.inyeon.runtime.demo.Truth.Known;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecognitionTest {
  private static Known known(String value, int person, int tied) {
    return new Known(new Identifier("anonymous_id", value), person, tied);
  }

  @Test
  void everybodyRecognisedGivesOneAndOne() {
    var found =
        Recognition.of(
            List.of(known("a", 1, 1), known("b", 1, 1), known("c", 2, 3)), List.of("p", "p", "q"));
    assertThat(found.precision()).isEqualTo(1);
    assertThat(found.recall()).isEqualTo(1);
    assertThat(found.whole()).isEqualTo(2);
    assertThat(found.people()).isEqualTo(2);
    assertThat(found.profiles()).isEqualTo(2);
  }

  @Test
  void countsPairsOfIdentifiers() {
    // Three of the first person's: two together, beside one of the second's; the third is alone.
    var found =
        Recognition.of(
            List.of(known("a", 1, 1), known("b", 1, 1), known("c", 1, 2), known("d", 2, 3)),
            List.of("p", "p", "q", "p"));
    assertThat(found.truePairs()).isEqualTo(3);
    assertThat(found.foundPairs()).isEqualTo(3);
    assertThat(found.rightPairs()).isEqualTo(1);
    assertThat(found.precision()).isEqualTo(1 / 3.0, within(1e-9));
    assertThat(found.recall()).isEqualTo(1 / 3.0, within(1e-9));
    assertThat(found.evidentRecall()).isEqualTo(1);
    assertThat(found.whole()).isZero();
  }

  @Test
  void whatBelongsToNobodyDoesNotCount() {
    var found =
        Recognition.of(List.of(known("a", 1, 1), known("k", Truth.NOBODY, 2)), List.of("p", "p"));
    assertThat(found.asked()).isEqualTo(1);
    assertThat(found.foundPairs()).isZero();
    assertThat(found.whole()).isEqualTo(1);
  }

  @Test
  void unknownIdentifiersAreEachAlone() {
    var found = Recognition.of(List.of(known("a", 1, 1), known("b", 1, 1)), List.of("", ""));
    assertThat(found.unknown()).isEqualTo(2);
    assertThat(found.profiles()).isZero();
    assertThat(found.recall()).isZero();
    assertThat(found.precision()).isEqualTo(1);
  }
}
