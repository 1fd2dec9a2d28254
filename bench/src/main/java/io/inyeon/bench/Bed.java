package io.inyeon.bench;

import io.inyeon.bench.People.Uniform;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/// What all measures share: what was asked for, the events, and somebody to tell how far it is.
record Bed(Options options, Traffic traffic, PrintStream progress) {
  static final long SECOND_NS = 1_000_000_000;

  /// Events of a large request.
  static final int MANY = 100;

  /// Connections for large requests, and for single events.
  static final int FEW_CONNECTIONS = 8;

  static final int MANY_CONNECTIONS = 64;

  void say(String what) {
    progress.println("  " + what + " ...");
    progress.flush();
  }

  Server start(Path data) throws IOException, InterruptedException {
    return Server.start(options.jar(), options.javaOptions(), data);
  }

  static long nanos(double seconds) {
    return (long) (seconds * SECOND_NS);
  }

  /// Seconds over which latencies are taken.
  double longer() {
    return Math.max(2, 2 * options.seconds());
  }

  /// Waits until everything that was sent can be read.
  void settle(Driver driver) throws IOException {
    var left = new int[] {1};
    var one = traffic.awaited(new Uniform(1));
    check(driver.closed(to -> left[0]-- > 0 ? one.next(to) : 0, 60 * SECOND_NS));
  }

  /// Stops when anything was refused for good.
  static void check(Driver.Tally tally) throws IOException {
    if (tally.failures() > 0) {
      throw new IOException(
          tally.failures()
              + " of "
              + tally.requests()
              + " requests were not answered with success; the first: "
              + tally.firstFailure());
    }
  }
}
