package io.inyeon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Which threads of a process spent its CPU time, by what they do: where the time goes.
///
/// @param nanos by the kind of thread
record Shares(Map<String, Long> nanos) {
  /// Reads the threads that live now. Empty where the system does not tell.
  static Shares of(long process) throws IOException {
    var tasks = Path.of("/proc", Long.toString(process), "task");
    var nanos = new TreeMap<String, Long>();
    if (!Files.isDirectory(tasks)) {
      return new Shares(nanos);
    }
    try (var threads = Files.newDirectoryStream(tasks)) {
      for (var thread : threads) {
        try {
          var spent = Readings.nanos(Files.readString(thread.resolve("schedstat")));
          var name = Files.readString(thread.resolve("comm")).strip();
          nanos.merge(kind(name), spent, Long::sum);
        } catch (NoSuchFileException _) {
          // It ended while it was being looked at.
        }
      }
    }
    return new Shares(nanos);
  }

  /// What a thread does, by its name, of which Linux keeps fifteen characters.
  static String kind(String name) {
    if (name.startsWith("C1 ") || name.startsWith("C2 ")) {
      return "compiling";
    }
    if (name.equals("VM Thread") || name.startsWith("GC Thread") || name.startsWith("G1 ")) {
      return "collecting garbage";
    }
    if (name.startsWith("ForkJoinPool") || name.startsWith("features-thread")) {
      return "http";
    }
    if (name.startsWith("archive")) {
      return "archive";
    }
    if (name.startsWith("rocksdb")) {
      return "rocksdb";
    }
    if (name.startsWith("log")) {
      return "log";
    }
    return name.equals("writer") ? name : "other";
  }

  long total() {
    return nanos.values().stream().mapToLong(Long::longValue).sum();
  }

  /// What was spent since an earlier reading.
  Shares since(Shares before) {
    var spent = new TreeMap<String, Long>();
    nanos.forEach(
        (kind, now) -> spent.put(kind, Math.max(0, now - before.nanos.getOrDefault(kind, 0L))));
    return new Shares(spent);
  }

  /// `writer 61 %, http 20 %, ...`: the largest first, down to one in a hundred.
  String words() {
    var all = Math.max(1, total());
    List<Map.Entry<String, Long>> largest =
        nanos.entrySet().stream()
            .filter(each -> each.getValue() * 100 >= all)
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .toList();
    return largest.stream()
        .map(each ->
            String.format(Locale.ROOT, "%s %.0f %%", each.getKey(), 100.0 * each.getValue() / all))
        .collect(Collectors.joining(", "));
  }
}
