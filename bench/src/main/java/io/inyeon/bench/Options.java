package io.inyeon.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is to be measured, and for how long.
///
/// @param quick whether everything is to be short
/// @param seconds of one window
/// @param windows whose median counts
/// @param people in the warm working set
/// @param crowd people in the cold one
/// @param json where the rows go as JSON, too; `null` for nowhere
record Options(
    boolean quick,
    Set<Part> parts,
    double seconds,
    int windows,
    int people,
    int crowd,
    long seed,
    Path jar,
    List<String> javaOptions,
    @Nullable Path json) {
  /// What can be asked for by `--rows`.
  enum Part {
    CORE,
    SEGMENTS,
    DISK,
    PREVIEW,
    START,
    IMPORT,
    REHEARSE,
    REBUILD,
    BACKFILL,
    TIMERS,
    INTAKE,
    SINGLE,
    ACK,
    READABLE,
    MEMBER,
    READ,
    IDLE,
    COLD,
    ERASURE,
    MEMORY
  }

  static final String USAGE =
      """
      Usage: bench [--quick] [--seconds N] [--rows a,b] [--json FILE] [--seed N] [--jar FILE]
                   [--java-options "..."]
        --quick         everything shorter and smaller, within a minute
        --seconds N     length of one window, 0.5 to 60 (4)
        --rows a,b      of core, segments, disk, preview, start, import, rehearse, rebuild, backfill, timers,
                        intake, single, ack, readable, member, read, idle, cold, erasure, memory (all)
        --json FILE     writes the rows there, too
        --seed N        of the events (1)
        --jar FILE      the server's (runtime/target/inyeon.jar)
        --java-options  of the server's JVM, separated by blanks\
      """;

  /// What the command line asks for, or everything that is wrong with it.
  static Options read(List<String> arguments) {
    var wrong = new ArrayList<String>();
    var quick = arguments.contains("--quick");
    var parts = (Set<Part>) EnumSet.allOf(Part.class);
    var seconds = quick ? 1.5 : 4.0;
    var seed = 1L;
    var jar = Path.of("runtime", "target", "inyeon.jar");
    // The launcher starts this process with the options that it starts the server with.
    var javaOptions = ManagementFactory.getRuntimeMXBean().getInputArguments();
    Path json = null;
    for (var at = 0; at < arguments.size(); at++) {
      var name = arguments.get(at);
      if (name.equals("--quick")) {
        continue;
      }
      if (!List.of("--seconds", "--rows", "--json", "--seed", "--jar", "--java-options")
          .contains(name)) {
        wrong.add("unknown: " + name);
        continue;
      }
      if (++at == arguments.size()) {
        wrong.add(name + " needs a value");
        break;
      }
      var value = arguments.get(at);
      switch (name) {
        case "--seconds" -> seconds = number(name, value, wrong);
        case "--seed" -> seed = (long) number(name, value, wrong);
        case "--rows" -> parts = parts(value, wrong);
        case "--json" -> json = Path.of(value);
        case "--jar" -> jar = Path.of(value);
        case "--java-options" -> javaOptions = List.of(value.strip().split("\\s+", -1));
        default -> throw new IllegalStateException(name);
      }
    }
    if (!(seconds >= 0.5 && seconds <= 60)) {
      wrong.add("--seconds must be 0.5 to 60");
    }
    if (!Files.isRegularFile(jar)) {
      wrong.add("no server at " + jar + "; build it first, or say --jar");
    }
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", wrong));
    }
    return new Options(
        quick,
        parts,
        seconds,
        quick ? 3 : 5,
        quick ? 50_000 : 300_000,
        quick ? 100_000 : 1_000_000,
        seed,
        jar,
        javaOptions,
        json);
  }

  private static double number(String name, String value, List<String> wrong) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      wrong.add(name + " must be a number: " + value);
      return 1;
    }
  }

  private static Set<Part> parts(String value, List<String> wrong) {
    var parts = EnumSet.noneOf(Part.class);
    for (var name : value.split(",", -1)) {
      try {
        parts.add(Part.valueOf(name.strip().toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        wrong.add("--rows knows no " + name);
      }
    }
    return parts;
  }
}
