package io.inyeon.runtime.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads the plain files of a tar archive.
final class Tar {
  private static final int BLOCK = 512;

  private Tar() {}

  static Map<String, byte[]> texts(byte[] archive) {
    var files = new LinkedHashMap<String, byte[]>();
    for (var at = 0; at + BLOCK <= archive.length && archive[at] != 0; ) {
      var name = field(archive, at, 100);
      var size = Integer.parseInt(field(archive, at + 124, 12).strip(), 8);
      if (archive[at + 156] == '0' || archive[at + 156] == 0) {
        files.put(name, Arrays.copyOfRange(archive, at + BLOCK, at + BLOCK + size));
      }
      at += BLOCK + (size + BLOCK - 1) / BLOCK * BLOCK;
    }
    return files;
  }

  private static String field(byte[] archive, int from, int length) {
    var end = from;
    while (end < from + length && archive[end] != 0) {
      end++;
    }
    return new String(archive, from, end - from, StandardCharsets.UTF_8);
  }
}
