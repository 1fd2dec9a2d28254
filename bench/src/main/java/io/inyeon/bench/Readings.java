package io.inyeon.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the operating system knows of a process.
final class Readings {
  private static final Pattern USED = Pattern.compile("used\\s+(\\d+)([KMG])");

  private final ProcessHandle process;

  Readings(ProcessHandle process) {
    this.process = process;
  }

  /// CPU time of all its threads since its start. Linux counts it in ticks of 10 ms.
  Duration cpu() throws IOException {
    var stat = Path.of("/proc", Long.toString(process.pid()), "stat");
    return Files.exists(stat)
        ? cpu(Files.readString(stat))
        : process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// Reads `/proc/PID/stat`: fields 14 and 15 are ticks, 100 a second, in user and kernel mode. The
  /// second field is the program's name in brackets, and may hold blanks and brackets itself.
  static Duration cpu(String stat) {
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", 14);
    var ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    return Duration.ofMillis(10 * ticks);
  }

  /// CPU time of the threads that live now, to the nanosecond where Linux keeps it: for a process
  /// that does next to nothing, ticks are too coarse.
  Shares shares() throws IOException {
    return Shares.of(process.pid());
  }

  /// Reads `/proc/PID/task/TID/schedstat`: nanoseconds on a CPU, waiting for one, and how often.
  static long nanos(String schedstat) {
    return Long.parseLong(schedstat.substring(0, schedstat.indexOf(' ')));
  }

  /// Memory that it holds and that is its own, heap and native, without mapped files; bytes. 0
  /// where the system does not tell.
  long memory() throws IOException {
    var status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.exists(status) ? memory(Files.readString(status)) : 0;
  }

  /// Reads `/proc/PID/status`: its anonymous and its shared memory.
  static long memory(String status) {
    return kilobytes(status, "RssAnon:") + kilobytes(status, "RssShmem:");
  }

  /// All that it holds in memory, mapped files included; bytes.
  long resident() throws IOException {
    var status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.exists(status) ? kilobytes(Files.readString(status), "VmRSS:") : 0;
  }

  static long kilobytes(String status, String name) {
    return status
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .sum();
  }

  /// Bytes of the heap in use after a collection; 0 when the JDK's `jcmd` is not there.
  long heap() throws IOException, InterruptedException {
    jcmd("GC.run");
    return heap(jcmd("GC.heap_info"));
  }

  /// Reads what `GC.heap_info` prints, of any collector: a line for the heap or for each of its
  /// generations, and others that are not heap.
  static long heap(String info) {
    return info.lines()
        .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
        .map(USED::matcher)
        .filter(Matcher::find)
        .mapToLong(used -> Long.parseLong(used.group(1)) << shift(used.group(2)))
        .sum();
  }

  private static int shift(String unit) {
    return switch (unit) {
      case "K" -> 10;
      case "M" -> 20;
      default -> 30;
    };
  }

  private String jcmd(String command) throws IOException, InterruptedException {
    var tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    if (!Files.isExecutable(tool)) {
      return "";
    }
    var running =
        new ProcessBuilder(tool.toString(), Long.toString(process.pid()), command)
            .redirectErrorStream(true)
            .start();
    var text = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    running.waitFor();
    return text;
  }

  /// What the machine calls its processor.
  static String processor() throws IOException {
    var cpus = Path.of("/proc/cpuinfo");
    if (!Files.exists(cpus)) {
      return System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    }
    return Files.readString(cpus)
        .lines()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 2))
        .findFirst()
        .orElse(System.getProperty("os.arch"));
  }
}
