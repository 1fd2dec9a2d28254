package io.inyeon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the whole machine did: a measure taken while others work on it says so.
///
/// @param busyTicks of all its processors, 100 a second each
/// @param ticks the same, with the idle ones
record Machine(long busyTicks, long ticks) {
  /// The time since its start; nothing where the system does not tell.
  static Machine now() throws IOException {
    var stat = Path.of("/proc", "stat");
    return Files.exists(stat) ? read(Files.readString(stat)) : new Machine(0, 0);
  }

  /// Reads the first line of `/proc/stat`: user, nice, system, idle, waiting for disks, interrupts
  /// and what other guests of the same host took.
  static Machine read(String stat) {
    var fields = stat.substring(0, stat.indexOf('\n')).trim().split(" +", -1);
    var all = 0L;
    // The two behind count guests, which are in `user` already.
    for (var i = 1; i <= 8; i++) {
      all += Long.parseLong(fields[i]);
    }
    return new Machine(all - Long.parseLong(fields[4]) - Long.parseLong(fields[5]), all);
  }

  Machine since(Machine before) {
    return new Machine(busyTicks - before.busyTicks, ticks - before.ticks);
  }

  /// The share of the machine that neither idled nor was spent by us, 0 to 1.
  double others(long ourNanos) {
    return ticks == 0 ? 0 : Math.clamp((busyTicks - ourNanos / 1e7) / ticks, 0, 1);
  }
}
