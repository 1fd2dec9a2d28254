package io.inyeon.runtime.demo;

import java.util.Comparator;
import java.util.PriorityQueue;

/// What is to happen later, in the order of its time.
final class Agenda {
  private record Due(long at, long sequence, Runnable act) {}

  private final PriorityQueue<Due> dues =
      new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::sequence));
  private final long end;
  private long sequence;

  /// Nothing happens at or after `end`.
  Agenda(long end) {
    this.end = end;
  }

  /// Something happens then, unless the play is over by that time.
  void happen(long at, Runnable act) {
    if (at < end) {
      dues.add(new Due(at, sequence++, act));
    }
  }

  /// Something that happened before arrives then; when the play is over by that time, at its end.
  void carry(long at, Runnable act) {
    dues.add(new Due(Math.min(at, end), sequence++, act));
  }

  /// Does all that is due before `now`.
  void until(long now) {
    for (var next = dues.peek(); next != null && next.at() < now; next = dues.peek()) {
      dues.remove();
      next.act().run();
    }
  }
}
