package io.inyeon.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inyeon.core.collect.Call;
import io.inyeon.runtime.archive.Kind;
import io.inyeon.runtime.archive.Row;
import io.inyeon.runtime.archive.Status;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What was just decided is read from memory, until somebody of it is erased.
class DecidedEventsTest {
  private static Row row(long position) {
    return new Row(
        position,
        Kind.EVENT,
        1,
        1,
        "m-" + position,
        Call.TRACK,
        "Seen",
        1,
        Status.ACCEPTED,
        "user_id:kim",
        List.of(),
        0,
        null,
        new byte[0],
        new byte[0]);
  }

  @Test
  void whatIsForgottenIsReadFromTheRecord() throws Exception {
    var events =
        new DecidedEvents(
            () -> {
              throw new IllegalStateException("the record is asked");
            },
            () -> {
              throw new IllegalStateException("no rules are asked");
            },
            _ -> null);
    var read = new ArrayList<Long>();
    events.offer(List.of(row(5)));
    assertThat(events.read(5, 9, (position, _, _, _, _, _) -> read.add(position))).isEqualTo(5);
    assertThat(read).containsExactly(5L);
    events.offer(List.of(row(6)));
    events.forget();
    assertThatThrownBy(() -> events.read(6, 9, (position, _, _, _, _, _) -> read.add(position)))
        .hasMessage("the record is asked");
    assertThat(read).containsExactly(5L);
    events.offer(List.of(row(7)));
    events.read(7, 9, (position, _, _, _, _, _) -> read.add(position));
    assertThat(read).containsExactly(5L, 7L);
  }
}
