package io.inyeon.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A file system in memory that only one process sees: it takes no root where the system lets users
/// have namespaces of their own, and goes away with the process.
final class SmallDisk {
  private static final String MOUNT =
      "mount -t tmpfs -o size=$1 inyeon-test \"$2\" && shift 2 && exec \"$@\"";

  private SmallDisk() {}

  /// Starts what follows it with a small disk on a folder; empty where that cannot be had.
  static List<String> on(Path folder, String size) throws InterruptedException {
    for (var namespace : List.of(List.of("unshare", "-m"), List.of("unshare", "-r", "-m"))) {
      var command = new ArrayList<>(namespace);
      command.addAll(List.of("sh", "-c", MOUNT, "sh", size, folder.toString()));
      var trial = new ArrayList<>(command);
      trial.add("true");
      if (succeeds(trial)) {
        return command;
      }
    }
    return List.of();
  }

  /// The folder as the process sees it.
  static Path seenBy(long pid, Path folder) {
    return Path.of("/proc/" + pid + "/root" + folder.toAbsolutePath());
  }

  private static boolean succeeds(List<String> command) throws InterruptedException {
    try {
      var process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }
}
