package io.inyeon.runtime;

import io.inyeon.core.Key;
import io.inyeon.core.Snapshot;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How much of the CPU the core alone takes, without what state takes to answer it: by the CPU time
/// of the thread, of one piece of work in [#SAMPLE]. The clock costs about as much as a look-up, so
/// what it says is rather too much than too little.
///
/// Owned by one thread; its sums may be read by another.
final class CoreTime {
  /// A prime, so that it falls in with no rhythm of the events.
  static final int SAMPLE = 31;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private long pieces;
  private volatile long measured;
  private volatile long nanos;

  /// Does a piece of the core's work.
  <T> T of(Supplier<T> work) {
    if (pieces++ % SAMPLE != 0) {
      return work.get();
    }
    var began = now();
    var done = work.get();
    add(now() - began);
    return done;
  }

  /// A piece of the core's work that asks state.
  interface Asking<T> {
    T on(Snapshot before);
  }

  /// Does such a piece. What state takes to answer does not count.
  <T> T asking(Snapshot state, Asking<T> work) {
    if (pieces++ % SAMPLE != 0) {
      return work.on(state);
    }
    var away = new Away(state);
    var began = now();
    var done = work.on(away);
    add(now() - began - away.nanos);
    return done;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread adds
  private void add(long spent) {
    nanos += spent;
    measured++;
  }

  /// Microseconds a piece of work; 0 when none was measured.
  double micros() {
    return measured == 0 ? 0 : nanos / 1e3 / measured;
  }

  /// The CPU time of this thread in nanoseconds.
  static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /// Counts the time until state has answered.
  private static final class Away implements Snapshot {
    private final Snapshot state;
    private long nanos;

    Away(Snapshot state) {
      this.state = state;
    }

    @Override
    public <V> @Nullable V get(Key<V> key) {
      var began = now();
      try {
        return state.get(key);
      } finally {
        nanos += now() - began;
      }
    }
  }
}
