package io.inyeon.bench;

import io.inyeon.bench.People.Uniform;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/// What all measures share: what was asked for, the events, and somebody to tell how far it is.
record Bed(Options options, Traffic traffic, PrintStream progress) {
  /// Windows that bring nothing, after which nothing more is expected.
  private static final int SETTLED = 4;

  private static final double NOTICEABLY = 0.97;

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

  /// Until an event takes no less than before, as the server's code is compiled; but not for ever.
  ///
  /// @return how many events that were
  long warm(Server server, Driver driver, Requests requests) throws IOException {
    var quick = options.quick();
    var until = System.nanoTime() + (quick ? 8 : 150) * SECOND_NS;
    var taken = 0L;
    var least = Double.MAX_VALUE;
    var since = 0;
    while (since < SETTLED && System.nanoTime() < until) {
      var cpu = server.readings().cpu();
      var events = driver.closed(requests, nanos(options.seconds())).events();
      settle(driver);
      var spent = server.readings().cpu().minus(cpu).toNanos() / 1e3 / Math.max(1, events);
      since = spent < NOTICEABLY * least ? 0 : since + 1;
      least = Math.min(least, spent);
      taken += events;
    }
    return taken;
  }
}
