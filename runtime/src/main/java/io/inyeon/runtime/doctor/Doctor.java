package io.inyeon.runtime.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Checks what a server needs of its machine: a folder, disk, a port, memory, a locale.
///
/// The launcher runs this one file from its source, before anything is built: it uses nothing but
/// the JDK.
public final class Doctor {
  private static final long NEEDED_DISK = 2L << 30;

  /// Native memory beside the heap: the state store's, the archive's, the JVM's own.
  private static final long BESIDE_HEAP = 700L << 20;

  private Doctor() {}

  /// One thing that was looked at.
  ///
  /// @param line what was found, and what to do if it is not well
  public record Finding(boolean well, String line) {
    @Override
    public String toString() {
      return (well ? "ok    " : "MEND  ") + line;
    }
  }

  /// Prints a line for each check; ends with 1 if one of them is not well, with 2 if it was called
  /// wrongly.
  public static void main(String[] args) {
    var options = new ArrayList<>(Arrays.asList(args));
    var environment = System.getenv();
    var data = option(options, "--data", environment.getOrDefault("INYEON_DATA", "data"));
    var port = option(options, "--port", environment.getOrDefault("INYEON_PORT", "7070"));
    if (!options.isEmpty() || !port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
      System.err.println("doctor takes --data DIR and --port N, with N up to 65535");
      System.exit(2);
    }
    var findings =
        check(
            Path.of(data),
            Integer.parseInt(port),
            heapBytes(System.getProperty("inyeon.heap", "1g")),
            environment);
    findings.forEach(System.out::println);
    System.exit(findings.stream().allMatch(Finding::well) ? 0 : 1);
  }

  /// Looks at everything.
  ///
  /// @param data the folder that holds everything; it is left as it was
  /// @param heap that the server's JVM may take, in bytes
  public static List<Finding> check(
      Path data, int port, long heap, Map<String, String> environment) {
    return List.of(
        folder(data.toAbsolutePath()),
        disk(data.toAbsolutePath()),
        port(port),
        memory(heap),
        locale(environment));
  }

  /// Bytes of a size as the JVM takes it, e.g. `1500m`.
  public static long heapBytes(String size) {
    var unit =
        switch (Character.toLowerCase(size.charAt(size.length() - 1))) {
          case 'g' -> 30;
          case 'm' -> 20;
          case 'k' -> 10;
          default -> 0;
        };
    var digits = unit == 0 ? size : size.substring(0, size.length() - 1);
    return digits.matches("\\d{1,9}") ? Long.parseLong(digits) << unit : 0;
  }

  private static String option(List<String> options, String name, String otherwise) {
    var at = options.indexOf(name);
    if (at < 0 || at + 1 == options.size()) {
      return otherwise;
    }
    options.remove(at);
    return options.remove(at);
  }

  /// The nearest folder above that is there.
  private static Path existing(Path folder) {
    var there = folder;
    while (!Files.exists(there)) {
      var parent = there.getParent();
      if (parent == null) {
        return there;
      }
      there = parent;
    }
    return there;
  }

  private static Finding folder(Path data) {
    var folder = existing(data);
    try {
      var probe = Files.createTempFile(folder, "inyeon-doctor", ".tmp");
      try (var channel = FileChannel.open(probe, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap("written".getBytes(StandardCharsets.UTF_8)));
        var began = System.nanoTime();
        channel.force(true);
        var ms = (System.nanoTime() - began) / 1_000_000;
        return ms <= 100
            ? new Finding(
                true, "data in " + data + " can be written; made durable in " + ms + " ms")
            : new Finding(
                false,
                "data in "
                    + data
                    + " takes "
                    + ms
                    + " ms to be made durable: events will be"
                    + " acknowledged slowly; choose a faster disk with --data");
      } finally {
        Files.delete(probe);
      }
    } catch (FileSystemException e) {
      return new Finding(
          false,
          "data in "
              + data
              + " cannot be written ("
              + reason(e)
              + "): give this user the right to,"
              + " or choose another folder with --data");
    } catch (IOException e) {
      return new Finding(
          false,
          "data in "
              + data
              + " cannot be made durable ("
              + e.getMessage()
              + "): choose"
              + " another disk with --data");
    }
  }

  private static String reason(FileSystemException e) {
    var reason = e.getReason();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }

  private static Finding disk(Path data) {
    try {
      var free = Files.getFileStore(existing(data)).getUsableSpace();
      return free >= NEEDED_DISK
          ? new Finding(true, gigabytes(free) + " GB of disk are free")
          : new Finding(
              false,
              "only "
                  + gigabytes(free)
                  + " GB of disk are free: make room, or choose another disk"
                  + " with --data; below 2 GB the server soon answers 503");
    } catch (IOException e) {
      return new Finding(false, "the free disk space is unknown (" + e.getMessage() + ")");
    }
  }

  private static Finding port(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return new Finding(true, "port " + socket.getLocalPort() + " is free");
    } catch (IOException e) {
      return new Finding(
          false,
          "port "
              + port
              + " cannot be used ("
              + e.getMessage()
              + "): end what listens there, or"
              + " choose another with --port");
    }
  }

  private static Finding memory(long heap) {
    if (heap == 0) {
      return new Finding(false, "INYEON_HEAP is no size: write it like 1g or 1500m");
    }
    var total =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean system
            ? system.getTotalMemorySize()
            : 0;
    var needed = heap + BESIDE_HEAP;
    return total >= needed
        ? new Finding(
            true,
            gigabytes(total) + " GB of memory; the server takes up to " + gigabytes(needed) + " GB")
        : new Finding(
            false,
            gigabytes(total)
                + " GB of memory, but the server may take "
                + gigabytes(needed)
                + " GB: set INYEON_HEAP to less, e.g. 512m");
  }

  /// The server itself needs none; what it prints does, and so do file names.
  private static Finding locale(Map<String, String> environment) {
    var encoding = System.getProperty("sun.jnu.encoding", "");
    var locale =
        environment.getOrDefault(
            "LC_ALL",
            environment.getOrDefault("LC_CTYPE", environment.getOrDefault("LANG", "none")));
    return encoding.equalsIgnoreCase("UTF-8")
        ? new Finding(true, "the locale is " + locale + ", with UTF-8")
        : new Finding(
            false,
            "the locale ("
                + locale
                + ") is not UTF-8, so Korean will be printed as question"
                + " marks: export LC_ALL=C.UTF-8");
  }

  private static String gigabytes(long bytes) {
    return "%.1f".formatted(bytes / (double) (1 << 30));
  }
}
