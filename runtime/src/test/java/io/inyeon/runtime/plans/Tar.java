package io.inyeon.runtime.plans;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// Reads a small archive (POSIX ustar, gzip) whole.
public final class Tar {
  private static final int BLOCK = 512;

  private Tar() {}

  /// Its files by their names.
  public static SortedMap<String, byte[]> files(Path archive) throws IOException {
    byte[] all;
    try (var in = new GZIPInputStream(Files.newInputStream(archive))) {
      all = in.readAllBytes();
    }
    var files = new TreeMap<String, byte[]>();
    for (var at = 0; at + BLOCK <= all.length && all[at] != 0; ) {
      var prefix = text(all, at + 345, 155);
      var name = (prefix.isEmpty() ? "" : prefix + "/") + text(all, at, 100);
      var size = Integer.parseInt(text(all, at + 124, 12).strip(), 8);
      if (all[at + 156] == '0' || all[at + 156] == 0) {
        files.put(
            name.startsWith("./") ? name.substring(2) : name,
            Arrays.copyOfRange(all, at + BLOCK, at + BLOCK + size));
      }
      at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
    }
    return files;
  }

  private static String text(byte[] all, int from, int length) {
    var end = from;
    while (end < from + length && all[end] != 0) {
      end++;
    }
    return new String(all, from, end - from, UTF_8);
  }
}
