package io.inyeon.core.govern.enricher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Paces, circuits and waits, on a clock of the test's own.
class PaceTest {
  @Property
  void noMoreThanTwoSecondsWorthComesInASecondAndNoneWaitsForNothing(
      @ForAll @IntRange(min = 1, max = 50) int perSecond,
      @ForAll @Size(200) List<@IntRange(min = 0, max = 300) Integer> gaps) {
    var pace = Pace.BEGIN;
    var now = 1_000_000L;
    var began = new ArrayList<Long>();
    for (var gap : gaps) {
      now += gap;
      var wait = pace.waitMs(perSecond, now);
      now += wait;
      assertThat(pace.waitMs(perSecond, now)).isZero();
      pace = pace.taken(perSecond, now);
      began.add(now);
    }
    for (var i = perSecond; i < began.size(); i++) {
      // A bucket of one second's worth: any N + 1 of them take their time but for the bucket's.
      var span = began.get(i) - began.get(i - perSecond);
      var whole = i >= 2 * perSecond ? began.get(i) - began.get(i - 2 * perSecond) : 1_000;
      assertThat(span).isGreaterThanOrEqualTo(0);
      assertThat(whole).isGreaterThanOrEqualTo(1_000L - 1);
    }
  }

  @Test
  void aSecondsWorthComesAtOnceAndThenOneAfterTheOther() {
    var pace = Pace.BEGIN;
    var now = 5_000_000L;
    for (var i = 0; i < 4; i++) {
      assertThat(pace.waitMs(4, now)).isZero();
      pace = pace.taken(4, now);
    }
    assertThat(pace.waitMs(4, now)).isEqualTo(250);
    assertThat(pace.waitMs(4, now + 250)).isZero();
  }

  @Test
  void aCircuitOpensAfterFailuresInARowAndLetsOneThroughAfterItsPause() {
    var limits = new Limits(10, 4, 1_000, 1_024, 5, 0, 0, 0, 3, 60);
    var circuit = Circuit.CLOSED.failed(limits, 0).failed(limits, 0).succeeded();
    circuit = circuit.failed(limits, 1).failed(limits, 2);
    assertThat(circuit.permits(4, 2)).isEqualTo(4);
    circuit = circuit.failed(limits, 3);
    assertThat(circuit.permits(4, 3)).isZero();
    assertThat(circuit.permits(4, 60_003)).isEqualTo(1);
    assertThat(circuit.failed(limits, 10).openUntil()).as("one under way").isEqualTo(60_003);
    circuit = circuit.failed(limits, 60_003);
    assertThat(circuit.openUntil()).isEqualTo(180_003);
    assertThat(circuit.succeeded()).isEqualTo(Circuit.CLOSED);
  }

  @Test
  void waitsAreDoubledAndWhatIsAskedForIsKeptTo() {
    assertThat(Retries.waitMs(1, 0, 0)).isEqualTo(500);
    assertThat(Retries.waitMs(1, 1, 0)).isEqualTo(1_000);
    assertThat(Retries.waitMs(3, 1, 0)).isEqualTo(4_000);
    assertThat(Retries.waitMs(60, 1, 0)).isEqualTo(600_000);
    assertThat(Retries.waitMs(1, 0, 90_000)).isEqualTo(90_000);
    assertThat(Retries.asked("120", 0)).isEqualTo(120_000);
    assertThat(Retries.asked("Mon, 02 Mar 2026 00:00:30 GMT", 1_772_409_600_000L))
        .isEqualTo(30_000);
    assertThat(Retries.asked("Mon, 02 Mar 2020 00:00:30 GMT", 1_772_409_600_000L)).isZero();
    assertThat(Retries.asked("soon", 0)).isZero();
    assertThat(Retries.asked("999999999", 0)).isEqualTo(86_400_000);
    assertThat(Retries.asked(null, 0)).isZero();
  }
}
