package io.inyeon.runtime.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Makes sure that a workbook is no bomb before anybody reads it: a few packed kilobytes may become
/// any number of bytes, and texts, styles and relations are held in memory as a whole. What the
/// file says of its own sizes proves nothing, so it is inflated and counted.
final class SheetSize {
  private static final long MOST_IN_MEMORY = 256L << 20;
  private static final long MOST_IN_A_SHEET = 8L << 30;
  private static final int MOST_PARTS = 10_000;

  private SheetSize() {}

  /// Refuses what is too large to be held.
  ///
  /// @throws Unreadable `xlsx_too_large`, or `invalid_xlsx` when it is no workbook
  static void check(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_PARTS) {
        throw tooLarge("it has more than " + MOST_PARTS + " parts");
      }
      var held = 0L;
      for (var entry : zip.stream().toList()) {
        if (sheet(entry)) {
          // Read row by row: its declared size is believed, as a lie only ends it early.
          if (entry.getSize() > MOST_IN_A_SHEET) {
            throw tooLarge(entry.getName());
          }
        } else if (entry.getName().startsWith("xl/") || entry.getName().startsWith("[")) {
          held += size(zip.getInputStream(entry), MOST_IN_MEMORY - held);
          if (held >= MOST_IN_MEMORY) {
            throw tooLarge(entry.getName());
          }
        }
      }
    } catch (ZipException | IllegalArgumentException e) {
      throw new Unreadable("invalid_xlsx", String.valueOf(e.getMessage()));
    }
  }

  private static boolean sheet(ZipEntry entry) {
    return entry.getName().startsWith("xl/worksheets/") && entry.getName().endsWith(".xml");
  }

  private static long size(InputStream in, long most) throws IOException {
    try (in) {
      var buffer = new byte[1 << 16];
      var size = 0L;
      for (var read = in.read(buffer); read >= 0 && size < most; read = in.read(buffer)) {
        size += read;
      }
      return size;
    }
  }

  private static Unreadable tooLarge(String what) {
    return new Unreadable(
        "xlsx_too_large", "The workbook is too large once unpacked (" + what + "): send a CSV.");
  }
}
