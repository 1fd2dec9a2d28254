package io.inyeon.runtime.access;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// The access log's files: `2026-03-01.jsonl`, and `.jsonl.gz` once the day is over.
final class AccessFiles {
  private static final String PLAIN = ".jsonl";
  private static final String PACKED = ".jsonl.gz";
  private static final int DAY = 10;

  private AccessFiles() {}

  static Path of(Path folder, LocalDate day) {
    return folder.resolve(day + PLAIN);
  }

  /// A line's place.
  ///
  /// @param line from 0
  record Place(LocalDate day, long line) {
    String written() {
      return day + "." + line;
    }

    static @Nullable Place read(String written) {
      var dot = written.indexOf('.');
      try {
        return dot != DAY || !written.substring(dot + 1).matches("\\d{1,15}")
            ? null
            : new Place(
                LocalDate.parse(written.substring(0, dot)),
                Long.parseLong(written.substring(dot + 1)));
      } catch (DateTimeException noDay) {
        return null;
      }
    }
  }

  /// Takes lines.
  interface Taker {
    /// Takes one.
    ///
    /// @return whether to go on
    boolean take(Place at, byte[] line);
  }

  /// Goes through the lines of some days.
  ///
  /// @param skip lines of the first day
  static void lines(Path folder, LocalDate from, LocalDate to, long skip, Taker taker)
      throws IOException {
    var passed = skip;
    for (var each : days(folder).subMap(from, true, to, true).entrySet()) {
      try (var in = open(each.getValue())) {
        var line = 0L;
        for (var bytes = next(in); bytes != null; bytes = next(in)) {
          var at = new Place(each.getKey(), line++);
          if ((!each.getKey().equals(from) || at.line() >= passed) && !taker.take(at, bytes)) {
            return;
          }
        }
      }
    }
  }

  private static InputStream open(Path file) throws IOException {
    var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    return file.toString().endsWith(PACKED)
        ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16)
        : in;
  }

  /// The next whole line; `null` at the end, and for what is being written.
  private static byte @Nullable [] next(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream(400);
    for (var next = in.read(); next >= 0; next = in.read()) {
      if (next == '\n') {
        return line.toByteArray();
      }
      line.write(next);
    }
    return null;
  }

  /// The files by their days; of two of one day the packed one, which is whole.
  private static NavigableMap<LocalDate, Path> days(Path folder) throws IOException {
    var days = new TreeMap<LocalDate, Path>();
    try (var all = Files.list(folder)) {
      for (var file : (Iterable<Path>) all.sorted()::iterator) {
        var name = file.getFileName().toString();
        if (name.matches("\\d{4}-\\d{2}-\\d{2}\\.jsonl(\\.gz)?")) {
          days.put(LocalDate.parse(name.substring(0, DAY)), file);
        }
      }
    }
    return days;
  }

  /// Where the last whole line of a file ends.
  static long wholeLines(FileChannel channel) throws IOException {
    var one = ByteBuffer.allocate(1);
    for (var at = channel.size(); at > 0; at--) {
      channel.read(one.clear(), at - 1);
      if (one.get(0) == '\n') {
        return at;
      }
    }
    return 0;
  }

  /// Packs the days before today, and deletes those that need not be kept any more.
  ///
  /// @param oldest the first day that is kept
  static void tidy(Path folder, LocalDate today, LocalDate oldest) throws IOException {
    for (var each : days(folder).entrySet()) {
      var file = each.getValue();
      if (each.getKey().isBefore(oldest)) {
        Files.deleteIfExists(of(folder, each.getKey()));
        Files.deleteIfExists(file);
      } else if (each.getKey().isBefore(today)) {
        pack(folder, each.getKey(), file);
      }
    }
  }

  private static void pack(Path folder, LocalDate day, Path file) throws IOException {
    if (!file.toString().endsWith(PACKED)) {
      var temporary = folder.resolve(day + PACKED + ".new");
      try (var in = Files.newInputStream(file);
          var out = new GZIPOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
        in.transferTo(out);
      }
      try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(temporary, folder.resolve(day + PACKED), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.deleteIfExists(of(folder, day));
  }
}
